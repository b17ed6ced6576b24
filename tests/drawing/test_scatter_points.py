"""Actual and predicted values: one number of each for every example, in lists or in tables of one column."""

from typing import Any, Callable, Iterator, Type

import pytest

from minibackprop import NumberError, ShapeError
from minibackprop.drawing.axes import LARGEST
from minibackprop.drawing.scatter_points import paired_values, predicted_and_residuals
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
    (lambda: predicted_svg(5, [1]),  # type: ignore[arg-type]
     ShapeError, "actual must be a list of numbers"),
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


def test_a_residual_may_be_as_large_as_a_number_can_be() -> None:
    assert predicted_and_residuals([0, 0], [LARGEST, -LARGEST]) == ([LARGEST, -LARGEST], [LARGEST, -LARGEST])


class Column:
    """What an array of numpy, or a column of a table, looks like."""

    def __init__(self, rows: Any, ndim: int) -> None:
        self.rows = rows
        self.ndim = ndim

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)


def test_arrays_of_one_column_and_of_one_dimension_are_taken() -> None:
    table: Any = Column([[1], [2]], ndim=2)
    column: Any = Column([3, 4], ndim=1)
    assert paired_values(table, column) == ([1, 2], [3, 4])
