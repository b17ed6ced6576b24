"""The notebooks of exercises: valid, with the marks of nbgrader, which grades them with partial credit."""

import ast
import contextlib
import io
import json
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any, Dict, List

import pytest

from minibackprop.checking.check import check
from minibackprop.checking.exercise import Exercise
from minibackprop.checking.exercises import ALL_EXERCISES, exercise_numbered
from minibackprop.exercise_forms.notebook import FIND_THE_PACKAGE, exercises_notebook
from minibackprop.exercise_forms.sources import GENERATED, solution_of, stub_of
from minibackprop.exercise_forms.stub import BEGIN, END, Stub
from minibackprop.validation import SettingError

from ..support.ladder import ROOT
from ..support.optional import module_or_missing

IN_NOTEBOOKS: List[Exercise] = [exercise for exercise in ALL_EXERCISES if exercise.number not in GENERATED]
JUPYTER = "Jupyter (pip install nbconvert ipykernel)"
NBGRADER = "nbgrader (pip install nbgrader)"
PARTS = ["text", "function", "trial", "check"]
COURSE = [1, 2, 3]  # the exercises that nbgrader grades here

both_forms = pytest.mark.parametrize("for_teacher", [True, False], ids=["teacher", "learner"])
each_exercise = pytest.mark.parametrize("exercise", IN_NOTEBOOKS, ids=lambda exercise: str(exercise.number))

ONE_RIGHT_OF_THREE = """
def sigmoid(z):
    import math, sys, warnings
    warnings.warn("a warning is no mistake")
    print("nor is this", file=sys.stderr)
    return math.exp(min(z, 0)) / (1 + math.exp(-abs(z)))

def sigmoid_prime(z):
    return 2

def relu_prime(z):
    raise NotImplementedError()
"""
CHANGES_THE_CHECK = """
from minibackprop.checking import exercises, result, value_exercise

class Full:
    points = 3.0

_exercise_numbered = exercises.exercise_numbered = result = Full
value_exercise.ValueExercise.judge = lambda self, observed, seed: Full()

def weighted_input(w, x, b):
    return 0
"""


def cells_of(exercises: List[Exercise], for_teacher: bool) -> List[Dict[str, Any]]:
    cells: List[Dict[str, Any]] = json.loads(exercises_notebook(exercises, for_teacher))["cells"]
    return cells


def source_of(cell: Dict[str, Any]) -> str:
    return "".join(cell["source"])


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
        warnings.simplefilter("ignore")  # here they would be errors; nbgrader, below, sees them
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


@both_forms
def test_nbformat_finds_it_valid(for_teacher: bool) -> None:
    nbformat = module_or_missing("nbformat", JUPYTER)
    nbformat.validate(nbformat.reads(exercises_notebook(IN_NOTEBOOKS, for_teacher), as_version=4))


@both_forms
def test_nbconvert_runs_it(for_teacher: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbformat, _ = module_or_missing("nbformat", JUPYTER), module_or_missing("ipykernel", JUPYTER)
    nbconvert = module_or_missing("nbconvert.preprocessors", JUPYTER)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    notebook = nbformat.reads(exercises_notebook(IN_NOTEBOOKS, for_teacher), as_version=4)
    run = nbconvert.ExecutePreprocessor(timeout=120, allow_errors=not for_teacher)
    run.preprocess(notebook, {"metadata": {"path": str(tmp_path)}})
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        assert "stderr" not in [output.get("name") for output in outputs]
        if cell.id.endswith("-check"):
            points = [str(float(cell.metadata.nbgrader.points))] if for_teacher else []
            assert outputs[0].text.startswith("Exercise ")
            assert [o.data["text/plain"] for o in outputs if o.output_type == "execute_result"] == points


def nbgrader_in(course: Path, *arguments: str) -> None:
    """Run a command of nbgrader there, without the settings of this machine; it needs alembic in the PATH."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    own = {name: str(course / "home") for name in ["HOME", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR"]}
    environment = {
        **os.environ, **own, "PATH": path, "PYTHONPATH": str(ROOT), "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments], cwd=course, env=environment, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    assert done.returncode == 0, done.stdout


def scores_in(course: Path, learner: str) -> List[float]:
    """The scores of the exercises, as nbgrader keeps them; read in a process of its own, as it has warnings."""
    script = (
        "import json, sys\nfrom nbgrader.api import Gradebook\n"
        "with Gradebook('sqlite:///gradebook.db') as book:\n"
        "    notebook = book.find_submission_notebook('exercises', 'first', sys.argv[1])\n"
        "    print(json.dumps({grade.name: grade.score for grade in notebook.grades}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, learner], cwd=course, stdout=subprocess.PIPE, check=True, encoding="utf-8"
    )
    scores: Dict[str, float] = json.loads(done.stdout)
    return [scores[f"exercise-{number:02}-check"] for number in COURSE]


def submit(course: Path, learner: str, handed_out: str, functions: Dict[int, str]) -> None:
    """Write these functions into the notebook that was handed out, and put it where nbgrader finds it."""
    notebook = json.loads(handed_out)
    for number, source in functions.items():
        [cell] = [cell for cell in notebook["cells"] if cell["id"] == f"exercise-{number:02}-function"]
        cell["source"] = source
    folder = course / "submitted" / learner / "first"
    folder.mkdir(parents=True)
    (folder / "exercises.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def test_nbgrader_hands_it_out_without_solutions_and_grades_it(tmp_path: Path) -> None:
    module_or_missing("ipykernel", JUPYTER)
    module_or_missing("nbgrader", NBGRADER)
    exercises: List[Exercise] = [exercise_numbered(number) for number in COURSE]
    (tmp_path / "source" / "first").mkdir(parents=True)
    teachers = tmp_path / "source" / "first" / "exercises.ipynb"
    teachers.write_text(exercises_notebook(exercises, for_teacher=True), encoding="utf-8")
    nbgrader_in(tmp_path, "generate_assignment", "first")

    released = (tmp_path / "release" / "first" / "exercises.ipynb").read_text(encoding="utf-8")
    by_id = {cell["id"]: cell for cell in json.loads(released)["cells"]}
    for exercise in exercises:
        name = f"exercise-{exercise.number:02}-function"
        code = Stub(stub_of(exercise.number)).code
        as_released = "    # YOUR CODE HERE\n    raise NotImplementedError()"
        assert source_of(by_id[name]) == re.sub(r"    raise NotImplementedError\(.*\)", as_released, code)
    for cell in cells_of(exercises, for_teacher=False):
        theirs = by_id[cell["id"]]["metadata"]
        theirs.get("nbgrader", {}).pop("checksum", None)
        assert theirs == cell["metadata"] and (
            cell["id"].endswith(("-function", "-check")) or by_id[cell["id"]]["source"] == cell["source"]
        )

    submit(tmp_path, "of-nbgrader", released, {1: solution_of(1), 3: ONE_RIGHT_OF_THREE})
    ours = exercises_notebook(exercises, for_teacher=False)
    submit(tmp_path, "of-ours", ours, {1: CHANGES_THE_CHECK, 2: "def layer_output(:", 3: solution_of(3)})
    nbgrader_in(tmp_path, "autograde", "first")
    names: Dict[str, Any] = {}
    exec(solution_of(3), names)
    part = check(names["sigmoid"], exercise=3).points
    most = [float(exercise.points) for exercise in exercises]
    assert 0 < part < most[2] and scores_in(tmp_path, "of-nbgrader") == [most[0], 0.0, part]
    assert scores_in(tmp_path, "of-ours") == [0.0, 0.0, most[2]]
