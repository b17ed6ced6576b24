"""An activation function and its derivative side by side: where f is flat, f′ is near 0 and no slope gets through."""

from ..activations import Activation
from ..validation import SettingError, as_number, shown, whole_number
from ..linalg import Function
from .axes import Axis, ChartFrame, axis_from_zero, linear_axis
from .svg import BLUE, ORANGE, Attributes, Points, circle, drawing, polyline
from .text_canvas import TextCanvas, one_line, to_ascii

STEPS = 240


def activation_svg(activation: Activation, low: float = -4, high: float = 4, title: str = "") -> str:
    """Draw a = f(z) and its slope f′(z) for z from `low` to `high`. A jump, as in relu′ at 0, is drawn as a gap.

    SettingError if `low` is not below `high`; TypeError if it is no Activation. Where f has no value, as the
    logarithm of 0 has none, nothing is drawn.

    >>> from minibackprop import RELU
    >>> activation_svg(RELU).count("<polyline")  # f in one piece, f′ in two
    3
    """
    low, high = _checked_range(activation, low, high)
    name = one_line(str(activation.name))
    x_axis = linear_axis(low, high)
    x_axis = Axis(low, high, [tick for tick in x_axis.ticks if low <= tick <= high])
    shapes = []
    right = 0.0
    panels = [(activation.f, f"a = {name}(z)", BLUE), (activation.f_prime, f"∂a/∂z = {name}′(z)", ORANGE)]
    for function, y_title, colour in panels:
        runs = _sampled(function, low, high)
        y_axis = axis_from_zero([y for run in runs for _, y in run])
        frame = ChartFrame(x_axis, y_axis, 200.0, 180.0, start=right)
        shapes += frame.axes("z", y_title, vertical_grid=True)
        look: Attributes = [("stroke", colour), ("stroke-width", 3.0), ("stroke-linejoin", "round")]
        for run in runs:
            points = [(frame.x(z), frame.y(y)) for z, y in run]
            if len(points) > 1:
                shapes.append(polyline(points, look))
            else:  # a line through one point is nothing to see
                shapes.append(circle(points[0][0], points[0][1], 3.0, [("fill", colour)]))
        right = frame.left + 218
    description = f"Left, a = f(z) of {name}; right, its slope f′(z); z from {low:g} to {high:g}."
    return drawing(right + 4, 270, title or f"The activation {activation.name} and its derivative", description, shapes)


def activation_text(
    activation: Activation, low: float = -4, high: float = 4, width: int = 60, height: int = 7, ascii_only: bool = False
) -> str:
    """The same in characters, f(z) above f′(z). Errors as in activation_svg, and SettingError if it is below 20 by 2.

    >>> from minibackprop import RELU
    >>> print(activation_text(RELU, -2, 2, width=20, height=3, ascii_only=True))
    f(z) of relu
    2 |              ***
    1 |           ***
    0 |***********
      +-----------------
       z = -2          2
    <BLANKLINE>
    f'(z) of relu
      1 |        *******
    0.5 |
      0 |********
        +---------------
         z = -2        2
    """
    low, high = _checked_range(activation, low, high)
    whole_number(height, "the height", at_least=2)
    drawings = []
    for function, name in ((activation.f, "f(z)"), (activation.f_prime, "f'(z)" if ascii_only else "f′(z)")):
        heights = [y for run in _sampled(function, low, high) for _, y in run]
        y_axis = axis_from_zero(heights, steps=2 if height < 6 else 4)
        canvas = TextCanvas(width, height, y_axis, ascii_only)
        for column in range(canvas.dots_across):
            share = column / (canvas.dots_across - 1)
            y = _value(function, low * (1.0 - share) + high * share)
            if y is not None:
                canvas.dot(column, min(max(canvas.row_of(y), 0), canvas.dots_down - 1))
        heading = f"{name} of {one_line(str(activation.name), 40)}"
        heading = to_ascii(heading) if ascii_only else heading
        drawings.append(heading + "\n" + canvas.text(f"z = {low:g}", f"{high:g}"))
    return "\n\n".join(drawings)


def _checked_range(activation: Activation, low: float, high: float) -> "tuple[float, float]":
    if not isinstance(activation, Activation):
        raise TypeError(f"the activation is {shown(activation)}, but must be one such as SIGMOID, not its name")
    low, high = as_number(low, "low"), as_number(high, "high")
    if not high / 2 - low / 2 > 1e-12 * max(abs(low), abs(high), 1e-288):
        raise SettingError(f"low is {low:g} and high is {high:g}, but low must be clearly below high, such as -4 and 4")
    return low, high


def _sampled(f: Function, low: float, high: float) -> "list[Points]":
    """Points (z, f(z)) along the curve, in runs: one ends where f jumps or has no value."""
    runs: "list[Points]" = [[]]
    before = low
    for step in range(STEPS + 1):
        z = low * (1.0 - step / STEPS) + high * (step / STEPS)
        y = _value(f, z)
        if runs[-1] and y is not None:
            jump = _jump(f, before, z)
            if jump is not None:
                runs[-1].append((jump[0], jump[1]))
                runs.append([(jump[0], jump[2])])
        if y is not None:
            runs[-1].append((z, y))
        elif runs[-1]:
            runs.append([])
        before = z
    return [run for run in runs if run]


def _jump(f: Function, left: float, right: float) -> "tuple[float, float, float] | None":
    """Where between the two f jumps, and its values on both sides: the halves with the larger rise, again and again."""
    y_left, y_right = _value(f, left), _value(f, right)
    if y_left is None or y_right is None:
        return None
    rise = abs(y_right / 2 - y_left / 2)
    if rise == 0:
        return None
    for _ in range(30):
        z = left / 2 + right / 2
        y = _value(f, z)
        if y is None:
            return None
        if abs(y / 2 - y_left / 2) > abs(y_right / 2 - y / 2):
            right, y_right = z, y
        else:
            left, y_left = z, y
    return (right, y_left, y_right) if abs(y_right / 2 - y_left / 2) > 0.5 * rise else None


def _value(f: Function, z: float) -> "float | None":
    try:
        return as_number(f(z), "f(z)")
    except (ValueError, ArithmeticError):
        return None
