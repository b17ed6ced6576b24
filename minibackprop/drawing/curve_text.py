"""A curve as text: how a value, such as the cost, went from epoch to epoch."""

import math

from ..validation import as_vector
from ..linalg import Numbers, Vector
from .axes import cost_axis
from .curve_svg import optional_vector
from .text_canvas import TextCanvas


def text_curve(
    values: Numbers,
    width: int = 72,
    height: int = 8,
    ascii_only: bool = False,
    held_out: Numbers = (),
    log: bool = False,
) -> str:
    """Return a plot of the values over their places 0, 1, 2, … with labelled axes.

    The plot is `width` characters wide and `height` lines high without its axis. It is drawn in braille dots, two by
    four to a character, or with `ascii_only` in asterisks. A second curve, `held_out`, is drawn in o; with `log` the
    axis is logarithmic and values of 0 and below are left out.

    >>> print(text_curve([4.0, 2.0, 1.0, 0.5, 0.25], width=20, height=5, ascii_only=True))
    4 |***
    3 |  **
    2 |   *****
    1 |       ******
    0 |            *****
      +-----------------
       0               4
    """
    values = as_vector(values, "values")
    others = optional_vector(held_out, "held_out")
    canvas = TextCanvas(width, height, cost_axis(values + others, log), ascii_only)
    last_place = max(len(values), len(others)) - 1
    across = canvas.dots_in_cell[0]
    if others:
        for column in range(0, canvas.dots_across, 2 * across):  # every other character
            value = _value_at(others, column / (canvas.dots_across - 1) * last_place, log)
            if canvas.y_axis.shows(value):
                canvas.mark(column, canvas.row_of(value), "o")
    last = -1
    for column in range(canvas.dots_across):
        place = column / (canvas.dots_across - 1) * last_place
        value = _value_at(values, place, log)
        if place > len(values) - 1 and others or not canvas.y_axis.shows(value):
            last = -1
            continue
        row = canvas.row_of(value)
        last = row if last < 0 else last
        for dot in range(min(row, last), max(row, last) + 1):
            canvas.dot(column, dot)
        last = row
    text = canvas.text("0", str(last_place))
    line = "*" if ascii_only else "⠒⠒"
    return text + f"\n{' ' * (canvas.margin + 2)}{line} training   o held-out" if others else text


def _value_at(values: Vector, place: float, log: bool) -> float:
    """The height of the curve at a place, on a line between its neighbours that is straight in the drawing."""
    before = min(int(place), len(values) - 1)
    after = min(before + 1, len(values) - 1)
    if log and values[before] > 0 and values[after] > 0:
        return values[before] * math.pow(values[after] / values[before], place - before)
    half = values[before] / 2 + (values[after] / 2 - values[before] / 2) * (place - before)
    return 2 * half  # in halves: the difference might be too large for a float
