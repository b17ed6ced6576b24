"""The command `check` with a class of thirty, and with the notebooks of exercises."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from minibackprop.exercise_forms.sources import solution_of

from ...exercises.school_class import learners, write_class
from ...support.command import Here
from ...support.learner_files import written

pytestmark = pytest.mark.usefixtures("in_a_folder")


def test_the_report_on_a_class_has_no_names(here: Here, in_a_folder: Path) -> None:
    (in_a_folder / "class").mkdir()
    everyone = write_class(in_a_folder / "class")
    assert len(everyone) == 30
    text = here.text("check", "class", "--report", "--timeout", "2")
    assert text.startswith("30 learners\n") and "    2  sum-not-mean: The gradients of the examples are" in text
    assert "    1  could not be run\n" in text and "    1  not started\n" in text
    for form in ("json", "csv", "svg"):
        assert here.text("check", "class", "--report", "--timeout", "2", "--format", form, "-o", f"report.{form}") == ""
    report: Any = json.loads((in_a_folder / "report.json").read_text(encoding="utf-8"))
    backward = [exercise for exercise in report["exercises"] if exercise["number"] == 12][0]
    assert (backward["passed"], backward["learners"]) == (1, 9)
    rows = list(csv.reader((in_a_folder / "report.csv").read_text(encoding="utf-8").splitlines()))
    assert ["12", *[""] * 5, "sum-not-mean", "2"] in [[row[0], *row[2:9]] for row in rows]
    texts = [text] + [(in_a_folder / f"report.{form}").read_text(encoding="utf-8") for form in ("json", "csv", "svg")]
    for learner in learners():
        assert not [text for text in texts if learner.name in text or learner.name.split(".")[0] in text]


def test_the_notebook_that_is_handed_out_can_be_checked(here: Here, in_a_folder: Path) -> None:
    here.text("exercises", "notebook", "1", "-o", "one.ipynb")
    assert "not started, 0 of 3 points" in here.run("check", "one.ipynb").out
    notebook = json.loads((in_a_folder / "one.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if "def weighted_input" in "".join(cell["source"]):
            cell["source"] = solution_of(1)
    written(in_a_folder, json.dumps(notebook), "one.ipynb")
    assert "passed, 3 of 3 points" in here.text("check", "one.ipynb")
    here.text("exercises", "notebook", "all", "--teacher", "-o", "all.ipynb")
    assert "Total: 75 of 75 points" in here.text("check", "all.ipynb")


def test_untouched_the_notebook_has_no_points_anywhere(here: Here) -> None:
    here.text("exercises", "notebook", "all", "-o", "all.ipynb")
    assert "Total: 0 of 75 points" in here.run("check", "all.ipynb").out
