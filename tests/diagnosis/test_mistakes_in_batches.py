"""Mistakes in batches and in what is returned: each version gives the numbers of a program that makes the mistake."""

import math
from typing import Any, Callable, List

import pytest

from minibackprop import CROSS_ENTROPY, LINEAR, MISTAKES, SIGMOID, SOFTMAX_CROSS_ENTROPY, Cost, Layer, Network, backward
from minibackprop import forward
from minibackprop.linalg import Matrix
from minibackprop.teaching.rules import ERROR, MEAN

from .programs.loops import Loops, having
from .version_numbers import SQUARE, THREE_INPUTS, Case, assert_same, check
from .version_programs import Backward, program_of


def of_example(place: Callable[[int], int]) -> List[Backward]:
    """Of the example at this place among so many: both gradients, or ∂C/∂w alone, as they are or divided by m."""
    def weight(self: Any, j: int, i: int) -> float:
        return float(self.deltas[place(self.m)][j] * self.a_in[place(self.m)][i])

    def bias(self: Any, j: int) -> float:
        return float(self.deltas[place(self.m)][j])

    def part_of_weight(self: Any, j: int, i: int) -> float:
        return weight(self, j, i) / int(self.m)

    def part_of_bias(self: Any, j: int) -> float:
        return bias(self, j) / int(self.m)

    return [
        having(weight=weight, bias=bias), having(weight=part_of_weight, bias=part_of_bias), having(weight=weight),
        having(weight=part_of_weight),
    ]


def product_of_means(self: Any, j: int, i: int) -> float:
    return math.fsum(row[j] for row in self.deltas) * math.fsum(row[i] for row in self.a_in) / int(self.m) ** 2


def still_in(self: Any, values: List[float]) -> float:
    """What is added up, if the sum of the examples so far is added with each example."""
    total = so_far = 0.0
    for value in values:
        so_far += value
        total += so_far
    return total / int(self.m)


def zeros(pair: Any) -> Any:
    return [[0.0] * len(row) for row in pair[0]], [0.0] * len(pair[1])


OF_ALL = "∂C/∂w = mean over all examples"
CASES = [
    Case("last-example", MEAN, OF_ALL, of_example(lambda m: m - 1)),
    Case("first-example", MEAN, OF_ALL, of_example(lambda m: 0)),
    Case("means-multiplied", MEAN, "∂C/∂w = mean of (∂C/∂z · a_in)", [having(weight=product_of_means)]),
    Case("not-zeroed", MEAN, "start from 0, then add the examples", [having(
        weight=lambda self, j, i: still_in(self, [row[j] * a[i] for row, a in zip(self.deltas, self.a_in)]),
        bias=lambda self, j: still_in(self, [row[j] for row in self.deltas]),
    )]),
    Case("first-layer-missing", None, "a gradient for every layer", [
        having(result=lambda self, gradients: [zeros(gradients[0])] + gradients[1:]),
        having(result=lambda self, gradients: [(None, None)] + gradients[1:]),
    ]),
    Case("no-gradient", None, "return the gradients", [
        having(result=lambda self, gradients: [zeros(pair) for pair in gradients]),
        having(result=lambda self, gradients: [(None, None) for _ in gradients]),
    ]),
]
IN_FORM = [
    Case("layers-reversed", None, "[first layer, …, last layer]", [having(result=lambda self, pairs: pairs[::-1])]),
    Case("changes-network", None, "return the gradients; make a new network in the update", []),
    Case("changes-inputs", None, "a = copy of x", []),
    Case("shared-rows", None, "[[0.0] * inputs for _ in range(neurons)]", [
        having(returned=lambda self, dW: [[sum(row[i] for row in dW) for i in range(len(dW[0]))]] * len(dW)),
        having(returned=lambda self, dW: dW[len(dW) - 1 :] * len(dW)),
    ]),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_versions_give_the_numbers_of_programs_that_treat_a_batch_so(case: Case) -> None:
    check(case)


def test_mistakes_of_form_have_versions_only_if_numbers_show_them() -> None:
    for case in IN_FORM:
        check(case)


def test_without_softmax_the_error_is_that_of_the_outputs_themselves() -> None:
    mistake = MISTAKES["no-softmax"]
    assert (mistake.rule, len(mistake.versions)) == (ERROR, 1)
    assert (mistake.right, mistake.wrong) == ("∂C/∂a = softmax(a) − y", "∂C/∂a = a − y")
    network = Network(*SQUARE.layers[:2], Layer([[0.4, -0.6, 0.9], [0.3, 0.8, -0.5]], [0.1, -0.2], LINEAR))
    targets = [[1.0, 0.0], [0.0, 1.0], [0.25, 0.75], [1.0, 0.0]]
    program = program_of(mistake.versions[0], SOFTMAX_CROSS_ENTROPY)
    assert_same(program, Loops(), network, THREE_INPUTS, targets, "no-softmax")


def test_with_another_cost_no_softmax_is_missing() -> None:
    cost: Cost = CROSS_ENTROPY
    network = Network(*SQUARE.layers[:2], Layer([[0.4, -0.6, 0.9], [0.3, 0.8, -0.5]], [0.1, -0.2], SIGMOID))
    targets = [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [1.0, 0.0]]

    def right(network: Network, X: Matrix, Y: Matrix) -> Any:
        return [(record.dC_dW, record.dC_db) for record in backward(network, forward(network, X), Y, cost)]

    assert_same(program_of(MISTAKES["no-softmax"].versions[0], cost), right, network, THREE_INPUTS, targets, "right")
