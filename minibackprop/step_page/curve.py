"""The drawing of the costs on the step page, with a marker for the epoch that the page shows."""

from ..drawing.axes import cost_axis, counting_axis
from ..drawing.chart_frame import ChartFrame, margin_of
from ..drawing.svg import Attributes, circle, element, line
from ..linalg import Vector

WIDTH, HEIGHT = 520.0, 240.0


def step_curve(costs: Vector) -> str:
    """Draw the cost after each epoch 0, 1, 2, …, with a line from each to the next and a marker that the page moves.

    >>> step_curve([4.0, 2.0, 1.0]).count("data-epoch=")
    5
    """
    y_axis = cost_axis(costs, log=False)
    frame = ChartFrame(counting_axis(len(costs) - 1), y_axis, WIDTH - margin_of(y_axis) - 20, HEIGHT - 88)
    points = [(frame.x(epoch), frame.y(cost)) for epoch, cost in enumerate(costs)]
    lines, dots = [], []
    for epoch, (x, y) in enumerate(points):
        number: Attributes = [("data-epoch", epoch)]
        dots.append(circle(x, y, 4, [("class", "dot")] + number))
        if epoch > 0:
            before_x, before_y = points[epoch - 1]
            lines.append(line(before_x, before_y, x, y, [("class", "curve")] + number))
    marker = circle(points[0][0], points[0][1], 6.5, [("class", "marker"), ("id", "marker")])
    look: Attributes = [
        ("id", "curve"), ("viewBox", f"0 0 {WIDTH:g} {HEIGHT:g}"), ("role", "img"), ("aria-labelledby", "cost-shown"),
    ]
    return element("svg", look, "\n".join(frame.axes("epoch", "cost") + lines + dots + [marker]))
