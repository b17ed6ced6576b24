"""An activation function f and its derivative f′ side by side.

Where f is flat, f′ is close to 0, and so is the gradient of everything before it.
"""

from ..activations import Activation
from ..linalg import Function
from .activation_samples import checked_range, samples
from .axes import Axis, axis_from_zero, linear_axis
from .chart_frame import ChartFrame
from .plain_text import one_line
from .svg import BLUE, ORANGE, Attributes, circle, drawing, polyline

WIDTH, HEIGHT = 200.0, 180.0  # of each of the two charts


def activation_svg(activation: Activation, low: float = -4, high: float = 4, title: str = "") -> str:
    """Draw a = f(z) and its derivative f′(z) for z from `low` to `high`. A jump, as in relu′ at 0, is drawn as a gap.

    Where f has no value, such as the logarithm at 0, nothing is drawn. SettingError if `low` is not below `high`;
    TypeError if `activation` is not an Activation.

    >>> from minibackprop import RELU
    >>> activation_svg(RELU).count("<polyline")  # f in one piece, f′ in two
    3
    """
    low, high = checked_range(activation, low, high)
    name = one_line(activation.name)
    ticks = [tick for tick in linear_axis(low, high).ticks if low <= tick <= high]
    z_axis = Axis(low, high, ticks)
    shapes, right = _chart(activation.f, f"a = {name}(z)", BLUE, z_axis, 0.0)
    more_shapes, right = _chart(activation.f_prime, f"∂a/∂z = {name}′(z)", ORANGE, z_axis, right + 18)
    description = f"Left: a = f(z) of {name}. Right: its derivative f′(z). z goes from {low:g} to {high:g}."
    title = title or f"The activation function {activation.name} and its derivative"
    return drawing(right + 22, HEIGHT + 90, title, description, shapes + more_shapes)


def _chart(f: Function, y_title: str, colour: str, z_axis: Axis, start: float) -> "tuple[list[str], float]":
    """The curve of f with its axes, to the right of `start`, and where the chart ends on the right."""
    pieces = samples(f, z_axis.low, z_axis.high)
    y_axis = axis_from_zero([y for piece in pieces for _, y in piece])
    frame = ChartFrame(z_axis, y_axis, WIDTH, HEIGHT, start)
    shapes = frame.axes("z", y_title, vertical_grid=True)
    look: Attributes = [("stroke", colour), ("stroke-width", 3.0), ("stroke-linejoin", "round")]
    for piece in pieces:
        points = [(frame.x(z), frame.y(y)) for z, y in piece]
        if len(points) > 1:
            shapes.append(polyline(points, look))
        else:  # a line through a single point would be invisible
            shapes.append(circle(points[0][0], points[0][1], 3.0, [("fill", colour)]))
    return shapes, frame.left + WIDTH
