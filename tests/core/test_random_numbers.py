"""Random numbers: the published generator, the same numbers everywhere, in range and evenly spread."""

from typing import Dict, Tuple

import pytest

from minibackprop import RandomNumbers, SettingError
from minibackprop.random_numbers import MODULUS, MULTIPLIER, shuffled


def test_the_generator_is_the_published_one() -> None:
    """Park, Miller and Stockmeyer (1993): from 1, the 10,000th number with the multiplier 48271 is 399268537."""
    rng = RandomNumbers()
    rng.state = 1
    for _ in range(10000):
        rng.uniform(0, 1)
    assert rng.state == 399268537
    assert (MODULUS, MULTIPLIER) == (2**31 - 1, 48271)


def test_the_numbers_of_seed_7_are_these() -> None:
    rng = RandomNumbers(7)
    assert [rng.uniform(-1, 1) for _ in range(3)] == [
        0.4327643145180906, -0.03376114744112002, 0.31567510619356765
    ]


def test_numbers_are_within_bounds_and_evenly_spread() -> None:
    rng = RandomNumbers(3)
    numbers = [rng.uniform(-1, 1) for _ in range(10000)]
    assert -1 <= min(numbers) < -0.99 and 0.99 < max(numbers) < 1
    for tenth in range(10):
        share = sum(-1 + tenth * 0.2 <= number < -0.8 + tenth * 0.2 for number in numbers) / 10000
        assert share == pytest.approx(0.1, abs=0.015)


def test_the_lowest_and_the_highest_number_stay_within_the_bounds() -> None:
    rng = RandomNumbers()
    for state, expected in ((1, 0.0), (MODULUS - 1, 1.0 - 1.0 / (MODULUS - 1))):
        rng.state = pow(MULTIPLIER, MODULUS - 2, MODULUS) * state % MODULUS  # one step before that state
        assert rng.uniform(0, 1) == expected
        assert rng.state == state


def test_neighbouring_seeds_give_very_different_numbers() -> None:
    firsts = sorted(RandomNumbers(seed).uniform(0, 1) for seed in range(20))
    assert min(later - earlier for earlier, later in zip(firsts, firsts[1:])) > 0.001


def test_shuffled_reaches_every_order_equally_often() -> None:
    rng = RandomNumbers(5)
    counts: Dict[Tuple[int, ...], int] = {}
    for _ in range(6000):
        order = tuple(shuffled([1, 2, 3], rng))
        counts[order] = counts.get(order, 0) + 1
    assert len(counts) == 6
    assert all(850 < count < 1150 for count in counts.values())


def test_shuffled_stays_in_range_when_uniform_returns_its_upper_bound() -> None:
    class Highest:
        def uniform(self, low: float, high: float) -> float:
            return high

    assert sorted(shuffled([1, 2, 3], Highest())) == [1, 2, 3]


def test_shuffled_leaves_the_caller_s_list_as_it_was() -> None:
    items = list(range(50))
    assert shuffled(items, RandomNumbers(1)) != items == list(range(50))


@pytest.mark.parametrize("seed", ["7", -1, 1.5, True])
def test_a_seed_that_is_not_a_whole_number_is_refused(seed: object) -> None:
    with pytest.raises(SettingError, match=f"the seed is {seed!r}, but must be a whole number, 0 or more"):
        RandomNumbers(seed)  # type: ignore[arg-type]
