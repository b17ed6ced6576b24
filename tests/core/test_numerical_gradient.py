"""The numerical gradient check finds wrong gradients, says where they are, and accepts correct ones."""

from typing import List, Type

import pytest

from minibackprop import TANH, SIGMOID, Activation, Layer, Network, NumberError, ShapeError, backprop, gradient_check
from minibackprop.linalg import matmul_transposed, row_means

from ..support.bad_input import NETWORK, STEEP, WITHOUT_SLOPE, Call, Case, X, check_error, each

CASES: List[Case] = [
    ("targets too wide", lambda: gradient_check(NETWORK, X, [[1, 2], [3, 4]]), ShapeError,
     "each row of Y has length 2, but the last layer has 1 neuron"),
    ("a cost that is too large", lambda: gradient_check(STEEP, [[1e160]], [[1]]), NumberError, "the cost is inf"),
    ("a slope that is not a number", lambda: gradient_check(WITHOUT_SLOPE, [[1]], [[5]]), NumberError,
     "a slope in layer 1, neuron 1 is nan"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


def test_it_finds_a_wrong_derivative_and_says_where() -> None:
    wrong = Activation("wrong", TANH.f, lambda a: 1 - a * a)  # takes a where z is meant: the classic mistake
    network = Network(Layer([[0.5, -0.3]], [0.9], wrong), Layer([[2.0]], [0.0]))
    found = gradient_check(network, [[1.0, 2.0]], [[0.5]])
    assert found.largest_error > 1e-4
    assert (found.layer, found.neuron) == (1, 1)
    assert found.chain_rule != pytest.approx(found.numerical, rel=1e-3)


def test_it_names_a_bias_as_a_bias(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backprop, "row_means", lambda M: [mean / 2 for mean in row_means(M)])
    found = gradient_check(Network(Layer([[1.0]], [1.0])), [[1.0]], [[0.0]])
    assert (found.layer, found.neuron, found.input) == (1, 1, None)
    assert found.numerical == pytest.approx(2 * found.chain_rule)
    assert "bias" in repr(found)


@pytest.mark.parametrize("factor, error", [(0.9, 0.1), (1 / 0.9, 0.1), (-1.0, 2.0)])
def test_its_error_is_relative_to_the_larger_of_the_two(factor: float, error: float) -> None:
    wrong = Activation("wrong", TANH.f, lambda z: factor * TANH.f_prime(z))
    found = gradient_check(Network(Layer([[0.5, -0.3]], [0.9], wrong)), [[1.0, 2.0]], [[0.5]])
    assert found.largest_error == pytest.approx(error, rel=1e-6)


@pytest.mark.parametrize("w", [1e9, -1e9])
def test_the_change_of_a_large_weight_is_large(w: float) -> None:
    assert gradient_check(Network(Layer([[w]], [0.0])), [[1e-9]], [[0.0]]).largest_error < 1e-6


def test_it_names_the_neuron_and_the_input_that_are_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong_at_one_place(A: List[List[float]], B: List[List[float]]) -> List[List[float]]:
        product = matmul_transposed(A, B)
        if len(product) == 3:
            product[2][1] *= 2
        return product

    monkeypatch.setattr(backprop, "matmul_transposed", wrong_at_one_place)
    found = gradient_check(NETWORK, [[0.1, 0.2], [-0.3, 0.1]], [[1.0], [2.0]])
    assert (found.layer, found.neuron, found.input) == (1, 3, 2)


def test_a_network_whose_predictions_are_exact_passes() -> None:
    network = Network(Layer([[0.3, 0.7]], [0.1], SIGMOID), Layer([[1.1]], [0.2]))
    X = [[0.3, 0.9]]
    assert gradient_check(network, X, network.predict_all(X)).largest_error < 1e-4
