"""The formats of Gradescope, PrairieLearn, CodeRunner, VPL and JUnit, each against what its documentation demands."""

import json

import pytest

from minibackprop.checking.result import NOT_RUN
from minibackprop.grading.coderunner import as_coderunner
from minibackprop.grading.graded import Graded
from minibackprop.grading.gradescope import as_gradescope
from minibackprop.grading.junit import as_junit
from minibackprop.grading.prairielearn import as_prairielearn
from minibackprop.grading.text import as_text
from minibackprop.grading.vpl import as_vpl

from . import schemas
from .samples import NASTY, SAMPLES, each_hiding, each_sample, graded_of, not_run, result_of, right, without_bias


@each_hiding
@each_sample
def test_gradescope_has_a_test_for_each_trial(name: str, hides_secret: bool) -> None:
    results = schemas.gradescope(as_gradescope(SAMPLES[name], hides_secret=hides_secret))
    trials = [trial for result in SAMPLES[name].results for trial in result.trials]
    assert [test["status"] == "passed" for test in results["tests"]] == [trial.passed for trial in trials]
    hidden = [test["visibility"] == "hidden" for test in results["tests"]]
    assert hidden == [trial.is_secret and hides_secret for trial in trials]
    assert {test["visibility"] for test in results["tests"]} <= {"hidden", "visible"}
    assert results["output"] == as_text(SAMPLES[name], hides_secret=hides_secret)
    assert sum([test["score"] for test in results["tests"]]) == pytest.approx(SAMPLES[name].points, abs=1e-4)


def test_gradescope_numbers_its_tests_by_exercise() -> None:
    tests = schemas.gradescope(as_gradescope(graded_of(without_bias)))["tests"]
    assert [test["number"] for test in tests] == ["1.1", "1.2", "1.3"]
    assert tests[1]["name"] == "Exercise 1, the weighted input: one input"


def test_gradescope_hides_no_secret_in_its_visible_text() -> None:
    results = schemas.gradescope(as_gradescope(graded_of(without_bias, 3), hides_secret=True))
    visible = [test for test in results["tests"] if test["visibility"] == "visible"]
    assert "other numbers" not in json.dumps([results["output"], visible])


@each_hiding
@each_sample
def test_prairielearn_counts_no_attempt_that_could_not_be_run(name: str, hides_secret: bool) -> None:
    graded = SAMPLES[name]
    results = schemas.prairielearn(as_prairielearn(graded, hides_secret=hides_secret))
    assert results["gradable"] is graded.could_be_run
    if graded.could_be_run:
        assert sum([test["points"] for test in results["tests"]]) == pytest.approx(graded.points, abs=1e-4)
        assert sum([test["max_points"] for test in results["tests"]]) == pytest.approx(graded.max_points, abs=1e-4)
    else:
        assert results["score"] == 0.0


def test_prairielearn_is_told_why_it_could_not_be_run() -> None:
    results = schemas.prairielearn(as_prairielearn(not_run("SyntaxError in line 3")))
    assert results["format_errors"] == ["mine.py: SyntaxError in line 3"]


def test_prairielearn_gets_a_short_text_whole() -> None:
    graded = SAMPLES["several, with a seed"]
    assert schemas.prairielearn(as_prairielearn(graded))["output"] == as_text(graded)


@each_hiding
@each_sample
def test_coderunner_gets_one_line(name: str, hides_secret: bool) -> None:
    result = schemas.coderunner(as_coderunner(SAMPLES[name], hides_secret=hides_secret))
    assert result.get("abort", False) is not SAMPLES[name].could_be_run
    assert result["got"] == as_text(SAMPLES[name], hides_secret=hides_secret)


@each_hiding
@each_sample
def test_vpl_gets_one_grade_and_one_block(name: str, hides_secret: bool) -> None:
    grade, comments = schemas.vpl(as_vpl(SAMPLES[name], hides_secret=hides_secret))
    assert len([line for line in comments if line.startswith("- ")]) == max(len(SAMPLES[name].results), 1)
    assert (float(grade) == 100.0) is SAMPLES[name].passed


@pytest.mark.parametrize("message", NASTY)
def test_vpl_takes_no_text_of_a_learner_for_a_grade(message: str) -> None:
    for status in ("not started", NOT_RUN):
        graded = not_run(message)
        graded.results[0].status = status
        graded.results[0].exercise.title = message
        graded.results[0].feedback = [message] * 3
        assert schemas.vpl(as_vpl(graded))[0] == "0"


def test_vpl_has_the_scale_of_the_activity() -> None:
    half = Graded([result_of(right), result_of(lambda w, x, b: None)], 0.25)
    assert [schemas.vpl(as_vpl(half, max_grade=most))[0] for most in (10.0, 100.0, 7.0)] == ["5", "50", "3.5"]
    assert schemas.vpl(as_vpl(half, max_grade=10.0, min_grade=4.0))[0] == "7"
    assert schemas.vpl(as_vpl(graded_of(lambda w, x, b: None), max_grade=10.0, min_grade=4.0))[0] == "4"


def test_vpl_has_the_points_as_a_title_and_the_rest_as_it_is() -> None:
    _, comments = schemas.vpl(as_vpl(graded_of(without_bias)))
    assert comments[0] == "- Exercise 1, the weighted input: failed, 0 of 3 points"
    assert comments[1].startswith(">    failed  the example worked by hand: ")


@each_hiding
@each_sample
def test_junit_has_a_suite_for_each_exercise_and_a_case_for_each_trial(name: str, hides_secret: bool) -> None:
    root = schemas.junit(as_junit(SAMPLES[name], hides_secret=hides_secret))
    graded = SAMPLES[name].with_hidden_trials() if hides_secret else SAMPLES[name]
    is_green = root.attrib["failures"] == root.attrib["errors"] == "0"
    assert is_green is graded.passed
    if graded.results:
        cases = [[len(case) == 0 for case in suite.iter("testcase")] for suite in root]
        assert cases == [[trial.passed for trial in result.trials] for result in graded.results]
        for suite, result in zip(root, graded.results):
            assert [case.tag for case in suite.iter("error")] == ["error"] * (result.status == NOT_RUN)


def test_junit_is_red_even_if_no_trial_says_why() -> None:
    graded = graded_of(without_bias)
    graded.results[0].trials = []
    assert schemas.junit(as_junit(graded)).attrib["failures"] == "1"


def test_junit_keeps_the_text_of_a_message() -> None:
    root = schemas.junit(as_junit(SAMPLES["malicious messages"]))
    messages = [failure.attrib["message"] for failure in root.iter("failure")]
    assert [message for message in messages if NASTY[4] in message]
    assert [message for message in messages if "?[31m red ? ? ? \U0001f600 é" in message]
