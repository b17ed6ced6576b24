"""The numbers that are drawn: few digits, none of them 0, and none beyond the largest that is asked for."""

from typing import Any, List, Tuple

import pytest

from minibackprop import RELU, TANH, RandomNumbers
from minibackprop.checking.drawn import drawn_network, drawn_number, drawn_rows, drawn_vector, numbers_for


class Fixed:
    """In place of random numbers: always this one; it notes the limits that it is asked for."""

    def __init__(self, number: float) -> None:
        self.number = number
        self.limits: List[Tuple[float, float]] = []

    def uniform(self, low: float, high: float) -> float:
        self.limits.append((low, high))
        return self.number


@pytest.mark.parametrize("number, drawn", [
    (1.26, 1.3), (-2.94, -2.9), (0.06, 0.1), (0.04, 0.5), (-0.04, 0.5), (1.0, 1.0), (0.96, 1.0),
])
def test_a_number_has_one_digit_and_is_not_0(number: float, drawn: float) -> None:
    rng: Any = Fixed(number)
    assert drawn_number(rng) == drawn_number(rng, 1.5) == drawn
    assert rng.limits == [(-3.0, 3.0), (-1.5, 1.5)]


def test_lists_rows_and_networks_pass_the_largest_number_on() -> None:
    for most in (3.0, 0.5):
        rng: Any = Fixed(0.2)
        assert drawn_vector(rng, 2, most) == [0.2, 0.2]
        assert drawn_rows(rng, 2, 3, most) == [[0.2] * 3] * 2
        network = drawn_network(rng, [2, 3, 1], [RELU, TANH], most)
        assert repr(network) == "Network(2 -> 3 -> 1)"
        assert [layer.activation for layer in network.layers] == [RELU, TANH]
        assert rng.limits == [(-most, most)] * (2 + 6 + (6 + 3) + (3 + 1))


def test_without_a_largest_number_it_is_3() -> None:
    rng: Any = Fixed(0.2)
    drawn_vector(rng, 1), drawn_rows(rng, 1, 1), drawn_network(rng, [1, 1], [RELU])
    assert set(rng.limits) == {(-3.0, 3.0)}


def test_secret_seeds_begin_at_1000_and_none_is_a_usual_one() -> None:
    assert numbers_for(7, None).state == RandomNumbers(7).state
    assert numbers_for(7, 0).state == numbers_for(8, 0).state == RandomNumbers(1000).state
    assert numbers_for(7, 5).state == RandomNumbers(1005).state
