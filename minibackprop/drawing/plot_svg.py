"""Curves and points over two axes as a picture, each series in a colour and a dash pattern of its own."""

from .axes import Axis
from .chart_frame import ChartFrame, margin_of
from .series import CURVE, POINTS, Series, start_end_and_range
from .svg import BLUE, DASHES, ORANGE, Attributes, Points, circle, drawing, label, line, polyline, text_width

WIDTH, HEIGHT = 420.0, 276.0  # of the frame with its labels; the names of the series are below it
ROW = 20.0  # the height of a row of names
NAME_SIZE = 13.0
COLOURS = (BLUE, ORANGE, "#7d5bbe", "#2f855a")
DASH_PATTERNS = ("none", DASHES, "2 4", "10 3 2 3")


def plot_svg(
    series: "list[Series]", x_axis: Axis, y_axis: Axis, x_name: str, y_name: str, title: str
) -> str:
    """Draw the series with their axes, and their names below.

    >>> axis = Axis(0, 1, [0, 1])
    >>> svg = plot_svg([Series("C", [0, 1], [0, 1], CURVE)], axis, axis, "w", "C", "The cost")
    >>> svg.count("<polyline"), "<title>The cost</title>" in svg
    (1, True)
    """
    described = [f"{each.name}: {start_end_and_range(each.ys)}" for each in series]
    description = f"{y_name} over {x_name}. " + "; ".join(described) + "."
    shapes = plot_frame(series, x_axis, y_axis, x_name, y_name)
    for place in range(len(series)):
        shapes += plot_shapes(series, x_axis, y_axis, place)
    return drawing(WIDTH, plot_height(series), title or f"{y_name} over {x_name}", description, shapes)


def plot_frame(series: "list[Series]", x_axis: Axis, y_axis: Axis, x_name: str, y_name: str) -> "list[str]":
    """The axes and the names of the series: what stays where it is as the curves move.

    >>> frame = plot_frame([Series("C", [0, 1], [0, 1], CURVE)], Axis(0, 1, [0, 1]), Axis(0, 1, [0, 1]), "w", "cost")
    >>> ">C<" in frame[-1], ">cost<" in frame[0]
    (True, True)
    """
    frame = _frame(x_axis, y_axis)
    shapes = frame.axes(x_name, y_name)
    for place, (each, (left, row)) in enumerate(zip(series, _places_of_names(series))):
        x, y = frame.left + left, HEIGHT + 24 + row * ROW
        if each.kind != POINTS:
            shapes.append(line(x, y - 4, x + 26, y - 4, _look(place)))
        if each.kind != CURVE:
            shapes.append(circle(x + 13, y - 4, 4.5, [("fill", _colour(place))]))
        shapes.append(label(x + 32, y, each.name, "start", [("font-size", NAME_SIZE)]))
    return shapes


def plot_height(series: "list[Series]") -> float:
    """The height of the whole drawing.

    >>> plot_height([Series("C", [0], [0], POINTS)]), plot_height([Series("a long name " * 4, [0], [0], POINTS)] * 2)
    (310.0, 330.0)
    """
    return HEIGHT + 34 + _places_of_names(series)[-1][1] * ROW


def _places_of_names(series: "list[Series]") -> "list[tuple[float, int]]":
    """How far to the right each name begins, and in which row; a name that would stick out starts the next row."""
    places = []
    left, row = 0.0, 0
    for each in series:
        width = 32 + text_width(each.name, NAME_SIZE) + 16
        if left > 0 and left + width > WIDTH - 30:
            left, row = 0.0, row + 1
        places.append((left, row))
        left += width
    return places


def plot_shapes(series: "list[Series]", x_axis: Axis, y_axis: Axis, place: int) -> "list[str]":
    """One of the series, which has the look that belongs to its place; what is above or below the axis is left out.

    >>> plot_shapes([Series("here", [0.5], [9], POINTS)], Axis(0, 1, [0, 1]), Axis(0, 1, [0, 1]), 0)
    []
    """
    each, frame, shapes = series[place], _frame(x_axis, y_axis), []
    points = list(zip(each.xs, each.ys))
    if each.kind != POINTS:
        for run in runs_between(points, y_axis.low, y_axis.high):
            drawn = [(frame.x(x), frame.y(y)) for x, y in run]
            shapes.append(polyline(drawn, _look(place) + [("stroke-linejoin", "round")]))
    if each.kind != CURVE:
        radius = 5.5 if len(points) <= 20 else 3.0
        for x, y in points:
            if x_axis.low <= x <= x_axis.high and y_axis.low <= y <= y_axis.high:
                shapes.append(circle(frame.x(x), frame.y(y), radius, [("fill", _colour(place))]))
    return shapes


def runs_between(points: Points, low: float, high: float) -> "list[Points]":
    """The parts of the line through the points that lie between two heights.

    >>> runs_between([(0, 0), (1, 4), (2, 4), (3, 0)], 0, 2)
    [[(0, 0), (0.5, 2)], [(2.5, 2), (3, 0)]]
    """
    runs: "list[Points]" = []
    for before, after in zip(points, points[1:]):
        piece = _piece_between(before, after, low, high)
        if piece and runs and runs[-1][-1] == piece[0]:
            runs[-1].append(piece[1])
        elif piece:
            runs.append(piece)
    return runs


def _piece_between(before: "tuple[float, float]", after: "tuple[float, float]", low: float, high: float) -> Points:
    """The part of a straight line that lies between two heights: two points, or none."""
    ends: Points = []
    if max(before[1], after[1]) >= low and min(before[1], after[1]) <= high:
        for here, there in ((before, after), (after, before)):
            height = min(max(here[1], low), high)
            if height == here[1]:
                ends.append(here)
            else:
                share = (height / 2 - here[1] / 2) / (there[1] / 2 - here[1] / 2)  # in halves: as in Series.y_at
                ends.append((here[0] * (1.0 - share) + there[0] * share, height))
    return ends


def _frame(x_axis: Axis, y_axis: Axis) -> ChartFrame:
    return ChartFrame(x_axis, y_axis, WIDTH - margin_of(y_axis) - 24, HEIGHT - 36 - 42)


def _colour(place: int) -> str:
    return COLOURS[place % len(COLOURS)]


def _look(place: int) -> Attributes:
    dashes = DASH_PATTERNS[place % len(DASH_PATTERNS)]
    return [("stroke", _colour(place)), ("stroke-width", 2.5), ("stroke-dasharray", dashes)]
