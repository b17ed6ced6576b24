"""What does not belong into a call: values of every kind that a learner, a file or another library may come up with."""

import importlib
import math
import sys
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any, Callable, List

from minibackprop import LINEAR, RandomNumbers, Layer, LayerGradient, Network, Table


class Fickle:
    """An object that is a different number each time."""

    def __init__(self) -> None:
        self.times = 0

    def __float__(self) -> float:
        self.times += 1
        return 1.0 if self.times == 1 else math.nan

    def __index__(self) -> int:
        self.times += 1
        return 1 if self.times == 1 else -1


class Broken:
    """An object that cannot even be shown."""

    def __repr__(self) -> str:
        raise RuntimeError("no text")

    def __float__(self) -> float:
        raise RuntimeError("no number")


DEPTH = 5000 if sys.platform != "emscripten" else 50  # there, lists nested more deeply end Python itself


def nested(depth: int) -> Any:
    """A list in a list in a list …"""
    result: List[Any] = [1.0]
    for _ in range(depth):
        result = [result]
    return result


def numbers_in_turn() -> Any:
    yield 1.0
    yield 2.0


SCALARS: List[Callable[[], Any]] = [
    lambda: None, lambda: True, lambda: "1.5", lambda: "", lambda: b"1", lambda: bytearray(b"1"),
    lambda: memoryview(b"1"), lambda: math.nan, lambda: math.inf, lambda: -math.inf, lambda: -(10**400),
    lambda: -(10**5000), lambda: 0, lambda: -1, lambda: 0.0, lambda: -0.0, lambda: 5e-324, lambda: -1.5, lambda: 1j,
    lambda: Fraction(1, 10**400), lambda: Fraction(-1, 3), lambda: Decimal("NaN"), lambda: Decimal("0.5"),
    Fickle, Broken,
    lambda: 1.7976931348623157e308, lambda: -1e300, lambda: "\x1b[31m\u202e",
]
LARGE: List[Callable[[], Any]] = [lambda: 10**400, lambda: 10**5000]  # as a count they would take for ever
LISTS: List[Callable[[], Any]] = [
    lambda: [], lambda: [[]], lambda: (), lambda: {}, lambda: {1.0: 2.0}, lambda: {1.0, 2.0}, lambda: frozenset([1.0]),
    lambda: {1.0: 2.0}.keys(), lambda: {1.0: 2.0}.values(), lambda: range(2), numbers_in_turn, lambda: iter([[1.0]]),
    lambda: [None], lambda: [1.0, 2.0], lambda: [[1.0]], lambda: [[1.0], [2.0, 3.0]], lambda: [[[1.0]]],
    lambda: [[1.0], None], lambda: [[1.0, "2"]], lambda: ["a", "b"], lambda: "ab", lambda: nested(DEPTH),
    lambda: [[math.nan]], lambda: [[10**400]], lambda: [bytearray(b"12")], lambda: [Fickle()], lambda: [[Broken()]],
]
OBJECTS: List[Callable[[], Any]] = [
    object, lambda: object, lambda: RandomNumbers, lambda: Network, lambda: len, lambda: (lambda z: z),
    lambda: RandomNumbers(1), lambda: LINEAR, lambda: Layer([[1.0]], [0.0]),
    lambda: Network(Layer([[1.0, 2.0]], [0.0])),
    lambda: LayerGradient([[1.0]], [1.0]), lambda: [LayerGradient([[1.0]], [1.0])], lambda: [Layer([[1.0]], [0.0])],
    lambda: Table([[1.0], [2.0]], [[1.0], [2.0]], ["a"], ["b"]), lambda: ValueError("no"), lambda: math,
]


def of_numpy() -> List[Callable[[], Any]]:
    """Values of NumPy, where it is installed."""
    try:
        numpy = importlib.import_module("numpy")
    except ImportError:
        return []
    return [
        lambda: numpy.float64(0.5), lambda: numpy.float32(2.0), lambda: numpy.int64(1), lambda: numpy.bool_(True),
        lambda: numpy.float64("nan"), lambda: numpy.array(1.5), lambda: numpy.array("1.5"), lambda: numpy.array(True),
        lambda: numpy.array([1.0]), lambda: numpy.array([1.0, 2.0]), lambda: numpy.array([[1.0, 2.0]]),
        lambda: numpy.array([["1"]]), lambda: numpy.zeros((0, 2)), lambda: numpy.zeros((1, 1, 1)),
        lambda: numpy.array([[1, None]], dtype=object), lambda: numpy.array([[numpy.inf]]),
        lambda: numpy.complex128(1j),
    ]


NUMPY = of_numpy()


def junk(rng: Random, is_count: bool = False) -> Any:
    """Any value; for a count, none so large that the call would take for ever."""
    kinds = [SCALARS, SCALARS, LISTS, OBJECTS] + ([NUMPY] if NUMPY else []) + ([] if is_count else [LARGE])
    return rng.choice(rng.choice(kinds))()


def text_junk(rng: Random) -> Any:
    """What is not text; nor does it say "nan" as text, since a drawing may say that if it is asked to."""
    kinds: List[Callable[[], Any]] = [Broken, object, lambda: None, lambda: 5, lambda: b"1", lambda: [Broken()], list]
    return rng.choice(kinds)()


def scalar_junk(rng: Random) -> Any:
    """What may be among the numbers of a list."""
    return rng.choice(SCALARS + LARGE)()
