"""The wrong lines of exercises 15 and 17: each makes the mistake of the catalogue whose name it has."""

from typing import Any, Dict, List

import pytest

from minibackprop import MISTAKES, Network
from minibackprop.exercise_forms.backward_program import WRONG_LINES, backward_lines, forward_lines, with_mistake
from minibackprop.linalg import Matrix

from .programs.loops import Loops
from .version_numbers import SQUARE, THREE_INPUTS, THREE_TARGETS, as_lists, numbers, shape
from .version_programs import Backward, program_of


def program(lines: List[str]) -> Backward:
    """The function of the exercise, which takes a list with (weights, biases, f, f_prime) for each layer."""
    names: Dict[str, Any] = {}
    exec("\n".join(forward_lines() + lines), names)

    def backward(network: Network, X: Matrix, Y: Matrix) -> Any:
        layers = [
            (layer.weights, layer.biases, layer.activation.f, layer.activation.f_prime) for layer in network.layers
        ]
        return names["backward"](layers, X, Y)

    return backward


def are_same(one: Backward, other: Backward) -> bool:
    found, expected = [as_lists(each(SQUARE, THREE_INPUTS, THREE_TARGETS)) for each in (one, other)]
    return bool(shape(found) == shape(expected) and numbers(found) == pytest.approx(numbers(expected), rel=1e-9))


def test_the_program_itself_is_right() -> None:
    assert are_same(program(backward_lines()), Loops())


@pytest.mark.parametrize("number", range(35))
def test_a_wrong_line_makes_the_mistake_of_its_name(number: int) -> None:
    name = WRONG_LINES[number].mistake
    if name == "error-by-weight-share":
        return  # it needs other weights, as below
    wrong = program(with_mistake(name))
    assert not are_same(wrong, Loops())
    assert [version for version in MISTAKES[name].versions if are_same(program_of(version), wrong)] != []
    assert len([line for line in with_mistake(name) if line not in backward_lines()]) == 1


def test_the_wrong_line_with_shares_needs_weights_that_do_not_add_up_to_0() -> None:
    with pytest.raises(ZeroDivisionError):
        program(with_mistake("error-by-weight-share"))(SQUARE, THREE_INPUTS, THREE_TARGETS)
    network = Network(SQUARE.layers[0], SQUARE.layers[3])
    wrong, version = program(with_mistake("error-by-weight-share")), MISTAKES["error-by-weight-share"].versions[0]
    found, expected = [as_lists(each(network, THREE_INPUTS, THREE_TARGETS)) for each in (wrong, program_of(version))]
    assert numbers(found) == pytest.approx(numbers(expected), rel=1e-9)


def test_each_wrong_line_is_a_mistake_of_its_own() -> None:
    names, lines = {line.mistake for line in WRONG_LINES}, {line.wrong for line in WRONG_LINES}
    assert len(names) == len(lines) == len(WRONG_LINES) == 35
