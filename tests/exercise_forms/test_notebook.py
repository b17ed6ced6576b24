"""The notebooks of exercises: complete, with the marks of nbgrader, and with cells that give partial credit."""

import ast
import contextlib
import io
import json
import os
import re
import subprocess
import sys
import warnings
from typing import Any, Dict, List

import pytest

from minibackprop.checking.check import check
from minibackprop.checking.exercise import Exercise
from minibackprop.checking.exercises import exercise_numbered
from minibackprop.exercise_forms.notebook import FIND_THE_PACKAGE, exercises_notebook
from minibackprop.exercise_forms.sources import solution_of, stub_of
from minibackprop.exercise_forms.stub import BEGIN, END, Stub
from minibackprop.validation import SettingError

from ..support.exercise_notebooks import (
    CHANGES_THE_CHECK, IN_NOTEBOOKS, ONE_RIGHT_OF_THREE, both_forms, cells_of, source_of,
)
from ..support.ladder import ROOT

PARTS = ["text", "function", "trial", "check"]
each_exercise = pytest.mark.parametrize("exercise", IN_NOTEBOOKS, ids=lambda exercise: str(exercise.number))


def points_of(check_cell: str, names: Dict[str, Any]) -> float:
    """What the last line of a check cell gives, where these names are known; the modules stay as they were."""
    before, last = check_cell.rsplit("\n", 1)
    modules = dict(sys.modules)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(before, names)
        return float(eval(last, names))
    finally:
        sys.modules.clear()
        sys.modules.update(modules)


@both_forms
def test_it_has_the_form_of_nbformat_4_5(for_teacher: bool) -> None:
    text = exercises_notebook(IN_NOTEBOOKS, for_teacher)
    notebook = json.loads(text)
    assert text == json.dumps(notebook, ensure_ascii=False, indent=1) + "\n" and "∂C/∂w" in text
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids) and all(re.fullmatch("[a-zA-Z0-9_-]{1,64}", each) for each in ids)
    for cell in notebook["cells"]:
        fields = {"cell_type", "id", "metadata", "source"}
        assert set(cell) == fields | ({"execution_count", "outputs"} if cell["cell_type"] == "code" else set())


@both_forms
def test_an_exercise_has_the_same_cells_alone_and_among_others(for_teacher: bool) -> None:
    cells = cells_of(IN_NOTEBOOKS, for_teacher)
    assert [cell["id"] for cell in cells[:2]] == ["about", "find-minibackprop"]
    assert source_of(cells[1]) == FIND_THE_PACKAGE
    for place, exercise in enumerate(IN_NOTEBOOKS):
        mine = cells[2 + 4 * place : 6 + 4 * place]
        assert [cell["id"] for cell in mine] == [f"exercise-{exercise.number:02}-{part}" for part in PARTS]
        assert cells_of([exercise], for_teacher)[2:] == mine
    assert len(cells) == 2 + 4 * len(IN_NOTEBOOKS)


@both_forms
def test_nbgrader_finds_its_metadata(for_teacher: bool) -> None:
    by_part: Dict[str, List[Any]] = {"text": [], "function": [], "check": []}
    for cell in cells_of(IN_NOTEBOOKS, for_teacher):
        part = cell["id"].split("-")[-1]
        if part == "trial":
            assert cell["metadata"] == {}
            continue
        nbgrader = cell["metadata"]["nbgrader"]
        assert nbgrader["grade_id"] == cell["id"] and nbgrader["cell_type"] == cell["cell_type"]
        assert nbgrader["schema_version"] == 3 and nbgrader["task"] is False
        assert ("points" in nbgrader) == nbgrader["grade"] == (part == "check")
        assert nbgrader["solution"] == (part == "function") and nbgrader["locked"] == (part != "function")
        assert cell["metadata"].get("deletable", True) == for_teacher
        assert cell["metadata"].get("editable", True) == (for_teacher or part == "function")
        by_part.setdefault(part, []).append(nbgrader)
    assert [each["points"] for each in by_part["check"]] == [exercise.points for exercise in IN_NOTEBOOKS]
    assert [len(each) for each in by_part.values()][:3] == [len(IN_NOTEBOOKS)] * 3


@each_exercise
def test_the_text_is_that_of_the_stub_and_good_markdown(exercise: Exercise) -> None:
    text = source_of(cells_of([exercise], for_teacher=False)[2])
    docstring = ast.get_docstring(ast.parse(stub_of(exercise.number)))
    assert docstring and text == f"## {docstring}".replace("into this file", "into the cell below")
    assert text.startswith(f"## Exercise {exercise.number}: {exercise.title}\n\n") and "file" not in text
    for paragraph in text.split("\n\n"):
        lines = paragraph.split("\n")
        assert len({line.startswith("    ") for line in lines}) == 1, "a formula needs an empty line before it"
        if not lines[0].startswith("    "):
            assert not re.search(r"[*$<`\\]|\b_|_\b", paragraph), "this has a meaning in Markdown"


@each_exercise
def test_the_learner_gets_the_stub_and_no_solution(exercise: Exercise) -> None:
    stub = stub_of(exercise.number)
    cells = cells_of([exercise], for_teacher=False)
    code = source_of(cells[3])
    assert code in stub and code.count("raise NotImplementedError") == len(exercise.names)
    trial = [f"    {line}" if line else line for line in source_of(cells[4]).split("\n")]
    assert stub.endswith('if __name__ == "__main__":\n' + "\n".join(trial) + "\n")
    for line in solution_of(exercise.number).split("\n"):
        if line.startswith("    "):
            assert line.strip() not in [each.strip() for each in code.split("\n")]


def test_the_learner_s_check_is_short() -> None:
    (check_cell,) = cells_of([exercise_numbered(1)], for_teacher=False)[5:]
    assert source_of(check_cell).split("\n") == [
        "# This cell checks what you wrote. It is worth 3 points.",
        "from minibackprop import check",
        "",
        "print(check(weighted_input, exercise=1))",
    ]


@each_exercise
def test_between_the_marks_is_all_of_the_solution(exercise: Exercise) -> None:
    code = source_of(cells_of([exercise], for_teacher=True)[3])
    handed_out = re.sub(rf"    {BEGIN}\n.*?    {END}", "    raise NotImplementedError", code, flags=re.DOTALL)
    stub = Stub(stub_of(exercise.number))
    assert handed_out == re.sub(r"(NotImplementedError)\(.*\)", r"\1", stub.code)
    lines = [line.strip() for line in code.split("\n")] + [""]
    assert [line for line in solution_of(exercise.number).split("\n") if line.strip() not in lines] == []
    compile(code, "cell", "exec")


def test_a_helper_that_needs_another_one_is_put_in_with_it() -> None:
    stub = Stub('def f(x):\n    """Return 3 x."""\n    raise NotImplementedError("write this function")')
    written = {"f": "g(x) + x", "g": "h(x) + x", "h": "x", "not_used": "0"}
    solution = "\n\n".join([f"def {name}(x):\n    return {value}" for name, value in written.items()])
    names: Dict[str, Any] = {}
    exec(stub.solved(solution), names)
    assert names["f"](2) == 6 and "not_used" not in stub.solved(solution)
    assert sorted(name for name in names if not name.startswith("__")) == ["f"]


def test_the_cells_run_in_their_order_and_give_full_points_for_the_solutions() -> None:
    names: Dict[str, Any] = {}
    for cell in cells_of(IN_NOTEBOOKS, for_teacher=True):
        if cell["id"].endswith("-check"):
            assert points_of(source_of(cell), names) == cell["metadata"]["nbgrader"]["points"], cell["id"]
        elif cell["cell_type"] == "code":
            with contextlib.redirect_stdout(io.StringIO()):
                exec(source_of(cell), names)


@each_exercise
def test_an_untouched_stub_gets_no_points(exercise: Exercise) -> None:
    cells = cells_of([exercise], for_teacher=False)
    names: Dict[str, Any] = {}
    exec(source_of(cells[3]), names)
    check_cell = source_of(cells_of([exercise], for_teacher=True)[5])
    assert points_of(check_cell, names) == 0
    assert points_of(check_cell, {}) == 0, "where no function is left"
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(source_of(cells[5]), names)
    assert "not started, 0 of" in output.getvalue()


def test_a_part_gets_a_part_of_the_points(capsys: pytest.CaptureFixture[str]) -> None:
    check_cell = source_of(cells_of([exercise_numbered(3)], for_teacher=True)[5])
    names: Dict[str, Any] = {}
    exec(ONE_RIGHT_OF_THREE, names)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # here they would be errors; nbgrader sees them
        points = points_of(check_cell, names)
        assert capsys.readouterr().err == "", "nbgrader takes what is in stderr for a failure"
        assert 0 < points < exercise_numbered(3).points
        assert points == check(names["sigmoid"], exercise=3).points


def test_a_function_that_is_missing_costs_no_points_of_another_one_and_any_kind_of_function_will_do() -> None:
    check_cell = source_of(cells_of([exercise_numbered(4)], for_teacher=True)[5])
    names: Dict[str, Any] = {}
    exec(solution_of(4), names)
    only_slopes = {"cost_slope": lambda y, a: names["cost_slope"](y, a)}
    points = points_of(check_cell, only_slopes)
    assert 0 < points < exercise_numbered(4).points and points == check(names["cost_slope"], exercise=4).points


def test_a_check_that_was_changed_in_the_notebook_is_not_used() -> None:
    check = source_of(cells_of([exercise_numbered(1)], for_teacher=True)[5])
    script = f"{CHANGES_THE_CHECK}\n{check}\nassert _result.points == 0, _result.points"
    subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)


def test_without_the_package_the_first_code_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "minibackprop", None)
    with pytest.raises(SystemExit, match="These exercises need minibackprop: "):
        exec(FIND_THE_PACKAGE, {})


def test_exercises_from_a_seed_are_refused() -> None:
    with pytest.raises(SettingError, match="exercise 16 is drawn from a seed"):
        exercises_notebook([exercise_numbered(1), exercise_numbered(16)], for_teacher=True)
