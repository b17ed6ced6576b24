"""Random numbers: the published generator, the same numbers everywhere, in range and evenly spread."""

from typing import Any, Dict, Tuple

import pytest

from minibackprop import Layer, NumberError, RandomNumbers, SettingError, gradient_descent
from minibackprop.random_numbers import MODULUS, MULTIPLIER, drawn, shuffled

from ..support.bad_input import INFINITY, NAN, NETWORK, X, Y


def test_the_generator_is_the_published_one() -> None:
    """Park, Miller and Stockmeyer (1993): from 1, the 10,000th number with the multiplier 48271 is 399268537."""
    rng = RandomNumbers()
    rng.state = 1
    for _ in range(10000):
        rng.uniform(0, 1)
    assert rng.state == 399268537
    assert (MODULUS, MULTIPLIER) == (2**31 - 1, 48271)


@pytest.mark.parametrize("seed, first_state", [
    (0, 1), (1, 2), (MODULUS - 2, MODULUS - 1), (MODULUS - 1, 1), (MODULUS, 2), (10 * (MODULUS - 1) + 5, 6),
])
def test_each_seed_starts_ten_steps_after_one_of_the_states(seed: int, first_state: int) -> None:
    """The states are the numbers from 1 to the modulus − 1; a state of 0 would never change again."""
    assert RandomNumbers(seed).state == pow(MULTIPLIER, 10, MODULUS) * first_state % MODULUS


def test_the_default_seed_is_0() -> None:
    assert RandomNumbers().state == RandomNumbers(0).state != RandomNumbers(1).state


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


@pytest.mark.parametrize("low, high", [
    (-1e308, 1e308), (-1.7976931348623157e308, 1.7976931348623157e308), (1e308, -1e308), (0, 10**308),
])
def test_no_bounds_are_too_far_apart(low: float, high: float) -> None:
    rng = RandomNumbers(3)
    numbers = [rng.uniform(low, high) for _ in range(1000)]
    assert min(low, high) <= min(numbers) < 0.9 * min(low, high) + 0.1 * max(low, high)
    assert 0.1 * min(low, high) + 0.9 * max(low, high) < max(numbers) <= max(low, high)


def test_numbers_between_bounds_that_are_too_far_apart_are_spread_like_others() -> None:
    wide, narrow = RandomNumbers(7), RandomNumbers(7)
    for _ in range(100):
        assert wide.uniform(-1.7e308, 1.7e308) == pytest.approx(1.7e308 * narrow.uniform(-1, 1), rel=1e-12)


@pytest.mark.parametrize("bound", [NAN, INFINITY, -INFINITY, "1", None, True, 10**400], ids=range(7))
def test_a_bound_that_is_not_a_finite_number_is_refused(bound: Any) -> None:
    for other in (1, 1.0):
        with pytest.raises(NumberError, match="low is "):
            RandomNumbers(3).uniform(bound, other)
        with pytest.raises(NumberError, match="high is "):
            RandomNumbers(3).uniform(other, bound)


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
    assert drawn(Highest(), 2.0, 3.0) == 3.0


class Returns:
    """A stream of random numbers that always returns the same, whatever that is."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def uniform(self, low: float, high: float) -> Any:
        return self.value


@pytest.mark.parametrize("value", [NAN, INFINITY, -1.5, 7, "0.5", None, True, [0.5], 10**5000], ids=range(9))
def test_another_rng_that_returns_no_number_between_the_bounds_is_named(value: Any) -> None:
    rng = Returns(value)
    for call in (
        lambda: drawn(rng, 0, 1),
        lambda: shuffled([1, 2, 3], rng),
        lambda: Layer.random(2, 2, rng=rng),
        lambda: list(gradient_descent(NETWORK, X, Y, 0.1, epochs=1, batch_size=1, rng=rng)),
    ):
        with pytest.raises(SettingError, match="rng.uniform.* returned .*, but must return a number between them"):
            call()


@pytest.mark.parametrize("rng", [7, "x", RandomNumbers, Returns, object()])
def test_what_is_not_a_stream_of_random_numbers_is_refused(rng: Any) -> None:
    with pytest.raises(SettingError, match="rng is .*, but must be a stream of random numbers, such as Random"):
        Layer.random(2, 2, rng=rng)


def test_numbers_of_another_rng_become_plain_floats() -> None:
    assert [type(drawn(Returns(bound), 0, 1)) for bound in (0, 1)] == [float, float]
    assert Layer.random(1, 1, rng=Returns(0)).weights == [[0.0]]


def test_shuffled_leaves_the_caller_s_list_as_it_was() -> None:
    items = list(range(50))
    assert shuffled(items, RandomNumbers(1)) != items == list(range(50))


@pytest.mark.parametrize("seed", ["7", -1, 1.5, True])
def test_a_seed_that_is_not_a_whole_number_is_refused(seed: object) -> None:
    with pytest.raises(SettingError, match=f"the seed is {seed!r}, but must be a whole number, 0 or more"):
        RandomNumbers(seed)  # type: ignore[arg-type]
