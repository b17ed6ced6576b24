"""What learners' functions are given: functions that show what they are, costs of each epoch, networks as lists."""

import pytest

from minibackprop import LINEAR, TANH, Layer, Network
from minibackprop.checking.given import CostAfterEpochs, Curve, NamedFunction, NextEpoch, as_plain_layers


def test_a_curve_is_a_polynomial_and_its_text_gives_the_same_values() -> None:
    curve = Curve(1.5, -2.0, 3.0, -0.5)
    assert repr(curve) == "lambda w: 1.5 + -2 * w + 3 * w * w + -0.5 * w * w * w"
    for w, value in ((0.0, 1.5), (1.0, 2.0), (2.0, 5.5), (-1.0, 7.0)):
        assert curve(w) == eval(repr(curve))(w) == value


def test_the_last_cost_stays_and_the_text_gives_the_same_costs() -> None:
    cost = CostAfterEpochs([9.0, 5.5, 7.0])
    assert repr(cost) == "lambda network: [9, 5.5, 7][min(network[0], 2)]"
    for epochs, value in ((0, 9.0), (1, 5.5), (2, 7.0), (3, 7.0), (9, 7.0)):
        assert cost([epochs]) == eval(repr(cost))([epochs]) == value
    assert cost([1.0]) == 5.5  # whoever counts in floats has a cost too


def test_an_epoch_makes_a_new_network() -> None:
    network = [3]
    assert NextEpoch()(network) == eval(repr(NextEpoch()))(network) == [4] and network == [3]


def test_a_named_function_is_called_and_shown() -> None:
    half = NamedFunction("half", lambda z: z / 2)
    assert (half(6.0), repr(half)) == (3.0, "half")


def test_a_network_as_lists_has_its_own_lists_and_both_functions() -> None:
    network = Network(Layer([[1, 2]], [3], TANH), Layer([[4]], [5], LINEAR))
    layers = as_plain_layers(network)
    assert repr(layers) == "[([[1.0, 2.0]], [3.0], tanh, tanh_prime), ([[4.0]], [5.0], linear, linear_prime)]"
    assert layers[0][0] is network.layers[0].weights and layers[1][1] is network.layers[1].biases
    _, _, f, f_prime = layers[0]
    assert f(0.5) == pytest.approx(0.4621171573) and f_prime(0.5) == pytest.approx(1 - 0.4621171573 * 0.4621171573)
