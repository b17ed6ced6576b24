"""Evidence: one batch, and the numbers that the learner's code gave for it."""

import math

from .layer_chain import Batch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Nested = Any  # a number, a list of numbers or a table, of whatever shape the learner returned; None if missing
    LayerNumbers = dict[str, Nested]  # by the names that they have in a record, such as "dC_dW"

ROUNDING_OF_DOUBLES = 1e-9  # of the largest number beside it: how far two ways to calculate the same may lie apart
ROUNDING_OF_SINGLES = 1e-5  # of the largest number of all, if they are of single precision, as in some arrays
BITS_OF_SINGLES = 24
GRADIENT = ("dC_dW", "dC_db")


class Evidence:
    """A batch, and what the learner's code gave for each of its layers: `theirs`, or None if it raised an error.

    `tolerance` is how far their numbers may be from the right ones because of the digits that were printed. `judged`
    are the names of the numbers that are compared; the others are left out.
    """

    def __init__(
        self, batch: Batch, theirs: "list[LayerNumbers] | None", tolerance: float, judged: "tuple[str, ...]"
    ) -> None:
        self.batch = batch
        self.theirs = theirs
        self.tolerance = tolerance
        self.judged = judged
        numbers = numbers_in([[layer.get(name) for name in judged] for layer in theirs or []])
        least = ROUNDING_OF_SINGLES * largest_of(numbers) if are_of_single_precision(numbers) else 0.0
        self.allowed = [
            {name: max(tolerance, least, ROUNDING_OF_DOUBLES * largest_of(numbers_in(layer[name]))) for name in layer}
            for layer in theirs or []
        ]

    def __repr__(self) -> str:
        return f"Evidence({self.batch})"

    def of_gradients_only(self) -> "Evidence":
        """The same without the factors: only ∂C/∂w and ∂C/∂b are compared.

        >>> from minibackprop import HALF_SQUARED_ERROR, Layer, Network, forward
        >>> network = Network(Layer([[1]], [0]))
        >>> batch = Batch(network, [[3.0]], [[1.0]], HALF_SQUARED_ERROR, forward(network, [[3.0]]), None)
        >>> Evidence(batch, None, 0.0, ("dC_dZ", "dC_dW", "dC_db")).of_gradients_only().judged
        ('dC_dW', 'dC_db')
        """
        kept = tuple([name for name in self.judged if name in GRADIENT])
        return Evidence(self.batch, self.theirs, self.tolerance, kept)

    def has_factors(self) -> bool:
        """Whether there are more numbers to compare than the gradients.

        >>> from minibackprop import HALF_SQUARED_ERROR, Layer, Network, forward
        >>> network = Network(Layer([[1]], [0]))
        >>> batch = Batch(network, [[3.0]], [[1.0]], HALF_SQUARED_ERROR, forward(network, [[3.0]]), None)
        >>> Evidence(batch, [{"dC_dZ": [[2.0]], "dC_dW": [[6.0]]}], 0.0, ("dC_dZ", "dC_dW")).has_factors()
        True
        """
        names = [name for layer in self.theirs or [] for name in layer if name in self.judged]
        return [name for name in names if name not in GRADIENT] != []


def shape_of(values: "Nested") -> "list[int]":
    """The lengths of a list, of its first entry if that is a list, and so on; those of a number are none.

    >>> shape_of([[1.0, 2.0]]), shape_of([1.0]), shape_of(1.0), shape_of(None)
    ([1, 2], [1], [], [])
    """
    lengths: "list[int]" = []
    while isinstance(values, list):
        lengths.append(len(values))
        values = values[0] if values else None
    return lengths


def numbers_in(values: "Nested") -> "list[float]":
    """All the numbers in nested lists, in order.

    >>> numbers_in([[1.0], [2.0, None]])
    [1.0, 2.0]
    """
    if isinstance(values, list):
        return [number for entry in values for number in numbers_in(entry)]
    return [] if values is None else [values]


def first_difference(mine: "Nested", theirs: "Nested", allowed: float) -> "list[int] | None":
    """Where two numbers lie further apart than is allowed: their places in the nested lists, counted from 0.

    None if there is no such place. If the shapes differ, the places lead to where they do.

    >>> first_difference([[1.0, 2.0]], [[1.0, 3.0]], 0.1), first_difference([1.0], [1.0], 0.1)
    ([0, 1], None)
    >>> first_difference([1.0, 2.0], [1.0], 0.1), first_difference([1.0], None, 0.1)
    ([], [])
    """
    if isinstance(mine, list) and isinstance(theirs, list):
        if len(mine) != len(theirs):
            return []
        for place, (entry, other) in enumerate(zip(mine, theirs)):
            if isinstance(entry, float) and isinstance(other, float) and abs(entry - other) <= allowed:
                continue  # as below, but most entries are such, and it is faster here
            found = first_difference(entry, other, allowed)
            if found is not None:
                return [place] + found
        return None
    if is_one_number(mine) and is_one_number(theirs):
        return None if abs(mine - theirs) <= allowed else []
    return None if mine is None and theirs is None else []


def is_one_number(value: "Nested") -> bool:
    """Whether it is a number, and neither a list nor missing.

    >>> is_one_number(1.0), is_one_number([1.0]), is_one_number(None)
    (True, False, False)
    """
    return value is not None and not isinstance(value, list)


def largest_of(numbers: "list[float]") -> float:
    """The largest size of these numbers; 0 if there are none.

    >>> largest_of([1.0, -2.0]), largest_of([])
    (2.0, 0.0)
    """
    return max([abs(number) for number in numbers] + [0.0])


def are_of_single_precision(numbers: "list[float]") -> bool:
    """Whether each of the numbers fits into 32 bits, as whole numbers and those of some arrays do.

    >>> are_of_single_precision([0.5, 3.0]), are_of_single_precision([0.1])
    (True, False)
    """
    for number in numbers:
        if not math.isfinite(number):
            return False
        scaled = math.frexp(number)[0] * (1 << BITS_OF_SINGLES)
        if scaled != int(scaled):
            return False
    return True
