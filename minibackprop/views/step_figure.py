"""The network of the step page: a card for each neuron, with a line for each number to come.

Everything stands where it will be seen; the page only writes numbers into the places ("data-place") and marks
what was chosen ("data-weight"). Its colours come from the style of the page.
"""

from ..network import Network
from .notation import UNICODE
from .svg import Attributes, element, escape, text_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    Names = list[str]
    Lines = list[tuple[str, str]]  # the label of a line in a card, and the place of its number
else:
    Names = Lines = list

CARD_WIDTH, INPUT_WIDTH, COST_WIDTH = 158.0, 168.0, 172.0
LINE = 21.0  # the height of a line in a card
PADDING = 6.0
GAP = 10.0  # between two cards of a column, at the least
WIRES = 112.0  # the room between two columns
HEADING = 34.0
MOST_LABELS = (
    8  # so many weights between two columns are written at their lines; of more, only the chosen one
)
LONGEST_NAME = 9


class StepFigure:
    """The places of all cards, and from them the drawing."""

    def __init__(self, network: Network, input_names: Names, output_names: Names, num_examples: int) -> None:
        self.network = network
        cards: "list[list[Lines]]" = [[[(name, f"x.{i}")] for i, name in enumerate(input_names, 1)]]
        for k, layer in enumerate(network.layers, 1):
            cards.append([_neuron_lines(k, j, layer.num_neurons) for j in range(1, layer.num_neurons + 1)])
        costs = [("C", "C")] if num_examples == 1 else [("this C", "C.1"), ("mean C", "C")]
        cards.append([[(name, f"y.{j}") for j, name in enumerate(output_names, 1)] + costs])
        self.cards = cards
        tallest = max([_column_height(column) for column in cards])
        self.height = HEADING + tallest + 8
        self.lefts = [1.0]
        for width in [INPUT_WIDTH] + [CARD_WIDTH] * len(network.layers):
            self.lefts.append(self.lefts[-1] + width + WIRES)
        self.lefts[-1] -= WIRES / 2
        self.width = self.lefts[-1] + COST_WIDTH + 1
        self.tops: "list[list[float]]" = []
        for column in cards:
            gap = GAP + (tallest - _column_height(column)) / len(column)
            top, tops = HEADING + (gap - GAP) / 2, []
            for lines in column:
                tops.append(top)
                top += _card_height(lines) + gap
            self.tops.append(tops)

    def __repr__(self) -> str:
        return f"StepFigure({self.network})"

    def svg(self) -> str:
        """The drawing, with empty places.

        >>> from minibackprop import Layer
        >>> network = Network(Layer([[2.0, 1.0]], [0.5]))
        >>> figure = StepFigure(network, ["size", "<b>"], ["price"], num_examples=1)
        >>> figure.svg().count("data-place="), figure.svg().count("<line"), "&lt;b&gt;" in figure.svg()
        (12, 5, True)
        """
        sizes = ", ".join(
            [f"layer {k} has {layer.num_neurons}" for k, layer in enumerate(self.network.layers, 1)]
        )
        words = f"The network: {self.network.num_inputs} inputs; neurons: {sizes}. "
        words += "Its numbers are in the table of the step."
        frame: Attributes = [
            ("viewBox", f"0 0 {self.width:g} {self.height:g}"),
            ("width", self.width),
            ("height", self.height),
            ("role", "img"),
            ("aria-label", words),
            ("id", "network"),
        ]
        shapes = [self._headings()]
        shapes += [self._wires(k) for k in range(len(self.network.layers))] + [self._wires_to_cost()]
        for place, column in enumerate(self.cards):
            is_layer = 0 < place < len(self.cards) - 1
            kind = "cost" if place == len(self.cards) - 1 else "neuron" if is_layer else "input"
            cards = [self._card(place, number, lines, kind) for number, lines in enumerate(column)]
            shapes.append(
                element("g", [("class", "column"), ("data-layer", place if is_layer else "")], "".join(cards))
            )
        return element("svg", frame, "\n".join(shapes))

    def _headings(self) -> str:
        titles = ["Inputs x"]
        titles += [
            f"Layer {k}, {_cut(layer.activation.name, 9)}" for k, layer in enumerate(self.network.layers, 1)
        ]
        widths = [INPUT_WIDTH] + [CARD_WIDTH] * len(self.network.layers) + [COST_WIDTH]
        texts = []
        for left, width, title in zip(self.lefts, widths, titles + ["Targets and cost"]):
            texts.append(
                _text(left + width / 2, 16.0, title, [("class", "heading"), ("text-anchor", "middle")])
            )
        return "".join(texts)

    def _card(self, place: int, number: int, lines: Lines, kind: str) -> str:
        width = {"input": INPUT_WIDTH, "neuron": CARD_WIDTH, "cost": COST_WIDTH}[kind]
        left, top = self.lefts[place], self.tops[place][number]
        box: Attributes = [
            ("x", left),
            ("y", top),
            ("width", width),
            ("height", _card_height(lines)),
            ("rx", 7.0),
        ]
        parts = [element("rect", box + [("class", "card")])]
        for row, (name, slot) in enumerate(lines):
            y = top + PADDING + LINE * row
            texts = _text(left + 10, y + 16.0, name, [("class", "name")])
            texts += element(
                "text", [("x", left + width - 10), ("y", y + 16.0), ("class", "value"), ("data-place", slot)]
            )
            band: Attributes = [
                ("x", left + 3),
                ("y", y),
                ("width", width - 6),
                ("height", LINE),
                ("rx", 4.0),
            ]
            parts_of_row = element("rect", band + [("class", "band")]) + texts
            look: Attributes = (
                [("class", "line weight"), ("data-weight", slot[2:])]
                if slot[:2] == "b."
                else [("class", "line")]
            )
            parts.append(element("g", look + [("data-row", slot)], parts_of_row))
        return "".join(parts)

    def _wires(self, k: int) -> str:
        layer = self.network.layers[k]
        few = layer.num_inputs * layer.num_neurons <= MOST_LABELS
        share = self._share_with_room(k) if few else 0.5
        wires = []
        for j in range(layer.num_neurons):
            for i in range(layer.num_inputs):
                x1, y1 = self.lefts[k] + (INPUT_WIDTH if k == 0 else CARD_WIDTH), self._middle(k, i)
                x2, y2 = self.lefts[k + 1], self._middle(k + 1, j)
                ends: Attributes = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)]
                key = f"{k + 1}.{j + 1}.{i + 1}"
                at: Attributes = [("x", x1 + share * (x2 - x1)), ("y", y1 + share * (y2 - y1) + 4)]
                parts = element("line", ends + [("class", "hit")]) + element(
                    "line", ends + [("class", "wire")]
                )
                parts += element("text", at + [("class", "at-wire"), ("data-place", "w." + key)])
                wires.append(element("g", [("class", "edge weight"), ("data-weight", key)], parts))
        look: Attributes = [("class", "wires few" if few else "wires"), ("data-layer", k + 1)]
        return element("g", look, "".join(wires))

    def _share_with_room(self, k: int) -> float:
        """How far along the lines of layer k + 1 they are furthest apart: there, numbers can be read."""
        best, most_room = 0.5, -1.0
        for percent in (50, 45, 55, 40, 60, 35, 65, 30, 70):
            share, heights = percent / 100, []
            for j in range(self.network.layers[k].num_neurons):
                for i in range(self.network.layers[k].num_inputs):
                    heights.append((1 - share) * self._middle(k, i) + share * self._middle(k + 1, j))
            heights = sorted(heights)
            room = min([high - low for low, high in zip(heights, heights[1:])] + [1.4 * LINE])
            if room > most_room:
                best, most_room = share, room
        return best

    def _wires_to_cost(self) -> str:
        last, wires = len(self.network.layers), []
        for j in range(self.network.num_outputs):
            x1, y1 = self.lefts[last] + CARD_WIDTH, self._middle(last, j)
            ends: Attributes = [
                ("x1", x1),
                ("y1", y1),
                ("x2", self.lefts[-1]),
                ("y2", self._middle(last + 1, 0)),
            ]
            wires.append(element("line", ends + [("class", "to-cost")]))
        return element("g", [], "".join(wires))

    def _middle(self, place: int, number: int) -> float:
        return self.tops[place][number] + _card_height(self.cards[place][number]) / 2


def short_names(letter: str, names: "Names | None", count: int) -> Names:
    """How the figure calls inputs (or targets): by names, cut where they are long, or x₁ if there are none.

    >>> short_names("x", None, 2), short_names("x", ["RM", "a longer name"], 2)
    (['x₁', 'x₂'], ['RM', 'a longer…'])
    """
    if names is None:
        return [UNICODE.symbol((letter, "", number)) for number in range(1, count + 1)]
    return [_cut(name, LONGEST_NAME) for name in names]


def _neuron_lines(k: int, j: int, num_neurons: int) -> Lines:
    counts = (k,) if num_neurons == 1 else (k, j)
    lines = [(UNICODE.symbol(("b", k, j)), "b")] + [
        (UNICODE.symbol((letter,) + counts), letter) for letter in ("z", "a")
    ]
    lines += [("∂C/∂a", "dC_da"), ("∂a/∂z", "da_dz"), ("∂C/∂z", "dC_dz")]
    return [(name, f"{slot}.{k}.{j}") for name, slot in lines]


def _card_height(lines: Lines) -> float:
    return 2 * PADDING + LINE * len(lines)


def _column_height(cards: "list[Lines]") -> float:
    return sum([_card_height(lines) + GAP for lines in cards]) - GAP


def _text(x: float, y: float, words: str, look: Attributes) -> str:
    place: Attributes = [("x", x), ("y", y)]
    return element("text", place + look, escape(words))


def _cut(name: str, longest: int) -> str:
    """The name, as wide as so many letters; letters of some scripts are wider than others."""
    cut = name
    while text_width(cut, 1.0) > 0.6 * longest + 0.01:
        cut = cut[:-1]
    return cut if cut == name else cut[: len(cut) - 1].rstrip() + "…"
