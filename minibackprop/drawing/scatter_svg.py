"""Predictions as a picture, a dot for each example: the predicted against the actual value, or the residual."""

from ..linalg import Vector
from ..validation import as_text, counted
from .axes import axis_from_zero, linear_axis
from .chart_frame import ChartFrame
from .scatter_points import Values, paired_values, predicted_and_residuals
from .svg import BLUE, Attributes, circle, drawing, label, line

DOT: Attributes = [("fill", BLUE), ("fill-opacity", 0.65), ("stroke", BLUE), ("stroke-opacity", 0.9)]
DIAGONAL: Attributes = [("stroke-width", 1.5), ("stroke-dasharray", "2 4")]
ASIDE: Attributes = [("font-size", 12.0), ("font-style", "italic")]
SIZE = 300.0  # of the square between the axes of predicted_svg


def predicted_svg(
    actual: Values, predicted: Values, unit: str = "", title: str = "Predicted against actual values"
) -> str:
    """Draw the predicted against the actual values, a dot for each example, with the diagonal predicted = actual.

    The values are lists of numbers, or tables of one column, such as Y and network.predict_all(X). `unit`, such as
    "$1000s", is added to the titles of the axes. ShapeError or NumberError if the values do not fit.

    >>> predicted_svg([[1.0], [2.0], [3.0]], [1.5, 2.0, 2.0]).count("<circle")
    3
    """
    xs, ys = paired_values(actual, predicted)
    axis = linear_axis(min(xs + ys), max(xs + ys))
    frame = ChartFrame(axis, axis, SIZE, SIZE)
    left, top = frame.left, frame.top
    shapes = frame.axes(_with_unit("actual", unit), _with_unit("predicted", unit), vertical_grid=True)
    shapes.append(line(left, top + SIZE, left + SIZE, top, DIAGONAL, "predicted = actual"))
    shapes.append(label(left + 10, top + 18, "above: too high", "start", ASIDE))
    shapes.append(label(left + SIZE - 10, top + SIZE - 12, "below: too low", "end", ASIDE))
    shapes += _dots(frame, xs, ys)
    description = f"{counted(len(xs), 'example')}, one dot each; on the dotted diagonal predicted = actual."
    return drawing(left + SIZE + 26, SIZE + 90, title, description, shapes)


def residuals_svg(
    actual: Values, predicted: Values, unit: str = "", title: str = "How far off the predictions are"
) -> str:
    """Draw the residuals, predicted − actual, against the predicted values. Good ones lie around 0 without a pattern.

    Arguments and errors are those of predicted_svg.

    >>> svg = residuals_svg([1.0, 2.0, 3.0], [1.5, 2.0, 2.0])
    >>> svg.count("<circle"), "1 prediction too high, 1 too low" in svg
    (3, True)
    """
    xs, residuals = predicted_and_residuals(actual, predicted)
    frame = ChartFrame(linear_axis(min(xs), max(xs)), axis_from_zero(residuals), 420.0, 220.0)
    shapes = frame.axes(_with_unit("predicted", unit), _with_unit("predicted − actual", unit))
    shapes += _dots(frame, xs, residuals)
    too_high, too_low = [len([r for r in residuals if sign * r > 0]) for sign in (1, -1)]
    description = (
        f"{counted(len(residuals), 'example')}, one dot each: {counted(too_high, 'prediction')} too high, "
        f"{too_low} too low."
    )
    return drawing(frame.left + 446, 310, title, description, shapes)


def _with_unit(name: str, unit: str) -> str:
    """The title of an axis."""
    unit = as_text(unit, "the unit")
    return f"{name} ({unit})" if unit else name


def _dots(frame: ChartFrame, xs: Vector, ys: Vector) -> "list[str]":
    """A dot for each point, smaller where there are many."""
    radius = 4.5 if len(xs) <= 60 else 3.0
    return [circle(frame.x(x), frame.y(y), radius, DOT) for x, y in zip(xs, ys)]
