"""Reading programs and notebooks without running them: limits, encodings, names, commands and locked cells."""

import json
import warnings
from pathlib import Path
from typing import Any, Dict, List

import pytest

from minibackprop.grading.handed_in import HandedIn
from minibackprop.grading.source import Part, parts_of

SOLUTION = "def weighted_input(w, x, b): pass"


def cell(source: str, kind: str = "code", **fields: Any) -> Dict[str, Any]:
    return {"cell_type": kind, "source": source.splitlines(keepends=True), **fields}


def in_notebook(folder: Path, *cells: Dict[str, Any], name: str = "mine.ipynb") -> HandedIn:
    (folder / name).write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return HandedIn(str(folder / name))


def problem_of(source: str) -> str:
    return Part(source).problem


def test_a_program_may_be_as_long_as_the_limits_say(tmp_path: Path) -> None:
    longest = ("#" * 9_999 + "\n") * 20
    assert [problem_of(longest), problem_of(longest + "#")] == ["", "its code has more than 200000 characters"]
    assert [problem_of("#" * length) for length in (10_000, 10_001)] == [
        "", "it has a line of more than 10000 characters"
    ]
    (tmp_path / "mine.py").write_bytes(b"#" * 5_000_000)
    assert parts_of(str(tmp_path / "mine.py"))[0].problem == "its code has more than 200000 characters"


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    assert HandedIn(str(tmp_path / "mine.py")).problem == "it cannot be read: No such file or directory"


def test_what_is_not_python_is_said_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert problem_of("x = 1\nx = = 2\n") == "it is not valid Python: invalid syntax, in line 2"
    assert problem_of('x = "\ud800"').startswith("it is not valid Python: 'utf-8' codec can't encode character")

    def without_memory(source: str) -> None:
        raise MemoryError

    monkeypatch.setattr("ast.parse", without_memory)
    assert problem_of("x") == "it is not valid Python: MemoryError"


def test_warnings_of_the_compiler_do_not_matter() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert problem_of('x = "\\d"') == ""


@pytest.mark.parametrize("source, names", [
    ("from mine import a, b as c", ["a", "c"]), ("import a.b, c as d", ["a.b", "d"]), ("print(a)", []),
    ("a = b + c", ["a"]), ("if a:\n    b = 1\nelif c:\n    d = 1\nelse:\n    e = 1", ["b", "d", "e"]),
    ("for a in b:\n    c = a", ["c"]), ("class A:\n    b = 1", ["A"]), ("async def a():\n    b = 1", ["a"]),
    ("try:\n    a = 1\nexcept b:\n    c = 1\nelse:\n    d = 1\nfinally:\n    e = 1", ["a", "d", "e", "c"]),
    ("(a := 1)", ["a"]), ("a.b = c[0] = 1", []),
])
def test_names_that_are_given_to_something_at_the_top_level(source: str, names: List[str]) -> None:
    assert Part(source).names == names
    assert repr(Part(source)) == f"Part({names})"


def test_line_endings_become_those_of_python(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_bytes(b"x = 1\r\ny = 2\rz = 3\n")
    assert HandedIn(str(tmp_path / "mine.py")).source == "x = 1\ny = 2\nz = 3\n"


def test_only_the_code_of_a_notebook_counts(tmp_path: Path) -> None:
    assert in_notebook(tmp_path, cell(SOLUTION, "markdown"), cell("x = 1")).names == ["x"]
    assert in_notebook(tmp_path, cell(SOLUTION), name="MINE.IPYNB").names == ["weighted_input"]


@pytest.mark.parametrize("metadata, is_locked", [
    ({"nbgrader": {"locked": True}}, True), ({"nbgrader": {"locked": False}}, False), ({"nbgrader": {}}, False),
    ({"nbgrader": [1]}, False), ({}, False), (["nbgrader"], False), (None, False),
])
def test_a_cell_that_nbgrader_has_locked_is_left_out(metadata: Any, is_locked: bool, tmp_path: Path) -> None:
    found = in_notebook(tmp_path, cell("x = 1", metadata=metadata), cell("y = 2"))
    assert found.names == (["y"] if is_locked else ["x", "y"])


@pytest.mark.parametrize("source, read", [
    (f"%%bash\n{SOLUTION}", ""), (f"%%time\n{SOLUTION}", f"pass\n{SOLUTION}"),
    (f"%%timeit\n{SOLUTION}", f"pass\n{SOLUTION}"), (f"%%capture output\n{SOLUTION}", f"pass\n{SOLUTION}"),
    ("%%time", "pass"), ("if x:\n    !ls\ny = %who\nmax?", "if x:\n    pass\npass\npass"),
])
def test_commands_of_a_notebook_are_not_python(source: str, read: str, tmp_path: Path) -> None:
    assert in_notebook(tmp_path, cell(source)).source == read
