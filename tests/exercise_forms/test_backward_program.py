"""The wrong lines: each stands in place of one right line, and is a mistake of the catalogue."""

import ast

import pytest

from minibackprop import MISTAKES
from minibackprop.exercise_forms.backward_program import WRONG_LINES, WrongLine, backward_lines, with_mistake


@pytest.mark.parametrize("wrong_line", WRONG_LINES, ids=lambda wrong_line: wrong_line.mistake)
def test_a_wrong_line_takes_the_place_of_a_right_one(wrong_line: WrongLine) -> None:
    assert wrong_line.mistake in MISTAKES
    right, wrong = backward_lines(), with_mistake(wrong_line.mistake)
    ((right_line, line),) = [pair for pair in zip(right, wrong) if pair[0] != pair[1]]
    assert right_line.strip().startswith(wrong_line.right) and line.strip() == wrong_line.wrong
    assert len(right_line) - len(right_line.lstrip()) == len(line) - len(line.lstrip())
    ast.parse("\n".join(wrong))
