"""A curve as text: how a value, such as the cost, went from epoch to epoch."""

import math

from ..linalg import Numbers, as_vector
from ..settings import whole_number

BRAILLE = 0x2800  # the empty braille character; its eight dots are the bits below, row by row
BRAILLE_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


def text_curve(values: Numbers, width: int = 72, height: int = 8, ascii_only: bool = False) -> str:
    """Return a plot of the values over their places 0, 1, 2, … with labelled axes.

    The plot is `width` characters wide and `height` lines high without its axis. It is drawn in braille dots, two by
    four to a character, or with `ascii_only` in asterisks.

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
    whole_number(width, "the width", at_least=20)
    whole_number(height, "the height", at_least=2)
    dots_across, dots_down = (1, 1) if ascii_only else (2, 4)
    ticks = _ticks(min(values), max(values))
    labels = [f"{tick:g}" for tick in ticks]
    margin = max([len(label) for label in labels])
    columns = width - margin - 2

    def dot_row(value: float) -> int:
        return round((ticks[-1] - value) / (ticks[-1] - ticks[0]) * (height * dots_down - 1))

    canvas = [[0] * columns for _ in range(height)]
    last = dot_row(values[0])
    for dot_column in range(columns * dots_across):
        row = dot_row(_value_at(values, dot_column / (columns * dots_across - 1)))
        for dot in range(min(row, last), max(row, last) + 1):
            bit = BRAILLE_DOTS[dot % dots_down][dot_column % dots_across]
            canvas[dot // dots_down][dot_column // dots_across] |= bit
        last = row

    label_of_line = {dot_row(tick) // dots_down: label for tick, label in zip(ticks, labels)}
    bar, corner, dash = ("|", "+", "-") if ascii_only else ("│", "└", "─")
    lines = []
    for number, cells in enumerate(canvas):
        label = label_of_line.get(number, "")
        drawing = "".join([_character(dots, ascii_only) for dots in cells])
        lines.append(" " * (margin - len(label)) + label + " " + bar + drawing.rstrip())
    lines.append(" " * (margin + 1) + corner + dash * columns)
    last_place = str(len(values) - 1)
    lines.append(" " * (margin + 2) + "0" + " " * (columns - 1 - len(last_place)) + last_place)
    return "\n".join(lines)


def _character(dots: int, ascii_only: bool) -> str:
    if dots == 0:
        return " "
    return "*" if ascii_only else chr(BRAILLE + dots)


def _value_at(values: "list[float]", share: float) -> float:
    """The height of the curve at a share (0 to 1) of its width, on a straight line between its neighbours."""
    place = share * (len(values) - 1)
    before = min(int(place), len(values) - 1)
    after = min(before + 1, len(values) - 1)
    return values[before] + (values[after] - values[before]) * (place - before)


def _ticks(low: float, high: float) -> "list[float]":
    """Round numbers, about five, from 0 or below to the highest value or above."""
    low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        high = 1.0
    rough = (high - low) / 4
    step = math.pow(10.0, math.floor(math.log10(rough)))
    for factor in (1, 2, 5, 10):
        if factor * step >= rough:
            step = factor * step
            break
    return [step * number for number in range(math.floor(low / step), math.ceil(high / step) + 1)]
