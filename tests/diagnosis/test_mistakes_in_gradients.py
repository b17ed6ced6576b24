"""Mistakes in ∂C/∂w and ∂C/∂b: the numbers of each version are those of a program that makes the mistake."""

import math
from typing import Any, Callable, List

import pytest

from minibackprop.teaching.rules import BIASES, WEIGHTS

from .programs.loops import having
from .version_numbers import Case, check, everywhere_and_in_some
from .version_programs import Backward


def with_input(wrong: Callable[..., float]) -> List[Backward]:
    return everywhere_and_in_some(input=wrong)


def with_bias(wrong: Callable[..., Any]) -> List[Backward]:
    return everywhere_and_in_some(bias=wrong)


def for_all(wrong: Callable[[List[List[float]]], float]) -> List[Backward]:
    """The same ∂C/∂b for all neurons, made of the table of all ∂C/∂z; or this one number itself."""
    return [having(bias=lambda self, j: wrong(self.deltas)), having(biases=lambda self, dW: wrong(self.deltas))]


def total(table: List[List[float]]) -> float:
    return sum(sum(row) for row in table)


def weight_from_error(self: Any, j: int, i: int) -> float:
    return math.fsum(error[j] * a[i] for error, a in zip(self.errors, self.a_in)) / int(self.m)


MEANS, SUMS_OF_MEANS, SUMS = [
    for_all(lambda deltas: total(deltas) / len(deltas) / len(deltas[0])),
    for_all(lambda deltas: total(deltas) / len(deltas)),
    for_all(total),
]
PRODUCT, BIAS = "∂C/∂w = ∂C/∂z · a_in", "∂C/∂b = ∂C/∂z · 1"
OF_THE_LAYER_BEFORE = "∂C/∂w = ∂C/∂z · a of the layer before"
CASES = [
    Case("weight-for-input", WEIGHTS, PRODUCT, with_input(lambda self, n, i, j: self.W[j][i])),
    Case("own-activation-for-input", WEIGHTS, OF_THE_LAYER_BEFORE,
         with_input(lambda self, n, i, j: self.a[n][i]) + with_input(lambda self, n, i, j: self.a[n][j]), True),
    Case("z-for-input", WEIGHTS, OF_THE_LAYER_BEFORE,
         with_input(lambda self, n, i, j: self.z_in[n][i]) + with_input(lambda self, n, i, j: self.zs[n][i]), True),
    Case("x-for-every-layer", WEIGHTS, OF_THE_LAYER_BEFORE, [having(input=lambda self, n, i, j: self.X[n][i])], True),
    Case("input-dropped", WEIGHTS, PRODUCT, with_input(lambda self, n, i, j: 1.0)),
    Case("transposed", WEIGHTS, "∂C/∂w = ∂C/∂z · a_inᵀ, a row for each neuron",
         everywhere_and_in_some(returned=lambda self, dW: list(zip(*dW)))),
    Case("weight-gradient-without-slope", WEIGHTS, PRODUCT, everywhere_and_in_some(weight=weight_from_error)),
    Case("no-bias", BIASES, BIAS,
         with_bias(lambda self, j: 0.0) + everywhere_and_in_some(biases=lambda self, dW: None)),
    Case("shared-bias", BIASES, "∂C/∂b = ∂C/∂z, for each neuron",
         [MEANS[0], SUMS_OF_MEANS[0], SUMS[0], MEANS[1], SUMS_OF_MEANS[1], SUMS[1]]),
    Case("bias-from-weights", BIASES, BIAS,
         everywhere_and_in_some(biases=lambda self, dW: [sum(slopes) for slopes in dW])),
    Case("bias-of-one-example", BIASES, "∂C/∂b = mean of ∂C/∂z over the examples",
         with_bias(lambda self, j: self.deltas[self.m - 1][j]) + with_bias(lambda self, j: self.deltas[0][j])
         + with_bias(lambda self, j: self.deltas[self.m - 1][j] / self.m)
         + with_bias(lambda self, j: self.deltas[0][j] / self.m)),
    Case("bias-gradient-without-slope", BIASES, BIAS,
         with_bias(lambda self, j: sum(error[j] for error in self.errors) / self.m)),
    Case("bias-as-column", BIASES, "∂C/∂b = [slope, slope, …]", [
        having(biases=lambda self, dW: [[self.bias(j)] for j in range(len(self.W))]),
        having(biases=lambda self, dW: [[self.bias(j) for j in range(len(self.W))]]),
    ]),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_versions_give_the_numbers_of_programs_with_this_gradient(case: Case) -> None:
    check(case)
