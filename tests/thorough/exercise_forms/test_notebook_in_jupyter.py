"""The notebooks of exercises in Jupyter: they are valid and run, and nbgrader hands them out and grades them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List

import pytest

from minibackprop.checking.check import check
from minibackprop.checking.exercise import Exercise
from minibackprop.checking.exercises import exercise_numbered
from minibackprop.exercise_forms.notebook import exercises_notebook
from minibackprop.exercise_forms.sources import solution_of, stub_of
from minibackprop.exercise_forms.stub import Stub

from ...support.exercise_notebooks import (
    CHANGES_THE_CHECK, IN_NOTEBOOKS, ONE_RIGHT_OF_THREE, both_forms, cells_of, source_of,
)
from ...support.jupyter import JUPYTER, run_by_nbconvert, validate
from ...support.ladder import ROOT
from ...support.optional import module_or_missing

NBGRADER = "nbgrader (pip install nbgrader)"
COURSE = [1, 2, 3]  # the exercises that nbgrader grades here


@both_forms
def test_nbformat_finds_it_valid(for_teacher: bool) -> None:
    validate(exercises_notebook(IN_NOTEBOOKS, for_teacher))


@both_forms
def test_nbconvert_runs_it(for_teacher: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = exercises_notebook(IN_NOTEBOOKS, for_teacher)
    notebook = run_by_nbconvert(text, tmp_path, monkeypatch, allow_errors=not for_teacher)
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
