"""Actual and predicted values: one number of each for every example, in lists or in tables of one column."""

from typing import Callable, Type

import pytest

from minibackprop import NumberError, ShapeError
from minibackprop.drawing.axes import LARGEST
from minibackprop.drawing.scatter_svg import predicted_svg, residuals_svg
from minibackprop.drawing.scatter_text import residuals_text

from ..support.sample_drawings import HOUSING, TABLE


def test_a_table_of_one_column_works_like_a_list() -> None:
    assert predicted_svg([[1], [2]], ((3,), (4,))) == predicted_svg([1, 2], [3, 4])
    assert predicted_svg(TABLE.Y, HOUSING.predict_all(TABLE.X)).count("<circle") == 506


@pytest.mark.parametrize("draw, error, message", [
    (lambda: predicted_svg([1, 2], [1]),
     ShapeError, "actual has 2 values, but predicted has 1: each example needs both"),
    (lambda: predicted_svg([1], [1, 2]),
     ShapeError, "actual has 1 value, but predicted has 2: each example needs both"),
    (lambda: predicted_svg([[1, 2]], [1]), ShapeError, "actual has 2 columns: choose one, as in [row[0] for row in"),
    (lambda: predicted_svg([], []), ShapeError, "actual must be a list of numbers"),
    (lambda: residuals_svg([LARGEST], [-LARGEST]),
     NumberError, "the difference between a predicted and an actual value is too large to calculate with"),
    (lambda: residuals_text([1], ["x"]),  # type: ignore[arg-type]
     NumberError, "entry 1 of predicted is 'x'"),
])
def test_errors_say_what_does_not_fit(draw: Callable[[], str], error: Type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        draw()
    assert message in str(caught.value)
