"""The words and workings of a cost: its formula, the formula of its slope, and how their values were calculated."""

from ..costs import HALF_SQUARED_ERROR, Cost
from ..cross_entropy import CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY
from .rules import ERROR
from .working import MINUS, TIMES, added_up, bracketed, difference, number, product

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from ..linalg import Vector

    CostWorking = Callable[[Vector, Vector], str]  # from the targets and outputs of one example
    SlopeWorking = Callable[[Vector, Vector, int], str]  # the same, and which of the outputs


class CostWords:
    """What a cost and its slope are, in formulas, words and numbers.

    `formula` and `words` say what C is, `slope_formula` and `slope_words` what ∂C/∂a is. `working(y, a)` writes out the
    cost of one example, `slope_working(y, a, j)` its slope with respect to output j; the text is empty where a
    calculation with six digits would not lead to the value, and for a cost of one's own.
    """

    def __init__(
        self,
        formula: str,
        words: str,
        working: "CostWorking",
        slope_formula: str,
        slope_words: str,
        slope_working: "SlopeWorking",
    ) -> None:
        self.formula = formula
        self.words = words
        self.working = working
        self.slope_formula = slope_formula
        self.slope_words = slope_words
        self.slope_working = slope_working

    def __repr__(self) -> str:
        return f"CostWords({self.formula})"


def cost_words(cost: Cost) -> CostWords:
    """The words for a cost; for one of your own, its name.

    >>> from minibackprop import CROSS_ENTROPY, HALF_SQUARED_ERROR
    >>> cost_words(HALF_SQUARED_ERROR).formula, cost_words(HALF_SQUARED_ERROR).working([1.0], [3.0])[-8:]
    ('C = ½‖y − a‖²', '(1 − 3)²')
    >>> cost_words(CROSS_ENTROPY).slope_working([1.0], [0.25], 0)[:10]
    '(0.25 − 1)'
    """
    for known, words in WORDS:
        if cost is known:
            return words
    return CostWords(
        "C = c(y, a)",
        f"How wrong is the output? That is for the cost {cost.name} to say, a function of targets and outputs.",
        lambda y, a: "",
        "∂C/∂a = c′(y, a)",
        f"The chain rule starts at the cost: its slope with respect to a is the derivative of {cost.name}.",
        lambda y, a, j: "",
    )


def _squares(y: "Vector", a: "Vector") -> str:
    return added_up([f"½{TIMES}({difference(y_j, a_j)})²" for y_j, a_j in zip(y, a)])


def _logarithms(y: "Vector", a: "Vector") -> str:
    if min(a) <= 0.0 or max(a) >= 1.0:  # ln 0 does not exist
        return ""
    terms = []
    for y_j, a_j in zip(y, a):
        for probability, given in ((y_j, a_j), (1.0 - y_j, 1.0 - a_j)):
            if probability > 0.0:
                terms.append(f"{number(probability)}{TIMES}ln {number(given)}")
    return f"−({added_up(terms)})"


def _fraction(y: "Vector", a: "Vector", j: int) -> str:
    if a[j] <= 0.0 or a[j] >= 1.0:
        return ""
    return f"({difference(a[j], y[j])}) / ({number(a[j])}{TIMES}{number(1.0 - a[j])})"


def _powers(a: "Vector") -> str:
    return added_up([f"e^{bracketed(a_j)}" for a_j in a])


def _logarithm_of_powers(y: "Vector", a: "Vector") -> str:
    terms = [product(y_j, a_j) for y_j, a_j in zip(y, a) if y_j != 0.0]
    return f"ln({_powers(a)}){MINUS}({added_up(terms)})"


def _share(y: "Vector", a: "Vector", j: int) -> str:
    return f"e^{bracketed(a[j])} / ({_powers(a)}){MINUS}{number(y[j])}"


WORDS = [
    (HALF_SQUARED_ERROR, CostWords(
        "C = ½‖y − a‖²",
        "How wrong is the output? Half the squared distance between target and output.",
        _squares,
        ERROR.formula,
        ERROR.words,
        lambda y, a, j: difference(a[j], y[j]),
    )),
    (CROSS_ENTROPY, CostWords(
        "C = −Σ (y·ln a + (1 − y)·ln(1 − a))",
        "How wrong is the output? Cross-entropy: −ln of the probability that the output gave to what happened.",
        _logarithms,
        "∂C/∂a = (a − y) / (a·(1 − a))",
        "The chain rule starts at the cost. The slope of a sigmoid is a·(1 − a), so in ∂C/∂z it will cancel: only "
        "a − y is left.",
        _fraction,
    )),
    (SOFTMAX_CROSS_ENTROPY, CostWords(
        "C = −Σ y·ln softmax(a) = ln Σ e^a − Σ y·a",
        "How wrong is the output? Softmax turns the outputs into probabilities; the cost is −ln of that of the class.",
        _logarithm_of_powers,
        "∂C/∂a = softmax(a) − y",
        "The chain rule starts at the cost: its slope with respect to a is the probability minus the target.",
        _share,
    )),
]
