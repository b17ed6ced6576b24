"""The legend of a network: how thick a line is for the number on it, shown by sample lines."""

from ..linalg import Vector
from .svg import BLUE, DASHES, ORANGE, Attributes, label, line, short, text_width

WIDEST, THINNEST = 6.0, 0.5  # how wide lines are drawn


class Legend:
    """Sample lines for the largest number and a third of it, with each sign that occurs, and how every line is drawn.

    `widest` is the width of the thickest line, `width` that of the whole legend.

    >>> Legend("w", [-3.0, 1.0], widest=6.0).samples
    [-3.0, -1.0, 1.0, 3.0]
    """

    def __init__(self, quantity: str, numbers: Vector, widest: float) -> None:
        self.quantity = quantity
        self.widest = widest
        self.largest = max([abs(number) for number in numbers])
        self.samples = [-self.largest, -self.largest / 3] if min(numbers) < 0 else []
        self.samples += [self.largest / 3, self.largest] if max(numbers) > 0 else []
        self.heading_width = text_width(quantity, 14.0) + 16
        self.width = self.heading_width + sum([_width_of(sample) for sample in self.samples])

    def __repr__(self) -> str:
        return f"Legend({self.quantity} up to {self.largest:g})"

    def stroke(self, number: float) -> Attributes:
        """How the line for a number looks: the larger, the thicker; none for 0; colour and dashes by its sign.

        >>> Legend("w", [-3.0, 1.0], widest=6.0).stroke(1.0)
        [('stroke', '#2b7bba'), ('stroke-width', 2.0)]
        """
        width = 0.0 if number == 0 else max(self.widest * (abs(number) / self.largest), THINNEST)
        if number < 0:
            return [("stroke", ORANGE), ("stroke-width", width), ("stroke-dasharray", DASHES)]
        return [("stroke", BLUE), ("stroke-width", width)]

    def shapes(self, x: float, y: float) -> "list[str]":
        """The legend as one line of text at y, starting at x.

        >>> Legend("w", [0.0], widest=6.0).shapes(20, 10)[0][-30:]
        '>every w is 0: no lines</text>'
        """
        if self.largest == 0:
            return [label(x, y, f"every {self.quantity} is 0: no lines")]
        shapes = [label(x, y, self.quantity, "start", [("font-weight", 600)])]
        x += self.heading_width
        for sample in self.samples:
            shapes.append(line(x, y - 4, x + 32, y - 4, self.stroke(sample)))
            shapes.append(label(x + 38, y, short(sample), "start", [("font-size", 13.0)]))
            x += _width_of(sample)
        return shapes


def _width_of(sample: float) -> float:
    """How wide a sample line is with its number."""
    return 54 + text_width(short(sample), 13.0)
