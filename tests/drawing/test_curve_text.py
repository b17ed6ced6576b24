"""A learning curve as text: two curves, a log axis, and costs of every size."""

from typing import Any, List

import pytest

from minibackprop import SettingError
from minibackprop.drawing.axes import LARGEST
from minibackprop.drawing.curve_text import cost_text

from ..support.numbers_of_every_size import each_list_of_numbers


def test_held_out_costs_are_a_second_curve() -> None:
    assert cost_text([4, 2, 1, 0], [4, 4, 3, 3], width=20, height=5, ascii_only=True) == (
        "4 |*** o o o\n"
        "3 |  ***     o o o o\n"
        "2 |    ******\n"
        "1 |         ******\n"
        "0 |              ***\n"
        "  +-----------------\n"
        "   0               3\n"
        "   * training   o held-out"
    )


def test_on_a_log_axis_equal_factors_make_a_straight_line() -> None:
    straight = cost_text([1000, 1], log=True, width=20, height=4, ascii_only=True)  # on a linear axis it is not
    assert straight.splitlines()[:4] == ["1000 |****", " 100 |   *****", "  10 |       *****", "   1 |           ***"]


def test_each_curve_ends_with_its_last_cost() -> None:
    shorter = cost_text([4, 4], [4, 4, 0, 0], width=20, height=2, ascii_only=True)
    assert shorter.splitlines()[:2] == ["4 |******o o", "0 |          o o o o"]
    longer = cost_text([4, 4, 0, 0], [0, 0], width=20, height=2, ascii_only=True)
    assert longer.splitlines()[:2] == ["4 |**********", "0 |o o o    ********"]


@each_list_of_numbers
def test_it_takes_any_numbers(values: List[float]) -> None:
    assert len(cost_text(values, width=40, height=5, ascii_only=True).splitlines()) == 7
    if max(values) > 0:
        assert len(cost_text(values, log=True, width=40, height=5).splitlines()) == 7


@pytest.mark.parametrize("costs", [[5e-324, LARGEST], [LARGEST, 5e-324], [LARGEST, LARGEST], [1e-300, 1.0, 1e300]])
def test_a_log_axis_takes_the_smallest_and_the_largest_number(costs: List[float]) -> None:
    assert len(cost_text(costs, log=True, width=40, height=5).splitlines()) == 7


def test_without_a_request_it_is_72_wide_and_8_high_and_in_braille() -> None:
    text: Any = cost_text([0, 0], [1, 1])
    lines = text.splitlines()
    assert len(lines) == 8 + 2 + 1 and lines[8] == "    └" + "─" * (72 - 5)  # the labels are 0, 0.5, 1
    assert lines[0] == "  1 │" + "o " * 33 + "o" and lines[7] == "  0 │" + "⣀" * 67  # the lowest dots of each cell
    assert lines[-1] == "     ⠒⠒ training   o held-out"
    assert text._repr_html_() == f"<pre>{text}</pre>"
    assert "training" not in cost_text([1, 0])


@pytest.mark.parametrize("height", [1, "7", 2.5])
def test_a_height_that_is_no_number_of_lines_is_refused(height: Any) -> None:
    with pytest.raises(SettingError, match="the height is"):
        cost_text([1, 0], height=height)


def test_on_a_log_axis_a_curve_goes_down_to_0_and_comes_back_from_there() -> None:
    """Between a cost and one of 0 it is a straight line of costs; below the axis there is a gap."""
    assert cost_text([100, 0, 100, 1], log=True, width=22, height=5, ascii_only=True).splitlines()[:5] == [
        "100 |****     ****",
        " 50 |   *** ***  **",
        " 10 |     ***     ***",
        "  5 |               **",
        "  1 |                *",
    ]


def test_after_a_gap_a_curve_begins_at_its_own_height() -> None:
    drawn = cost_text([1000, -1e9, 10, 10], [1, 1], log=True, width=22, height=4, ascii_only=True)
    assert drawn.splitlines()[:4] == ["1000 |*", " 100 |", "  10 |          ******", "   1 |o o o"]


def test_held_out_costs_that_a_log_axis_cannot_show_are_left_out() -> None:
    drawn = cost_text([1000, 1000], [1, 0], log=True, width=22, height=4, ascii_only=True)
    assert drawn.splitlines()[:4] == ["1000 |****************", " 100 |", "  10 |", "   1 |o"]


@pytest.mark.parametrize("costs, width", [([1, 1000], 20), ([0.001, 1], 21)])
def test_on_a_log_axis_it_goes_up_in_a_straight_line_too(costs: List[float], width: int) -> None:
    lines = cost_text(costs, log=True, width=width, height=4, ascii_only=True).splitlines()[:4]
    rows = [line.partition("|")[2] for line in lines]
    assert rows == ["           ***", "       *****", "   *****", "****"]
