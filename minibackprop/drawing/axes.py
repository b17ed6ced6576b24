"""An axis: a range of numbers, the round numbers marked on it (ticks), and where a value is between its ends."""

import math

from ..linalg import NumberError, Vector

LARGEST = 1.7976931348623157e308  # the largest float
TINY = 1e-300  # below it, the step between two ticks could become 0


class Axis:
    """An axis from `low` to `high`. `ticks` are the numbers marked on it, `labels` the text to write there.

    >>> Axis(0.0, 4.0, [0.0, 2.0, 4.0])
    Axis(0, 2, 4)
    """

    def __init__(self, low: float, high: float, ticks: Vector, log: bool = False) -> None:
        self.low = low
        self.high = high
        self.ticks = ticks
        self.log = log
        self.labels = _labels(ticks)

    def __repr__(self) -> str:
        return "Axis(" + ", ".join(self.labels) + ")"

    def share(self, value: float) -> float:
        """How far along the axis a value is: 0 at the low end, 1 at the high end. A log axis goes by logarithms.

        >>> linear_axis(0.0, 8.0).share(2.0), log_axis(1.0, 10000.0).share(10.0)
        (0.25, 0.25)
        """
        return 1.0 - self.depth(value)

    def depth(self, value: float) -> float:
        """How far below the high end a value is, from 0 to 1: for a vertical axis, which is drawn from the top down.

        >>> linear_axis(0.0, 8.0).depth(2.0)
        0.75
        """
        low, high = self.low, self.high
        if self.log:
            low, high, value = math.log10(low), math.log10(high), math.log10(max(value, TINY))
        span = high / 2 - low / 2  # in halves: high − low can be too large for a float
        return (high / 2 - value / 2) / span if span > 0 else 0.5

    def shows(self, value: float) -> bool:
        """Whether the axis can show a value. A log axis cannot show 0 or anything below.

        >>> log_axis(1.0, 10.0).shows(0.0)
        False
        """
        return not self.log or (value > 0 and max(value, TINY) >= self.low)


def linear_axis(low: float, high: float, steps: int = 4) -> Axis:
    """An axis from a round number at or below `low` to one at or above `high`, in about `steps` steps.

    >>> linear_axis(3.0, 21.0)
    Axis(0, 5, 10, 15, 20, 25)
    >>> linear_axis(-1e300, 1e300), linear_axis(7.0, 7.0)
    (Axis(-1e+300, -5e+299, 0, 5e+299, 1e+300), Axis(2, 4, 6, 8, 10, 12))
    """
    largest = max(-low, high)
    if largest < TINY:
        low, high = 0.0, 1.0
    elif high / 2 - low / 2 < largest * 1e-12:  # a single value, or nearly so: put it in the middle
        low, high = max(low, -LARGEST / 2) - largest / 2, min(high, LARGEST / 2) + largest / 2
    rough_step = high / steps - low / steps
    step = math.pow(10.0, math.floor(math.log10(rough_step)))
    for factor in (1, 2, 5, 10):
        if factor * step >= rough_step:
            step = min(factor * step, LARGEST)
            break
    places = range(math.floor(low / step), math.ceil(high / step) + 1)
    ticks = [min(max(step * place, -LARGEST), LARGEST) for place in places]
    return Axis(ticks[0], ticks[-1], ticks)


def axis_from_zero(values: Vector, steps: int = 4) -> Axis:
    """A linear axis for these values that includes 0: without it, a small change would look large.

    >>> axis_from_zero([3.0, 3.5])
    Axis(0, 1, 2, 3, 4)
    """
    return linear_axis(min(values + [0.0]), max(values + [0.0]), steps)


def log_axis(low: float, high: float) -> Axis:
    """A logarithmic axis, with ticks at 1, 10, 100, … or, for a narrow range, at 1, 2, 5, 10, …

    NumberError unless `low` is above 0.

    >>> log_axis(0.02, 300.0), log_axis(3.0, 40.0), log_axis(1e-12, 1.0)
    (Axis(0.01, 0.1, 1, 10, 100, 1000), Axis(2, 5, 10, 20, 50), Axis(1e-12, 1e-10, 1e-08, 1e-06, 0.0001, 0.01, 1))
    """
    if low <= 0:
        raise NumberError("no value is above 0, so a log axis can show none of them: leave out log=True")
    low, high = max(low, TINY), max(high, TINY)
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    if math.pow(10.0, first) > low:  # just below a power of ten, the logarithm is rounded up
        first -= 1
    stride = max(math.ceil((last - first) / 6), 1)
    factors = (1, 2, 5) if last - first <= 2 else (1,)
    first = first // stride * stride
    ticks: Vector = []
    for exponent in range(first, last + stride, stride):
        for factor in factors:
            tick = factor * math.pow(10.0, max(exponent, -300)) if exponent <= 308 else LARGEST
            tick = min(tick, LARGEST)
            if not ticks or tick > ticks[-1]:
                ticks.append(tick)
    while len(ticks) > 2 and ticks[1] <= low:
        ticks = ticks[1:]
    while len(ticks) > 2 and ticks[-2] >= high:
        ticks = ticks[:-1]
    return Axis(ticks[0], ticks[-1], ticks, log=True)


def cost_axis(values: Vector, log: bool) -> Axis:
    """The axis for a list of costs: from 0 or, with `log`, a log axis for those above 0.

    >>> cost_axis([0.0, 1.0, 100.0], log=False), cost_axis([0.0, 1.0, 100.0], log=True)
    (Axis(0, 50, 100), Axis(1, 2, 5, 10, 20, 50, 100))
    """
    if not log:
        return axis_from_zero(values)
    above_zero = [value for value in values if value > 0]
    return log_axis(min(above_zero + [max(values)]), max(values))


def counting_axis(last: int) -> Axis:
    """An axis from 0 to `last` with ticks at whole numbers.

    >>> counting_axis(130), counting_axis(2), counting_axis(0)
    (Axis(0, 50, 100), Axis(0, 1, 2), Axis(0))
    """
    step = max(int(linear_axis(0.0, last, steps=5).ticks[1]), 1)
    return Axis(0.0, last, list(range(0, last + 1, step)))


def _labels(ticks: Vector) -> "list[str]":
    """The ticks as text, with just enough digits to tell them apart."""
    for form in ("%g", "%.9g", "%.12g"):
        labels = [form % tick for tick in ticks]
        if len(set(labels)) == len(labels):
            return labels
    return ["%.16g" % tick for tick in ticks]
