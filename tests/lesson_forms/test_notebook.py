"""The notebooks: complete, with a cell for each prediction, and with formulas in LaTeX."""

import json
import re
from typing import Any, Dict, List

import pytest

from minibackprop.lesson_forms.notebook import ASK, markdown_of, notebook_of

from ..support.lessons import each_lesson, lesson


def cells_of(number: int) -> List[Dict[str, Any]]:
    cells: List[Dict[str, Any]] = json.loads(notebook_of(lesson(number)))["cells"]
    return cells


@each_lesson
def test_it_has_the_form_of_nbformat_4_5(number: int) -> None:
    notebook = json.loads(notebook_of(lesson(number)))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids) and all(re.fullmatch("[a-zA-Z0-9_-]{1,64}", each) for each in ids)
    for cell in notebook["cells"]:
        fields = {"cell_type", "id", "metadata", "source"}
        assert set(cell) == fields | ({"execution_count", "outputs"} if cell["cell_type"] == "code" else set())


@each_lesson
def test_each_prediction_has_a_cell_to_fill_in_before_its_answer(number: int) -> None:
    sources = ["".join(cell["source"]) for cell in cells_of(number)]
    questions = [step for step in lesson(number).steps if step.question]
    forms = [place for place, source in enumerate(sources) if source.startswith(ASK)]
    assert len(forms) == len(questions)
    for place, step in zip(forms, questions):
        assert "**Predict.**" in sources[place - 1] and sources[place + 1].startswith(step.code)
        assert 'print("Your prediction:", prediction, "   The answer:", ' in sources[place + 1]
        assert all(json.dumps(option, ensure_ascii=False) in sources[place] for option in step.options)


@each_lesson
def test_its_code_is_that_of_the_lesson_and_its_pictures_are_shown(number: int) -> None:
    code = "".join(["".join(cell["source"]) + "\n" for cell in cells_of(number) if cell["cell_type"] == "code"])
    for step in lesson(number).steps:
        assert step.code in code
    pictures = len([cell for cell in cells_of(number) if cell["source"] and cell["source"][-1] == "picture"])
    assert pictures == sum(step.shows_picture for step in lesson(number).steps)
    assert "print(picture)" not in code
    compile(code, "notebook", "exec")


def test_formulas_are_latex_and_dollars_are_dollars() -> None:
    text = markdown_of("It costs $30, says *w*, the weight **w**.\n\n    ∂C/∂w = x\n    C = ½")
    assert text.split("\n\n")[0] == r"It costs \$30, says $w$, the weight **$w$**."
    assert text.split("\n\n")[1].split("\n")[0] == r"$$\begin{aligned}" and r"\frac{\partial C}{\partial w}" in text
    assert text.count("\\\\\n") == 1 and text.endswith(r"\end{aligned}$$")


def test_a_prediction_is_shown_beside_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    cells = cells_of(1)
    names: Dict[str, Any] = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]).replace("prediction = None", "prediction = 10"), names)
            if "prediction" in names and "answer" in names:
                break
    assert capsys.readouterr().out.endswith("Your prediction: 10    The answer: 11\n")
