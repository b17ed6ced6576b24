"""Numbers that know how far rounding may take two calculations of them apart: the tolerance of a comparison."""

import math

LAST_DIGIT = 4e-16  # what one operation loses of its result, in the one calculation and in the other
SMALLEST = 1e-307  # numbers below about this lose their digits one by one


class Rounded:
    """A number, and how far from it another calculation of the same may be.

    >>> third = Rounded(1.0) / Rounded(3.0)
    >>> third.agrees_with(0.3333333333333333), third.agrees_with(0.33333333)
    (True, False)
    """

    def __init__(self, value: float, error: float = 0.0) -> None:
        self.value = value
        self.error = error

    def __repr__(self) -> str:
        return f"{self.value!r} ± {self.error:.2g}"

    def __add__(self, other: "Rounded") -> "Rounded":
        return rounded(self.value + other.value, self.error + other.error)

    def __sub__(self, other: "Rounded") -> "Rounded":
        return rounded(self.value - other.value, self.error + other.error)

    def __mul__(self, other: "Rounded") -> "Rounded":
        error = abs(self.value) * other.error + abs(other.value) * self.error + self.error * other.error
        return rounded(self.value * other.value, error)

    def __truediv__(self, other: "Rounded") -> "Rounded":
        nearest_to_0 = abs(other.value) - other.error
        value = self.value / other.value
        return rounded(value, (self.error + abs(value) * other.error) / nearest_to_0 if nearest_to_0 > 0 else math.inf)

    def agrees_with(self, number: float) -> bool:
        """Whether the number may be the result of another calculation; True if the error has grown beyond bounds."""
        return not abs(number - self.value) > self.error


def rounded(value: float, error: float) -> Rounded:
    """The result of an operation whose operands have led to this error: rounding adds to it."""
    return Rounded(value, error + LAST_DIGIT * abs(value) + SMALLEST)
