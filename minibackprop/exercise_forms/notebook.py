"""Exercises as a Jupyter notebook, nbformat 4.5, with the marks of nbgrader: to hand out, or for the teacher."""

from typing import Any, Dict, List, Sequence

from ..checking.exercise import Exercise
from ..lesson_forms.notebook import notebook_with
from ..validation import SettingError
from .sources import GENERATED, solution_of, stub_of
from .stub import Stub

ABOUT = """\
# Exercises: write it yourself

Write each function in its cell, in place of the line that raises NotImplementedError. Run that cell, and then the \
cell that checks it: it says what is right and what is not.

Some exercises use the same names. If you go back to an earlier exercise, run the cell with your function again before \
you check it."""

FIND_THE_PACKAGE = '''\
try:
    import minibackprop
except ImportError:
    raise SystemExit(
        "These exercises need minibackprop: save the notebook beside the folder minibackprop, "
        "or install that with python3 -m pip install and the path of the folder that holds its pyproject.toml."
    ) from None'''

CHECK = '''\
# This cell checks what you wrote. Its last line is your points, of {points}.
import contextlib
import sys

for _name in [name for name in sys.modules if name.split(".")[0] == "minibackprop"]:
    del sys.modules[_name]  # so that the check is as it is in the package, whatever the notebook has changed
from minibackprop.checking.exercises import exercise_numbered as _exercise_numbered

_exercise = _exercise_numbered({number})
_functions = {{name: globals()[name] for name in _exercise.names if name in globals()}}
with contextlib.redirect_stderr(sys.stdout):  # nbgrader takes a warning for a failure
    _result = _exercise.judge(_exercise.observe(_functions))
print(_result)
_result.points'''

SHORT_CHECK = """\
# This cell checks what you wrote. It is worth {points} points.
from minibackprop import check

print(check({names}, exercise={number}))"""

LOCKED, TO_WRITE, TO_TRY, GRADED = "locked", "to write", "to try", "graded"  # what a cell is for


def exercises_notebook(exercises: Sequence[Exercise], for_teacher: bool) -> str:
    """Return the exercises as the JSON of a notebook, without outputs; for the teacher with the solutions.

    nbgrader makes the learners' notebook from the teacher's, and grades what is handed in. The notebook that is not for
    the teacher has the same cells, but its checks are short: nbgrader puts the teacher's in their place.

    SettingError for an exercise that is drawn from a seed: what nbgrader hands out would lack the lines to repair.

    >>> import json
    >>> from ..checking.exercises import exercise_numbered
    >>> cells = json.loads(exercises_notebook([exercise_numbered(1)], for_teacher=False))["cells"]
    >>> cells[-1]["metadata"]["nbgrader"]["grade_id"], cells[-1]["source"][-1]
    ('exercise-01-check', 'print(check(weighted_input, exercise=1))')
    """
    for exercise in exercises:
        if exercise.number in GENERATED:
            raise SettingError(f"exercise {exercise.number} is drawn from a seed: it is not in notebooks, use its stub")
    cells = [_cell("markdown", "about", LOCKED, ABOUT), _cell("code", "find-minibackprop", LOCKED, FIND_THE_PACKAGE)]
    for exercise in exercises:
        cells += _cells_of(exercise, for_teacher)
    if not for_teacher:
        for cell in cells:
            _protect(cell)
    return notebook_with(cells)


def _cells_of(exercise: Exercise, for_teacher: bool) -> List[Dict[str, Any]]:
    """The text, the functions to write, the lines that try them, and the check."""
    name = f"exercise-{exercise.number:02}"
    stub = Stub(stub_of(exercise.number))
    text = f"## {stub.title}\n\n{stub.text}".replace("into this file", "into the cell below")
    code = stub.solved(solution_of(exercise.number)) if for_teacher else stub.code
    check = CHECK if for_teacher else SHORT_CHECK
    check = check.format(number=exercise.number, points=exercise.points, names=", ".join(exercise.names))
    return [
        _cell("markdown", f"{name}-text", LOCKED, text),
        _cell("code", f"{name}-function", TO_WRITE, code),
        _cell("code", f"{name}-trial", TO_TRY, stub.trial),
        _cell("code", f"{name}-check", GRADED, check, exercise.points),
    ]


def _cell(kind: str, name: str, purpose: str, source: str, points: int = 0) -> Dict[str, Any]:
    metadata = {} if purpose == TO_TRY else _metadata(kind, name, purpose, points)
    lines = source.splitlines(keepends=True)
    if kind == "markdown":
        return {"cell_type": kind, "id": name, "metadata": metadata, "source": lines}
    return {
        "cell_type": kind, "execution_count": None, "id": name, "metadata": metadata, "outputs": [], "source": lines,
    }


def _metadata(kind: str, name: str, purpose: str, points: int) -> Dict[str, Any]:
    nbgrader = {
        "cell_type": kind,
        "grade": purpose == GRADED,
        "grade_id": name,
        "locked": purpose != TO_WRITE,
        "schema_version": 3,
        "solution": purpose == TO_WRITE,
        "task": False,
    }
    if purpose == GRADED:
        nbgrader["points"] = points
    return {"nbgrader": nbgrader}


def _protect(cell: Dict[str, Any]) -> None:
    """Learners change only what they write or try, and delete nothing that is graded; Jupyter keeps to that."""
    nbgrader = cell["metadata"].get("nbgrader")
    if nbgrader:
        cell["metadata"]["deletable"] = False
        if nbgrader["locked"]:
            cell["metadata"]["editable"] = False
