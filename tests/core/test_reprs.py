"""What a debugger shows of each object: one short line, never a wall of numbers."""

from typing import List, Tuple

import pytest

from minibackprop import (
    HALF_SQUARED_ERROR, SIGMOID, Epoch, GradientCheck, Layer, LayerGradient, Network, RandomNumbers, Standardizer,
    backward, forward, gradient_check, load_housing, train,
)

TABLE = load_housing()
ONE = Layer([[0.5]], [0.0])
NETWORK = Network(Layer.random(13, 5, SIGMOID, RandomNumbers(1)), Layer.random(5, 1, rng=RandomNumbers(2)))
FORWARD_PASS = forward(NETWORK, TABLE.X)

REPRS: List[Tuple[object, str]] = [
    (NETWORK.layers[0], "Layer(13 -> 5, sigmoid)"),
    (NETWORK, "Network(13 -> 5 -> 1)"),
    (Network(*[ONE] * 20), "Network(20 layers, 1 -> ... -> 1)"),
    (Network(*[Layer.random(n, n + 1) for n in range(1, 8)]), "Network(1 -> 2 -> 3 -> 4 -> 5 -> 6 -> 7 -> 8)"),
    (Network(*[Layer.random(n, n + 1) for n in range(1, 9)]), "Network(8 layers, 1 -> ... -> 9)"),
    (SIGMOID, "Activation(sigmoid)"),
    (HALF_SQUARED_ERROR, "Cost(half squared error)"),
    (FORWARD_PASS[0], "LayerForward(A_in 13x506, A 5x506)"),
    (backward(NETWORK, FORWARD_PASS, TABLE.Y)[0], "LayerBackward(dC_dZ 5x506, dC_dW 5x13)"),
    (LayerGradient([[1.0, 2.0]], [3.0]), "LayerGradient(dC_dW 1x2)"),
    (forward(NETWORK, TABLE.X[:1])[1], "LayerForward(A_in 5x1, A 1x1)"),
    (train(Network(ONE), [[1]], [[1]], 1.0, 2), "TrainingResult(epoch 2, cost 0.125 -> 0.125)"),
    (Epoch(12345, NETWORK, 1.23456789e-12), "Epoch(12345, cost 1.23457e-12)"),
    (GradientCheck(2e-11, 2, 3, 1, 0.5, 0.5), "GradientCheck(error 2.0e-11, layer 2, neuron 3, weight of input 1)"),
    (GradientCheck(2e-11, 2, 3, None, 0.5, 0.5), "GradientCheck(error 2.0e-11, layer 2, neuron 3, bias)"),
    (RandomNumbers(0), "RandomNumbers(state 1596680831)"),
    (Standardizer.fit(TABLE.X), "Standardizer(13 columns)"),
    (TABLE, "Table(506 rows, 13 features, 1 target)"),
]


@pytest.mark.parametrize("shown, expected", REPRS, ids=[expected for _, expected in REPRS])
def test_repr(shown: object, expected: str) -> None:
    assert repr(shown) == expected
    assert len(repr(shown)) <= 80


def test_gradient_check_names_a_place_that_the_network_has() -> None:
    found = gradient_check(NETWORK, TABLE.X[:3], TABLE.Y[:3])
    assert found.layer in (1, 2) and 1 <= found.neuron <= NETWORK.layers[found.layer - 1].num_neurons
