"""Layers and networks: how they fit together, what they copy, and what they refuse."""

from typing import Any, List, Type

import pytest

from minibackprop import LINEAR, RandomNumbers, SettingError, ShapeError, NumberError, Layer, Network, forward

from ..support.bad_input import NAN, NETWORK, OTHER, Call, Case, check_error, each


def layer(weights: Any, biases: Any = (0,), activation: Any = LINEAR) -> Call:
    return lambda: Layer(weights, biases, activation)


CASES: List[Case] = [
    ("fewer biases than neurons", layer([[1, 2], [3, 4]], [0]), ShapeError,
     "a layer has one row of weights and one bias per neuron, but this one has 2 rows of weights and 1 bias"),
    ("ragged weights", layer([[1, 2], [3]], [0, 0]), ShapeError,
     "row 2 of weights has length 1, but row 1 has length 2"),
    ("NaN bias", layer([[1]], [NAN]), NumberError, "entry 1 of biases is nan"),
    ("the name of an activation", layer([[1]], [0], "sigmoid"), TypeError,
     "the activation must be LINEAR, RELU, SIGMOID, TANH or an Activation(name, f, f_prime) of your own, "
     "but is 'sigmoid'"),
    ("no layers", lambda: Network(), ShapeError, "a network needs at least one layer: Network(layer_1, layer_2)"),
    ("layers in a list", lambda: Network([OTHER.layers[0]]), TypeError,  # type: ignore[arg-type]
     "argument 1 of Network is [Layer(2 -> 1, linear)], but must be a Layer: Network(layer_1, layer_2)"),
    ("layers that do not fit", lambda: Network(Layer([[1]] * 4, [0] * 4), Layer([[1] * 5], [0])), ShapeError,
     "layer 2 takes 5 inputs, but layer 1 has 4 neurons"),
    ("a layer without neurons", lambda: Layer.random(3, 0), SettingError,
     "num_neurons is 0, but must be a whole number, 1 or more"),
    ("a layer without inputs", lambda: Layer.random(0, 2), SettingError,
     "num_inputs is 0, but must be a whole number, 1 or more"),
    ("half a neuron", lambda: Layer.random(3, 0.5), SettingError,  # type: ignore[arg-type]
     "num_neurons is 0.5, but must be a whole number, 1 or more"),
    ("text instead of random numbers", lambda: Layer.random(2, 2, rng="x"), SettingError,  # type: ignore[arg-type]
     "rng is 'x', but must be a stream of random numbers"),
    ("not a network", lambda: forward([NETWORK.layers[0]], [[1, 2]]), TypeError,  # type: ignore[arg-type]
     "a Network is needed here, such as Network(layer_1, layer_2), but this is [Layer(2 -> 3, sigmoid)]"),
    ("wrong width", lambda: forward(NETWORK, [[1, 2, 3]]), ShapeError,
     "each row of X has length 3, but layer 1 takes 2 inputs"),
    ("wrong width, one example", lambda: NETWORK.predict([1, 2, 3]), ShapeError,
     "x has length 3, but layer 1 takes 2 inputs"),
    ("wrong width, all", lambda: NETWORK.predict_all([[1]]), ShapeError,
     "each row of X has length 1, but layer 1 takes 2 inputs"),
    ("outputs too large for a float", lambda: Network(Layer([[1e308]], [0])).predict([10]), NumberError,
     "entry 1 of row 1 of the outputs is inf: only finite numbers can be used"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


def test_predictions_are_one_row_per_example() -> None:
    network = Network(Layer([[1, 0], [0, 1], [1, 1]], [0, 0, 10]))
    assert network.predict_all([[1, 2], [3, 4]]) == [[1, 2, 13], [3, 4, 17]]
    assert network.predict([3, 4]) == [3, 4, 17]


def test_a_layer_knows_its_size_even_after_an_update() -> None:
    layer = Layer.random(13, 5, rng=RandomNumbers(1))
    changed = layer.with_parameters(layer.weights, layer.biases)
    assert (layer.num_inputs, layer.num_neurons) == (changed.num_inputs, changed.num_neurons) == (13, 5)
    network = Network(layer, Layer.random(5, 2))
    assert (network.num_inputs, network.num_outputs) == (13, 2)


def test_a_layer_keeps_its_own_copy_of_what_it_was_given() -> None:
    weights, biases = [[1.0]], [0.0]
    layer = Layer(weights, biases)
    weights[0][0] = biases[0] = 99.0
    assert (layer.weights, layer.biases) == ([[1.0]], [0.0])


def test_a_layer_without_a_generator_starts_its_own_with_seed_0() -> None:
    assert Layer.random(3, 2).weights == Layer.random(3, 2, rng=RandomNumbers(0)).weights


def test_the_layers_of_a_network_cannot_be_replaced() -> None:
    with pytest.raises(TypeError):
        NETWORK.layers[0] = OTHER.layers[0]  # type: ignore[index]
