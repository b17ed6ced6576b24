"""The two jobs of the course notebook "Module 4: Backpropagation" on the raw housing table, against naive loops."""

from typing import List

import pytest

from minibackprop import Layer, Network, RandomNumbers, load_housing, train

from ...support.random_networks import as_reference
from ...support.reference import trained


@pytest.mark.parametrize("sizes, epochs", [([13, 1], 200), ([13, 5, 3, 1], 30)], ids=str)
def test_the_trained_weights_are_those_of_naive_loops(sizes: List[int], epochs: int) -> None:
    housing = load_housing()
    rng = RandomNumbers(3)
    network = Network(*[Layer.random(inputs, neurons, rng=rng) for inputs, neurons in zip(sizes, sizes[1:])])
    result = train(network, housing.X, housing.Y, learning_rate=8e-7, epochs=epochs)
    expected = trained(as_reference(network), housing.X, housing.Y, 8e-7, epochs)
    for layer, (weights, biases, _) in zip(result.network.layers, expected):
        assert layer.biases == pytest.approx(biases, rel=1e-9, abs=1e-12)
        for row, expected_row in zip(layer.weights, weights):
            assert row == pytest.approx(expected_row, rel=1e-9, abs=1e-12)
    assert result.epoch == epochs
    assert result.costs[-1] < result.costs[0] / 2
