"""What a walk through a training step is made of: steps, their rows, and cells with values and workings."""

from ..checks import counted
from .notation import Symbol

MOST_TERMS = 6  # of a sum that is written out; of a longer one, the first three and the last


class Cell:
    """A value and its working: the numbers it was made of, or nothing where it was given."""

    def __init__(self, value: float, working: str = "") -> None:
        self.value = value
        self.working = working

    def __repr__(self) -> str:
        return f"Cell({self.value:.6g})"


class Row:
    """One quantity of a step: its symbol, the symbol read aloud, and a cell for each example or one for all.

    `place` tells quantities apart and is where the figure shows them, such as "z.1.2": neuron 2 of layer 1.
    `weight` is the weight or bias that it belongs to, such as "1.2.3" or "1.2", if there is one.
    """

    def __init__(self, symbol: str, spoken: str, place: str, cells: "list[Cell]", weight: str = "") -> None:
        self.symbol = symbol
        self.spoken = spoken
        self.place = place
        self.cells = cells
        self.weight = weight

    def __repr__(self) -> str:
        return f"Row({self.place})"


class Step:
    """One step of the walk: what happens in it, as a title, a formula and words, and its rows.

    `kind` is "given", "forward", "backward" or "update"; `layer` counts from 1, 0 is no layer.
    """

    def __init__(
        self, kind: str, layer: int, title: str, formula: str, words: str, rows: "list[Row]"
    ) -> None:
        self.kind = kind
        self.layer = layer
        self.title = title
        self.formula = formula
        self.words = words
        self.rows = rows

    def __repr__(self) -> str:
        return f"Step({self.title}, {counted(len(self.rows), 'row')})"


def weight_key(quantity: Symbol) -> str:
    """How the page calls a weight or a bias: layer, neuron and input, from 1; nothing for anything else.

    >>> weight_key(("w", 0, 1, 2)), weight_key(("b", 0, 1)), weight_key(("z", 0, 1))
    ('1.2.3', '1.2', '')
    """
    return ".".join([str(int(str(count)) + 1) for count in quantity[1:]]) if quantity[0] in ("w", "b") else ""


def number(value: float) -> str:
    """The number to six digits, with a true minus sign.

    >>> number(1 / 3), number(-0.0), number(-2e-7)
    ('0.333333', '0', '−2e−07')
    """
    return f"{value + 0.0:.6g}".replace("-", "−")


def bracketed(value: float) -> str:
    """The number, in brackets if it is below 0.

    >>> bracketed(0.5), bracketed(-0.5)
    ('0.5', '(−0.5)')
    """
    text = number(value)
    return f"({text})" if text[0] == "−" else text


def added_up(terms: "list[str]") -> str:
    """The terms as a sum; of many, the first three and the last.

    >>> added_up(["1", "−2"]), added_up(list("12345678"))
    ('1 − 2', '1 + 2 + 3 + … + 8')
    """
    if len(terms) > MOST_TERMS:
        terms = terms[:3] + ["…"] + terms[-1:]
    text = terms[0]
    for term in terms[1:]:
        text += " − " + term[1:] if term[0] == "−" else " + " + term
    return text
