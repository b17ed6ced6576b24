"""The first cell of a notebook of exercises: what to do, to be read and not changed."""

import json

from minibackprop.checking.exercises import exercise_numbered
from minibackprop.exercise_forms.notebook import ABOUT, exercises_notebook


def test_the_first_cell_says_what_to_do() -> None:
    for for_teacher in (True, False):
        cell = json.loads(exercises_notebook([exercise_numbered(1)], for_teacher))["cells"][0]
        assert "".join(cell["source"]) == ABOUT and ABOUT.startswith("# Exercises: write it yourself\n\n")
        assert cell["metadata"]["nbgrader"]["locked"] is True
