"""A network as a picture: neurons in columns, and between them lines as thick as the weights are large."""

import math

from ..backprop import LayerBackward, LayerForward
from ..network import Network
from .network_layout import Column, Names, NetworkLayout
from .svg import BLUE, DASHES, ORANGE, Attributes, circle, drawing, label, line, short, text_width

MOST_NEURONS = 10
MOST_NUMBERS = 9  # so many weights between two columns are written at their lines
WIDEST, THINNEST = 6.0, 0.5  # of the lines
HEADING = 54.0
BOLD: Attributes = [("font-weight", 600)]


def network_svg(
    network: Network,
    forward_pass: "list[LayerForward] | None" = None,
    backward_pass: "list[LayerBackward] | None" = None,
    example: int = 1,
    input_names: "Names | None" = None,
    output_names: "Names | None" = None,
    title: str = "",
) -> str:
    """Draw the network: a line is as thick as its weight is large, solid blue above 0, dashed orange below.

    With a forward pass the neurons hold the activations of one example, counted from 1; with a backward pass the
    lines are the slopes ∂C/∂w instead of the weights. Up to 10 neurons of a layer and 6 columns are drawn; what is
    left out is said. ShapeError, SettingError or TypeError if the passes, the example or the names do not fit.

    >>> from minibackprop import Layer
    >>> svg = network_svg(Network(Layer([[1, -2]], [0.5])))
    >>> 'stroke-width="6" stroke-dasharray="7 4"><title>w from x₂ to output 1 = -2</title>' in svg
    True
    """
    layout = NetworkLayout(network, forward_pass, backward_pass, example, input_names, output_names, MOST_NEURONS)
    picture = _Picture(layout)
    title = title or f"A network: {layout.sizes}"
    return drawing(picture.width, picture.height, title, layout.description(), picture.shapes())


class _Picture:
    """Where everything is: a column stands at x(column), the neuron in its slot 0, 1, 2, … at y(column, slot)."""

    def __init__(self, layout: NetworkLayout) -> None:
        self.layout = layout
        self.columns = [column for column in layout.columns if column is not None]
        most = max([len(before.places) * len(after.places) for before, after in layout.neighbours] + [0])
        self.with_numbers = most <= MOST_NUMBERS
        self.legend = _Legend(layout.quantity, layout.numbers + [0.0], WIDEST if self.with_numbers else 4.0)
        self.radius = 24.0 if self.columns[0].values else 15.0
        self.pitch = 88.0 if self.with_numbers else 2 * self.radius + 12
        self.gap = 230.0 if self.with_numbers else 150.0
        self.top = HEADING - 20 if self.with_numbers else HEADING
        self.tallest = max([len(column.places) for column in self.columns])
        self.bottom = self.top + self.tallest * self.pitch
        first, last = [
            max([text_width(_cut(name), 13.0) for name in column.labels] + [20.0]) + self.radius + 20
            for column in (self.columns[0], self.columns[-1])
        ]
        self.left = first
        self.width = max(first + (len(layout.columns) - 1) * self.gap + last, self.legend.width + 40)
        self.height = self.bottom + (70.0 if layout.num_examples > 1 else 48.0)

    def x(self, column: Column) -> float:
        return self.left + self.layout.columns.index(column) * self.gap

    def y(self, column: Column, slot: int) -> float:
        return self.top + (slot + 0.5 + (self.tallest - len(column.places)) / 2) * self.pitch

    def shapes(self) -> "list[str]":
        shapes, numbers = self._lines()
        for place, column in enumerate(self.layout.columns):
            if column is not None:
                shapes += self._column(column)
            else:
                x, y = self.left + place * self.gap, (self.top + self.bottom) / 2
                shapes.append(label(x, y, "…", "middle", [("font-size", 26.0)]))
                shapes.append(label(x, y + 24, self.layout.gap_text, "middle"))
        shapes += numbers + self.legend.shapes(20, self.bottom + 30)
        mean = f"mean of {self.layout.num_examples} examples" if self.layout.num_examples > 1 else ""
        return shapes + [label(20, self.bottom + 52, mean, "start", [("font-size", 12.0)])]

    def _lines(self) -> "tuple[list[str], list[str]]":
        """The lines, the strong ones above the weak ones, and the numbers that stand at them in a small network."""
        lines: "list[tuple[float, str]]" = []
        numbers = []
        for before, after in self.layout.neighbours:
            few = min(len(before.places), len(after.places)) == 1
            share = 0.5 if few else 1 / (len(after.places) + 1)  # so far along its line no number is on another
            for slot_i, i in enumerate(before.places):
                for slot_j, j in enumerate(after.places):
                    if i is None or j is None:
                        continue
                    value = self.layout.lines[after.number - 1][j][i]
                    x1, y1, x2, y2 = self._ends(before, slot_i, after, slot_j)
                    tooltip = f"{self.layout.quantity} from {before.called(i)} to {after.called(j)} = {value:.6g}"
                    drawn = line(x1, y1, x2, y2, self.legend.stroke(value), tooltip)
                    lines.append((abs(value), drawn))
                    x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share + 4
                    numbers.append(label(x, y, short(value), "middle", [("font-size", 13.0), ("class", "halo")]))
        lines.sort(key=lambda pair: pair[0])
        return [drawn for _, drawn in lines], numbers if self.with_numbers else []

    def _ends(self, before: Column, slot_i: int, after: Column, slot_j: int) -> "tuple[float, float, float, float]":
        """The ends of a line: on the rims of its two neurons."""
        x1, y1, x2, y2 = self.x(before), self.y(before, slot_i), self.x(after), self.y(after, slot_j)
        length = math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1))
        dx, dy = (x2 - x1) / length * self.radius, (y2 - y1) / length * self.radius
        return x1 + dx, y1 + dy, x2 - dx, y2 - dy

    def _column(self, column: Column) -> "list[str]":
        x = self.x(column)
        shapes = [label(x, 24, column.name, "middle", BOLD), label(x, 42, _cut(column.kind), "middle")]
        for slot, place in enumerate(column.places):
            y = self.y(column, slot)
            if place is None:
                shapes.append(label(x, y + 5, column.gap_text, "middle", [("class", "halo")]))
            else:
                shapes += self._neuron(column, place, x, y)
        return shapes

    def _neuron(self, column: Column, place: int, x: float, y: float) -> "list[str]":
        bias_name, bias, tooltip = self.layout.bias_quantity, 0.0, column.called(place)
        if column.number > 0:
            bias = self.layout.biases[column.number - 1][place]
            tooltip += f", {bias_name} = {bias:.6g}"
        look: Attributes = [("fill", "currentColor"), ("fill-opacity", 0.06), ("stroke", "currentColor")]
        shapes = [circle(x, y, self.radius, look + [("stroke-width", 1.5)], tooltip)]
        if column.values:
            text = short(column.values[place])
            size = max(min(13.0, 2.8 * self.radius / len(text)), 9.0)
            shapes.append(label(x, y + 4.5, text, "middle", BOLD + [("font-size", size)]))
        if self.with_numbers and column.number > 0:
            text = f"{bias_name} {short(bias)}"
            shapes.append(label(x, y + self.radius + 15, text, "middle", [("font-size", 12.0), ("class", "halo")]))
        name, aside = _cut(column.labels[place]), self.radius + 7
        if column is self.columns[0]:
            shapes.append(label(x - aside, y + 4.5, name, "end", [("font-size", 13.0)]))
        elif column is self.columns[-1]:
            shapes.append(label(x + aside, y + 4.5, name, "start", [("font-size", 13.0)]))
        return shapes


class _Legend:
    """Sample lines for the largest number and a third of it, with each sign that occurs. `width` is its room."""

    def __init__(self, quantity: str, numbers: "list[float]", widest: float) -> None:
        self.quantity = quantity
        self.widest = widest
        self.largest = max([abs(number) for number in numbers])
        self.values = [-self.largest, -self.largest / 3] if min(numbers) < 0 else []
        self.values += [self.largest / 3, self.largest] if max(numbers) > 0 else []
        self.width = text_width(quantity, 14.0) + 16
        self.width += sum([54 + text_width(short(value), 13.0) for value in self.values])

    def stroke(self, value: float) -> Attributes:
        """How a line shows its number: as thick as it is large, 0 not at all, colour and dashes by its sign."""
        width = 0.0 if value == 0 else max(self.widest * (abs(value) / self.largest), THINNEST)
        if value < 0:
            return [("stroke", ORANGE), ("stroke-width", width), ("stroke-dasharray", DASHES)]
        return [("stroke", BLUE), ("stroke-width", width)]

    def shapes(self, x: float, y: float) -> "list[str]":
        """The legend from x on, on the line of text at y."""
        if self.largest == 0:
            return [label(x, y, f"every {self.quantity} is 0: no lines")]
        shapes = [label(x, y, self.quantity, "start", BOLD)]
        x += text_width(self.quantity, 14.0) + 16
        for value in self.values:
            shapes.append(line(x, y - 4, x + 32, y - 4, self.stroke(value)))
            shapes.append(label(x + 38, y, short(value), "start", [("font-size", 13.0)]))
            x += 54 + text_width(short(value), 13.0)
        return shapes


def _cut(name: str) -> str:
    return name if len(name) <= 16 else name[:15] + "…"
