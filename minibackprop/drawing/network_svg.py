"""A network as a picture: neurons in columns, and lines between them: the larger the weight, the thicker the line."""

import math

from ..network import Network
from ..validation import counted
from .network_layout import Column, Names, NetworkLayout, lines_between
from .network_legend import WIDEST, Legend
from .network_numbers import BackwardPass, ForwardPass
from .svg import Attributes, circle, drawing, label, line, short, text_width

MOST_NEURONS = 10
MOST_NUMBERS = 9  # up to this many weights between two columns are written beside their lines
HEADING = 54.0  # the height of the two lines above a column
BOLD: Attributes = [("font-weight", 600)]


def network_svg(
    network: Network,
    forward_pass: "ForwardPass | None" = None,
    backward_pass: "BackwardPass | None" = None,
    example: int = 1,
    input_names: "Names | None" = None,
    output_names: "Names | None" = None,
    title: str = "",
) -> str:
    """Draw the network: the larger a weight, the thicker its line; solid blue above 0, dashed orange below.

    With a forward pass the neurons hold the activations of one example, counted from 1; with a backward pass the
    lines show the gradient ∂C/∂w instead of the weights. Up to 10 neurons of a layer and 6 columns are drawn; the
    drawing says what it leaves out. ShapeError, SettingError or TypeError if the passes, the example or the names do
    not fit.

    >>> from minibackprop import Layer
    >>> svg = network_svg(Network(Layer([[1, -2]], [0.5])))
    >>> 'stroke-width="6" stroke-dasharray="7 4"><title>w from x₂ to output 1 = -2</title>' in svg
    True
    """
    layout = NetworkLayout(network, forward_pass, backward_pass, example, input_names, output_names, MOST_NEURONS)
    picture = _Picture(layout)
    title = title or f"A network: {layout.sizes}"
    return drawing(picture.width, picture.height, title, _description(layout), picture.shapes())


def _description(layout: NetworkLayout) -> str:
    """What the drawing shows, and what it leaves out, in words."""
    meaning = "the weights w" if layout.parameters.weight_name == "w" else "the gradient ∂C/∂w"
    if layout.parameters.num_examples > 1:
        meaning += f", the mean of {layout.parameters.num_examples} examples"
    text = f"Inputs and neurons: {layout.sizes}. Lines: {meaning}; solid blue above 0, dashed orange below 0,"
    text += f" at most {layout.largest:.4g} in absolute value."
    if layout.neighbours[0][0].activations:
        text += f" Inside the circles: the inputs and activations of example {layout.example}."
    for column in layout.columns:
        if column is None:
            text += f" Not drawn: {counted(layout.num_left_out, 'layer')}."
        elif column.num_left_out:
            kind = {"inputs": "inputs", "output": "outputs"}.get(column.name, f"neurons of {column.name}")
            text += f" Not drawn: {column.num_left_out} of the {len(column.labels)} {kind}."
    return text


class _Picture:
    """Where everything is drawn: a column at x(column), a neuron or gap of it at y(column, place)."""

    def __init__(self, layout: NetworkLayout) -> None:
        self.layout = layout
        self.columns = [column for column in layout.columns if column is not None]
        most_lines = max([len(before.places) * len(after.places) for before, after in layout.neighbours])
        self.with_numbers = most_lines <= MOST_NUMBERS
        widest = WIDEST if self.with_numbers else 4.0
        self.legend = Legend(layout.parameters.weight_name, layout.numbers, widest)
        self.radius = 24.0 if self.columns[0].activations else 15.0
        self.pitch = 88.0 if self.with_numbers else 2 * self.radius + 12  # from one neuron to the next
        self.gap = 230.0 if self.with_numbers else 150.0  # from one column to the next
        self.top = HEADING - 20 if self.with_numbers else HEADING
        self.tallest = max([len(column.places) for column in self.columns])
        self.bottom = self.top + self.tallest * self.pitch
        self.left = self._room_beside(self.columns[0])
        right = self.left + (len(layout.columns) - 1) * self.gap + self._room_beside(self.columns[-1])
        self.width: float = max(right, self.legend.width + 40)
        self.height: float = self.bottom + (70.0 if layout.parameters.num_examples > 1 else 48.0)

    def _room_beside(self, column: Column) -> float:
        """The room that the first or last column needs for half a neuron and the names beside it."""
        return max([text_width(_cut(name), 13.0) for name in column.labels] + [20.0]) + self.radius + 20

    def x(self, column: Column) -> float:
        return self.left + self.layout.columns.index(column) * self.gap

    def y(self, column: Column, place: "int | None") -> float:
        slot = column.places.index(place)
        return self.top + (slot + 0.5 + (self.tallest - len(column.places)) / 2) * self.pitch

    def shapes(self) -> "list[str]":
        shapes, numbers = self._lines_and_numbers()
        for position, column in enumerate(self.layout.columns):
            shapes += self._gap(position) if column is None else self._column(column)
        shapes += numbers + self.legend.shapes(20, self.bottom + 30)
        num_examples = self.layout.parameters.num_examples
        mean = f"mean of {num_examples} examples" if num_examples > 1 else ""
        return shapes + [label(20, self.bottom + 52, mean, "start", [("font-size", 12.0)])]

    def _lines_and_numbers(self) -> "tuple[list[str], list[str]]":
        """The lines, the thick ones above the thin ones, and the numbers written on them in a small network."""
        lines: "list[tuple[float, str]]" = []
        numbers = []
        quantity = self.layout.parameters.weight_name
        for before, after in self.layout.neighbours:
            few = min(len(before.places), len(after.places)) == 1
            share = 0.5 if few else 1 / (len(after.places) + 1)  # this far along the lines, no two numbers overlap
            for link in lines_between(before, after):
                x1, y1, x2, y2 = self._ends(before, link.i, after, link.j)
                tooltip = f"{quantity} from {before.name_of(link.i)} to {after.name_of(link.j)} = {link.number:.6g}"
                lines.append((abs(link.number), line(x1, y1, x2, y2, self.legend.stroke(link.number), tooltip)))
                x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share + 4
                numbers.append(label(x, y, short(link.number), "middle", [("font-size", 13.0), ("class", "halo")]))
        lines.sort()
        return [drawn for _, drawn in lines], numbers if self.with_numbers else []

    def _ends(self, before: Column, i: int, after: Column, j: int) -> "tuple[float, float, float, float]":
        """The ends of a line: on the rims of its two neurons."""
        x1, y1, x2, y2 = self.x(before), self.y(before, i), self.x(after), self.y(after, j)
        length = math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1))
        dx, dy = (x2 - x1) / length * self.radius, (y2 - y1) / length * self.radius
        return x1 + dx, y1 + dy, x2 - dx, y2 - dy

    def _gap(self, position: int) -> "list[str]":
        """The dots in place of the layers that are left out."""
        x, y = self.left + position * self.gap, (self.top + self.bottom) / 2
        dots = label(x, y, "…", "middle", [("font-size", 26.0)])
        return [dots, label(x, y + 24, self.layout.gap_text, "middle")]

    def _column(self, column: Column) -> "list[str]":
        x = self.x(column)
        shapes = [label(x, 24, column.name, "middle", BOLD), label(x, 42, _cut(column.kind), "middle")]
        for place in column.places:
            y = self.y(column, place)
            if place is None:
                shapes.append(label(x, y + 5, column.gap_text, "middle", [("class", "halo")]))
            else:
                shapes += self._neuron(column, place, x, y)
        return shapes

    def _neuron(self, column: Column, place: int, x: float, y: float) -> "list[str]":
        """A circle, with the activation in it, the bias below it, and the name of an input or output beside it."""
        bias_name, tooltip = self.layout.parameters.bias_name, column.name_of(place)
        if column.biases:
            tooltip += f", {bias_name} = {column.biases[place]:.6g}"
        look: Attributes = [("fill", "currentColor"), ("fill-opacity", 0.06), ("stroke", "currentColor")]
        shapes = [circle(x, y, self.radius, look + [("stroke-width", 1.5)], tooltip)]
        if column.activations:
            text = short(column.activations[place])
            size = max(min(13.0, 2.8 * self.radius / len(text)), 9.0)
            shapes.append(label(x, y + 4.5, text, "middle", BOLD + [("font-size", size)]))
        if self.with_numbers and column.biases:
            text = f"{bias_name} {short(column.biases[place])}"
            shapes.append(label(x, y + self.radius + 15, text, "middle", [("font-size", 12.0), ("class", "halo")]))
        name, aside = _cut(column.labels[place]), self.radius + 7
        if column is self.columns[0]:
            shapes.append(label(x - aside, y + 4.5, name, "end", [("font-size", 13.0)]))
        else:  # hidden neurons have no name
            shapes.append(label(x + aside, y + 4.5, name, "start", [("font-size", 13.0)]))
        return shapes


def _cut(name: str) -> str:
    """The name, cut off if it is too long."""
    return name if len(name) <= 16 else name[:15] + "…"
