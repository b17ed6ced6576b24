"""The legend of a network drawing: how thick, in which colour and how dashed a line is for which number."""

from .svg import BLUE, DASHES, ORANGE, Attributes, label, line, short, text_width

WIDEST, THINNEST = 6.0, 0.5


def stroke(value: float, largest: float, widest: float = WIDEST) -> Attributes:
    """How a line shows its number: as thick as it is large (0 not at all, else a hairline), colour and dashes by sign.

    >>> stroke(1.0, 4.0)
    [('stroke', '#2b7bba'), ('stroke-width', 1.5)]
    """
    width = 0.0 if value == 0 else max(widest * (abs(value) / largest), THINNEST)
    if value < 0:
        return [("stroke", ORANGE), ("stroke-width", width), ("stroke-dasharray", DASHES)]
    return [("stroke", BLUE), ("stroke-width", width)]


class Legend:
    """Sample lines for the largest number and a third of it, with each sign that occurs. `width` is its room.

    >>> Legend("w", [1.0, -3.0, 0.0]).values
    [-3.0, -1.0, 1.0, 3.0]
    """

    def __init__(self, quantity: str, numbers: "list[float]", widest: float = WIDEST) -> None:
        self.quantity = quantity
        self.widest = widest
        self.largest = max([abs(number) for number in numbers])
        self.values = [-self.largest, -self.largest / 3] if min(numbers) < 0 else []
        self.values += [self.largest / 3, self.largest] if max(numbers) > 0 else []
        self.width = text_width(quantity, 14.0) + 16
        self.width += sum([54 + text_width(short(value), 13.0) for value in self.values])

    def stroke(self, value: float) -> Attributes:
        """How a line shows this number.

        >>> Legend("w", [1.0, -3.0, 0.0]).stroke(-3.0)
        [('stroke', '#d2600a'), ('stroke-width', 6.0), ('stroke-dasharray', '7 4')]
        """
        return stroke(value, self.largest, self.widest)

    def shapes(self, x: float, y: float) -> "list[str]":
        """The legend from x on, on the line of text at y.

        >>> Legend("w", [0.0]).shapes(20, 50)
        ['<text x="20" y="50" text-anchor="start" fill="currentColor">every w is 0: no lines</text>']
        """
        if self.largest == 0:
            return [label(x, y, f"every {self.quantity} is 0: no lines")]
        shapes = [label(x, y, self.quantity, "start", [("font-weight", 600)])]
        x += text_width(self.quantity, 14.0) + 16
        for value in self.values:
            shapes.append(line(x, y - 4, x + 32, y - 4, self.stroke(value)))
            shapes.append(label(x + 38, y, short(value), "start", [("font-size", 13.0)]))
            x += 54 + text_width(short(value), 13.0)
        return shapes
