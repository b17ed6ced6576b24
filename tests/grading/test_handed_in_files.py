"""What a file that was handed in knows of itself: its folder, what is wrong with it, where a function is redefined."""

import json
import os
from pathlib import Path
from typing import Any, List, Optional

import pytest

from minibackprop.checking.exercises import exercise_numbered
from minibackprop.exercise_forms.sources import solution_of
from minibackprop.grading.handed_in import HandedIn, files_in

BROKEN = "x = 1\ndef weighted_input(w, x, b)\n    return"
HELPER = "def helper(a, b): pass\n"
ONE, ALL = "def backward(network, x, y): pass\n", "def backward(network, X, Y): pass\n"


def program(folder: Path, source: str, only: Optional[List[int]] = None) -> HandedIn:
    (folder / "mine.py").write_text(source, encoding="utf-8")
    return HandedIn(str(folder / "mine.py"), only)


def notebook(folder: Path, *cells: str) -> HandedIn:
    code = [{"cell_type": "code", "source": cell.splitlines(keepends=True)} for cell in cells]
    (folder / "mine.ipynb").write_text(json.dumps({"cells": code}), encoding="utf-8")
    return HandedIn(str(folder / "mine.ipynb"))


def test_the_folder_of_a_file_holds_its_helpers_unless_they_are_another_learner_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, solution_of(1))
    monkeypatch.chdir(tmp_path)
    folder = os.getcwd()
    mine = HandedIn("mine.py")
    assert (mine.absolute_path, mine.folder_of_helpers) == (os.path.join(folder, "mine.py"), folder)
    assert HandedIn("mine.py", has_helpers=False).folder_of_helpers is None
    assert repr(HandedIn(os.path.join(folder, "mine.py"))) == "HandedIn(mine.py, [1])"


@pytest.mark.parametrize("source, only, numbers, is_not_assigned", [
    ("def f(:", [3], [3], False), ("def f(:", [3, 4], [], False), ("def f(:", None, [], False),
    ("def f(): pass", [3], [], False), (BROKEN, [3], [], True), (BROKEN, [1], [1], False),
    (BROKEN, None, [1], False),
])
def test_what_is_broken_is_taken_for_the_only_exercise_that_is_assigned(
    source: str, only: Any, numbers: List[int], is_not_assigned: bool, tmp_path: Path
) -> None:
    found = program(tmp_path, source, only)
    assert (found.numbers, found.is_not_assigned) == (numbers, is_not_assigned)


def test_a_notebook_has_a_problem_only_if_its_single_cell_has_one(tmp_path: Path) -> None:
    assert notebook(tmp_path, "def f(:", "x = 1").problem == ""
    assert notebook(tmp_path, "def f(:").problem.startswith("cell 1: it is not valid Python: ")
    assert notebook(tmp_path).problem == ""


def test_the_problem_with_an_exercise_is_that_of_the_cell_of_its_functions(tmp_path: Path) -> None:
    first = exercise_numbered(1)
    assert program(tmp_path, "def f(:").problem_with(first).startswith("it is not valid Python: ")
    assert notebook(tmp_path, solution_of(1), BROKEN).problem_with(first) == ""
    quoted = '"""\ndef weighted_input(w, x, b)\n"""'
    assert notebook(tmp_path, quoted, "def f(:", BROKEN).problem_with(first).startswith("cell 3: ")
    assert notebook(tmp_path, "x = 1", "def f(:").problem_with(first) == ""


def test_a_function_in_a_text_and_a_number_in_the_name_of_a_folder_do_not_count(tmp_path: Path) -> None:
    assert program(tmp_path, '"""\ndef weighted_input(w, x, b)\n"""').numbers == []
    folder = tmp_path / "exercise_7"
    folder.mkdir()
    assert program(folder, "x = 1").numbers == []


def test_other_exercises_do_not_depend_on_which_backward_there_is(tmp_path: Path) -> None:
    assert program(tmp_path, solution_of(1) + "\n\n" + ONE).numbers == [1, 11]


@pytest.mark.parametrize("source, kept", [
    (ONE + ALL, ONE), (ALL + ONE, ALL + ONE), (ONE + HELPER + ALL, ONE + HELPER), (ONE + HELPER, ONE + HELPER),
    (ONE + ONE + ALL, ONE + ONE),
    ("def helper(a, x): pass\n" + ALL, "def helper(a, x): pass\n" + ALL), (ALL + ALL, ALL + ALL),
])
def test_the_backward_of_two_layers_ends_where_that_of_any_layers_begins(
    source: str, kept: str, tmp_path: Path
) -> None:
    found = program(tmp_path, source)
    assert found.parts_for(exercise_numbered(11)) == [kept]
    assert found.parts_for(exercise_numbered(12)) == [source]


def test_files_are_sorted_whatever_their_order_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = os.walk

    def backwards(path: str, *settings: Any) -> Any:
        for folder, folders, names in walk(path, *settings):
            folders.sort(reverse=True)
            names.sort(reverse=True)
            yield folder, folders, names

    for name in ("a.py", "B.PY", "one/c.IPYNB", "two/d.py", "node_modules/e.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    monkeypatch.setattr(os, "walk", backwards)
    found = [os.path.relpath(path, str(tmp_path)).replace(os.sep, "/") for path in files_in(str(tmp_path))]
    assert found == ["B.PY", "a.py", "one/c.IPYNB", "two/d.py"]
    assert files_in(str(tmp_path / "B.PY")) == [str(tmp_path / "B.PY")]


def test_the_files_of_a_package_are_found_if_it_is_named_itself(tmp_path: Path) -> None:
    for name in ("__init__.py", "mine.py"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert files_in(str(tmp_path)) == [str(tmp_path / "mine.py")]
