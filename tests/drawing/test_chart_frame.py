"""The frame of a chart: its lines, numbers and titles, and the runs of points that it can show."""

import pytest

from minibackprop.drawing.axes import Axis
from minibackprop.drawing.chart_frame import ChartFrame

from ..support.svg_drawings import elements, listing, numbers, picture_of

FRAME = ChartFrame(Axis(-1, 1, [-1, 0, 1]), Axis(-2, 0, [-2, 0]), 100, 50)
GRID, AT_0 = "line stroke-opacity=0.15 stroke=currentColor", "line stroke-opacity=0.7 stroke=currentColor"


@pytest.mark.parametrize("vertical_grid", [False, True])
def test_axes_have_titles_and_a_line_and_a_number_for_each_tick(vertical_grid: bool) -> None:
    svg = picture_of(FRAME.axes("epoch", "cost", vertical_grid))
    assert listing(svg) == [
        "text 'cost' text-anchor=start font-weight=600",
        "text 'epoch' text-anchor=end font-weight=600",
        GRID, "text '−2' text-anchor=end font-size=12",
        AT_0, "text '0' text-anchor=end font-size=12",
        GRID, "text '−1' text-anchor=middle font-size=12",
        AT_0 if vertical_grid else GRID, "text '0' text-anchor=middle font-size=12",
        GRID, "text '1' text-anchor=middle font-size=12",
    ]
    top, bottom = FRAME.top, FRAME.top + 50
    for line in elements(svg, "line")[2:]:  # those of the horizontal axis
        assert numbers(line, "y1", "y2") == [top if vertical_grid else bottom, bottom + 5]
    assert (FRAME.axes("epoch", "cost") == FRAME.axes("epoch", "cost", vertical_grid)) == (not vertical_grid)


def test_a_number_that_would_touch_the_one_before_is_left_out() -> None:
    axis = Axis(0, 4, [0, 1, 2, 3, 4])
    crowded = ChartFrame(axis, Axis(0, 1, [1]), 44, 50)  # 11 from one to the next, and a number is 7.2 wide
    shown = [text for text in listing(picture_of(crowded.axes("x", "y"))) if "middle" in text]
    assert [text[6] for text in shown] == ["0", "2", "4"]


def test_a_run_of_points_ends_where_a_log_axis_cannot_show_them() -> None:
    x_axis, ys = Axis(0, 4, [0, 4]), [0.0, 10.0, 0.0, -1.0, 100.0]
    log = ChartFrame(x_axis, Axis(1, 100, [1, 100], log=True), 100, 50)
    left = log.left
    assert log.points([0, 1, 2, 3, 4], ys) == [[(left + 25, 36 + 25)], [(left + 100, 36)]]
    linear = ChartFrame(x_axis, Axis(-100, 100, [-100, 100]), 100, 50)
    (run,) = linear.points([0, 1, 2, 3, 4], ys)
    assert [x for x, _ in run] == [linear.left + 25 * step for step in range(5)]
