"""Axes include their values, and their ticks can be told apart, whatever the size of the numbers."""

import sys
from typing import List

import pytest

from minibackprop.drawing.axes import LARGEST, Axis, cost_axis, counting_axis, linear_axis, log_axis


@pytest.mark.parametrize("low, high", [
    (0, 1), (3, 21), (-1e300, 1e300), (1e16, 1e16 + 2), (0.1, 0.1000001), (-5, -4), (0, 5e-324), (-LARGEST, LARGEST),
    (LARGEST, LARGEST), (-LARGEST, -LARGEST),
])
def test_axes_include_their_values_and_their_ticks_differ(low: float, high: float) -> None:
    axes = [linear_axis(low, high), linear_axis(low, high, steps=2), cost_axis([low, high], log=False)]
    if low > 0:
        axes.append(log_axis(low, high))
    for axis in axes:
        assert axis.low <= low <= high <= axis.high
        assert 0 <= axis.share(low) <= axis.share(high) <= 1
        assert 2 <= len(axis.ticks) <= 8 and axis.ticks == sorted(set(axis.ticks))
        assert len(set(axis.labels)) == len(axis.labels)


@pytest.mark.parametrize("low", [5e-324, 1e-308, 1e-300, 1e-299, 1e-200])
@pytest.mark.parametrize("high", [5e-324, 1e-308, 1e-300, 2e-298, 1e-250, 1e-90, 1.0, 1e300, LARGEST])
def test_a_log_axis_shows_every_positive_number(low: float, high: float) -> None:
    axis = cost_axis([max(low, high), min(low, high)], log=True)
    assert axis.ticks == sorted(set(axis.ticks)) and axis.low > 0
    for value in (low, high):
        assert axis.shows(value) and 0 <= axis.share(value) <= 1
    assert not axis.shows(0.0) and not axis.shows(-1.0)


@pytest.mark.parametrize("last", [0, 1, 4, 5, 6, 7, 99, 100, 1234567])
def test_an_axis_of_epochs_has_whole_numbers(last: int) -> None:
    axis = counting_axis(last)
    assert all(label == f"{int(tick):g}" for label, tick in zip(axis.labels, axis.ticks) if last < 10**6)
    assert axis.ticks[0] == 0 and last / 2 < axis.ticks[-1] + 1 <= last + 1
    assert axis.high == last and len(axis.ticks) <= 7


@pytest.mark.parametrize("last, ticks", [
    (0, [0]), (3, [0, 1, 2, 3]), (5, [0, 1, 2, 3, 4, 5]), (6, [0, 2, 4, 6]), (10, [0, 2, 4, 6, 8, 10]),
    (11, [0, 5, 10]), (30, [0, 10, 20, 30]),
])
def test_epochs_are_counted_in_about_five_steps(last: int, ticks: List[int]) -> None:
    assert counting_axis(last).ticks == ticks


def test_a_log_axis_has_at_most_six_steps() -> None:
    assert log_axis(1, 1e6).labels == ["1", "10", "100", "1000", "10000", "100000", "1e+06"]
    assert log_axis(1, 1e7).labels == ["1", "100", "10000", "1e+06", "1e+08"]


def test_where_the_ends_are_the_same_a_value_is_in_the_middle() -> None:
    assert Axis(7, 7, [7]).share(7) == Axis(7, 7, [7]).depth(7) == 0.5
    assert counting_axis(0).share(0) == 0.5


def test_the_largest_number_is_that_of_python() -> None:
    largest = sys.float_info.max
    assert linear_axis(0, largest).high == largest == LARGEST


def test_a_range_too_small_for_steps_becomes_one_from_0_to_1() -> None:
    assert linear_axis(0, 1e-300).high == 1e-300
    assert linear_axis(-1e-300, 0).low == -1e-300
    assert repr(linear_axis(-9e-301, 9e-301)) == "Axis(0, 0.5, 1)"


def test_on_a_log_axis_the_smallest_numbers_are_at_its_low_end() -> None:
    axis = log_axis(5e-324, 1)
    assert axis.share(5e-324) == 0 and axis.share(1e-150) == pytest.approx(0.5)


@pytest.mark.parametrize("low, high, ticks", [
    (100, 1e12, [1e2, 1e4, 1e6, 1e8, 1e10, 1e12]),
    (100, 100, [100, 200]),  # a single value needs two ticks as well
    (2, 40, [2, 5, 10, 20, 50]),
    (3, 4, [2, 5]),
    (5e-324, LARGEST, [1e-300, 1e-204, 1e-102, 1, 1e102, 1e204, 1e306, LARGEST]),
    (LARGEST, LARGEST, [1e308, LARGEST]),
])
def test_the_ticks_of_a_log_axis_are_the_closest_around_its_values(low: float, high: float, ticks: List[float]) -> None:
    assert log_axis(low, high).ticks == pytest.approx(ticks, rel=1e-14, abs=0)


@pytest.mark.parametrize("power", [1000.0, 1e15, 1e100, 1e300])
def test_a_log_axis_shows_a_value_just_below_a_power_of_ten(power: float) -> None:
    below = power * (1 - 2.0 ** -53)
    assert below < power
    axis = cost_axis([below, 10 * power], log=True)
    assert axis.shows(below) and 0 <= axis.share(below) <= 1
    assert len(axis.ticks) == 5 and axis.ticks[0] < below < axis.ticks[1]


def test_numbers_that_differ_by_little_have_as_many_digits_as_they_need() -> None:
    assert linear_axis(1, 1 + 4e-12).labels == [
        "1", "1.000000000001", "1.000000000002", "1.000000000003", "1.000000000004",
    ]
