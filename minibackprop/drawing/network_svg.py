"""A network as a picture: neurons in columns, and between them lines as thick as the weights are large.

Of a large network the first and last layers and neurons are shown.
"""

import math

from ..backprop import LayerBackward, LayerForward
from ..validation import SettingError, as_matrix, as_vector, counted, shown, whole_number
from ..linalg import ShapeError, Vector, shape
from ..network import Network
from .notation import subscript
from .svg import BLUE, DASHES, ORANGE, Attributes, circle, drawing, label, line, short, text_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence

    Names = Sequence[str]
    Places = list[int | None]
else:
    Names = Places = list

MOST_COLUMNS, MOST_NEURONS = 6, 10
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
    return drawing(picture.width, picture.height, title, _description(layout), picture.shapes())


class Column:
    """A column of neurons (the inputs are column 0): `places` are those shown, counted from 0, with None for a gap.

    `name` and `kind` head it; `labels` name the neurons, `values` are their activations or empty.
    """

    def __init__(self, number: int, name: str, kind: str, labels: "list[str]", most: int, values: Vector) -> None:
        self.number = number
        self.name = name
        self.kind = kind
        self.labels = labels
        self.places = shown_places(len(labels), most)
        self.num_left_out = len(labels) - len([place for place in self.places if place is not None])
        self.gap_text = f"… {self.num_left_out} more"
        self.values = values

    def __repr__(self) -> str:
        return f"Column({self.name}, {len(self.labels)})"


def shown_places(count: int, most: int) -> Places:
    """0 to count − 1; or of more than `most` the first ones, None for a gap, and the last.

    >>> shown_places(3, 5), shown_places(30, 5)
    ([0, 1, 2], [0, 1, 2, None, 29])
    """
    if count <= most:
        return list(range(count))
    places: Places = list(range(most - 2))
    return places + [None, count - 1]


class NetworkLayout:
    """The columns of a network, None for a gap between them, and the numbers on the lines between the columns.

    `lines[k]` and `biases[k]` are those of layer k + 1: its weights and biases, or with a backward pass their slopes
    ∂C/∂w and ∂C/∂b; `neighbours` are the columns with lines between them, `numbers` those on the lines that are shown.
    """

    def __init__(
        self,
        network: Network,
        forward_pass: "list[LayerForward] | None",
        backward_pass: "list[LayerBackward] | None",
        example: int,
        input_names: "Names | None",
        output_names: "Names | None",
        most: int,
    ) -> None:
        if not isinstance(network, Network):
            raise TypeError(f"the network is {shown(network)}, but must be a Network")
        layers = network.layers
        self.example = whole_number(example, "example", at_least=1)
        values: "list[Vector]" = [[] for _ in range(len(layers) + 1)]
        if forward_pass is not None:
            shapes = [(len(record.A), len(record.A_in)) for record in forward_pass]
            _check_pass(network, shapes, "forward", "forward(network, X)")
            if example > len(forward_pass[0].A[0]):
                raise SettingError(
                    f"example is {example}, but the forward pass has {counted(len(forward_pass[0].A[0]), 'example')}"
                )
            activations = [forward_pass[0].A_in] + [record.A for record in forward_pass]
            values = [as_vector([a[example - 1] for a in A], f"a of layer {k}") for k, A in enumerate(activations)]
        self.quantity, self.bias_quantity, self.num_examples = "w", "b", 0
        names, numbers = ("weights", "biases"), [(layer.weights, layer.biases) for layer in layers]
        if backward_pass is not None:
            shapes = [shape(record.dC_dW) for record in backward_pass]
            _check_pass(network, shapes, "backward", "backward(network, forward_pass, Y)")
            self.quantity, self.bias_quantity, self.num_examples = "∂C/∂w", "∂C/∂b", len(backward_pass[0].dC_dZ[0])
            names, numbers = ("dC_dW", "dC_db"), [(record.dC_dW, record.dC_db) for record in backward_pass]
        self.lines = [as_matrix(W, f"{names[0]} of layer {k}") for k, (W, _) in enumerate(numbers, 1)]
        self.biases = [as_vector(b, f"{names[1]} of layer {k}") for k, (_, b) in enumerate(numbers, 1)]

        labels = ["x" + subscript(i + 1) for i in range(network.num_inputs)]
        labels = _names(input_names, network.num_inputs, "input", labels)
        columns = [Column(0, "inputs", "", labels, most, values[0])]
        for k, layer in enumerate(layers, 1):
            is_last, labels = k == len(layers), [""] * layer.num_neurons
            labels = _names(output_names if is_last else None, layer.num_neurons, "output", labels)
            name = "output" if is_last else f"layer {k}"
            columns.append(Column(k, name, str(layer.activation.name), labels, most, values[k]))
        places = shown_places(len(columns), MOST_COLUMNS)
        self.columns = [None if place is None else columns[place] for place in places]
        self.sizes = " → ".join(["…" if place is None else str(len(columns[place].labels)) for place in places])
        self.num_left_out = len(columns) - len([place for place in places if place is not None])
        self.gap_text = counted(self.num_left_out, "more layer")
        self.neighbours: "list[tuple[Column, Column]]" = []
        self.numbers: Vector = []
        for before, after in zip(self.columns, self.columns[1:]):
            if before is not None and after is not None:
                self.neighbours.append((before, after))
                W = self.lines[after.number - 1]
                pairs = [(j, i) for j in after.places for i in before.places]
                self.numbers += [W[j][i] for j, i in pairs if j is not None and i is not None]


def _names(names: "Names | None", count: int, kind: str, otherwise: "list[str]") -> "list[str]":
    if names is None:
        return otherwise
    known = [names] if isinstance(names, str) else [str(name) for name in names]
    if len(known) != count:
        raise ShapeError(f"there are {counted(len(known), kind + ' name')}, but the network has {counted(count, kind)}")
    return known


def _check_pass(network: Network, shapes: "list[tuple[int, int]]", direction: str, source: str) -> None:
    if shapes != [shape(layer.weights) for layer in network.layers]:
        raise ShapeError(f"this {direction} pass is of another network: pass on what {source} returned")


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
        self.width: float = max(first + (len(layout.columns) - 1) * self.gap + last, self.legend.width + 40)
        self.height: float = self.bottom + (70.0 if layout.num_examples > 1 else 48.0)

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
                    tooltip = f"{self.layout.quantity} from {_called(before, i)} to {_called(after, j)} = {value:.6g}"
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
        bias_name, bias, tooltip = self.layout.bias_quantity, 0.0, _called(column, place)
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


def _description(layout: NetworkLayout) -> str:
    """What the drawing shows, and what it leaves out, in words."""
    meaning = "the weights w" if layout.quantity == "w" else "the slopes ∂C/∂w"
    if layout.num_examples > 1:
        meaning += f", the mean of {layout.num_examples} examples"
    largest = max([abs(number) for number in layout.numbers] + [0.0])
    text = f"{layout.sizes} neurons. Lines: {meaning}, solid blue above 0, dashed orange below, up to {largest:.4g}."
    if layout.columns[0] is not None and layout.columns[0].values:
        text += f" In the neurons: the activations of example {layout.example}."
    for column in layout.columns:
        if column is None:
            text += f" Not drawn: {counted(layout.num_left_out, 'layer')}."
        elif column.num_left_out:
            text += f" Not drawn: {column.num_left_out} of the {len(column.labels)} neurons of {column.name}."
    return text


def _called(column: Column, place: int) -> str:
    """A neuron's own name, or its number and layer."""
    own = f"output {place + 1}" if column.name == "output" else f"neuron {place + 1} of {column.name}"
    return column.labels[place] or own


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
