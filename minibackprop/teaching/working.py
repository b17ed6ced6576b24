"""A working: how a value was calculated, written out in numbers, such as 0.5 · 2 + 1."""

from ..drawing.notation import UNICODE
from ..linalg import Matrix, Vector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    Workings = list[list[str]]  # like the matrix of their values: a row for each neuron, a column for each example
else:
    Workings = list

TIMES = "\u00a0· "  # a line may end after the dot, not before it
MINUS = UNICODE.minus
MOST_TERMS = 6  # in a sum that is written out in full; of a longer one, the first three and the last


def number(value: float) -> str:
    """The number to six digits, with a true minus sign.

    >>> number(1 / 3), number(-0.0), number(-2e-7)
    ('0.333333', '0', '−2e−07')
    """
    return f"{value + 0.0:.6g}".replace("-", "−")


def bracketed(value: float) -> str:
    """The number, in brackets if it is below 0.

    >>> bracketed(2.0), bracketed(-2.0)
    ('2', '(−2)')
    """
    text = number(value)
    return f"({text})" if text[0] == "−" else text


def difference(x: float, y: float) -> str:
    """x − y

    >>> difference(3.0, -2.0)
    '3 − (−2)'
    """
    return number(x) + MINUS + bracketed(y)


def product(x: float, y: float) -> str:
    """x · y

    >>> product(3.0, -2.0) == "3" + TIMES + "(−2)"
    True
    """
    return number(x) + TIMES + bracketed(y)


def products(xs: Vector, ys: Vector) -> "list[str]":
    """The terms of a dot product: each x · y

    >>> len(products([3.0, 4.0], [5.0, 6.0]))
    2
    """
    return [product(x, y) for x, y in zip(xs, ys)]


def added_up(terms: "list[str]") -> str:
    """The terms as a sum; if there are many, the first three and the last.

    >>> added_up(["1", "−2", "3"]), added_up(["1", "2", "3", "4", "5", "6", "7"])
    ('1 − 2 + 3', '1 + 2 + 3 + … + 7')
    """
    if len(terms) > MOST_TERMS:
        terms = terms[:3] + ["…"] + terms[-1:]
    text = terms[0]
    for term in terms[1:]:
        text += MINUS + term[1:] if term[0] == "−" else " + " + term
    return text


def mean_of(terms: "list[str]") -> str:
    """The mean of the terms; a single one is its own mean.

    >>> mean_of(["1", "2"]), mean_of(["1"])
    ('(1 + 2) / 2', '1')
    """
    return terms[0] if len(terms) == 1 else f"({added_up(terms)}) / {len(terms)}"


def function_of(name: str, z: float) -> str:
    """f(z), where `name` is that of f.

    >>> function_of("tanh", -2.0)
    'tanh(−2)'
    """
    return f"{name}({number(z)})"


def derivative_of(name: str, z: float, a: float) -> str:
    """f′(z), and how it follows from a = f(z) if f is sigmoid or tanh.

    >>> derivative_of("relu", 2.0, 2.0), derivative_of("tanh", 0.5, 0.46)
    ('relu′(2)', 'tanh′(0.5) = 1 − 0.46²')
    """
    text = f"{name}′({number(z)})"
    if name == "sigmoid":
        text += f" = {number(a)}{TIMES}(1{MINUS}{number(a)})"
    if name == "tanh":
        text += f" = 1{MINUS}{bracketed(a)}²"
    return text


def entry_by_entry(write: "Callable[..., str]", *matrices: Matrix) -> Workings:
    """Apply `write` to the entries at the same place in these matrices.

    >>> entry_by_entry(difference, [[5.0, 6.0]], [[1.0, 2.0]])
    [['5 − 1', '6 − 2']]
    """
    return [[write(*entries) for entries in zip(*rows)] for rows in zip(*matrices)]
