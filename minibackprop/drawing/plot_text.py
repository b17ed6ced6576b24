"""Curves and points over two axes as text, each series with a character of its own."""

from .axes import Axis
from .plain_text import printable, to_ascii
from .series import CURVE, Series
from .text_canvas import TextCanvas

MARKS = "*o+x"


def plot_text(
    series: "list[Series]", x_axis: Axis, y_axis: Axis, x_name: str, y_name: str, title: str,
    width: int, height: int, ascii_only: bool,
) -> str:
    """The drawing of plot_svg as text. Points are drawn over curves; of a path only its points.

    SettingError if it is less than 20 characters wide or 2 lines high.

    >>> curve, point = Series("C", [0, 1, 2, 3, 4], [4, 1, 0, 1, 4], CURVE), Series("here", [2], [0], "points")
    >>> axes = Axis(0, 4, [0, 4]), Axis(0, 4, [0, 2, 4])
    >>> print(plot_text([curve, point], axes[0], axes[1], "w", "C", "", width=20, height=5, ascii_only=True))
    C
    4 |*               *
      | *             *
    2 |  **         **
      |    **     **
    0 |      **o**
      +-----------------
       0               4
       w    * C   o here
    """
    canvas = TextCanvas(width, height, y_axis, ascii_only)
    for place, each in enumerate(series):
        if each.kind == CURVE:
            _draw_curve(canvas, each, x_axis, MARKS[place % len(MARKS)])
    for place, each in enumerate(series):
        if each.kind != CURVE:
            for x, y in zip(each.xs, each.ys):
                if x_axis.low <= x <= x_axis.high and y_axis.low <= y <= y_axis.high:
                    column = round(x_axis.share(x) * (canvas.dots_across - 1))
                    canvas.mark(column, canvas.row_of(y), MARKS[place % len(MARKS)])
    names = "   ".join([MARKS[place % len(MARKS)] + " " + each.name for place, each in enumerate(series)])
    below = " " * (canvas.margin + 2) + printable(x_name + "    " + names)
    ends = Axis(x_axis.low, x_axis.high, [x_axis.low, x_axis.high])
    drawn = canvas.text(ends.labels[0], ends.labels[1])
    text = "\n".join(([printable(title), ""] if title else []) + [printable(y_name), drawn, below])
    return to_ascii(text) if ascii_only else text


def _draw_curve(canvas: TextCanvas, curve: Series, x_axis: Axis, mark: str) -> None:
    """A mark in each column in which the curve has a height that the canvas can show."""
    for column in range(0, canvas.dots_across, canvas.dots_in_cell[0]):
        share = column / (canvas.dots_across - 1)
        y = curve.y_at(x_axis.low * (1.0 - share) + x_axis.high * share)
        if y is not None and canvas.y_axis.low <= y <= canvas.y_axis.high:
            canvas.mark(column, canvas.row_of(y), mark)
