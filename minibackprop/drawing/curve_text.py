"""The learning curve as text: the cost after each epoch, on the training examples and on held-out ones."""

import math

from ..linalg import Numbers, Vector
from .axes import cost_axis
from .curve_costs import checked_costs
from .notebook import TextDrawing
from .text_canvas import TextCanvas


def cost_text(
    costs: Numbers,
    held_out_costs: Numbers = (),
    log: bool = False,
    width: int = 72,
    height: int = 8,
    ascii_only: bool = False,
) -> str:
    """The drawing of cost_svg as text: training costs as braille dots or asterisks, held-out costs as the letter o.

    It is `width` characters wide, including the labels of the vertical axis, and `height` lines high, not counting the
    horizontal axis. Errors are those of cost_svg; SettingError if it is less than 20 characters wide or 2 lines high.

    >>> print(cost_text([4.0, 2.0, 1.0, 0.5, 0.25], width=20, height=5, ascii_only=True))
    4 |***
    3 |  **
    2 |   *****
    1 |       ******
    0 |            *****
      +-----------------
       0               4
    """
    training, held_out = checked_costs(costs, held_out_costs)
    canvas = TextCanvas(width, height, cost_axis(training + held_out, log), ascii_only)
    last_epoch = max(len(training), len(held_out)) - 1
    _mark_held_out(canvas, held_out, last_epoch, log)
    _draw_training(canvas, training, last_epoch, log)
    text = canvas.text("0", str(last_epoch))
    sample = "*" if ascii_only else "⠒⠒"
    legend = f"\n{' ' * (canvas.margin + 2)}{sample} training   o held-out" if held_out else ""
    return TextDrawing(text + legend)


def _mark_held_out(canvas: TextCanvas, costs: Vector, last_epoch: int, log: bool) -> None:
    """Put an o in every other column, so that the training curve can be seen between them."""
    for column in range(0, canvas.dots_across, 2 * canvas.dots_in_cell[0]):
        cost = _cost_at(costs, column / (canvas.dots_across - 1) * last_epoch, log)
        if cost is not None and canvas.y_axis.shows(cost):
            canvas.mark(column, canvas.row_of(cost), "o")


def _draw_training(canvas: TextCanvas, costs: Vector, last_epoch: int, log: bool) -> None:
    """Draw a curve without gaps: each column has dots from the height of the column before to its own height."""
    last_row: "int | None" = None
    for column in range(canvas.dots_across):
        cost = _cost_at(costs, column / (canvas.dots_across - 1) * last_epoch, log)
        if cost is None or not canvas.y_axis.shows(cost):
            last_row = None
            continue
        row = canvas.row_of(cost)
        start = row if last_row is None else last_row
        for dot in range(min(row, start), max(row, start) + 1):
            canvas.dot(column, dot)
        last_row = row


def _cost_at(costs: Vector, place: float, log: bool) -> "float | None":
    """The cost at a place between two epochs, on the straight line drawn between them; None after the last cost."""
    if place > len(costs) - 1:
        return None
    before, after = costs[int(place)], costs[min(int(place) + 1, len(costs) - 1)]
    share = place - int(place)
    if log and before > 0 and after > 0:
        return min(math.pow(before, 1.0 - share) * math.pow(after, share), max(before, after))
    half = before / 2 + (after / 2 - before / 2) * share
    return 2 * half  # in halves, because after − before can be too large for a float
