"""The result of an exercise: its points, its text with each hint, and what hides secret numbers."""

from typing import Any, List

import pytest

from minibackprop import SettingError
from minibackprop.checking.exercise import Exercise
from minibackprop.checking.result import FAILED, NOT_RUN, NOT_STARTED, PASSED, ExerciseResult, Trial

FEEDBACK = ["a question?", "the rule", "all of it"]


def exercise(points: int = 3, number: int = 2, showed: str = "it works") -> Exercise:
    return Exercise(number, "a sum", points, showed=showed)


def result_of(*trials: Trial, status: str = FAILED, points: int = 3) -> ExerciseResult:
    return ExerciseResult(exercise(points), status, list(trials), ["sign"], FEEDBACK)


RIGHT, WRONG = Trial("one input", 1.25, "", False), Trial("two inputs", 1.75, "7 is wrong", False)


def test_a_trial_without_a_message_has_passed_and_has_its_points() -> None:
    assert (RIGHT.passed, RIGHT.points, RIGHT.max_points, repr(RIGHT)) == (True, 1.25, 1.25, "Trial(one input: passed)")
    assert (WRONG.passed, WRONG.points, WRONG.max_points, repr(WRONG)) == (
        False, 0.0, 1.75, "Trial(two inputs: 7 is wrong)"
    )


def test_points_are_those_of_the_trials_or_all_if_it_is_passed() -> None:
    result = result_of(RIGHT, WRONG)
    assert (result.points, result.max_points, result.passed, result.go_on) == (1.25, 3.0, False, "")
    assert isinstance(result.max_points, float)
    assert result_of(RIGHT, status=PASSED).points == 3.0
    assert repr(result) == "ExerciseResult(2, failed)"


@pytest.mark.parametrize("points, heading", [
    (1, "Exercise 2, a sum: failed, 0.3333 of 1 point"), (3, "Exercise 2, a sum: failed, 0.3333 of 3 points"),
])
def test_the_heading_has_four_digits(points: int, heading: str) -> None:
    assert result_of(Trial("one", 1 / 3, "", False), points=points).heading == heading


def test_what_has_no_number_is_called_by_its_title() -> None:
    result = ExerciseResult(exercise(1, 0), NOT_RUN, [], [], [])
    assert result.text() == "a sum: could not be run, 0 of 1 point"


@pytest.mark.parametrize("hint, words", [(1, "a question?"), (2, "the rule"), (3, "all of it")])
def test_the_text_of_a_failure(hint: int, words: str) -> None:
    result = result_of(RIGHT, WRONG)
    result.go_on = "Go on."
    assert result.text(hint) == (
        "Exercise 2, a sum: failed, 1.25 of 3 points\n\n   passed  one input\n   failed  two inputs: 7 is wrong\n\n"
        f"{words}\n\nGo on."
    )
    assert str(result) == result.text(3) == result.text()


@pytest.mark.parametrize("hint", [0, 4, True, "1", None, 1.5])
def test_another_hint_is_refused(hint: Any) -> None:
    with pytest.raises(SettingError) as error:
        result_of(RIGHT).text(hint)
    assert str(error.value) == f"hint is {hint!r}, but must be 1 (a question), 2 (the rule) or 3 (the mistake)"


def test_the_text_of_a_pass_says_what_it_showed() -> None:
    passed = ExerciseResult(exercise(), PASSED, [RIGHT], [], [])
    assert passed.text() == "Exercise 2, a sum: passed, 3 of 3 points\n\nYou have shown that it works."
    silent = ExerciseResult(exercise(showed=""), PASSED, [RIGHT], [], [])
    silent.go_on = "Next."
    assert silent.text() == "Exercise 2, a sum: passed, 3 of 3 points\n\nNext."


@pytest.mark.parametrize("messages, lines", [
    ([NOT_STARTED, NOT_STARTED], []),
    ([NOT_STARTED, "7 is wrong"], ["   failed  0: not started", "   failed  1: 7 is wrong"]),
])
def test_trials_that_are_not_started_are_left_out_if_all_are(messages: List[str], lines: List[str]) -> None:
    trials = [Trial(str(place), 1.0, message, False) for place, message in enumerate(messages)]
    result = ExerciseResult(exercise(), FAILED, trials, [], [])
    assert result.text().split("\n")[2:] == lines


def secret(points: float, message: str) -> Trial:
    return Trial("a secret title", points, message, True)


@pytest.mark.parametrize("trials, hidden, shown", [
    ([secret(1.0, ""), secret(0.5, "")], 1.5, "Trial(hidden numbers: passed)"),
    ([secret(1.0, "8 is wrong"), secret(1 / 3, "")], 1 / 3, "Trial(hidden numbers: 0.3333 of 1.333 points)"),
    ([secret(1.0, ""), secret(0.5, "8 is wrong")], 1.0, "Trial(hidden numbers: 1 of 1.5 points)"),
])
def test_secret_trials_are_one(trials: List[Trial], hidden: float, shown: str) -> None:
    result = result_of(RIGHT, *trials, WRONG)
    result.go_on = "Go on."
    found = result.with_hidden_trials()
    assert list(map(repr, found.trials)) == [repr(RIGHT), repr(WRONG), shown]
    assert found.trials[2].points == pytest.approx(hidden) and found.trials[2].is_secret
    assert found.trials[2].max_points == pytest.approx(sum(trial.max_points for trial in trials))
    assert found.points == pytest.approx(result.points) and found.go_on == "Go on."
    assert (found.exercise, found.status, found.mistakes, found.feedback) == (
        result.exercise, FAILED, ["sign"], FEEDBACK
    )


def test_without_secret_trials_nothing_is_hidden() -> None:
    result = result_of(RIGHT, WRONG)
    assert result.with_hidden_trials() is result


def test_a_notebook_shows_the_text() -> None:
    result = result_of(Trial("one & two", 1.0, "a < b", False))
    assert result._repr_html_() == (
        "<pre>Exercise 2, a sum: failed, 0 of 3 points\n\n   failed  one &amp; two: a &lt; b\n\nall of it</pre>"
    )
