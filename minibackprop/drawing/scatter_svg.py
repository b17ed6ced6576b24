"""How good are the predictions? One dot per example: the predicted against the actual value, or how far it is off."""

from ..validation import as_matrix, as_vector, counted
from ..linalg import NumberError, Rows, ShapeError, Vector
from .axes import LARGEST, Axis, ChartFrame, axis_from_zero, linear_axis
from .svg import BLUE, Attributes, circle, drawing, label, line
from .text_canvas import TextCanvas

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..linalg import Numbers

    Column = Numbers | Rows
else:
    Column = list

DOT: Attributes = [("fill", BLUE), ("fill-opacity", 0.65), ("stroke", BLUE), ("stroke-opacity", 0.9)]
DIAGONAL: Attributes = [("stroke-width", 1.5), ("stroke-dasharray", "2 4")]
ASIDE: Attributes = [("font-size", 12.0), ("font-style", "italic")]
SIZE = 300.0


def predicted_svg(
    actual: Column, predicted: Column, unit: str = "", title: str = "Predicted against actual values"
) -> str:
    """Draw predicted against actual values, one dot per example, with the diagonal predicted = actual.

    The values are lists of numbers, or Y and network.predict_all(X) if they have one column. ShapeError or
    NumberError if they do not fit; `unit`, such as "$1000s", goes to the axes.

    >>> predicted_svg([[1.0], [2.0], [3.0]], [1.5, 2.0, 2.0]).count("<circle")
    3
    """
    xs, ys = _pair(actual, predicted)
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
    actual: Column, predicted: Column, unit: str = "", title: str = "How far the predictions are off"
) -> str:
    """Draw the residuals, predicted − actual, against the predicted values: good ones lie around 0 without a pattern.

    Arguments and errors are those of predicted_svg.

    >>> svg = residuals_svg([1.0, 2.0, 3.0], [1.5, 2.0, 2.0])
    >>> svg.count("<circle"), "too high 1 time, too low 1 time" in svg
    (3, True)
    """
    xs, residuals = _residuals(actual, predicted)
    frame = ChartFrame(linear_axis(min(xs), max(xs)), axis_from_zero(residuals), 420.0, 220.0)
    shapes = frame.axes(_with_unit("predicted", unit), _with_unit("predicted − actual", unit))
    shapes += _dots(frame, xs, residuals)
    too_high, too_low = [len([r for r in residuals if sign * r > 0]) for sign in (1, -1)]
    description = (
        f"{counted(len(residuals), 'example')}, one dot each: too high {counted(too_high, 'time')}, "
        f"too low {counted(too_low, 'time')}."
    )
    return drawing(frame.left + 446, 310, title, description, shapes)


def predicted_text(
    actual: Column, predicted: Column, width: int = 60, height: int = 16, ascii_only: bool = False
) -> str:
    """The drawing of predicted_svg in characters: predicted upwards, actual to the right, the diagonal dotted.

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
    xs, ys = _pair(actual, predicted)
    axis = linear_axis(min(xs + ys), max(xs + ys))
    canvas = TextCanvas(width, height, axis, ascii_only)
    dot = "." if ascii_only else "·"
    for column in range(canvas.dots_across):
        share = column / (canvas.dots_across - 1)
        canvas.mark(column, round((1.0 - share) * (canvas.dots_down - 1)), dot)
    legend = f"predicted (up) against actual (right), '{dot}' where they are equal"
    return _text(canvas, axis, xs, ys, legend)


def residuals_text(
    actual: Column, predicted: Column, width: int = 60, height: int = 12, ascii_only: bool = False
) -> str:
    """The drawing of residuals_svg in characters: predicted − actual upwards, predicted to the right, 0 dotted.

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
    xs, residuals = _residuals(actual, predicted)
    canvas = TextCanvas(width, height, axis_from_zero(residuals), ascii_only)
    for column in range(canvas.dots_across):
        canvas.mark(column, canvas.row_of(0.0), "." if ascii_only else "·")
    legend = f"predicted {'-' if ascii_only else '−'} actual (up) against predicted (right)"
    return _text(canvas, linear_axis(min(xs), max(xs)), xs, residuals, legend)


def _pair(actual: Column, predicted: Column) -> "tuple[Vector, Vector]":
    actual_values, predicted_values = _as_column(actual, "actual"), _as_column(predicted, "predicted")
    if len(actual_values) != len(predicted_values):
        raise ShapeError(
            f"there are {counted(len(actual_values), 'actual value')}, but {len(predicted_values)} predicted: "
            "each example needs both"
        )
    return actual_values, predicted_values


def _residuals(actual: Column, predicted: Column) -> "tuple[Vector, Vector]":
    """The predicted values, and how far each is above its actual value."""
    actual_values, predicted_values = _pair(actual, predicted)
    residuals = [a - y for y, a in zip(actual_values, predicted_values)]
    if max([abs(residual) for residual in residuals]) > LARGEST:
        raise NumberError("the predicted values are too far from the actual ones to calculate with")
    return predicted_values, residuals


def _as_column(values: Column, name: str) -> Vector:
    """A list of numbers, or a matrix of one column, as a checked list."""
    is_list = isinstance(values, (list, tuple)) and len(values) > 0 and isinstance(values[0], (list, tuple))
    if not is_list and getattr(values, "ndim", 1) != 2:
        return as_vector(values, name)  # type: ignore[arg-type]
    matrix = as_matrix(values, name)  # type: ignore[arg-type]
    if len(matrix[0]) != 1:
        raise ShapeError(f"{name} has {len(matrix[0])} columns: choose one of them, as in [row[0] for row in {name}]")
    return [row[0] for row in matrix]


def _with_unit(name: str, unit: str) -> str:
    return f"{name} ({unit})" if unit else name


def _dots(frame: ChartFrame, xs: Vector, ys: Vector) -> "list[str]":
    radius = 4.5 if len(xs) <= 60 else 3.0
    return [circle(frame.x(x), frame.y(y), radius, DOT) for x, y in zip(xs, ys)]


def _text(canvas: TextCanvas, x_axis: Axis, xs: Vector, ys: Vector, legend: str) -> str:
    for x, y in zip(xs, ys):
        canvas.dot(round(x_axis.share(x) * (canvas.dots_across - 1)), canvas.row_of(y))
    return canvas.text(x_axis.labels[0], x_axis.labels[-1]) + "\n" + " " * (canvas.margin + 2) + legend
