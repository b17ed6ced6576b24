"""A learning curve as text: two curves, a log axis, and costs of every size."""

from typing import List

import pytest

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
