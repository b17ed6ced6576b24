"""The probes: their shapes, and numbers that are the same for everyone."""

from typing import Any

import pytest

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, SOFTMAX_CROSS_ENTROPY, Cost, Layer, NumberError, SettingError,
)
from minibackprop.activations import ACTIVATIONS
from minibackprop.diagnosis.probes import standard_probes
from minibackprop.linalg import Matrix
from minibackprop.random_numbers import RandomNumbers

SHAPES = [
    ([3, 3, 3, 3], ["sigmoid", "sigmoid", "sigmoid"]), ([3, 3, 3, 3], ["relu", "linear", "relu"]),
    ([4, 5, 2, 3], ["sigmoid", "relu", "linear"]),
]


@pytest.mark.parametrize("cost, last", [
    (HALF_SQUARED_ERROR, ["sigmoid", "relu", "linear"]), (CROSS_ENTROPY, ["sigmoid"] * 3),
    (SOFTMAX_CROSS_ENTROPY, ["linear"] * 3),
])
@pytest.mark.parametrize("biases", [True, False])
def test_the_numbers_are_drawn_from_one_seed(cost: Cost, last: "list[str]", biases: bool) -> None:
    """First the weights and biases of each layer, then the inputs from −1 to 1, and targets that add up to 1."""
    rng = RandomNumbers(10)
    for (sizes, names), end, (network, X, Y) in zip(SHAPES, last, standard_probes(cost, biases)):
        assert [layer.activation.name for layer in network.layers] == names[:2] + [end]
        for layer, num_inputs, num_neurons, name in zip(network.layers, sizes, sizes[1:], names[:2] + [end]):
            drawn = Layer.random(num_inputs, num_neurons, ACTIVATIONS[name], rng)
            assert layer.weights == drawn.weights
            assert layer.biases == (drawn.biases if biases else [0.0] * num_neurons)
        assert X == [[rng.uniform(-1.0, 1.0) for _ in range(sizes[0])] for _ in range(5)]
        for y in Y:
            drawn_targets = [rng.uniform(0.1, 0.9) for _ in range(3)]
            assert y == pytest.approx([target / sum(drawn_targets) for target in drawn_targets])
    assert len(standard_probes(cost)) == 3


def test_biases_are_drawn_unless_it_is_said_that_there_are_none() -> None:
    assert [probe[0].layers[0].biases for probe in standard_probes(HALF_SQUARED_ERROR)] == [
        probe[0].layers[0].biases for probe in standard_probes(HALF_SQUARED_ERROR, True)
    ]


def refuse(Y: Matrix) -> None:
    raise NumberError("whole numbers are needed")


def test_a_cost_that_refuses_the_targets_needs_probes_of_its_own() -> None:
    cost = Cost("picky", HALF_SQUARED_ERROR.c, HALF_SQUARED_ERROR.c_prime, None, refuse)
    with pytest.raises(SettingError) as error:
        standard_probes(cost)
    assert str(error.value).startswith("the cost picky needs probes of its own, probes=[(network, X, Y)]: ")


def test_a_cost_may_need_an_activation_of_the_package_or_of_ones_own() -> None:
    tanh = Cost("own", HALF_SQUARED_ERROR.c, HALF_SQUARED_ERROR.c_prime, "tanh")
    assert [probe[0].layers[-1].activation.name for probe in standard_probes(tanh)] == ["tanh"] * 3
    swish = Cost("own", HALF_SQUARED_ERROR.c, HALF_SQUARED_ERROR.c_prime, "swish")
    with pytest.raises(SettingError, match="needs probes of its own.*needs a last layer with the activation swish"):
        standard_probes(swish)


def test_what_is_no_cost_is_refused_in_words() -> None:
    no_cost: Any = "squares"
    with pytest.raises(TypeError, match="the cost is 'squares', but must be HALF_SQUARED_ERROR, CROSS_ENTROPY"):
        standard_probes(no_cost)
