"""The file for PrairieLearn stays below a megabyte: its texts are cut to half their length until it does."""

import json
from typing import List

import pytest

from minibackprop.checking.exercise import Exercise
from minibackprop.checking.result import FAILED, NOT_RUN, ExerciseResult, Trial
from minibackprop.grading import prairielearn
from minibackprop.grading.graded import Graded
from minibackprop.grading.prairielearn import as_prairielearn


def with_feedback(lines: List[str], status: str = FAILED) -> Graded:
    trials = [Trial("first", 0.5, "", is_secret=False), Trial("second", 0.5, "wrong", is_secret=False)]
    return Graded([ExerciseResult(Exercise(1, "a title", 1), status, trials, [], ["\n".join(lines)] * 3)], 0.25)


@pytest.mark.parametrize("length, end", [(100_000, "x\n"), (100_001, "x…")])
def test_a_text_is_cut_after_a_hundred_thousand_characters(length: int, end: str) -> None:
    start = "Exercise 1, a title: failed, 0.5 of 1 point\n\n   passed  first\n   failed  second: wrong\n\n"
    lines = ["x" * 1999] * 49  # which take 2000 characters each
    lines.append("x" * (length - len(start) - 49 * 2000 - 1))
    output = json.loads(as_prairielearn(with_feedback(lines)))["output"]
    assert (len(output), output[-2:]) == (length, end)


def test_a_file_of_a_million_bytes_is_whole_and_a_larger_one_is_cut() -> None:
    def file_with(feedback: str) -> str:
        trials = [Trial("a trial", 1.0, "", is_secret=False)] * 472
        exercise = Exercise(1, "t" * 1900, 472)  # which is in the name of each trial
        return as_prairielearn(Graded([ExerciseResult(exercise, FAILED, trials, [], [feedback] * 3)], 0.25))

    missing = 1_000_000 - len(file_with("x"))
    assert 0 < missing < 2000
    assert len(file_with("x" * (missing + 1))) == 1_000_000
    larger = file_with("x" * (missing + 2))
    assert len(larger) < 1_000_000 and json.loads(larger)["output"].endswith("…")


@pytest.mark.parametrize("most_bytes, output", [  # each is a byte less than the file with twice as many characters has
    (193, "Exercise 1, a ti…"), (192, "Exercise…"), (185, "Exer…"), (177, "Ex…"), (173, "E…"), (171, "…"), (0, "…"),
])
def test_texts_are_halved_until_they_fit_or_nothing_is_left(
    most_bytes: int, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prairielearn, "MOST_CHARACTERS", 16)
    monkeypatch.setattr(prairielearn, "MOST_BYTES", most_bytes)
    text = as_prairielearn(with_feedback([], NOT_RUN))
    assert json.loads(text)["output"] == output
    assert len(text) <= max(most_bytes, 170)


def test_only_what_failed_is_a_reason() -> None:
    assert json.loads(as_prairielearn(with_feedback([], NOT_RUN)))["format_errors"] == ["second: wrong"]
