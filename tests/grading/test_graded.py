"""The results of one learner: their points as a part of all, and what counts as passed."""

from minibackprop.checking.exercise import Exercise
from minibackprop.checking.result import FAILED, NOT_RUN, PASSED, ExerciseResult, Trial
from minibackprop.grading.graded import Graded, not_an_exercise


def one_with(status: str, *worth: float) -> ExerciseResult:
    """The result of an exercise for one point in which a first trial passed, of this worth, and a second failed."""
    trials = [Trial("first", worth[0], "", False), Trial("second", worth[1], "wrong", False)]
    return ExerciseResult(Exercise(1, "a title", 1), status, trials, [], [])


def test_the_fraction_is_that_of_all_points() -> None:
    assert Graded([one_with(FAILED, 0.25, 0.75)], 1.0).fraction == 0.25
    assert Graded([one_with(FAILED, 0.25, 0.75)] * 2 + [one_with(PASSED, 0.5, 0.5)], 1.0).fraction == 0.5
    assert Graded([], 1.0).fraction == 0.0


def test_nothing_is_passed_only_if_there_is_something_and_all_of_it_is_right() -> None:
    passed, failed = one_with(PASSED, 0.5, 0.5), one_with(FAILED, 0.5, 0.5)
    assert Graded([passed, passed], 1.0).passed
    assert not Graded([passed, failed], 1.0).passed
    assert Graded([], 1.0).passed is False


def test_it_could_be_run_if_one_exercise_could() -> None:
    missing = not_an_exercise("a.py", NOT_RUN, "it is empty", points=1)
    assert Graded([missing, one_with(FAILED, 0.5, 0.5)], 1.0).could_be_run
    assert not Graded([missing], 1.0).could_be_run and not Graded([], 1.0).could_be_run
