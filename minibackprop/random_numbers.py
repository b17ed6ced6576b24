"""Random numbers from a seed: the same seed gives the same numbers on every Python.

The generator is the "minimal standard" of S. K. Park and K. W. Miller (1988) with the multiplier that they and
P. K. Stockmeyer recommended in 1993: every number is 48271 times the one before, modulo the prime 2³¹ − 1. That is
good enough for initial weights and for shuffling examples, but not for statistics or secrets.
"""

import math

from .kinds import converted
from .validation import SettingError, as_number, shown, whole_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, Protocol

    from .linalg import T

    class Rng(Protocol):
        """Anything with `.uniform(low, high)`: RandomNumbers(7), or random.Random(7) from the standard library."""

        def uniform(self, __low: float, __high: float) -> float: ...

else:
    Rng = object

MODULUS = 2147483647  # the prime 2³¹ − 1
MULTIPLIER = 48271


class RandomNumbers:
    """A stream of random numbers that is the same on every Python.

    >>> rng = RandomNumbers(seed=7)
    >>> round(rng.uniform(-1, 1), 6), round(rng.uniform(-1, 1), 6)
    (0.432764, -0.033761)
    """

    def __init__(self, seed: int = 0) -> None:
        self.state = whole_number(seed, "the seed", at_least=0) % (MODULUS - 1) + 1
        for _ in range(10):  # neighbouring seeds start with similar numbers: move them apart
            self.uniform(0, 1)

    def __repr__(self) -> str:
        return f"RandomNumbers(state {self.state})"

    def uniform(self, low: float, high: float) -> float:
        """Return the next number, low ≤ number < high, each as likely as any other.

        NumberError if low or high is not a finite number.

        >>> -1 <= RandomNumbers(7).uniform(-1, 1) < 1
        True
        """
        if type(low) is not float or type(high) is not float:
            low, high = as_number(low, "low"), as_number(high, "high")
        self.state = MULTIPLIER * self.state % MODULUS
        number = low + (high - low) * (self.state - 1) / (MODULUS - 1)
        if math.isfinite(number):
            return number
        share = (self.state - 1) / (MODULUS - 1)  # high − low is too large for a float, or a bound is not finite
        return as_number(low, "low") * (1.0 - share) + as_number(high, "high") * share


def as_rng(rng: "Rng | None") -> Rng:
    """Return `rng`, or RandomNumbers(0) if there is none; SettingError if it has no `uniform`, or is a class.

    >>> as_rng(None)
    RandomNumbers(state 1596680831)
    """
    if rng is None:
        return RandomNumbers(0)
    if isinstance(rng, type) or not hasattr(rng, "uniform"):
        raise SettingError(f"rng is {shown(rng)}, but must be a stream of random numbers, such as RandomNumbers(7)")
    return rng


def drawn(rng: Rng, low: float, high: float) -> float:
    """Return the next number of `rng`, which need not be RandomNumbers: SettingError unless it is between low and high.

    >>> drawn(RandomNumbers(7), 5.0, 5.0)
    5.0
    """
    number = rng.uniform(low, high)
    if type(number) is float and low <= number <= high:
        return number
    as_float, problem = converted(number)
    if problem or not low <= as_float <= high:
        raise SettingError(
            f"rng.uniform({low}, {high}) returned {shown(number)}, but must return a number between them, as "
            "RandomNumbers(7) does"
        )
    return as_float


def shuffled(items: "Iterable[T]", rng: Rng) -> "list[T]":
    """Return the items in a random order, every order as likely as any other (the Fisher-Yates shuffle).

    >>> sorted(shuffled([1, 2, 3], RandomNumbers(7)))
    [1, 2, 3]
    """
    result = list(items)
    for last in range(len(result) - 1, 0, -1):
        pick = min(int(drawn(rng, 0.0, last + 1.0)), last)  # another rng's uniform may round up to last + 1
        result[last], result[pick] = result[pick], result[last]
    return result
