"""The notebooks of the lessons in Jupyter: they are valid, and print and draw what the lessons do."""

from pathlib import Path

import pytest

from minibackprop.lesson_forms.notebook import notebook_of

from ...support.jupyter import run_by_nbconvert, validate
from ...support.lessons import each_lesson, lesson, shown_by


@each_lesson
def test_nbformat_finds_it_valid(number: int) -> None:
    validate(notebook_of(lesson(number)))


@each_lesson
def test_nbconvert_runs_it_without_an_error(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = run_by_nbconvert(notebook_of(lesson(number)), tmp_path, monkeypatch)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    drawn = [o for o in outputs if {"image/svg+xml", "text/html"} & set(o.get("data", {}))]
    assert len(drawn) == sum(step.shows_picture for step in lesson(number).steps)
    printed = "".join([o["text"] for o in outputs if o["output_type"] == "stream" and o["name"] == "stdout"])
    for _, shown in shown_by(number)[0]:
        assert shown.output in printed
