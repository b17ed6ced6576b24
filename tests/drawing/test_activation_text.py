"""An activation function as text."""

import pytest

from minibackprop import LINEAR, TANH, SettingError
from minibackprop.drawing.activation_text import activation_text
from minibackprop.drawing.axes import LARGEST


def test_f_is_drawn_with_its_axes() -> None:
    assert activation_text(LINEAR, -1, 1, width=20, height=3, ascii_only=True).splitlines()[:5] == [
        "f(z) of linear",
        " 1 |            ****",
        " 0 |    ********",
        "-1 |****",
        "   +----------------",
    ]


def test_the_largest_range_fits_a_few_lines() -> None:
    text = activation_text(LINEAR, -LARGEST, LARGEST, width=20, height=3, ascii_only=True)
    assert text.splitlines()[1:4] == [" 1.79769e+308 |      **", "            0 |  ****", "-1.79769e+308 |**"]


def test_a_drawing_that_is_too_low_is_refused() -> None:
    with pytest.raises(SettingError, match="the height is 0"):
        activation_text(TANH, height=0)
