"""Layers and networks: how they fit together, what they copy, and what they refuse."""

import math
from typing import Any, List, Type

import pytest

from minibackprop import (
    LINEAR, Activation, Layer, Network, NumberError, RandomNumbers, SettingError, ShapeError, forward,
)
from minibackprop.activations import sigmoid

from ..support.bad_input import NAN, NETWORK, OTHER, TRAINED, Call, Case, check_error, each


def layer(weights: Any, biases: Any = (0,), activation: Any = LINEAR) -> Call:
    return lambda: Layer(weights, biases, activation)


EXPONENTIAL = Activation("exp", lambda z: math.exp(z), lambda z: math.exp(z))
OTHER_LAYER = Layer([[1]], [0])
LARGE = Activation("large", lambda z: 10**400, lambda z: 10**400)
LOGARITHM = Activation("log", lambda z: math.log(z), lambda z: 1 / z)
NOTHING = Activation("nothing", lambda z: None, lambda z: 1.0)  # type: ignore[arg-type, return-value]
RECIPROCAL = Activation("1/z", lambda z: 1 / z, lambda z: -1 / (z * z))

CASES: List[Case] = [
    ("fewer biases than neurons", layer([[1, 2], [3, 4]], [0]), ShapeError,
     "a layer has one row of weights and one bias per neuron, but this one has 2 rows of weights and 1 bias"),
    ("ragged weights", layer([[1, 2], [3]], [0, 0]), ShapeError,
     "row 2 of weights has length 1, but row 1 has length 2"),
    ("NaN bias", layer([[1]], [NAN]), NumberError, "entry 1 of biases is nan"),
    ("the name of an activation", layer([[1]], [0], "relu"), TypeError,
     "the activation is 'relu', but must be RELU, without quotes (from minibackprop import RELU)"),
    ("the name of an activation, capitalised", layer([[1]], [0], "Sigmoid"), TypeError,
     "the activation is 'Sigmoid', but must be SIGMOID, without quotes (from minibackprop import SIGMOID)"),
    ("the function of an activation", layer([[1]], [0], sigmoid), TypeError,
     "the activation is a function, but must be SIGMOID, which has its derivative too"),
    ("a function", layer([[1]], [0], math.tanh), TypeError,
     "the activation is a function, but its derivative is needed too: Activation(name, f, f_prime), such as TANH"),
    ("a class", layer([[1]], [0], Activation), TypeError,
     "the activation must be LINEAR, RELU, SIGMOID, TANH or an Activation(name, f, f_prime) of your own, but is <"),
    ("a number", layer([[1]], [0], 1), TypeError,
     "the activation must be LINEAR, RELU, SIGMOID, TANH or an Activation(name, f, f_prime) of your own, but is 1"),
    ("an unknown name", layer([[1]], [0], "softplus"), TypeError,
     "the activation must be LINEAR, RELU, SIGMOID, TANH or an Activation(name, f, f_prime) of your own, "
     "but is 'softplus'"),
    ("an activation of a random layer", lambda: Layer.random(1, 1, "tanh"), TypeError,  # type: ignore[arg-type]
     "the activation is 'tanh', but must be TANH, without quotes"),
    ("sizes instead of weights", layer(2, 3), TypeError,
     "Layer takes weights and biases, not numbers of inputs and neurons; for random ones use Layer.random(2, 3)"),
    ("sizes, by their names", lambda: Layer(weights=3, biases=[0]), ShapeError,  # type: ignore[arg-type]
     "weights must be a list of rows, as in [[1, 2], [3, 4]], but this is 3"),
    ("no layers", lambda: Network(), ShapeError, "a network needs at least one layer: Network(layer_1, layer_2)"),
    ("layers in a list", lambda: Network([OTHER.layers[0]]), TypeError,  # type: ignore[arg-type]
     "argument 1 of Network is [Layer(2 -> 1, linear)], but must be a Layer: Network(layer_1, layer_2) or, with a "
     "star before a list of layers, Network(*layers)"),
    ("not a layer", lambda: Network(OTHER.layers[0], 3), TypeError,  # type: ignore[arg-type]
     "argument 2 of Network is 3, but must be a Layer: Network(layer_1, layer_2)"),
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
    ("a training result", lambda: forward(TRAINED, [[1]]), TypeError,  # type: ignore[arg-type]
     "but this is TrainingResult(epoch 1, cost 0 -> 0) (it has a network: .network)"),
    ("wrong width", lambda: forward(NETWORK, [[1, 2, 3]]), ShapeError,
     "each row of X has length 3, but layer 1 takes 2 inputs"),
    ("wrong width, one example", lambda: NETWORK.predict([1, 2, 3]), ShapeError,
     "x has length 3, but layer 1 takes 2 inputs"),
    ("wrong width, all", lambda: NETWORK.predict_all([[1]]), ShapeError,
     "each row of X has length 1, but layer 1 takes 2 inputs"),
    ("a table, where one example is needed", lambda: NETWORK.predict([[1, 2]]), ShapeError,  # type: ignore[list-item]
     "x is a table, but predict takes the inputs of one example: use predict_all for a table of examples"),
    ("one example, where a table is needed", lambda: NETWORK.predict_all([1, 2]), ShapeError,  # type: ignore[list-item]
     "X is [1, 2], a list of numbers, but must be a list of rows: [[1], [2]] or, for a single row, [[1, 2]]"),
    ("numbers that are not even one example", lambda: NETWORK.predict_all([1, 2, 3]), ShapeError,  # type: ignore
     "X is [1, 2, 3], a list of numbers, but must be a list of rows: [[1], [2], [3]] or, for a single row, [[1, 2, 3"),
    ("an activation that overflows", lambda: Network(Layer([[1]], [0], EXPONENTIAL)).predict([1000]), NumberError,
     "f or f′ failed with OverflowError: math range error. Functions of your own must return a number for every z"),
    ("an activation that has no value", lambda: Network(Layer([[1]], [0], LOGARITHM)).predict([-1]), NumberError,
     "f or f′ failed with ValueError: "),
    ("an activation that returns nothing", lambda: Network(Layer([[1]], [0], NOTHING)).predict([1]), NumberError,
     "f or f′ failed with TypeError: unsupported operand type(s) for +: 'float' and 'NoneType'"),
    ("an activation that divides by 0", lambda: Network(Layer([[1]], [0], RECIPROCAL)).predict([0]), NumberError,
     "f or f′ failed with ZeroDivisionError: "),
    ("an activation that returns a whole number too large for a float",
     lambda: Network(Layer([[1]], [0], LARGE), OTHER_LAYER).predict([0]), NumberError,
     "f or f′ failed with OverflowError: int too large to convert to float. Functions of your own must return a num"),
    ("outputs too large for a float", lambda: Network(Layer([[1e308]], [0])).predict([10]), NumberError,
     "entry 1 of row 1 of the outputs is inf: only finite numbers can be used"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


@pytest.mark.parametrize("given", [3, None, NETWORK.layers[0]])
def test_what_is_no_network_and_has_none_gets_no_hint(given: Any) -> None:
    with pytest.raises(TypeError, match="a Network is needed here.*, but this is [^:]*$"):
        forward(given, [[1]])


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


def test_random_weights_come_row_by_row_and_then_the_biases_all_from_minus_1_to_1() -> None:
    layer, rng = Layer.random(3, 2, rng=RandomNumbers(7)), RandomNumbers(7)
    drawn = [rng.uniform(-1, 1) for _ in range(8)]
    assert (layer.weights, layer.biases) == ([drawn[:3], drawn[3:6]], drawn[6:])


def test_the_layers_of_a_network_cannot_be_replaced() -> None:
    with pytest.raises(TypeError):
        NETWORK.layers[0] = OTHER.layers[0]  # type: ignore[index]
