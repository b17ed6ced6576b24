"""Mistakes in passing back: the numbers of each version are those of a program that makes the mistake."""

import math
from typing import Any, Callable, List

import pytest

from minibackprop import HALF_SQUARED_ERROR, MISTAKES, SIGMOID, Layer, Network, ShapeError, forward
from minibackprop.diagnosis.comparison import layers_of
from minibackprop.diagnosis.layer_chain import Batch
from minibackprop.linalg import transpose
from minibackprop.teaching.rules import BACK

from .programs.loops import having
from .version_numbers import SQUARE, THREE_INPUTS, THREE_TARGETS, Case, assert_same, check
from .version_programs import Backward, program_of


def through(weight: Callable[[Any, int, int, int], float]) -> Backward:
    """The program that passes ∂C/∂z back through these weights: of example n, neuron j and input i."""
    return having(back=lambda self, n, i, dW: sum(
        weight(self, n, j, i) * self.deltas[n][j] for j in range(len(self.W))
    ))


def through_gradient(self: Any, n: int, i: int, dW: List[List[float]]) -> float:
    return math.fsum(slopes[i] * delta for slopes, delta in zip(dW, self.deltas[n]))


def through_updated_weights(self: Any, n: int, i: int, dW: List[List[float]]) -> float:
    return math.fsum((w[i] - self.rate * slopes[i]) * delta for w, slopes, delta in zip(self.W, dW, self.deltas[n]))


def gradient_of_example(self: Any, n: int, j: int, i: int) -> float:
    return float(self.deltas[n][j] * self.a_in[n][i])


def share(w: List[float], i: int, total: float) -> float:
    return w[i] / total if total else w[i]


def error_by_share(self: Any, n: int, i: int, dW: List[List[float]]) -> float:
    return math.fsum(share(w, i, sum(w)) * error for w, error in zip(self.W, self.errors[n]))


def delta_of_outputs(self: Any, n: int, i: int, dW: List[List[float]]) -> float:
    if self.k == self.last:
        self.deltas_of_outputs = self.deltas
    return float(self.deltas_of_outputs[n][i if len(self.deltas_of_outputs[n]) > 1 else 0])


def error_of_outputs(self: Any, n: int, i: int, dW: List[List[float]]) -> float:
    return float(self.errors_of_outputs[n][i if len(self.errors_of_outputs[n]) > 1 else 0])


SUM = "∂C/∂a = sum of ∂C/∂z · w"
CASES = [
    Case("updated-weights", BACK, SUM + ", with the w of the forward pass", [
        having(back=through_updated_weights),
        through(lambda self, n, j, i: self.W[j][i] - self.rate * gradient_of_example(self, n, j, i)),
    ]),
    Case("weights-not-transposed", BACK, "∂C/∂a = Wᵀ · ∂C/∂z", [through(lambda self, n, j, i: self.W[i][j])], True),
    Case("one-path", BACK, SUM + " over the neurons that a feeds", [
        having(back=lambda self, n, i, dW: self.W[-1][i] * self.deltas[n][-1]),
        having(back=lambda self, n, i, dW: self.W[0][i] * self.deltas[n][0]),
    ]),
    Case("paths-averaged", BACK, SUM, [through(lambda self, n, j, i: self.W[j][i] / len(self.W))]),
    Case("weights-dropped", BACK, SUM, [through(lambda self, n, j, i: 1.0)]),
    Case("error-not-delta", BACK, SUM, [
        having(back=lambda self, n, i, dW: sum(w[i] * error for w, error in zip(self.W, self.errors[n]))),
    ]),
    Case("output-error-everywhere", BACK, SUM + ", layer by layer", [
        having(back=error_of_outputs), having(back=delta_of_outputs),
    ]),
    Case("gradient-for-weights", BACK, SUM, [having(back=through_gradient), through(gradient_of_example)]),
    Case("error-by-weight-share", BACK, SUM, [
        through(lambda self, n, j, i: share(self.W[j], i, sum(self.W[j]))),
        having(back=error_by_share),
        through(lambda self, n, j, i: share(self.W[j], i, sum(abs(w) for w in self.W[j]))),
    ]),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_versions_give_the_numbers_of_programs_that_pass_back_so(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("number", [0, 1])
def test_two_outputs_have_no_slopes_for_three_hidden_neurons(number: int) -> None:
    network = Network(
        Layer([[0.1], [0.2], [0.3]], [0.0] * 3, SIGMOID), Layer([[0.4, 0.5, 0.6], [0.7, 0.8, 0.9]], [0.0] * 2)
    )
    with pytest.raises(ShapeError, match="the layer before has another number of neurons"):
        program_of(MISTAKES["output-error-everywhere"].versions[number])(network, [[1.0]], [[0.0, 1.0]])


def test_two_outputs_have_slopes_for_two_hidden_neurons() -> None:
    network = Network(Layer([[0.1], [0.2]], [0.0] * 2, SIGMOID), Layer([[0.4, 0.5], [0.7, 0.8]], [0.0] * 2, SIGMOID))
    for number, program in enumerate((having(back=error_of_outputs), having(back=delta_of_outputs))):
        version = MISTAKES["output-error-everywhere"].versions[number]
        assert_same(program_of(version), program, network, [[1.0]], [[0.0, 1.0]], f"two outputs {number}")


@pytest.mark.parametrize("number", [0, 1])
def test_without_a_learning_rate_there_are_no_updated_weights(number: int) -> None:
    batch = Batch(
        SQUARE, transpose(THREE_INPUTS), transpose(THREE_TARGETS), HALF_SQUARED_ERROR,
        forward(SQUARE, THREE_INPUTS), None,
    )
    with pytest.raises(ShapeError, match="without a learning rate there are no updated weights"):
        list(layers_of(MISTAKES["updated-weights"].versions[number], batch, lambda k, rule, result: result))
