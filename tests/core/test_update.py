"""The update: a new network, against the gradient, from gradients that fit it."""

from typing import List, Type

import pytest

from minibackprop import LayerGradient, NumberError, SettingError, ShapeError, backward, forward, gradient_step

from ..support.bad_input import NAN, NARROW, NETWORK, OTHER, TRAINED, Call, Case, X, Y, check_error, each
from ..support.random_networks import ACTIVATIONS, as_reference, example, name_of, parameters_of
from ..support.reference import step

FIRST, *REST = backward(NETWORK, forward(NETWORK, X), Y)
CASES: List[Case] = [
    ("learning rate 0", lambda: gradient_step(OTHER, backward(OTHER, forward(OTHER, X), Y), 0), SettingError,
     "the learning rate is 0, but must be a number above 0, such as 0.01"),
    ("a backward pass of a network of other sizes",
     lambda: gradient_step(NETWORK, backward(NARROW, forward(NARROW, X), Y), 0.1), ShapeError,
     "layer 1 needs 3 rows of ∂C/∂w of length 2 and ∂C/∂b of length 3, but backward_pass has rows of lengths [2, 2] "
     "and ∂C/∂b of length 2"),
    ("no gradient in the biases", lambda: gradient_step(OTHER, [LayerGradient([[1.0, 2.0]], [])], 0.1), ShapeError,
     "but backward_pass has rows of lengths [2] and ∂C/∂b of length 0"),
    ("too many biases", lambda: gradient_step(OTHER, [LayerGradient([[1.0, 2.0]], [1.0, 2.0])], 0.1), ShapeError,
     "but backward_pass has rows of lengths [2] and ∂C/∂b of length 2"),
    ("ragged", lambda: gradient_step(NETWORK, [LayerGradient([[1, 2], [1], [1]], [1, 2, 3]), *REST], 0.1), ShapeError,
     "but backward_pass has rows of lengths [2, 1, 1] and ∂C/∂b of length 3"),
    ("transposed",
     lambda: gradient_step(NETWORK, [LayerGradient([[1, 2, 3], [4, 5, 6]], [1, 2, 3]), *REST], 0.1), ShapeError,
     "but backward_pass has rows of lengths [3, 3] and ∂C/∂b of length 3: it is transposed. It needs a row for each "
     "neuron and a column for each input"),
    ("the gradient of one layer", lambda: gradient_step(OTHER, REST[0], 0.1), ShapeError,  # type: ignore[arg-type]
     "backward_pass is not from this network"),
    ("a gradient of the first layer only",
     lambda: gradient_step(NETWORK, [FIRST, None], 0.1), ShapeError,  # type: ignore[list-item]
     "backward_pass is not from this network"),
    ("a forward pass", lambda: gradient_step(OTHER, forward(OTHER, X), 0.1), ShapeError,  # type: ignore[arg-type]
     "backward_pass is not from this network"),
    ("a training result", lambda: gradient_step(TRAINED, REST, 0.1), TypeError,  # type: ignore[arg-type]
     "a Network is needed here, such as Network(layer_1, layer_2), but this is TrainingResult(epoch 1, cost 0 -> 0)"),
    ("a slope too large for the step",
     lambda: gradient_step(OTHER, [LayerGradient([[1.0, -1e308]], [0.0])], 1e10), NumberError,
     "entry 2 of row 1 of weights of layer 1 after this step is inf: only finite numbers can be used"),
    ("a slope too large for a bias",
     lambda: gradient_step(OTHER, [LayerGradient([[1.0, 1.0]], [1e308])], 1e10), NumberError,
     "entry 1 of row 1 of biases of layer 1 after this step is -inf: only finite numbers can be used"),
    ("a slope that is NaN", lambda: gradient_step(OTHER, [LayerGradient([[1.0, NAN]], [0.0])], 0.1), NumberError,
     "entry 2 of row 1 of ∂C/∂w of layer 1 is nan: only finite numbers can be used"),
    ("a slope too large for a float",
     lambda: gradient_step(OTHER, [LayerGradient([[1.0, 1.0]], [10**400])], 0.1), NumberError,
     "entry 1 of row 1 of ∂C/∂b of layer 1 is 1000000000000000000000000000000000000...: it is too large"),
    ("a slope in words",
     lambda: gradient_step(OTHER, [LayerGradient([["1", 1.0]], [0.0])], 0.1), NumberError,  # type: ignore[list-item]
     "entry 1 of row 1 of ∂C/∂w of layer 1 is '1': a number is needed here"),
    ("a backward pass of another network",
     lambda: gradient_step(NETWORK, backward(OTHER, forward(OTHER, X), Y), 0.1), ShapeError,
     "backward_pass is not from this network; it must have a LayerGradient for each layer, as backward(network"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


@pytest.mark.parametrize("activation", ACTIVATIONS, ids=name_of)
def test_naive_loops_take_the_same_step(activation: "object") -> None:
    network, X, Y = example(activation, depth=3, batch=4)  # type: ignore[arg-type]
    stepped = gradient_step(network, backward(network, forward(network, X), Y), 0.3)
    for layer, (weights, biases, _) in zip(stepped.layers, step(as_reference(network), X, Y, 0.3)):
        assert layer.biases == pytest.approx(biases, rel=1e-11)
        for row, expected in zip(layer.weights, weights):
            assert row == pytest.approx(expected, rel=1e-11)


def test_the_old_network_stays_as_it_was() -> None:
    before = parameters_of(OTHER)
    after = gradient_step(OTHER, [LayerGradient([[1.0, -1.0]], [2.0])], 0.5)
    assert parameters_of(after) == [([[0.5, 2.5]], [-1.0])]
    assert parameters_of(OTHER) == before == [([[1, 2]], [0])]
    assert after.layers[0].activation is OTHER.layers[0].activation
