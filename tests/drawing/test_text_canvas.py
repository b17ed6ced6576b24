"""The canvas of a text drawing: its dots, and where its numbers are."""

from typing import Any

import pytest

from minibackprop import SettingError
from minibackprop.drawing.axes import Axis
from minibackprop.drawing.text_canvas import TextCanvas


def canvas_of(height: int, ascii_only: bool = True) -> TextCanvas:
    return TextCanvas(20, height, Axis(0, 10, [0, 5, 10]), ascii_only)


def test_each_dot_is_one_of_the_eight_of_a_braille_character() -> None:
    drawn = []
    for row in range(4):
        for column in range(2):
            canvas = canvas_of(2, ascii_only=False)
            canvas.dot(column, row)
            drawn.append(canvas.text("", "").splitlines()[0].partition("│")[2])
    assert drawn == ["⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"]


def test_where_two_numbers_share_a_line_the_ends_of_the_axis_win() -> None:
    lines = canvas_of(2, ascii_only=False).text("", "").splitlines()
    assert [line.partition("│")[0] for line in lines[:2]] == ["10 ", " 0 "]  # 5 would be in the second line


def test_the_numbers_below_are_at_both_ends_with_a_space_between_them() -> None:
    assert canvas_of(3).text("left", "right").splitlines()[-1] == "    left" + " " * 7 + "right"
    assert canvas_of(3).text("left", "x" * 11).splitlines()[-1] == "    left " + "x" * 11
    assert canvas_of(3).text("left", "x" * 20).splitlines()[-1] == "    left " + "x" * 20
    assert canvas_of(3).text("left", "").splitlines()[-1] == "    left"


@pytest.mark.parametrize("width, height, message", [
    (19, 2, "the width is 19"), ("20", 2, "the width is '20'"), (20, 1, "the height is 1"),
    (20, "2", "the height is '2'"),
])
def test_a_size_that_is_too_small_is_refused(width: Any, height: Any, message: str) -> None:
    with pytest.raises(SettingError, match=message):
        TextCanvas(width, height, Axis(0, 1, [0, 1]), ascii_only=True)
