"""A step of the walk through training, and its rows: a row is one quantity with its value for each example."""

from ..drawing.notation import UNICODE, Symbol
from ..network import Network
from ..validation import counted
from .place import neuron_symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    Cell = tuple[float, str]  # a value and its working, which is empty where the value was given


class Row:
    """One quantity of a step: its symbol, the symbol read aloud, and a cell for each example or one for all.

    `place` identifies the quantity and is where the figure shows it, such as "z.1.2": z of neuron 2 of layer 1.
    `weight` is the weight or bias that is shown there, such as "1.2.3" or "1.2", if there is one.

    >>> Row("z¹₂", "z of layer 1, neuron 2", "z.1.2", [(7.0, "2 · 3 + 1")])
    Row(z.1.2)
    """

    def __init__(self, symbol: str, spoken: str, place: str, cells: "list[Cell]") -> None:
        self.symbol = symbol
        self.spoken = spoken
        self.place = place
        self.cells = cells
        self.weight = place[2:] if place[:2] in ("w.", "b.") else ""

    def __repr__(self) -> str:
        return f"Row({self.place})"


class Step:
    """One step of the walk: what happens in it, as a title, a formula and words, and its rows.

    `kind` is "given", "forward", "backward" or "update"; `layer` counts from 1; if it is 0, the step belongs to no
    layer.

    >>> Step("forward", 2, "the activation", "a = f(z)", "Each neuron applies f to its z.", [])
    Step(Layer 2: the activation, 0 rows)
    """

    def __init__(self, kind: str, layer: int, title: str, formula: str, words: str, rows: "list[Row]") -> None:
        self.kind = kind
        self.layer = layer
        self.title = f"Layer {layer}: {title}" if layer else title
        self.formula = formula
        self.words = words
        self.rows = rows

    def __repr__(self) -> str:
        return f"Step({self.title}, {counted(len(self.rows), 'row')})"


def row_of(network: Network, quantity: Symbol, cells: "list[Cell]") -> Row:
    """The row of a quantity, such as ("z", 1, 2), ("w", 1, 2, 3) or ("x", 3).

    >>> from minibackprop import Layer
    >>> row = row_of(Network(Layer([[2.0]], [1.0])), ("z", 1, 1), [(7.0, "")])
    >>> row.symbol, row.spoken, row.place
    ('z¹', 'z of layer 1, neuron 1', 'z.1.1')
    """
    return Row(_symbol(network, quantity), _spoken(quantity), _place(quantity), cells)


def slope_row_of(network: Network, top: str, quantity: Symbol, cells: "list[Cell]") -> Row:
    """The row of the slope of `top`, "C" or "a", with respect to a quantity.

    The slope with respect to a weight is shown in the place of the weight.

    >>> from minibackprop import Layer
    >>> row = slope_row_of(Network(Layer([[2.0]], [1.0])), "a", ("z", 1, 1), [(1.0, "")])
    >>> row.symbol, row.spoken, row.place
    ('∂a¹/∂z¹', 'the slope of a of layer 1, neuron 1 with respect to z of layer 1, neuron 1', 'da_dz.1.1')
    """
    of = ("C",) if top == "C" else (top,) + quantity[1:]
    symbol = f"∂{_symbol(network, of)}/∂{_symbol(network, quantity)}"
    place = _place(quantity) if quantity[0] in ("w", "b") else f"d{top}_d{_place(quantity)}"
    return Row(symbol, f"the slope of {_spoken(of)} with respect to {_spoken(quantity)}", place, cells)


def _symbol(network: Network, quantity: Symbol) -> str:
    """The symbol as it is written, the same as in an explanation."""
    if quantity[0] in ("x", "y"):
        return UNICODE.symbol((quantity[0], "", quantity[1]))
    if quantity[0] in ("z", "a"):
        return UNICODE.symbol(neuron_symbol(network, quantity[0], quantity[1] - 1, quantity[2] - 1))
    return UNICODE.symbol(quantity)


def _spoken(quantity: Symbol) -> str:
    """The symbol read aloud."""
    letter, counts = quantity[0], quantity[1:]
    if letter == "C":
        return "the cost"
    if letter in ("x", "y"):
        return f"{'input' if letter == 'x' else 'target'} {counts[0]}"
    if letter == "w":
        return f"the weight of layer {counts[0]}, neuron {counts[1]}, input {counts[2]}"
    name = "the bias" if letter == "b" else letter
    return f"{name} of layer {counts[0]}, neuron {counts[1]}"


def _place(quantity: Symbol) -> str:
    return ".".join([str(part) for part in quantity])
