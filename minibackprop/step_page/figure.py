"""The drawings of the step page: the network, with a card for each neuron, and the cost curve.

Everything stands where it will be seen; the page only writes numbers into the places ("data-place"), and marks what
was chosen ("data-weight") and how far it is known ("data-epoch"). The colours come from the style of the page.
"""

from ..linalg import Vector
from ..network import Network
from ..drawing.axes import ChartFrame, cost_axis, counting_axis, margin_of
from ..drawing.notation import UNICODE
from ..drawing.svg import Attributes, circle, element, label, line, text_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence

    Names = Sequence[str]
    Lines = list[tuple[str, str]]  # the label of a line in a card, and the place of its number
else:
    Names = Lines = list

CARD_WIDTH, INPUT_WIDTH, COST_WIDTH = 158.0, 168.0, 172.0
LINE = 21.0  # the height of a line in a card
PADDING = 6.0
GAP = 10.0  # between two cards of a column, at the least
WIRES = 112.0  # the room between two columns
HEADING = 34.0
MOST_LABELS = 8  # so many weights between two columns are written at their lines; of more, only the chosen one
LONGEST_NAME = 9
CURVE_WIDTH, CURVE_HEIGHT = 520.0, 240.0


def step_figure(
    network: Network, input_names: "Names | None", output_names: "Names | None", num_examples: int
) -> str:
    """Draw the network, with empty places. Long names are cut; without names it has x₁ and y₁.

    >>> from minibackprop import Layer
    >>> figure = step_figure(Network(Layer([[2.0, 1.0]], [0.5])), ["size", "<b>"], ["a longer name"], num_examples=1)
    >>> figure.count("data-place="), figure.count("<line"), ">&lt;b&gt;<" in figure, ">a longer…<" in figure
    (12, 5, True, True)
    """
    return _Figure(network, input_names, output_names, num_examples).svg()


def step_curve(costs: Vector) -> str:
    """Draw the costs of the epochs 0, 1, 2, …, with a line to each and a marker that the page moves.

    >>> step_curve([4.0, 2.0, 1.0]).count("data-epoch=")
    5
    """
    y_axis = cost_axis(costs, log=False)
    width = CURVE_WIDTH - margin_of(y_axis) - 20
    frame = ChartFrame(counting_axis(len(costs) - 1), y_axis, width, CURVE_HEIGHT - 88)
    points = frame.points([float(epoch) for epoch in range(len(costs))], costs)[0]
    lines, dots = [], []
    for epoch, (x, y) in enumerate(points):
        number: Attributes = [("data-epoch", epoch)]
        dots.append(circle(x, y, 4, [("class", "dot")] + number))
        if epoch > 0:
            lines.append(line(points[epoch - 1][0], points[epoch - 1][1], x, y, [("class", "curve")] + number))
    marker = circle(points[0][0], points[0][1], 8, [("class", "marker"), ("id", "marker")])
    shapes = frame.axes("epoch", "cost") + lines + dots + [marker]
    return _image("curve", CURVE_WIDTH, CURVE_HEIGHT, ("aria-labelledby", "cost-shown"), shapes)


class _Figure:
    """The columns of cards: the inputs, a column for each layer, the cost. Each card is a list of lines."""

    def __init__(
        self, network: Network, input_names: "Names | None", output_names: "Names | None", num_examples: int
    ) -> None:
        self.network = network
        self.columns = [[[place] for place in _given_lines("x", input_names, network.num_inputs)]]
        for k, layer in enumerate(network.layers, 1):
            self.columns.append([_neuron_lines(k, j, layer.num_neurons) for j in range(1, layer.num_neurons + 1)])
        costs = [("C", "C")] if num_examples == 1 else [("this C", "C.1"), ("mean C", "C")]
        self.columns.append([_given_lines("y", output_names, network.num_outputs) + costs])
        self.widths = [INPUT_WIDTH] + [CARD_WIDTH] * len(network.layers) + [COST_WIDTH]
        self.lefts = [1.0]
        for width in self.widths[:-1]:
            self.lefts.append(self.lefts[-1] + width + WIRES)
        self.lefts[-1] -= WIRES / 2
        self.tallest = max([_column_height(column) for column in self.columns])
        self.tops: "list[list[float]]" = []
        for column in self.columns:
            gap = GAP + (self.tallest - _column_height(column)) / len(column)
            top, tops = HEADING + (gap - GAP) / 2, []
            for lines in column:
                tops.append(top)
                top += _card_height(lines) + gap
            self.tops.append(tops)

    def svg(self) -> str:
        layers = self.network.layers
        sizes = ", ".join([f"layer {k} has {layer.num_neurons}" for k, layer in enumerate(layers, 1)])
        words = f"The network: {self.network.num_inputs} inputs; neurons: {sizes}. "
        words += "Its numbers are in the table of the step."
        titles = [f"Layer {k}, {_cut(layer.activation.name)}" for k, layer in enumerate(layers, 1)]
        shapes = []
        for left, width, title in zip(self.lefts, self.widths, ["Inputs x"] + titles + ["Targets and cost"]):
            shapes.append(label(left + width / 2, 16.0, title, "middle", [("class", "heading")]))
        shapes += [self._wires(k) for k in range(len(layers))]
        for j in range(self.network.num_outputs):
            x1, y1, x2, y2 = self._ends(len(layers), j, 0)
            shapes.append(line(x1, y1, x2, y2, [("class", "to-cost")]))
        for place, column in enumerate(self.columns):
            cards = [self._card(place, number, lines) for number, lines in enumerate(column)]
            layer = place if place <= len(layers) else 0
            shapes.append(element("g", [("class", "column"), ("data-layer", layer or "")], "".join(cards)))
        size = self.lefts[-1] + COST_WIDTH + 1, HEADING + self.tallest + 8
        return _image("network", size[0], size[1], ("aria-label", words), shapes)

    def _card(self, place: int, number: int, lines: Lines) -> str:
        left, top, width = self.lefts[place], self.tops[place][number], self.widths[place]
        parts = [_box(left, top, width, _card_height(lines), 7.0, "card")]
        for row, (name, slot) in enumerate(lines):
            y = top + PADDING + LINE * row
            band = _box(left + 3, y, width - 6, LINE, 4.0, "band")
            texts = label(left + 10, y + 16, name, "start", [("class", "name")])
            texts += label(left + width - 10, y + 16, " ", "end", [("class", "value"), ("data-place", slot)])
            look: Attributes = [("class", "line"), ("data-row", slot)]
            if slot[:2] == "b.":
                look = [("class", "line weight"), ("data-row", slot), ("data-weight", slot[2:])]
            parts.append(element("g", look, band + texts))
        return "".join(parts)

    def _wires(self, k: int) -> str:
        layer = self.network.layers[k]
        few = layer.num_inputs * layer.num_neurons <= MOST_LABELS
        share = self._share_with_room(k) if few else 0.5
        wires = []
        for j in range(layer.num_neurons):
            for i in range(layer.num_inputs):
                x1, y1, x2, y2 = self._ends(k, i, j)
                key = f"{k + 1}.{j + 1}.{i + 1}"
                parts = line(x1, y1, x2, y2, [("class", "hit")]) + line(x1, y1, x2, y2, [("class", "wire")])
                at: Attributes = [("class", "at-wire"), ("data-place", "w." + key)]
                parts += label(x1 + share * (x2 - x1), y1 + share * (y2 - y1) + 4, " ", "middle", at)
                wires.append(element("g", [("class", "edge weight"), ("data-weight", key)], parts))
        return element("g", [("class", "wires few" if few else "wires"), ("data-layer", k + 1)], "".join(wires))

    def _share_with_room(self, k: int) -> float:
        """How far along the lines of layer k + 1 they are furthest apart: there, numbers can be read."""
        best, most_room = 0.5, -1.0
        for share in (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7):
            heights = []
            for j in range(self.network.layers[k].num_neurons):
                for i in range(self.network.layers[k].num_inputs):
                    _, y1, _, y2 = self._ends(k, i, j)
                    heights.append((1 - share) * y1 + share * y2)
            heights = sorted(heights)
            room = min([high - low for low, high in zip(heights, heights[1:])] + [1.4 * LINE])
            if room > most_room:
                best, most_room = share, room
        return best

    def _ends(self, place: int, i: int, j: int) -> "tuple[float, float, float, float]":
        """The ends of the line from card i of a column to card j of the next one."""
        y1, y2 = [
            self.tops[column][card] + _card_height(self.columns[column][card]) / 2
            for column, card in ((place, i), (place + 1, j))
        ]
        return self.lefts[place] + self.widths[place], y1, self.lefts[place + 1], y2


def _given_lines(letter: str, names: "Names | None", count: int) -> Lines:
    """The lines of the inputs, or of the targets."""
    symbols = [UNICODE.symbol((letter, "", number)) for number in range(1, count + 1)]
    called = symbols if names is None else [_cut(name) for name in names]
    return [(name, f"{letter}.{number}") for number, name in enumerate(called, 1)]


def _neuron_lines(k: int, j: int, num_neurons: int) -> Lines:
    counts = (k,) if num_neurons == 1 else (k, j)
    lines = [(UNICODE.symbol(("b", k, j)), "b")]
    lines += [(UNICODE.symbol((letter,) + counts), letter) for letter in ("z", "a")]
    lines += [("∂C/∂a", "dC_da"), ("∂a/∂z", "da_dz"), ("∂C/∂z", "dC_dz")]
    return [(name, f"{slot}.{k}.{j}") for name, slot in lines]


def _card_height(lines: Lines) -> float:
    return 2 * PADDING + LINE * len(lines)


def _column_height(cards: "list[Lines]") -> float:
    return sum([_card_height(lines) + GAP for lines in cards]) - GAP


def _box(x: float, y: float, width: float, height: float, radius: float, kind: str) -> str:
    place: Attributes = [("x", x), ("y", y), ("width", width), ("height", height), ("rx", radius), ("class", kind)]
    return element("rect", place)


def _image(name: str, width: float, height: float, words: "tuple[str, object]", shapes: "list[str]") -> str:
    frame: Attributes = [("id", name), ("viewBox", f"0 0 {width:g} {height:g}"), ("role", "img")]
    return element("svg", frame + [words], "\n".join(shapes))


def _cut(name: str) -> str:
    """The name, as wide as 9 letters; letters of some scripts are wider than others."""
    cut = name
    while text_width(cut, 1.0) > 0.6 * LONGEST_NAME + 0.01:
        cut = cut[:-1]
    return cut if cut == name else cut[: len(cut) - 1].rstrip() + "…"
