"""The commands `exercises`, `hint` and `solution`: lists, files, hints, and what is wrong with a call."""

import json
import os
from pathlib import Path

import pytest

from minibackprop.checking.exercises import ALL_EXERCISES
from minibackprop.cli.parser import command_as_typed
from minibackprop.exercise_forms.sources import file_name_of, solution_of, stub_of

from ..support.command import Here, run

FIRST = file_name_of(1)

pytestmark = pytest.mark.usefixtures("in_a_folder")


def test_the_list_names_all_exercises_and_where_to_begin(here: Here) -> None:
    lines = here.text("exercises").splitlines()
    assert lines[0] == "Backpropagation in 17 exercises"
    for exercise in ALL_EXERCISES:
        (line,) = [line for line in lines if line.startswith(f"{exercise.number:>2}  ")]
        assert line.split()[-2:] == [str(exercise.lesson), str(exercise.points)] and exercise.title in line
    assert lines[-1] == f"Begin     {command_as_typed()} exercises start 1"


def test_the_list_finds_out_what_is_solved_by_running_it(here: Here, in_a_folder: Path) -> None:
    here.text("exercises", "start", "all", "-o", "mine")
    (in_a_folder / "mine" / FIRST).write_text(solution_of(1), encoding="utf-8")
    (in_a_folder / "mine" / file_name_of(3)).write_text("def relu_prime(z):\n    return z", encoding="utf-8")
    lines = here.text("exercises", "--in", "mine").splitlines()
    statuses = {int(line[:2]): line.split("  ")[-1].strip() for line in lines if line[:2].strip().isdecimal()}
    assert (statuses[1], statuses[2], statuses[3], statuses[17]) == ("solved", "not started", "failed", "not started")
    assert lines[-1] == f"Go on     {command_as_typed()} check {file_name_of(2)}"


def test_start_writes_the_file_and_says_how_to_check_it(here: Here, in_a_folder: Path) -> None:
    printed = here.text("exercises", "start")
    assert (in_a_folder / FIRST).read_text(encoding="utf-8") == stub_of(1)
    assert printed == (
        f"{FIRST} is written.\nOpen it in an editor, write what it asks for, and type:\n\n"
        f"   {command_as_typed()} check {FIRST}\n"
    )


def test_start_never_writes_over_a_file(here: Here, in_a_folder: Path) -> None:
    (in_a_folder / FIRST).write_text("my work", encoding="utf-8")
    assert f"{FIRST} already exists: it is left as it is" in here.error_line(1, "exercises", "start", "1")
    printed = here.text("exercises", "start", "all")
    assert printed.startswith("16 files are written into this folder.\n1 file already there: left as it is.\n")
    assert (in_a_folder / FIRST).read_text(encoding="utf-8") == "my work"
    assert "all 17 files already exist" in here.error_line(1, "exercises", "start", "all")
    assert sorted(os.listdir(str(in_a_folder))) == [file_name_of(exercise.number) for exercise in ALL_EXERCISES]


def test_a_seed_makes_another_program(here: Here, in_a_folder: Path) -> None:
    here.text("exercises", "start", "17", "--seed", "4", "-o", "four")
    assert (in_a_folder / "four" / file_name_of(17)).read_text(encoding="utf-8") == stub_of(17, 4)


def test_a_notebook(here: Here, in_a_folder: Path) -> None:
    here.text("exercises", "notebook", "-o", "all.ipynb")
    text = (in_a_folder / "all.ipynb").read_text(encoding="utf-8")
    assert "BEGIN SOLUTION" not in text and len(json.loads(text)["cells"]) == 2 + 4 * 14
    here.text("exercises", "notebook", "1", "--teacher", "-o", "one.ipynb")
    assert "BEGIN SOLUTION" in (in_a_folder / "one.ipynb").read_text(encoding="utf-8")
    assert "already exists" in here.error_line(1, "exercises", "notebook", "1", "-o", "one.ipynb")


@pytest.mark.parametrize("arguments, message", [
    (["exercises", "strat"], "'strat' is neither start nor notebook: did you mean start?"),
    (["exercises", "start", "18"], "there is no exercise 18: choose one from 1 to 17"),
    (["exercises", "start", "one"], "there is no exercise 'one': give a number, such as 1, or all"),
    (["exercises", "start", "1", "--seed", "4"], "--seed has no effect here: only exercises 15 to 17 are drawn"),
    (["exercises", "start", "1", "--teacher"], "--teacher has no effect with start"),
    (["exercises", "--teacher"], "--teacher has no effect without start or notebook"),
    (["exercises", "--in", "nowhere"], "nowhere is no folder"),
    (["exercises", "notebook", "17", "-o", "a.ipynb"], "exercise 17 is a program to complete or repair"),
    (["exercises", "notebook"], "name the file: -o exercises.ipynb"),
    (["exercises", "notebook", "-o", "a.txt"], "a.txt does not end with .ipynb"),
    (["exercises", "notebook", "--seed", "1", "-o", "a.ipynb"], "--seed has no effect with notebook"),
    (["hint"], "the following arguments are required: NUMBER"), (["hint", "0"], "must be a whole number, 1 or more"),
    (["hint", "18"], "there is no exercise 18"), (["hint", "1", "4"], "there is no hint '4': give 1, 2 or 3"),
    (["solution", "18"], "there is no exercise 18"),
])
def test_what_is_wrong_with_a_call_is_said(arguments: "list[str]", message: str, here: Here) -> None:
    assert message in here.error_line(2, *arguments)


def test_three_hints_for_each_exercise(here: Here) -> None:
    for exercise in ALL_EXERCISES:
        first = here.text("hint", str(exercise.number))
        assert " ".join(first.split("\n\n")[0].split()) == exercise.hints[0]
        assert first.endswith(f"The next hint:\n   {command_as_typed()} hint {exercise.number} 2\n")
        assert "next hint" not in here.text("hint", str(exercise.number), "3")


def test_a_solution_is_shown_once_ones_own_passes(here: Here, in_a_folder: Path) -> None:
    (in_a_folder / FIRST).write_text(stub_of(1), encoding="utf-8")
    outcome = here.run("solution", "1")
    assert outcome.status == 1
    assert outcome.out.startswith("Exercise 1 does not pass yet in this folder: solve it first.\n")
    assert "minibackprop hint 1" in outcome.out and "zip" not in outcome.out
    (in_a_folder / FIRST).write_text(
        "def weighted_input(w, x, b):\n    return sum(u * v for u, v in zip(w, x)) + b\n", encoding="utf-8"
    )
    assert here.text("solution", "1") == solution_of(1)
    assert here.text("solution", "2", "--teacher") == solution_of(2)


def test_in_40_columns_and_ascii(tmp_path: Path) -> None:
    for arguments in (["exercises", "--in", str(tmp_path)], ["hint", "12", "2"]):
        outcome = run(*arguments, env={"COLUMNS": "40", "PYTHONIOENCODING": "ascii"}, encoding="ascii")
        assert outcome.status == 0 and "?" not in outcome.out
