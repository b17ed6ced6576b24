"""Results made readable: the texts of learners on one line each, not too long, and the results themselves unchanged."""

import math

import pytest

from minibackprop.checking.exercise import Exercise
from minibackprop.checking.result import FAILED, ExerciseResult, Trial
from minibackprop.grading.graded import Graded
from minibackprop.grading.readable import cut, readable
from minibackprop.grading.strict_json import rounded, strict_json


def test_only_the_copy_is_made_readable() -> None:
    trial = Trial("a\ntitle", 1.0, "a\x1bmessage", is_secret=False)
    result = ExerciseResult(Exercise(0, "a\nfile.py", 1), FAILED, [trial], [], ["one\x1b\ntwo", "2", "3"])
    copy = readable(Graded([result], 0.25), hides_secret=False).results[0]
    assert (copy.exercise.title, copy.trials[0].title, copy.trials[0].message, copy.feedback) == (
        "a file.py", "a title", "a?message", ["one?\ntwo", "2", "3"]
    )
    assert (result.exercise.title, trial.title, trial.message, result.feedback) == (
        "a\nfile.py", "a\ntitle", "a\x1bmessage", ["one\x1b\ntwo", "2", "3"]
    )
    assert result.trials == [trial]


@pytest.mark.parametrize("text, line", [
    ("a\tb", "a       b"), ("x" * 2000, "x" * 2000), ("x" * 2001, "x" * 2000 + "…"), ("a\r\nb", "a b"),
])
def test_a_message_is_one_line_that_is_not_too_long(text: str, line: str) -> None:
    result = ExerciseResult(Exercise(1, "a title", 1), FAILED, [Trial("a trial", 1.0, text, is_secret=False)], [], [])
    assert readable(Graded([result], 0.25), hides_secret=False).results[0].trials[0].message == line


def test_only_what_is_too_long_is_cut() -> None:
    assert [cut("abcd", most) for most in (5, 4, 3, 0)] == ["abcd", "abcd", "abc…", "…"]


def test_json_holds_no_number_that_json_does_not_have() -> None:
    with pytest.raises(ValueError):
        strict_json({"points": math.nan})
    assert [repr(rounded(number)) for number in (math.nan, math.inf, -math.inf, 2, 1 / 3, -2 / 3)] == [
        "0.0", "0.0", "0.0", "2.0", "0.333333", "-0.666667"
    ]
