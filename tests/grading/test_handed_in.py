"""What is handed in: programs and notebooks, whatever they are called, and the exercises that they solve."""

import json
import os
from pathlib import Path
from typing import Any, List

import pytest

from minibackprop import SettingError
from minibackprop.checking.exercises import ALL_EXERCISES, exercise_numbered
from minibackprop.exercise_forms.sources import file_name_of, solution_of, stub_of
from minibackprop.grading.handed_in import HandedIn, assigned_numbers, files_in
from minibackprop.grading.source import NotReadable

from ..support.optional import not_everywhere


def handed_in(folder: Path, source: str, name: str = "mine.py", only: Any = None) -> HandedIn:
    path = folder / name
    path.write_bytes(source.encode("utf-8"))
    return HandedIn(str(path), only)


def notebook(*cells: str) -> str:
    return json.dumps({"cells": [{"cell_type": "code", "source": cell.splitlines(keepends=True)} for cell in cells]})


def test_the_name_of_a_file_says_which_exercise_it_is(tmp_path: Path) -> None:
    for exercise in ALL_EXERCISES:
        assert handed_in(tmp_path, "", file_name_of(exercise.number)).numbers == [exercise.number]
    assert handed_in(tmp_path, "", "Anna Exercise 7.py").numbers == [7]
    assert handed_in(tmp_path, "", "exercise_99.py").numbers == []
    assert handed_in(tmp_path, solution_of(1), "exercise_2024.py").numbers == [1]
    assert handed_in(tmp_path, solution_of(1), "exercise_02_mine.py").numbers == [1]


def test_or_its_first_line(tmp_path: Path) -> None:
    for exercise in ALL_EXERCISES:
        if exercise.number >= 15:
            source = stub_of(exercise.number).replace(f"Exercise {exercise.number}:", f"Exercise {exercise.number}:")
            assert handed_in(tmp_path, source).numbers == [exercise.number]


@pytest.mark.parametrize("source, numbers", [
    (solution_of(1), [1]), (solution_of(4), [4]), (solution_of(11), [11]), (solution_of(12), [10, 12]),
    (solution_of(14), [14]), ("weighted_input: object = max", [1]), ("a, weighted_input = min, max", [1]),
    ("try:\n    import b\nexcept ImportError:\n    def weighted_input(w, x, b): pass", [1]),
    ("def relu_prime(z): pass", [3]),
    ("weighted_input = max\nfrom mine import layer_output as step\n", [1, 8]),
    ("try:\n    from numpy import dot as cost\nexcept ImportError:\n    def cost(y, a): pass\n", [4]),
    ("backward = lambda network, X, Y: None", [12]), ("def helper(): pass", []), ("", []), ("print(1)", []),
])
def test_or_the_functions_that_it_has(source: str, numbers: List[int], tmp_path: Path) -> None:
    assert handed_in(tmp_path, source).numbers == numbers


def test_only_what_is_assigned_counts(tmp_path: Path) -> None:
    assert handed_in(tmp_path, solution_of(12), only=[12, 13]).numbers == [12]
    other = handed_in(tmp_path, solution_of(1), only=[2])
    assert other.numbers == [] and other.is_not_assigned
    assert not handed_in(tmp_path, "", only=[2]).is_not_assigned


def test_a_notebook_is_its_code(tmp_path: Path) -> None:
    text = notebook("%matplotlib inline\n!pip install numpy\nimport math", solution_of(1), "weighted_input?\n?max")
    found = handed_in(tmp_path, text, "mine.ipynb")
    assert (found.numbers, found.problem) == ([1], "")
    names: Any = {}
    for part in found.parts_for(exercise_numbered(1)):
        exec(part, names)
    assert names["weighted_input"]([1], [2], 3) == 5


def test_two_functions_of_one_name_are_told_apart(tmp_path: Path) -> None:
    both = handed_in(tmp_path, notebook(solution_of(11), solution_of(12)), "all.ipynb")
    assert both.numbers == [10, 11, 12]
    names: Any = {}
    for part in both.parts_for(exercise_numbered(11)):
        exec(part, names)
    assert names["backward"].__code__.co_varnames[1] == "x"
    for part in both.parts_for(exercise_numbered(12)):
        exec(part, names)
    assert names["backward"].__code__.co_varnames[1] == "X"


@pytest.mark.parametrize("data, name, problem", [
    (b"def f(:", "mine.py", "it is not valid Python: "), (b"a\0", "mine.py", "it is not valid Python: "),
    (b"\xff\xfe", "mine.py", "it is not a text"), (b"# coding: klingon\n", "mine.py", "it is not a text"),
    (b"{", "mine.ipynb", "it is not a notebook"), (b"[]", "mine.ipynb", "it is not a notebook"),
    (b"\xff", "mine.ipynb", "it is not a text"), (b"[" * 100000, "mine.ipynb", "it is not a notebook"),
    (b'{"cells": [{"cell_type": "code"}]}', "mine.ipynb", "it is not a notebook"),
    (b"#" * 5_000_001, "mine.py", "it has more than 5 MB"), (b"#" * 10_001, "mine.py", "it has a line of more than"),
    (b"#\n" * 100_001, "mine.py", "its code has more than 200000 characters"),
    (b"# coding: rot13\n", "mine.py", "it is not"),
])
def test_what_cannot_be_read_says_why(data: bytes, name: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert HandedIn(str(tmp_path / name)).problem.startswith(problem)


@pytest.mark.parametrize("data", [
    b"\xef\xbb\xbf", b"# coding: latin-1\n# \xe9\n", b"\r\n", b"from __future__ import annotations\n",
])
def test_files_of_other_editors_can_be_read(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_bytes(data + solution_of(1).replace("\n", "\r\n").encode("utf-8"))
    found = HandedIn(str(tmp_path / "mine.py"))
    assert (found.problem, found.numbers) == ("", [1])


def test_the_files_in_a_folder(tmp_path: Path) -> None:
    for name in ("b.py", "a.ipynb", ".hidden.py", "notes.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [Path(path).name for path in files_in(str(tmp_path))] == ["a.ipynb", "b.py"]
    with pytest.raises(NotReadable, match="neither a Python file"):
        files_in(str(tmp_path / "notes.txt"))
    with pytest.raises(NotReadable, match="there is no such file or folder"):
        files_in(str(tmp_path / "nothing.py"))


def test_what_is_no_plain_file_is_not_read(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        not_everywhere("named pipes")
    os.mkfifo(str(tmp_path / "pipe.py"))
    (tmp_path / "zero.py").symlink_to("/dev/zero")
    for name in ("pipe.py", "zero.py"):
        assert HandedIn(str(tmp_path / name)).problem == "it is no file with a program"
    assert files_in(str(tmp_path)) == []


def test_folders_in_a_folder_are_searched_but_no_package_and_no_environment(tmp_path: Path) -> None:
    for folder in ("minibackprop", "inner", "venv"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.py").write_text("", encoding="utf-8")
    (tmp_path / "minibackprop" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "venv" / "pyvenv.cfg").write_text("", encoding="utf-8")
    (tmp_path / "outer.py").write_text("", encoding="utf-8")
    assert files_in(str(tmp_path)) == [str(tmp_path / "outer.py"), str(tmp_path / "inner" / "mine.py")]


def test_a_broken_cell_does_not_break_the_others(tmp_path: Path) -> None:
    broken = "def layer_output(weights, biases, x)\n    return"
    cells = [solution_of(1), broken, "%%bash\nls", "x = !ls", "1 +\\\n  % 3"]
    found = handed_in(tmp_path, notebook(*cells), "mine.ipynb")
    assert (found.numbers, found.problem) == ([1, 2], "")
    assert found.problem_with(exercise_numbered(1)) == ""
    assert found.problem_with(exercise_numbered(2)).startswith("cell 2: it is not valid Python: ")


def test_python_that_looks_like_a_command_stays_python(tmp_path: Path) -> None:
    cell = "def weighted_input(w, x, b):\n    return (sum(p * q for p, q in zip(w, x)) + b\n%len(w))\n"
    (part,) = handed_in(tmp_path, notebook(cell), "mine.ipynb").parts_for(exercise_numbered(1))
    assert part == cell


def test_a_list_of_exercises() -> None:
    assert assigned_numbers("12, 1-3,2") == [1, 2, 3, 12]
    for wrong in ("", "a", "1-", "0", "18", "1,,2", "3-1", "5-1,3"):
        with pytest.raises(SettingError):
            assigned_numbers(wrong)
