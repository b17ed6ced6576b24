"""Predictions as text: the dots, the line where predictions are exact, and numbers of every size."""

from typing import Any, List

import pytest

from minibackprop import SettingError
from minibackprop.drawing.scatter_text import predicted_text, residuals_text

from ..support.numbers_of_every_size import each_list_of_numbers


def test_predicted_against_actual_values_with_the_diagonal_explained() -> None:
    assert predicted_text([0, 4, 8], [0, 6, 6], width=20, height=5).endswith("'·' where they are equal")


def test_residuals_are_drawn_around_zero() -> None:
    assert residuals_text([5], [5], 20, 3, ascii_only=True) == (
        "  1 |\n"
        "0.5 |\n"
        "  0 |.......*.......\n"
        "    +---------------\n"
        "     2             8\n"
        "     predicted - actual (up) against predicted (right)"
    )


@each_list_of_numbers
def test_they_take_any_numbers(values: List[float]) -> None:
    assert len(predicted_text(values, values, 40, 5).splitlines()) == 8
    assert len(residuals_text(values, values, 40, 5).splitlines()) == 8


def test_a_drawing_that_is_too_narrow_is_refused() -> None:
    with pytest.raises(SettingError, match="the width is 3"):
        predicted_text([1], [1], width=3)


def test_without_a_request_they_are_60_wide_and_in_braille() -> None:
    predicted: Any = predicted_text([0, 8], [0, 8])
    residuals: Any = residuals_text([0, 8], [0, 8])
    assert len(predicted.splitlines()) == 16 + 3 and len(residuals.splitlines()) == 12 + 3
    assert predicted.splitlines()[16] == "  └" + "─" * 57  # the labels are 0, 2, …
    assert residuals.splitlines()[12] == "    └" + "─" * 55  # the labels are 0, 0.5, 1
    assert residuals.splitlines()[11] == "  0 │⡀" + "·" * 53 + "⢀"
    assert residuals.splitlines()[-1] == "     predicted − actual (up) against predicted (right)"
    for text in (predicted, residuals):
        assert text._repr_html_() == f"<pre>{text}</pre>"
