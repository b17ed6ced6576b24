"""An activation function as text: f above its derivative f′."""

from ..activations import Activation
from ..linalg import Function
from ..validation import whole_number
from .activation_samples import checked_range, samples, value_at
from .axes import axis_from_zero
from .notebook import TextDrawing
from .plain_text import one_line, to_ascii
from .text_canvas import TextCanvas


def activation_text(
    activation: Activation, low: float = -4, high: float = 4, width: int = 60, height: int = 7, ascii_only: bool = False
) -> str:
    """The drawing of activation_svg as text, f(z) above f′(z).

    Errors are those of activation_svg; SettingError if it is less than 20 characters wide or 2 high.

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
    low, high = checked_range(activation, low, high)
    whole_number(height, "the height", at_least=2)
    drawings = []
    for function, symbol in ((activation.f, "f(z)"), (activation.f_prime, "f'(z)" if ascii_only else "f′(z)")):
        heading = f"{symbol} of {one_line(activation.name, 40)}"
        heading = to_ascii(heading) if ascii_only else heading
        drawings.append(heading + "\n" + _curve(function, low, high, width, height, ascii_only))
    return TextDrawing("\n\n".join(drawings))


def _curve(f: Function, low: float, high: float, width: int, height: int, ascii_only: bool) -> str:
    """The curve of f, a dot in each column where f has a value, with its axes."""
    y_axis = axis_from_zero([y for piece in samples(f, low, high) for _, y in piece], steps=2 if height < 6 else 4)
    canvas = TextCanvas(width, height, y_axis, ascii_only)
    for column in range(canvas.dots_across):
        share = column / (canvas.dots_across - 1)
        y = value_at(f, low * (1.0 - share) + high * share)
        if y is not None:
            canvas.dot(column, min(max(canvas.row_of(y), 0), canvas.dots_down - 1))
    return canvas.text(f"z = {low:g}", f"{high:g}")
