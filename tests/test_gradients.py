"""The gradients against two witnesses that know nothing of `backward`: nudged weights, and naive loops over numbers."""

import itertools
import math
from typing import List, Tuple

import pytest

from minibackprop import (
    LINEAR, RELU, SIGMOID, TANH, Activation, Layer, LayerBackward, Network, RandomNumbers, backward, forward,
    gradient_check,
)

from minibackprop import backprop
from minibackprop.linalg import matmul

from .reference import ReferenceLayer, mean_gradients

ACTIVATIONS = [LINEAR, RELU, SIGMOID, TANH]
SIZES = [3, 4, 2, 3, 2]

CASES = list(itertools.product(ACTIVATIONS, [1, 2, 3, 4], [1, 7]))


def name_of(value: object) -> str:
    return value.name if isinstance(value, Activation) else str(value)


def example(activation: Activation, depth: int, batch: int) -> Tuple[Network, List[List[float]], List[List[float]]]:
    """A network of random weights and a batch of random examples, all different."""
    rng = RandomNumbers(depth * 100 + batch)
    layers = [Layer.random(SIZES[k], SIZES[k + 1], activation, rng) for k in range(depth)]
    X = [[rng.uniform(-2, 2) for _ in range(SIZES[0])] for _ in range(batch)]
    Y = [[rng.uniform(-2, 2) for _ in range(SIZES[depth])] for _ in range(batch)]
    return Network(*layers), X, Y


def as_reference(network: Network) -> List[ReferenceLayer]:
    return [(layer.weights, layer.biases, layer.activation.name) for layer in network.layers]


@pytest.mark.parametrize("activation, depth, batch", CASES, ids=name_of)
def test_nudged_weights_agree(activation: Activation, depth: int, batch: int) -> None:
    network, X, Y = example(activation, depth, batch)
    assert gradient_check(network, X, Y).largest_error < 1e-6


@pytest.mark.parametrize("activation, depth, batch", CASES, ids=name_of)
def test_naive_loops_agree(activation: Activation, depth: int, batch: int) -> None:
    network, X, Y = example(activation, depth, batch)
    expected = mean_gradients(as_reference(network), X, Y)
    for gradients, (dC_dW, dC_db) in zip(backward(network, forward(network, X), Y), expected):
        assert gradients.dC_db == pytest.approx(dC_db, rel=1e-11, abs=1e-13)
        for row, expected_row in zip(gradients.dC_dW, dC_dW):
            assert row == pytest.approx(expected_row, rel=1e-11, abs=1e-13)


@pytest.mark.parametrize("activation", ACTIVATIONS, ids=name_of)
def test_every_factor_of_the_chain_is_the_product_it_is_named_for(activation: Activation) -> None:
    network, X, Y = example(activation, depth=3, batch=4)
    forward_pass = forward(network, X)
    backward_pass = backward(network, forward_pass, Y)
    for k, (layer, record, factors) in enumerate(zip(network.layers, forward_pass, backward_pass)):
        for n in range(len(X)):
            for j in range(layer.num_neurons):
                weighted = sum(w * a for w, a in zip(layer.weights[j], record.A_in[n])) + layer.biases[j]
                assert record.Z[n][j] == pytest.approx(weighted)
                assert record.A[n][j] == activation.f(record.Z[n][j])
                assert factors.dA_dZ[n][j] == activation.f_prime(record.Z[n][j])
                assert factors.dC_dZ[n][j] == factors.dC_dA[n][j] * factors.dA_dZ[n][j]
                if k + 1 < len(network.layers):
                    after, its_layer = backward_pass[k + 1], network.layers[k + 1]
                    paths = [after.dC_dZ[n][i] * its_layer.weights[i][j] for i in range(its_layer.num_neurons)]
                    assert factors.dC_dA[n][j] == pytest.approx(sum(paths))
                else:
                    assert factors.dC_dA[n][j] == record.A[n][j] - Y[n][j]
    assert forward_pass[0].A_in == X
    assert forward_pass[1].A_in == forward_pass[0].A


@pytest.mark.parametrize("activation", ACTIVATIONS, ids=name_of)
def test_gradient_of_a_batch_is_the_mean_of_its_examples(activation: Activation) -> None:
    network, X, Y = example(activation, depth=3, batch=6)
    of_batch = backward(network, forward(network, X), Y)
    of_each: List[List[LayerBackward]] = [backward(network, forward(network, [x]), [y]) for x, y in zip(X, Y)]
    for k, gradients in enumerate(of_batch):
        for j, row in enumerate(gradients.dC_dW):
            for i, slope in enumerate(row):
                assert slope == pytest.approx(sum(one[k].dC_dW[j][i] for one in of_each) / 6, rel=1e-12, abs=1e-15)
            mean = sum(one[k].dC_db[j] for one in of_each) / 6
            assert gradients.dC_db[j] == pytest.approx(mean, rel=1e-12, abs=1e-15)


def test_each_factor_belongs_to_its_own_example() -> None:
    network, X, Y = example(TANH, depth=2, batch=5)
    of_batch = backward(network, forward(network, X), Y)
    for n in range(5):
        alone = backward(network, forward(network, [X[n]]), [Y[n]])
        for gradients, its in zip(of_batch, alone):
            assert gradients.dC_dA[n] == pytest.approx(its.dC_dA[0])
            assert gradients.dC_dZ[n] == pytest.approx(its.dC_dZ[0])


@pytest.mark.parametrize("activation", [LINEAR, SIGMOID, TANH], ids=name_of)
@pytest.mark.parametrize("z", [-3.0, -0.5, 0.0, 0.1, 2.0])
def test_f_prime_is_the_slope_of_f_at_z(activation: Activation, z: float) -> None:
    slope = (activation.f(z + 1e-6) - activation.f(z - 1e-6)) / 2e-6
    assert activation.f_prime(z) == pytest.approx(slope, rel=1e-8)


def test_relu_has_slope_0_at_its_corner() -> None:
    assert [RELU.f_prime(z) for z in (-1.0, 0.0, 1.0)] == [0.0, 0.0, 1.0]


def test_sigmoid_far_out_neither_overflows_nor_loses_its_tail() -> None:
    assert SIGMOID.f(-800.0) == 0.0
    assert SIGMOID.f(800.0) == 1.0
    assert SIGMOID.f(-40.0) == pytest.approx(4.248354255291589e-18, rel=1e-12)


def test_tanh_far_out_is_1_to_the_last_digit() -> None:
    assert [TANH.f(z) for z in (-1e9, -20.5, 20.5, 1e9)] == [-1.0, -1.0, 1.0, 1.0]
    assert TANH.f(19.9) == math.tanh(19.9)
    assert TANH.f_prime(30.0) == 0.0


def test_gradient_check_finds_a_wrong_derivative_and_says_where() -> None:
    wrong = Activation("wrong", TANH.f, lambda a: 1 - a * a)  # takes a where z is meant: the classic mistake
    network = Network(Layer([[0.5, -0.3]], [0.9], wrong), Layer([[2.0]], [0.0]))
    found = gradient_check(network, [[1.0, 2.0]], [[0.5]])
    assert found.largest_error > 1e-4
    assert (found.layer, found.neuron) == (1, 1)
    assert found.chain_rule != pytest.approx(found.nudged, rel=1e-3)


def test_gradient_check_names_a_bias_as_a_bias() -> None:
    class Stretched(Layer):
        """A layer whose bias counts double on the way forward: backward cannot know."""

        def weighted_inputs(self, A_in: List[List[float]]) -> List[List[float]]:
            return [[z + self.biases[0] for z in row] for row in super().weighted_inputs(A_in)]

        def with_parameters(self, weights: List[List[float]], biases: List[float]) -> Layer:
            return Stretched(weights, biases, self.activation)

    found = gradient_check(Network(Stretched([[1.0]], [1.0])), [[1.0]], [[0.0]])
    assert (found.layer, found.neuron, found.input) == (1, 1, None)
    assert found.nudged == pytest.approx(2 * found.chain_rule)
    assert "bias" in repr(found)


def test_gradient_check_of_a_network_without_error_finds_none() -> None:
    network = Network(Layer([[0.3, 0.7]], [0.1], SIGMOID), Layer([[1.1]], [0.2]))
    X = [[0.3, 0.9]]
    assert gradient_check(network, X, network.predict_all(X)).largest_error < 1e-4


def test_the_chain_ends_at_the_first_layer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slopes in the inputs would cost as much as all else in the first layer, and nobody can change the inputs."""
    shapes: List[Tuple[int, int]] = []

    def watched(A: List[List[float]], B: List[List[float]]) -> List[List[float]]:
        shapes.append((len(A), len(B[0])))
        return matmul(A, B)

    monkeypatch.setattr(backprop, "matmul", watched)
    network, X, Y = example(TANH, depth=3, batch=7)
    backward(network, forward(network, X), Y)
    assert shapes == [(2, 7), (4, 7)]  # slopes in the a of layers 2 and 1, one example per column
