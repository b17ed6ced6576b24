"""Mistakes by a factor: the numbers of each version are those of a program with this factor."""

from typing import List

import pytest

from minibackprop.teaching.rules import ERROR, MEAN

from .programs.loops import Loops, having
from .version_numbers import Case, check, in_layers
from .version_programs import Backward


def times(factor: float) -> List[Backward]:
    """The error times the factor, or the gradients of the weights, or those of the biases."""
    return [
        having(error=lambda self, a, y, outputs: factor * (a - y)),
        having(weight=lambda self, j, i: factor * Loops.weight(self, j, i)),
        having(bias=lambda self, j: factor * Loops.bias(self, j)),
    ]


def weight_sum(self: Loops, j: int, i: int) -> float:
    return sum(self.deltas[n][j] * self.a_in[n][i] for n in range(self.m))


def bias_sum(self: Loops, j: int) -> float:
    return sum(row[j] for row in self.deltas)


ERROR_FORMULA = "∂C/∂a = a − y"
MEAN_FORMULA = "∂C/∂w = 1/m · sum over the examples"
CASES = [
    Case("sign", ERROR, ERROR_FORMULA, times(-1) + [
        having(back=lambda self, n, i, dW: -Loops.back(self, n, i, dW)),
        in_layers(True, back=lambda self, n, i, dW: -Loops.back(self, n, i, dW)),
    ], factor="the sign"),
    Case("sum-not-mean", MEAN, MEAN_FORMULA, [
        having(weight=weight_sum, bias=bias_sum), having(weight=weight_sum), having(bias=bias_sum),
        in_layers(False, weight=weight_sum, bias=bias_sum), in_layers(True, weight=weight_sum, bias=bias_sum),
    ], factor="the number of examples"),
    Case("mean-twice", MEAN, MEAN_FORMULA, [
        having(error=lambda self, a, y, outputs: (a - y) / self.m),
        having(delta=lambda self, e, s, z: e * s / self.m),
        having(back=lambda self, n, i, dW: Loops.back(self, n, i, dW) / self.m),
        having(weight=lambda self, j, i: weight_sum(self, j, i) / self.m / self.m),
        having(bias=lambda self, j: bias_sum(self, j) / self.m / self.m),
    ], factor="1 / the number of examples"),
    Case("factor-two", ERROR, ERROR_FORMULA, times(2),
         factor="the exponent of the square, which the ½ of the cost cancels"),
    Case("half", ERROR, ERROR_FORMULA, times(0.5),
         factor="the ½ of the cost, which the derivative of the square cancels"),
    Case("mean-over-outputs", ERROR, ERROR_FORMULA, [having(error=lambda self, a, y, outputs: (a - y) / outputs)],
         factor="1 / the number of outputs"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_versions_give_the_numbers_of_programs_with_this_factor(case: Case) -> None:
    check(case)
