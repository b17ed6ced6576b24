"""The cost curve of the step page: a dot for each epoch, and a marker that the page moves."""

from ..linalg import Vector
from .axes import cost_axis, counting_axis
from .chart_frame import ChartFrame, margin_of
from .svg import Attributes, element

WIDTH, HEIGHT = 520.0, 240.0


def step_curve(costs: Vector) -> str:
    """Draw the costs of the epochs 0, 1, 2, …; every part says in "data-epoch" to which epoch it belongs.

    >>> step_curve([4.0, 2.0, 1.0]).count("data-epoch=")
    5
    """
    y_axis = cost_axis(costs, log=False)
    left = margin_of(y_axis) + 6
    frame = ChartFrame(counting_axis(len(costs) - 1), y_axis, left, 36.0, WIDTH - left - 20, HEIGHT - 88)
    shapes = frame.axes("epoch", "cost")
    points = [(frame.x(float(epoch)), frame.y(cost)) for epoch, cost in enumerate(costs)]
    for epoch in range(1, len(points)):
        (x1, y1), (x2, y2) = points[epoch - 1], points[epoch]
        ends: Attributes = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)]
        shapes.append(element("line", ends + [("class", "curve"), ("data-epoch", epoch)]))
    for epoch, (x, y) in enumerate(points):
        dot: Attributes = [("cx", x), ("cy", y), ("r", 4.0)]
        shapes.append(element("circle", dot + [("class", "dot"), ("data-epoch", epoch)]))
    marker: Attributes = [
        ("cx", points[0][0]),
        ("cy", points[0][1]),
        ("r", 8.0),
        ("class", "marker"),
        ("id", "marker"),
    ]
    shapes.append(element("circle", marker))
    frame_of_all: Attributes = [
        ("viewBox", f"0 0 {WIDTH:g} {HEIGHT:g}"),
        ("width", WIDTH),
        ("height", HEIGHT),
        ("font-size", 14.0),
        ("role", "img"),
        ("aria-labelledby", "cost-shown"),
        ("id", "curve"),
    ]
    return element("svg", frame_of_all, "\n".join(shapes))
