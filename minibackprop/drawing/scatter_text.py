"""Predictions as text, a dot for each example: the predicted against the actual value, or the residual."""

from ..linalg import Vector
from .axes import Axis, axis_from_zero, linear_axis
from .notebook import TextDrawing
from .scatter_points import Values, paired_values, predicted_and_residuals
from .text_canvas import TextCanvas


def predicted_text(
    actual: Values, predicted: Values, width: int = 60, height: int = 16, ascii_only: bool = False
) -> str:
    """The drawing of predicted_svg as text: actual values to the right, predicted ones up, the diagonal dotted.

    Errors are those of predicted_svg; SettingError if it is less than 20 characters wide or 2 high.

    >>> print(predicted_text([0.0, 4.0, 8.0], [0.0, 6.0, 6.0], width=20, height=5, ascii_only=True))
    8 |              ...
    6 |        *  ...  *
    4 |      .....
    2 |   ...
    0 |*..
      +-----------------
       0               8
       predicted (up) against actual (right), '.' where they are equal
    """
    xs, ys = paired_values(actual, predicted)
    axis = linear_axis(min(xs + ys), max(xs + ys))
    canvas = TextCanvas(width, height, axis, ascii_only)
    dot = "." if ascii_only else "·"
    for column in range(canvas.dots_across):
        share = column / (canvas.dots_across - 1)
        canvas.mark(column, round((1.0 - share) * (canvas.dots_down - 1)), dot)
    legend = f"predicted (up) against actual (right), '{dot}' where they are equal"
    return _with_points(canvas, axis, xs, ys, legend)


def residuals_text(
    actual: Values, predicted: Values, width: int = 60, height: int = 12, ascii_only: bool = False
) -> str:
    """The drawing of residuals_svg as text: predicted values to the right, predicted − actual up, 0 dotted.

    Errors are those of predicted_text.

    >>> print(residuals_text([0.0, 4.0, 8.0], [0.0, 6.0, 6.0], width=20, height=5, ascii_only=True))
     2 |               *
     1 |
     0 |*...............
    -1 |
    -2 |               *
       +----------------
        0              6
        predicted - actual (up) against predicted (right)
    """
    xs, residuals = predicted_and_residuals(actual, predicted)
    canvas = TextCanvas(width, height, axis_from_zero(residuals), ascii_only)
    for column in range(canvas.dots_across):
        canvas.mark(column, canvas.row_of(0.0), "." if ascii_only else "·")
    legend = f"predicted {'-' if ascii_only else '−'} actual (up) against predicted (right)"
    return _with_points(canvas, linear_axis(min(xs), max(xs)), xs, residuals, legend)


def _with_points(canvas: TextCanvas, x_axis: Axis, xs: Vector, ys: Vector, legend: str) -> str:
    """The canvas with a dot for each point, and a line below it that explains the axes."""
    for x, y in zip(xs, ys):
        canvas.dot(round(x_axis.share(x) * (canvas.dots_across - 1)), canvas.row_of(y))
    drawing = canvas.text(x_axis.labels[0], x_axis.labels[-1])
    return TextDrawing(drawing + "\n" + " " * (canvas.margin + 2) + legend)
