"""Series: curves go from left to right, have a height between their points, and fit on their axes."""

from typing import List

import pytest

from minibackprop import Plot
from minibackprop.drawing.series import CURVE, PATH, Series, axes_of


def test_a_curve_has_a_height_where_its_points_are_too_close_to_calculate() -> None:
    smallest = 5e-324
    curve = Series("C", [0.0, smallest, 1.0], [4.0, 2.0, 0.0], CURVE)
    assert [curve.y_at(x) for x in (0.0, smallest, 0.5, 1.0)] == [4.0, 4.0, 1.0, 0.0]
    plot = Plot("w", "C")
    plot.curve("C", [0.0, smallest], [0.0, 1.0])
    assert "* C" in plot.text()


def test_a_path_that_goes_straight_up_has_a_height() -> None:
    assert Series("steps", [3, 3], [1, 9], PATH).y_at(3) == 1


@pytest.mark.parametrize("xs, low, high, ticks", [
    ([0.5, 3.5], 0.5, 3.5, [1, 2, 3]),  # it ends where the points do, not at the round numbers 0 and 4
    ([7], 2, 12, [2, 4, 6, 8, 10, 12]),  # a single x has no ends of its own
    ([7, 7], 2, 12, [2, 4, 6, 8, 10, 12]),
])
def test_the_horizontal_axis_ends_where_the_points_do(
    xs: List[float], low: float, high: float, ticks: List[float]
) -> None:
    axis, _ = axes_of([Series("steps", xs, [0] * len(xs), PATH)], None)
    assert (axis.low, axis.high, axis.ticks) == (low, high, ticks)
