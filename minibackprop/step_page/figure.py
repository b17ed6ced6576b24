"""The drawing of the network on the step page: a card for each neuron, with places for its numbers.

The script of the page writes numbers into the places ("data-place"), and marks the weight that is selected
("data-weight") and the layer that a step is about ("data-layer"). The colours come from the style of the page.
"""

from typing import List, Optional, Sequence, Tuple

from ..drawing.notation import UNICODE
from ..drawing.svg import Attributes, element, label, line, text_width
from ..network import Layer, Network
from ..validation import counted
from .names import PageNames

CARD_WIDTH, INPUT_WIDTH, COST_WIDTH = 158.0, 168.0, 172.0
LINE = 21.0  # the height of a line in a card
PADDING = 6.0
GAP = 10.0  # the least height between two cards of a column
WIRES = 124.0  # the width between two columns: numbers of 9 characters do not touch the cards
HEADING = 34.0
MOST_LABELS = 8  # a layer with more weights than this shows only the number of the selected one
LONGEST_NAME = 9

Lines = List[Tuple[str, str]]  # the label of a line in a card, and the place of its number


def step_figure(network: Network, names: PageNames, num_examples: int) -> str:
    """Draw the network with empty places. Long names are shortened; inputs and targets without names are x₁ and y₁.

    >>> network = Network(Layer([[2.0, 1.0]], [0.5]))
    >>> names = PageNames(network, 1, inputs=["size", "<b>"], outputs=["a longer name"])
    >>> figure = step_figure(network, names, num_examples=1)
    >>> figure.count("data-place="), figure.count("<line"), ">&lt;b&gt;<" in figure, ">a longer…<" in figure
    (12, 5, True, True)
    """
    columns = _columns(network, names, num_examples)
    _arrange(columns)
    outputs, cost = columns[-2], columns[-1]
    shapes = [column.heading() for column in columns]
    shapes += [_wires(k, sources, neurons) for k, (sources, neurons) in enumerate(zip(columns, columns[1:-1]), 1)]
    for card in outputs.cards:
        x1, y1, x2, y2 = _ends(card, cost.cards[0])
        shapes.append(line(x1, y1, x2, y2, [("class", "to-cost")]))
    shapes += [column.svg() for column in columns]
    sizes = [counted(network.num_inputs, "input")]
    sizes += [f"{counted(layer.num_neurons, 'neuron')} in layer {k}" for k, layer in enumerate(network.layers, 1)]
    words = f"The network: {', '.join(sizes)}. Its numbers are in the table of the step."
    width, height = cost.left + COST_WIDTH + 1, HEADING + max([column.height for column in columns]) + 8
    look: Attributes = [
        ("id", "network"), ("viewBox", f"0 0 {width:g} {height:g}"), ("role", "img"), ("aria-label", words),
    ]
    return element("svg", look, "\n".join(shapes))


class _Card:
    """A box with lines, each with a label on the left and the place of a number on the right."""

    def __init__(self, lines: Lines, width: float) -> None:
        self.lines = lines
        self.width = width
        self.height = 2 * PADDING + LINE * len(lines)
        self.left = 0.0
        self.top = 0.0

    def svg(self) -> str:
        parts = [_box(self.left, self.top, self.width, self.height, 7.0, "card")]
        for row, (name, place) in enumerate(self.lines):
            y = self.top + PADDING + LINE * row
            band = _box(self.left + 3, y, self.width - 6, LINE, 4.0, "band")
            texts = label(self.left + 10, y + 16, name, "start", [("class", "name")])
            value: Attributes = [("class", "value"), ("data-place", place)]
            texts += label(self.left + self.width - 10, y + 16, " ", "end", value)
            look: Attributes = [("class", "line"), ("data-row", place)]
            if place.startswith("b."):
                look = [("class", "line weight"), ("data-row", place), ("data-weight", place[2:])]
            parts.append(element("g", look, band + texts))
        return "".join(parts)


class _Column:
    """Cards below one another, under a title; `layer` is the number of their layer, None if they are not neurons."""

    def __init__(self, title: str, width: float, cards: Sequence[Lines], layer: Optional[int] = None) -> None:
        self.title = title
        self.width = width
        self.cards = [_Card(lines, width) for lines in cards]
        self.layer = layer
        self.left = 0.0
        self.height = sum([card.height + GAP for card in self.cards]) - GAP

    def move(self, left: float, height: float) -> None:
        """Give the cards their positions: at `left`, and spread over `height`."""
        self.left = left
        gap = GAP + (height - self.height) / len(self.cards)
        top = HEADING + (gap - GAP) / 2
        for card in self.cards:
            card.left, card.top = left, top
            top += card.height + gap

    def heading(self) -> str:
        return label(self.left + self.width / 2, 16.0, self.title, "middle", [("class", "heading")])

    def svg(self) -> str:
        look: Attributes = [("class", "column"), ("data-layer", self.layer or "")]
        return element("g", look, "".join([card.svg() for card in self.cards]))


def _columns(network: Network, names: PageNames, num_examples: int) -> List[_Column]:
    """A card for each input, in each layer a card for each neuron, and one card for the targets and the cost."""
    inputs = _given_lines("x", names.inputs, network.num_inputs)
    columns = [_Column("Inputs x", INPUT_WIDTH, [[each] for each in inputs])]
    for k, layer in enumerate(network.layers, 1):
        neurons = [_neuron_lines(layer, k, j) for j in range(1, layer.num_neurons + 1)]
        columns.append(_Column(f"Layer {k}, {_cut(layer.activation.name)}", CARD_WIDTH, neurons, k))
    costs = [("C", "C")] if num_examples == 1 else [("example C", "C.1"), ("mean C", "C")]
    targets = _given_lines("y", names.outputs, network.num_outputs)
    return columns + [_Column("Targets and cost", COST_WIDTH, [targets + costs])]


def _arrange(columns: List[_Column]) -> None:
    """Put the columns side by side, all as high as the highest; the last is closer, since no weights lead to it."""
    height = max([column.height for column in columns])
    left = 1.0
    for column in columns[:-1]:
        column.move(left, height)
        left += column.width + WIRES
    columns[-1].move(left - WIRES / 2, height)


def _wires(k: int, sources: _Column, neurons: _Column) -> str:
    """The lines of the weights of layer k, from each card of the column before to each of its neurons."""
    few = len(sources.cards) * len(neurons.cards) <= MOST_LABELS
    share = _share_with_room(sources, neurons) if few else 0.5
    wires = []
    for j, neuron in enumerate(neurons.cards, 1):
        for i, source in enumerate(sources.cards, 1):
            x1, y1, x2, y2 = _ends(source, neuron)
            key = f"{k}.{j}.{i}"
            parts = line(x1, y1, x2, y2, [("class", "hit")]) + line(x1, y1, x2, y2, [("class", "wire")])
            at_wire: Attributes = [("class", "at-wire"), ("data-place", "w." + key)]
            parts += label(x1 + share * (x2 - x1), y1 + share * (y2 - y1) + 4, " ", "middle", at_wire)
            wires.append(element("g", [("class", "edge weight"), ("data-weight", key)], parts))
    return element("g", [("class", "wires few" if few else "wires"), ("data-layer", k)], "".join(wires))


def _share_with_room(sources: _Column, neurons: _Column) -> float:
    """How far along the lines, from 0 to 1, they are furthest apart: the numbers are easiest to read there."""
    best, most_room = 0.5, -1.0
    for share in (0.5, 0.45, 0.55, 0.4, 0.6):
        heights = []
        for neuron in neurons.cards:
            for source in sources.cards:
                _, y1, _, y2 = _ends(source, neuron)
                heights.append((1 - share) * y1 + share * y2)
        heights.sort()
        room = min([high - low for low, high in zip(heights, heights[1:])] + [1.4 * LINE])
        if room > most_room:
            best, most_room = share, room
    return best


def _ends(source: _Card, target: _Card) -> Tuple[float, float, float, float]:
    """The ends x1, y1, x2, y2 of the line from the right side of one card to the left side of the other."""
    return source.left + source.width, source.top + source.height / 2, target.left, target.top + target.height / 2


def _given_lines(letter: str, names: Optional[List[str]], count: int) -> Lines:
    """The lines of the inputs, or of the targets."""
    if names is None:
        names = [UNICODE.symbol((letter, "", number)) for number in range(1, count + 1)]
    else:
        names = [_cut(name) for name in names]
    return [(name, f"{letter}.{number}") for number, name in enumerate(names, 1)]


def _neuron_lines(layer: Layer, k: int, j: int) -> Lines:
    """The lines of neuron j of layer k."""
    counts = (k,) if layer.num_neurons == 1 else (k, j)
    lines = [(UNICODE.symbol(("b", k, j)), "b")]
    lines += [(UNICODE.symbol((letter,) + counts), letter) for letter in ("z", "a")]
    lines += [("∂C/∂a", "dC_da"), ("∂a/∂z", "da_dz"), ("∂C/∂z", "dC_dz")]
    return [(name, f"{quantity}.{k}.{j}") for name, quantity in lines]


def _box(x: float, y: float, width: float, height: float, radius: float, kind: str) -> str:
    place: Attributes = [("x", x), ("y", y), ("width", width), ("height", height), ("rx", radius), ("class", kind)]
    return element("rect", place)


def _cut(name: str) -> str:
    """The name, shortened to the width of 9 letters; the letters of some scripts are wider than others."""
    cut = name[: LONGEST_NAME + 1]  # no letter is narrower, so measuring more of a long name would be of no use
    while text_width(cut, 1.0) > 0.6 * LONGEST_NAME + 0.01:
        cut = cut[:-1]
    return cut if cut == name else cut[: len(cut) - 1].rstrip() + "…"
