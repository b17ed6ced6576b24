"""What each version of a mistake does to the numbers: compared with programs in plain loops that make the mistake.

The programs change a step of `programs.loops`, which shares no code with the catalogue.
"""

from typing import Any, Callable, List, NamedTuple, Optional

import pytest

from minibackprop import MISTAKES, RELU, SIGMOID, TANH, Layer, Network
from minibackprop.linalg import Matrix
from minibackprop.teaching.rules import Rule

from .programs.loops import Loops, having
from .version_programs import Backward, program_of

SQUARE = Network(  # every mistake can be calculated here
    Layer([[1.0, 1.0, -1.0], [0.5, -1.0, 0.25], [-1.5, 0.75, 0.5]], [0.0, 0.1, 0.4], RELU),
    Layer([[1.0, -1.5, 0.5], [0.25, 0.5, -0.125], [-0.5, 0.75, 1.0]], [0.2, -0.3, 0.1], SIGMOID),  # one adds up to 0
    Layer([[0.5, -0.25, 0.75], [0.0, 0.0, 0.0], [-1.25, 0.5, 0.3]], [0.1, 0.7, -0.2], TANH),
    Layer([[0.9, -0.4, 0.6], [-0.7, 1.1, 0.2], [0.35, 0.8, -1.3]], [0.05, -0.6, 0.15], RELU),
)
THREE_INPUTS = [[1.0, 1.0, 2.0], [0.5, -1.0, -0.75], [-0.25, 2.0, 1.5], [1.5, 0.3, -0.6]]  # the first z is 0
THREE_TARGETS = [[0.3, 0.9, -0.1], [1.0, 0.2, 0.4], [-0.5, 0.6, 0.8], [0.7, -0.2, 0.1]]
UNEVEN = Network(
    Layer([[0.4, -0.9], [1.2, 0.3], [-0.6, 0.8], [0.7, 0.5]], [0.1, -0.2, 0.3, 0.2], SIGMOID),
    Layer([[0.5, -0.3, 0.9, 0.2], [-0.4, 0.6, 0.1, 0.8], [0.3, 0.7, -0.5, 0.4]], [0.2, 0.1, -0.1], RELU),
    Layer([[0.6, -0.7, 0.35]], [0.15], TANH),
)
TWO_INPUTS = [[0.5, -1.0], [1.5, 0.25], [-0.75, 0.4], [0.2, 0.9], [-1.1, -0.3]]
ONE_TARGET = [[0.4], [-0.2], [0.9], [0.1], [0.6]]


class Case(NamedTuple):
    """A mistake, the rule that it breaks, the right formula, and a program for each of its versions.

    `is_square` says that the mistake only makes sense if all layers are of one size; `factor` is the wrong factor in
    words, where it is a number that one can see.
    """

    name: str
    rule: Optional[Rule]
    right: str
    programs: List[Backward]
    is_square: bool = False
    factor: str = ""


def in_layers(are_last: bool, **steps: Callable[..., Any]) -> Backward:
    """The program with these steps in the last layer only, or in the others only."""

    def there(name: str) -> Callable[..., Any]:
        right = getattr(Loops, name)
        return lambda self, *args: (steps[name] if (self.k == self.last) == are_last else right)(self, *args)

    return having(**{name: there(name) for name in steps})


def everywhere_and_in_some(**steps: Callable[..., Any]) -> List[Backward]:
    """The programs with these steps in every layer, in the hidden ones only, and in the last only."""
    return [having(**steps), in_layers(False, **steps), in_layers(True, **steps)]


def check(case: Case) -> None:
    """The words of the mistake, and the numbers of each of its versions."""
    mistake = MISTAKES[case.name]
    assert (mistake.name, mistake.rule, mistake.right) == (case.name, case.rule, case.right)
    assert mistake.factor == case.factor
    assert mistake.question[-1] in "?." and mistake.wrong[-1] not in "?."
    assert len(mistake.versions) == len(case.programs)
    for number, (version, program) in enumerate(zip(mistake.versions, case.programs)):
        where = f"{case.name} {number}"
        assert_same(program_of(version), program, SQUARE, THREE_INPUTS, THREE_TARGETS, where)
        if not case.is_square:
            assert_same(program_of(version), program, UNEVEN, TWO_INPUTS, ONE_TARGET, where)


def assert_same(one: Backward, other: Backward, network: Network, X: Matrix, Y: Matrix, where: str) -> None:
    """The gradients have the same shapes, and the same numbers to rounding."""
    found, expected = as_lists(one(network, X, Y)), as_lists(other(network, X, Y))
    assert shape(found) == shape(expected), where
    assert numbers(found) == pytest.approx(numbers(expected), rel=1e-9, abs=1e-12), where


def as_lists(values: Any) -> Any:
    return [as_lists(entry) for entry in values] if isinstance(values, (list, tuple)) else values


def shape(values: Any) -> Any:
    """The same nested lists, with 1 for each number; None stays None."""
    if isinstance(values, list):
        return [shape(entry) for entry in values]
    return None if values is None else 1


def numbers(values: Any) -> List[float]:
    if isinstance(values, list):
        return [number for entry in values for number in numbers(entry)]
    return [] if values is None else [values]
