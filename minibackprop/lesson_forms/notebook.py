"""A lesson as a Jupyter notebook, nbformat 4.5. Each prediction has a cell in which it is typed."""

import json
from typing import Any, Dict, List

from .formula import is_symbol, to_latex
from .lesson import Lesson, Step
from .markdown import BOLD, CODE, FORMULA, HEADING, LIST, MATH, Block, blocks_of, spans_of
from .program import FIND_THE_PACKAGE

ASK = "# Your prediction: type it here, run this cell, and then the next one."


def notebook_of(lesson: Lesson) -> str:
    """Return the lesson as the JSON of a notebook, without outputs: the learner runs it.

    >>> from .sources import lesson_numbered
    >>> json.loads(notebook_of(lesson_numbered(3)))["cells"][0]["source"][0]
    '# 3. Which way is down?\\n'
    """
    cells: List[Dict[str, Any]] = []
    for place, step in enumerate(lesson.steps):
        if step.whole_text:
            cells.append(_cell("markdown", markdown_of(step.whole_text)))
        if place == 0:
            cells.append(_cell("code", FIND_THE_PACKAGE))
        if step.question:
            cells.append(_cell("code", f"{ASK}\n{_form(step.options)}"))
        if step.code:
            cells.append(_cell("code", _code(step)))
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"lesson-{lesson.number}-cell-{number}"
    return notebook_with(cells)


def notebook_with(cells: List[Dict[str, Any]]) -> str:
    """Return the JSON of a notebook for Python 3 with these cells.

    >>> json.loads(notebook_with([]))["nbformat"]
    4
    """
    notebook = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def markdown_of(text: str) -> str:
    r"""Return a text of a lesson as Markdown for a notebook, with its formulas in LaTeX.

    >>> print(markdown_of("The slope:\n\n    ∂z/∂w = x\n\nHere *x* is the input."))
    The slope:
    <BLANKLINE>
    $$\begin{aligned}
    &\frac{\partial z}{\partial w} = x
    \end{aligned}$$
    <BLANKLINE>
    Here $x$ is the input.
    """
    return "\n\n".join([_block(block) for block in blocks_of(text)])


def _block(block: Block) -> str:
    if block.kind == FORMULA:
        formulas = " \\\\\n".join(["&" + to_latex(line) for line in block.lines])
        return f"$$\\begin{{aligned}}\n{formulas}\n\\end{{aligned}}$$"
    lines = [_line(line) for line in block.lines]
    if block.kind == LIST:
        return "\n".join([f"- {line}" for line in lines])
    return "#" * block.level + " " + lines[0] if block.kind == HEADING else lines[0]


def _line(line: str) -> str:
    parts = []
    for kind, text in spans_of(line):
        if kind == MATH:
            parts.append(f"${to_latex(text)}$")
        elif kind == BOLD:
            parts.append(f"**${to_latex(text)}$**" if is_symbol(text) else f"**{text}**")
        else:
            parts.append(f"`{text}`" if kind == CODE else text.replace("$", r"\$"))
    return "".join(parts)


def _form(options: List[str]) -> str:
    """A line of Python that some notebook systems show as a form; elsewhere it is a line to fill in."""
    if options:
        return f'prediction = ""  # @param {json.dumps(["", *options], ensure_ascii=False)}'
    return 'prediction = None  # @param {type: "number"}'


def _code(step: Step) -> str:
    """The code, which shows its picture as a picture; after a prediction, it compares that with the answer."""
    code = step.code
    if step.question:
        answer = "answer" if step.options else 'f"{answer:.4g}"'
        code += f'\nprint("Your prediction:", prediction, "   The answer:", {answer})'
    return code + ("\npicture" if step.shows_picture else "")


def _cell(kind: str, source: str) -> Dict[str, Any]:
    lines = source.splitlines(keepends=True)
    if kind == "markdown":
        return {"cell_type": kind, "id": "", "metadata": {}, "source": lines}
    return {"cell_type": kind, "execution_count": None, "id": "", "metadata": {}, "outputs": [], "source": lines}
