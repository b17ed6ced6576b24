"""The frame of a chart in SVG: two axes with their lines and labels, and where a point between them is drawn."""

from .axes import Axis
from .svg import Attributes, Points, label, line, text_width

TICK_SIZE = 12.0  # the font size of the numbers at the ticks
GRID: Attributes = [("stroke-opacity", 0.15)]
ZERO: Attributes = [("stroke-opacity", 0.7)]


class ChartFrame:
    """The rectangle between two axes. x goes to the right and y goes up, as in mathematics.

    It is `width` wide and starts at `left`. Between `start` and `left` there is room for the labels of the vertical
    axis.
    """

    def __init__(self, x_axis: Axis, y_axis: Axis, width: float, height: float, start: float = 0.0) -> None:
        self.x_axis = x_axis
        self.y_axis = y_axis
        self.left = start + margin_of(y_axis)
        self.top = 36.0
        self.width = width
        self.height = height

    def x(self, value: float) -> float:
        """Where a value of the horizontal axis is drawn: its distance from the left edge of the drawing.

        >>> ChartFrame(Axis(0.0, 4.0, []), Axis(0.0, 1.0, [1.0]), 100, 50).x(0.0) == margin_of(Axis(0.0, 1.0, [1.0]))
        True
        """
        return self.left + self.x_axis.share(value) * self.width

    def y(self, value: float) -> float:
        """Where a value of the vertical axis is drawn: its distance from the top of the drawing.

        >>> ChartFrame(Axis(0.0, 4.0, []), Axis(0.0, 1.0, [1.0]), 100, 50).y(1.0)
        36.0
        """
        return self.top + self.y_axis.depth(value) * self.height

    def axes(self, x_title: str, y_title: str, vertical_grid: bool = False) -> "list[str]":
        """The lines and labels of both axes. The title of the y axis is above it, that of the x axis below it.

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
            shapes.append(label(left - 8, self.y(tick) + 4, words.replace("-", "−"), "end", [("font-size", TICK_SIZE)]))
        taken = left - 1000.0  # where the last label so far ends
        for tick, words in zip(self.x_axis.ticks, self.x_axis.labels):
            x, half = self.x(tick), text_width(words, TICK_SIZE) / 2
            grid = ZERO if vertical_grid and tick == 0 else GRID
            shapes.append(line(x, top if vertical_grid else bottom, x, bottom + 5, grid))
            if x - half > taken + 4:  # a label that would touch the one before is left out
                taken = x + half
                shapes.append(label(x, bottom + 19, words.replace("-", "−"), "middle", [("font-size", TICK_SIZE)]))
        return shapes

    def points(self, xs: "list[float]", ys: "list[float]") -> "list[Points]":
        """Where the points (x, y) are drawn, in runs: a run ends where the vertical axis cannot show y.

        >>> axis, log = Axis(0.0, 2.0, []), Axis(1.0, 9.0, [1.0, 9.0], log=True)
        >>> [len(run) for run in ChartFrame(axis, log, 100, 50).points([0.0, 1.0, 2.0], [2.0, 0.0, 4.0])]
        [1, 1]
        """
        runs: "list[Points]" = [[]]
        for x, y in zip(xs, ys):
            if self.y_axis.shows(y):
                runs[-1].append((self.x(x), self.y(y)))
            else:
                runs.append([])
        return [run for run in runs if run]


def margin_of(axis: Axis) -> float:
    """The room that the labels of a vertical axis need to its left.

    >>> margin_of(Axis(0.0, 1e6, [0.0, 1e6])) == 16 + text_width("1e+06", TICK_SIZE)
    True
    """
    return max([text_width(words, TICK_SIZE) for words in axis.labels]) + 10 + 6
