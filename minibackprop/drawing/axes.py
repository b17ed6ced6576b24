"""An axis goes from one number to another, with round ones (ticks) on the way, and knows where a value lies on it.

Two of them span the frame of a chart.
"""

import math

from ..linalg import NumberError, Vector
from .svg import Attributes, Points, label, line, text_width

LARGEST = 1.7976931348623157e308  # the largest float there is
TINY = 1e-300  # below it a step between two ticks might no longer be a float
SMALL = 12.0
GRID: Attributes = [("stroke-opacity", 0.15)]
ZERO: Attributes = [("stroke-opacity", 0.7)]


class Axis:
    """The numbers from `low` to `high`; `ticks` are those to write at the axis, `labels` how to write them.

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
        """How far along the axis the value is: 0 at its low end, 1 at its high end; on a log axis by its logarithm.

        >>> linear_axis(0.0, 8.0).share(2.0), log_axis(1.0, 10000.0).share(10.0)
        (0.25, 0.25)
        """
        return 1.0 - self.depth(value)

    def depth(self, value: float) -> float:
        """How far below its high end the value is, from 0 to 1: for a vertical axis, which is drawn from the top.

        >>> linear_axis(0.0, 8.0).depth(2.0)
        0.75
        """
        low, high = self.low, self.high
        if low == high:
            return 0.5
        if self.log:
            low, high, value = math.log10(low), math.log10(high), math.log10(max(value, TINY))
        return (high / 2 - value / 2) / (high / 2 - low / 2)  # in halves: the whole might be too large for a float

    def shows(self, value: float) -> bool:
        """Has the value a place on the axis? A log axis has none for 0 and below.

        >>> log_axis(1.0, 10.0).shows(0.0)
        False
        """
        return not self.log or value >= self.low


def linear_axis(low: float, high: float, steps: int = 4) -> Axis:
    """An axis from a round number at or below `low` to one at or above `high`, in about so many steps.

    >>> linear_axis(3.0, 21.0)
    Axis(0, 5, 10, 15, 20, 25)
    >>> linear_axis(-1e300, 1e300), linear_axis(7.0, 7.0)
    (Axis(-1e+300, -5e+299, 0, 5e+299, 1e+300), Axis(2, 4, 6, 8, 10, 12))
    """
    largest = max(abs(low), abs(high))
    if largest < TINY:
        low, high = 0.0, 1.0
    elif high / 2 - low / 2 < largest * 1e-12:  # one value, or as good as one: it goes in the middle
        low, high = max(low, -LARGEST / 2) - largest / 2, min(high, LARGEST / 2) + largest / 2
    rough = high / steps - low / steps
    step = math.pow(10.0, math.floor(math.log10(rough)))
    for factor in (1, 2, 5, 10):
        if factor * step >= rough:
            step = factor * step
            break
    places = range(math.floor(low / step), math.ceil(high / step) + 1)
    ticks = [min(max(step * place, -LARGEST), LARGEST) for place in places]
    return Axis(ticks[0], ticks[-1], ticks)


def axis_from_zero(values: Vector, steps: int = 4) -> Axis:
    """A linear axis for the values that has 0 on it: else a small change looks like a large one.

    >>> axis_from_zero([3.0, 3.5])
    Axis(0, 1, 2, 3, 4)
    """
    return linear_axis(min(values + [0.0]), max(values + [0.0]), steps)


def log_axis(low: float, high: float) -> Axis:
    """An axis on which each step multiplies: 1, 10, 100, or 1, 2, 5, 10 where it spans little. `low` is above 0.

    NumberError if it is not.

    >>> log_axis(0.02, 300.0), log_axis(3.0, 40.0), log_axis(1e-12, 1.0)
    (Axis(0.01, 0.1, 1, 10, 100, 1000), Axis(2, 5, 10, 20, 50), Axis(1e-12, 1e-10, 1e-08, 1e-06, 0.0001, 0.01, 1))
    """
    if low <= 0:
        raise NumberError("no value is above 0, and a log axis has no place for others: leave out log=True")
    low, high = max(low, TINY), max(high, TINY)
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    stride = max(math.ceil((last - first) / 6), 1)
    factors = (1, 2, 5) if last - first <= 2 else (1,)
    first = first // stride * stride
    ticks: Vector = []
    for exponent in range(first, last + stride, stride):
        for factor in factors:
            tick = min(factor * math.pow(10.0, exponent), LARGEST) if exponent <= 308 else LARGEST
            if not ticks or tick > ticks[-1]:
                ticks.append(tick)
    while len(ticks) > 2 and ticks[1] <= low:
        ticks = ticks[1:]
    while len(ticks) > 2 and ticks[-2] >= high:
        ticks = ticks[:-1]
    return Axis(ticks[0], ticks[-1], ticks, log=True)


def cost_axis(values: Vector, log: bool) -> Axis:
    """The axis for these values: from zero, or with `log` for those of them that are above 0.

    >>> cost_axis([0.0, 1.0, 100.0], log=False), cost_axis([0.0, 1.0, 100.0], log=True)
    (Axis(0, 50, 100), Axis(1, 2, 5, 10, 20, 50, 100))
    """
    if not log:
        return axis_from_zero(values)
    above_zero = [value for value in values if value > 0]
    return log_axis(min(above_zero + [max(values)]), max(values))


def counting_axis(last: int) -> Axis:
    """An axis from 0 to `last` with whole numbers at its ticks.

    >>> counting_axis(130), counting_axis(2), counting_axis(0)
    (Axis(0, 50, 100), Axis(0, 1, 2), Axis(0))
    """
    step = max(int(linear_axis(0.0, float(last), steps=5).ticks[1]), 1) if last > 5 else 1
    return Axis(0.0, float(last), [float(place) for place in range(0, last + 1, step)])


class ChartFrame:
    """The rectangle that the axes span; x goes right and y goes up, as in a maths book.

    It is `width` wide and begins at `left`, behind the labels of the vertical axis, for which there is room from
    `start` on.
    """

    def __init__(self, x_axis: Axis, y_axis: Axis, width: float, height: float, start: float = 0.0) -> None:
        self.x_axis = x_axis
        self.y_axis = y_axis
        self.left = start + margin_of(y_axis)
        self.top = 36.0
        self.width = width
        self.height = height

    def x(self, value: float) -> float:
        """How far right the value is drawn.

        >>> ChartFrame(Axis(0.0, 4.0, []), Axis(0.0, 1.0, [1.0]), 100, 50).x(0.0) == margin_of(Axis(0.0, 1.0, [1.0]))
        True
        """
        return self.left + self.x_axis.share(value) * self.width

    def y(self, value: float) -> float:
        """How far down the value is drawn.

        >>> ChartFrame(Axis(0.0, 4.0, []), Axis(0.0, 1.0, [1.0]), 100, 50).y(1.0)
        36.0
        """
        return self.top + self.y_axis.depth(value) * self.height

    def axes(self, x_title: str, y_title: str, vertical_grid: bool = False) -> "list[str]":
        """The lines and labels of both axes. The title of y stands above it, that of x below.

        >>> axis = Axis(0.0, 1.0, [0.0, 1.0])
        >>> len(ChartFrame(axis, axis, 100, 50).axes("epoch", "cost"))
        10
        """
        left, right, top, bottom = self.left, self.left + self.width, self.top, self.top + self.height
        shapes = [
            label(left - margin_of(self.y_axis) + 6, top - 14, y_title, "start", [("font-weight", 600)]),
            label(right, bottom + 40, x_title, "end", [("font-weight", 600)]),
        ]
        for tick, words in zip(self.y_axis.ticks, self.y_axis.labels):
            shapes.append(line(left, self.y(tick), right, self.y(tick), ZERO if tick == 0 else GRID))
            shapes.append(label(left - 8, self.y(tick) + 4, words.replace("-", "−"), "end", [("font-size", SMALL)]))
        taken = left - 1000.0
        for tick, words in zip(self.x_axis.ticks, self.x_axis.labels):
            x, half = self.x(tick), text_width(words, SMALL) / 2
            grid = ZERO if vertical_grid and tick == 0 else GRID
            shapes.append(line(x, top if vertical_grid else bottom, x, bottom + 5, grid))
            if x - half > taken + 4:  # a label that would touch the one before is left out
                taken = x + half
                shapes.append(label(x, bottom + 19, words.replace("-", "−"), "middle", [("font-size", SMALL)]))
        return shapes

    def points(self, xs: "list[float]", ys: "list[float]") -> "list[Points]":
        """The places of the points (x, y), in runs: a run ends where y has no place on its axis.

        >>> axis = Axis(0.0, 2.0, [])
        >>> [len(run) for run in ChartFrame(axis, log_axis(1.0, 9.0), 100, 50).points([0.0, 1.0, 2.0], [2.0, 0.0, 4.0])]
        [1, 1]
        """
        runs: "list[Points]" = [[]]
        for x, y in zip(xs, ys):
            if self.y_axis.shows(y):
                runs[-1].append((self.x(x), self.y(y)))
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if run]


def margin_of(axis: Axis) -> float:
    """The room that the labels of a vertical axis need, left of it.

    >>> margin_of(Axis(0.0, 1e6, [0.0, 1e6])) == 16 + text_width("1e+06", SMALL)
    True
    """
    return max([text_width(words, SMALL) for words in axis.labels]) + 10 + 6


def _labels(ticks: Vector) -> "list[str]":
    """The ticks with as few digits as tell them apart."""
    for form in ("%g", "%.9g", "%.12g"):
        labels = [form % tick for tick in ticks]
        if len(set(labels)) == len(labels):
            return labels
    return ["%.16g" % tick for tick in ticks]
