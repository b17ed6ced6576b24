"""Samples of a function: points along its curve, in pieces where it jumps or has no value."""

from ..activations import Activation, as_activation
from ..linalg import Function
from ..validation import SettingError, as_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    Samples = list[tuple[float, float]]
else:
    Samples = list

STEPS = 240


def checked_range(activation: Activation, low: float, high: float) -> "tuple[float, float]":
    """Return `low` and `high` as floats.

    TypeError if `activation` is not an Activation; NumberError or SettingError unless `low` is below `high`.

    >>> from minibackprop import RELU
    >>> checked_range(RELU, -4, 4)
    (-4.0, 4.0)
    """
    as_activation(activation)
    low, high = as_number(low, "low"), as_number(high, "high")
    if not high / 2 - low / 2 > 1e-12 * max(abs(high), 1e-288):
        raise SettingError(f"low is {low:g} and high is {high:g}, but low must be clearly below high, such as -4 and 4")
    return low, high


def samples(f: Function, low: float, high: float) -> "list[Samples]":
    """Return points (z, f(z)) from `low` to `high`, in pieces: a piece ends where f jumps or has no value.

    >>> len(samples(abs, -4.0, 4.0)), len(samples(lambda z: 1.0 / z, -4.0, 4.0))
    (1, 2)
    """
    pieces: "list[Samples]" = [[]]
    last = low
    for step in range(STEPS + 1):
        z = low * (1.0 - step / STEPS) + high * (step / STEPS)
        y = value_at(f, z)
        jump = _jump_between(f, last, z)
        if jump is not None:
            place, y_left, y_right = jump
            pieces[-1].append((place, y_left))
            pieces.append([(place, y_right)])
        if y is not None:
            pieces[-1].append((z, y))
        else:
            pieces.append([])
        last = z
    return [piece for piece in pieces if piece]


def value_at(f: Function, z: float) -> "float | None":
    """f(z), or None if f has no finite value there, such as 1/z at 0.

    >>> value_at(abs, -1.0), value_at(lambda z: 1.0 / z, 0.0)
    (1.0, None)
    """
    try:
        return as_number(f(z), "f(z)")
    except (ValueError, ArithmeticError):
        return None


def _jump_between(f: Function, left: float, right: float) -> "tuple[float, float, float] | None":
    """Where f jumps between `left` and `right`, or has no value, with its values on both sides; None if it does not.

    This is bisection: of two halves, the one in which f changes more is halved again, and so on. If f jumps, most of
    the change remains when the interval has become tiny.
    """
    y_left, y_right = value_at(f, left), value_at(f, right)
    if y_left is None or y_right is None:
        return None
    rise = abs(y_right / 2 - y_left / 2)
    if rise == 0:
        return None
    for _ in range(30):
        z = left / 2 + right / 2
        y = value_at(f, z)
        if y is None:
            return z, y_left, y_right
        if abs(y / 2 - y_left / 2) > abs(y_right / 2 - y / 2):
            right, y_right = z, y
        else:
            left, y_left = z, y
    return (right, y_left, y_right) if abs(y_right / 2 - y_left / 2) > 0.5 * rise else None
