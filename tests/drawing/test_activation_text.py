"""An activation function as text."""

from typing import Any

import pytest

from minibackprop import LINEAR, TANH, Activation, SettingError
from minibackprop.drawing.activation_text import activation_text
from minibackprop.drawing.axes import LARGEST

from ..support.sample_drawings import LOGARITHM


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


@pytest.mark.parametrize("height", [1, "7", 2.5])
def test_a_height_that_is_no_number_of_lines_is_refused(height: Any) -> None:
    with pytest.raises(SettingError, match="the height is"):
        activation_text(TANH, height=height)


def test_without_a_request_it_goes_from_minus_4_to_4_in_60_columns_and_7_lines() -> None:
    text: Any = activation_text(TANH)
    f, f_prime = text.split("\n\n")
    assert f.splitlines()[0] == "f(z) of tanh" and f_prime.splitlines()[0] == "f′(z) of tanh"
    assert len(f.splitlines()) == len(f_prime.splitlines()) == 1 + 7 + 2
    assert f.splitlines()[-2] == "     └" + "─" * (60 - 6)
    assert f.splitlines()[-1] == "      z = -4" + " " * (60 - 6 - 6 - 1) + "4"
    assert text._repr_html_() == f"<pre>{text}</pre>"


def test_where_f_has_no_value_there_is_no_dot() -> None:
    text = activation_text(LOGARITHM, -1, 1, width=20, height=2, ascii_only=True)
    assert text.splitlines()[:4] == ["f(z) of log", " 0 |         *******", "-5 |        *", "   +----------------"]


@pytest.mark.parametrize("height, f_labels, f_prime_labels", [
    (5, ["4", "", "2", "", "0"], ["5", "", "", "", "0"]),  # in about 2 steps: of 2, of 5
    (6, ["3", "", "2", "1", "", "0"], ["6", "", "4", "2", "", "0"]),  # in about 4 steps: of 1, of 2
])
def test_a_low_drawing_has_fewer_numbers(height: int, f_labels: object, f_prime_labels: object) -> None:
    text = activation_text(Activation("constant", lambda z: 3.0, lambda z: 5.0), height=height)
    drawn = [[line.partition("│")[0].strip() for line in part.splitlines()[1:-2]] for part in text.split("\n\n")]
    assert drawn == [f_labels, f_prime_labels]


@pytest.mark.parametrize("peak, row", [(9.0, 1), (-9.0, 3)])
def test_a_peak_that_the_axis_missed_is_drawn_at_its_end(peak: float, row: int) -> None:
    f = Activation("peak", lambda z: peak if abs(z - 3) < 1e-6 else 0.0, lambda z: 0.0)  # in the fourth of 15 columns
    lines = activation_text(f, 0, 14, width=20, height=3, ascii_only=True).splitlines()
    assert lines[row].partition("|")[2][3:4] == "*"


def test_a_name_is_cut_off_after_40_characters_and_in_ascii_if_asked() -> None:
    for name, shown in (("é" * 40, "é" * 40), ("é" * 41, "é" * 39 + "…")):
        assert activation_text(Activation(name, abs, abs)).splitlines()[0] == f"f(z) of {shown}"
    first, *_ = activation_text(Activation("é" * 40, abs, abs), ascii_only=True).splitlines()
    assert first == "f(z) of " + "?" * 40
