"""A drawing of an activation function needs an Activation and a range from low to high, and finds its jumps."""

import math
from typing import Callable, Type

import pytest

from minibackprop import TANH, NumberError, SettingError
from minibackprop.drawing.activation_samples import checked_range, samples
from minibackprop.drawing.activation_svg import activation_svg
from minibackprop.drawing.activation_text import activation_text


@pytest.mark.parametrize("draw, error, message", [
    (lambda: activation_svg("sigmoid"),  # type: ignore[arg-type]
     TypeError, "the activation is 'sigmoid', but must be SIGMOID, without quotes"),
    (lambda: activation_svg(TANH, 4, -4), SettingError, "low is 4 and high is -4, but low must be clearly below high"),
    (lambda: activation_text(TANH, math.inf), NumberError, "low is inf"),
])
def test_errors_say_what_is_needed(draw: Callable[[], str], error: Type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        draw()
    assert message in str(caught.value)


@pytest.mark.parametrize("low, high", [(3, 4), (-1, 1), (0, 1e-6), (-1e-200, 1e-200), (1, 1 + 1e-9)])
def test_a_range_may_be_small(low: float, high: float) -> None:
    assert checked_range(TANH, low, high) == (low, high)


@pytest.mark.parametrize("low, high", [
    (4, 3), (1, 1), (0, 0), (1, 1 + 1e-15), (-4, -4 + 4e-15), (-1e-310, 0), (0, 1e-310),
])
def test_a_range_so_small_that_its_ends_cannot_be_told_apart_is_refused(low: float, high: float) -> None:
    with pytest.raises(SettingError, match="low must be clearly below high"):
        checked_range(TANH, low, high)


@pytest.mark.parametrize("below, above", [(0, 1), (1, 0), (100, 101), (101, 100), (-100, -101), (-1, 1), (5, -5)])
@pytest.mark.parametrize("place", [0.001, 0.25, 0.5, 0.75, 0.999])
def test_a_jump_is_found_wherever_it_is_between_two_samples(place: float, below: float, above: float) -> None:
    left, right = samples(lambda z: below if z < place else above, 0, 240)  # a sample at each whole number
    assert len(left) == 1 + 1 and len(right) == 1 + 240
    assert left[-1] == pytest.approx((place, below), abs=1e-6)
    assert right[0] == pytest.approx((place, above), abs=1e-6)


@pytest.mark.parametrize("f", [
    lambda z: 100 + z, lambda z: 5 - 1000 * z, lambda z: z * z - 9000, abs,
    lambda z: min(abs(z - 120.5), 0.4),  # it goes down to 0 and up again between two samples
])
def test_a_steep_function_without_a_jump_is_in_one_piece(f: Callable[[float], float]) -> None:
    (piece,) = samples(f, 0, 240)
    assert len(piece) == 241
    for z, y in piece:
        assert y == f(z)


def test_a_piece_ends_where_there_is_no_value_between_two_samples() -> None:
    def broken(z: float) -> float:
        if 0.4 < z < 0.6:
            raise ValueError
        return -1.0 if z < 0.5 else 1.0

    left, right = samples(broken, 0, 240)
    assert {y for _, y in left} == {-1.0} and {y for _, y in right} == {1.0}
    assert left[-1][0] < 1 and right[0][0] < 1


def test_pieces_begin_and_end_where_there_are_values() -> None:
    def broken(z: float) -> float:
        if z < 10.5 or 20.5 < z < 30.5:
            raise ValueError
        return z

    ends = [(piece[0][0], piece[-1][0]) for piece in samples(broken, 0, 240)]
    assert ends == [pytest.approx((11, 20)), pytest.approx((31, 240))]
