"""The results as text, and as JSON of a format of our own."""

import pytest

from minibackprop.checking.result import Trial
from minibackprop.grading.graded import Graded, not_an_exercise
from minibackprop.grading.json_report import as_json
from minibackprop.grading.readable import MOST_CHARACTERS, readable
from minibackprop.grading.text import as_text

from .samples import NASTY, SAMPLES, each_hiding, each_sample, graded_of, right, without_bias
from .schemas import NUMBER, has_fields, strict


@each_hiding
@each_sample
def test_the_json_has_all_fields(name: str, hides_secret: bool) -> None:
    report = strict(as_json(SAMPLES[name], hides_secret=hides_secret))
    has_fields(report, "the report", {
        "format": str, "version": int, "points": NUMBER, "max_points": NUMBER, "passed": bool, "seconds": NUMBER,
        "exercises": list,
    }, {})
    assert report["passed"] is SAMPLES[name].passed
    for exercise, result in zip(report["exercises"], SAMPLES[name].results):
        has_fields(exercise, "an exercise", {
            "number": int, "title": str, "status": str, "points": NUMBER, "max_points": NUMBER, "mistakes": list,
            "feedback": str, "trials": list,
        }, {})
        assert exercise["status"] == result.status and exercise["mistakes"] == result.mistakes
        assert bool(exercise["feedback"]) is bool(result.feedback)
        assert sum([trial["max_points"] for trial in exercise["trials"]]) == pytest.approx(result.max_points, abs=1e-4)
        for trial in exercise["trials"]:
            has_fields(trial, "a trial", {
                "title": str, "points": NUMBER, "max_points": NUMBER, "passed": bool, "message": str, "is_secret": bool,
            }, {})


def test_the_json_says_which_trials_are_secret() -> None:
    report = strict(as_json(graded_of(right, 3)))
    assert [trial["is_secret"] for trial in report["exercises"][0]["trials"]] == [False, False, False, True, True]


def test_the_text_of_one_exercise_is_that_of_its_result() -> None:
    graded = graded_of(without_bias)
    assert as_text(graded) == graded.results[0].text() + "\n"
    assert as_text(graded, 1) == graded.results[0].text(1) + "\n"


def test_the_text_of_several_ends_with_the_total() -> None:
    graded = SAMPLES["several"]
    parts = as_text(graded).split("\n\n")
    assert parts[0] == "Exercise 1, the weighted input: passed, 3 of 3 points"
    assert parts[-1] == f"Total: {graded.points:.4g} of 16 points\n"


def test_nothing_is_said_to_be_nothing() -> None:
    assert as_text(Graded([], 0.0)) == "There is no exercise to check.\n"


@pytest.mark.parametrize("message", NASTY)
def test_a_message_stays_on_its_line(message: str) -> None:
    text = as_text(Graded([not_an_exercise(message, "could not be run", message, points=1)], 0.0))
    assert len(text.split("\n")) == 4
    assert len(text) < 3 * MOST_CHARACTERS + 100


def test_a_message_without_any_shape_is_still_a_failure() -> None:
    graded = graded_of(without_bias)
    graded.results[0].trials = [Trial("one input", 3.0, "\n", is_secret=False)]
    (trial,) = readable(graded, hides_secret=False).results[0].trials
    assert not trial.passed and trial.points == 0.0
