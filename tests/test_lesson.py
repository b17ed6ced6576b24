"""The lesson's two jobs on the raw housing table, against the lesson's procedure as naive loops."""

from typing import List

import pytest

from minibackprop import HALF_SQUARED_ERROR, Layer, Network, RandomNumbers, load_housing, train

from .reference import trained
from .test_gradients import as_reference


@pytest.mark.parametrize("sizes, epochs", [([13, 1], 200), ([13, 5, 3, 1], 30)], ids=str)
def test_lesson(sizes: List[int], epochs: int) -> None:
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


def test_cost_of_ten_houses_is_paired_with_their_own_prices() -> None:
    """The lesson's code sets its ten predictions beside the prices of other houses; the pairs here are by row."""
    housing = load_housing()
    network = Network(Layer([[0.0] * 5 + [10.0] + [0.0] * 7], [-40.0]))  # the price from the rooms alone
    ten, their_prices = housing.X[100:110], housing.Y[100:110]
    by_hand = sum(0.5 * (y[0] - (10.0 * x[5] - 40.0)) ** 2 for x, y in zip(ten, their_prices)) / 10
    assert HALF_SQUARED_ERROR.of(their_prices, network.predict_all(ten)) == pytest.approx(by_hand, rel=1e-12)
