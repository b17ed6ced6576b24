"""The factors of an explanation follow the chain rule, and those that explain the result are pointed out."""

import pytest

from minibackprop import (
    CROSS_ENTROPY, LINEAR, RELU, SIGMOID, TANH, Activation, Layer, Network, backward, explain, forward,
)
from minibackprop.teaching.chain import chains, product_of
from minibackprop.teaching.explain import Explanation
from minibackprop.teaching.place import Place

from ..support.explanations import DEEP, MANY, MIXED, THREE_EXAMPLES, THREE_TARGETS, WIDE, each_explanation


def fan(width: int) -> Network:
    """Of one neuron, then so many, then one: as many paths from the first weight to the cost."""
    return Network(Layer([[1.0]], [0.0]), Layer([[1.0]] * width, [0.0] * width), Layer([[1.0] * width], [0.0]))


@each_explanation
def test_the_products_of_the_factors_add_up_to_the_gradient(explanation: Explanation) -> None:
    gradients = [sum(product_of(path) for path in paths) for paths in explanation.chains]
    assert gradients == pytest.approx(explanation.gradients, rel=1e-12)
    assert sum(gradients) / len(gradients) == pytest.approx(explanation.gradient, rel=1e-10, abs=1e-16)


@each_explanation
def test_each_factor_begins_where_the_one_before_it_ends(explanation: Explanation) -> None:
    """∂C/∂a · ∂a/∂z · …, from the cost to the weight."""
    for paths in explanation.chains:
        for path in paths:
            assert path[0].top == ("C",)
            assert path[-1].bottom == explanation.place.symbol
            assert [factor.bottom for factor in path[:-1]] == [factor.top for factor in path[1:]]


def test_the_factors_are_those_of_the_right_layer_neuron_and_example() -> None:
    forward_pass = forward(MIXED, THREE_EXAMPLES)
    backward_pass = backward(MIXED, forward_pass, THREE_TARGETS)
    for n in range(3):
        first, second = chains(MIXED, forward_pass, backward_pass, THREE_TARGETS, n, Place(0, 2, 1))
        assert [factor.value for factor in second] == [
            forward_pass[2].A[0][n] - THREE_TARGETS[n][0],
            1.0,
            MIXED.layers[2].weights[0][1],
            backward_pass[1].dA_dZ[1][n],
            MIXED.layers[1].weights[1][2],
            backward_pass[0].dA_dZ[2][n],
            THREE_EXAMPLES[n][1],
        ]
        assert [factor.bottom for factor in first] == [
            ("a", 3), ("z", 3), ("a", 2, 1), ("z", 2, 1), ("a", 1, 3), ("z", 1, 3), ("w", 1, 3, 2)
        ]
        assert [factor.bottom for factor in second][2:4] == [("a", 2, 2), ("z", 2, 2)]


@pytest.mark.parametrize("network, place, num_paths, num_factors", [
    (DEEP, Place(4, 1, 2), 1, 3),
    (DEEP, Place(3, 1, 2), 3, 5),
    (DEEP, Place(2, 1, 2), 9, 7),
    (DEEP, Place(1, 1, 2), 3, 4),
    (MANY, Place(0, 1, None), 20, 4),
    (WIDE, Place(0, 1, None), 2, 5),
    (fan(11), Place(0, 0, 0), 11, 7),
    (fan(12), Place(0, 0, 0), 12, 7),
    (fan(13), Place(0, 0, 0), 13, 4),
])
def test_more_than_12_paths_begin_in_the_next_layer(
    network: Network, place: Place, num_paths: int, num_factors: int
) -> None:
    X, Y = [[0.1] * network.num_inputs], [[0.2] * network.num_outputs]
    forward_pass = forward(network, X)
    paths = chains(network, forward_pass, backward(network, forward_pass, Y), Y, 0, place)
    assert [len(path) for path in paths] == [num_factors] * num_paths


@pytest.mark.parametrize("layer, x, y, remark", [
    (Layer([[1.0]], [50.0], SIGMOID), 1.0, 0.0, "this sigmoid is saturated"),
    (Layer([[1.0]], [50.0], TANH), 1.0, 0.0, "this tanh is saturated"),
    (Layer([[1.0]], [-5.0], RELU), 1.0, 1.0, "this relu is off"),
    (Layer([[1.0]], [0.5], TANH), 0.0, 1.0, "note: the input is 0, so the gradient is 0"),
    (Layer([[1.0]], [0.0], LINEAR), 1.0, 1.0, "a is exactly right"),
    (Layer([[1.0]], [1.0], LINEAR), 1.0, 1.0, "a - y = 2 - 1: a is too high"),
    (Layer([[1.0]], [-1.0], LINEAR), 1.0, 1.0, "a - y = 0 - 1: a is too low"),
    (Layer([[1.0]], [1.0], LINEAR), 1.0, 0.0, "a - y = 2 - 0: a is too high"),
    (Layer([[1.0]], [1.0], LINEAR), 1.0, 0.5, "a - y = 2 - 0.5: a is too high"),
    (Layer([[1.0]], [1.0], LINEAR), 1.0, -0.5, "a - y = 2 - (-0.5): a is too high"),
])
def test_a_factor_that_explains_the_result_is_pointed_out(layer: Layer, x: float, y: float, remark: str) -> None:
    assert remark in str(explain(Network(layer), [x], [y], layer=1, neuron=1, input=1))


def test_an_ordinary_factor_gets_no_remark() -> None:
    square = Activation("square", lambda z: z * z, lambda z: 2 * z)
    for layer in (Layer([[1.0]], [1.0], SIGMOID), Layer([[1.0]], [5.0], RELU), Layer([[1.0]], [-1.0], square)):
        assert "note: " not in str(explain(Network(layer), [1.0], [0.0], layer=1, neuron=1, input=1))
    two_layers = Network(Layer([[1.0]], [0.5]), Layer([[0.5]], [0.5]))
    assert "note: " not in str(explain(two_layers, [1.0], [0.0], layer=1, neuron=1, input=1))


@pytest.mark.parametrize("name", ["sigmoid", "tanh"])
def test_an_activation_is_saturated_where_its_slope_is_below_a_hundredth(name: str) -> None:
    for slope, is_saturated in ((0.0099, True), (0.01, False), (0.015, False)):
        with_slope = Activation(name, lambda z: z, lambda z, slope=slope: slope)  # type: ignore[misc]
        text = str(explain(Network(Layer([[1.0]], [0.0], with_slope)), [1.0], [0.0], 1, 1, 1))
        assert (f"this {name} is saturated" in text) == is_saturated


def test_an_activation_of_ones_own_is_no_sigmoid_that_cross_entropy_cancels() -> None:
    own = Activation("own", lambda z: 0.5, lambda z: 0.0)
    assert "cancels" not in str(explain(Network(Layer([[1.0]], [0.0], own)), [1.0], [0.0], 1, 1, 1, cost=CROSS_ENTROPY))


def test_a_weight_of_0_on_the_path_is_pointed_out() -> None:
    network = Network(Layer([[1.0]], [0.5]), Layer([[0.0]], [0.5]))
    assert "this weight is 0, so no gradient passes along this path" in str(explain(network, [1.0], [0.0], 1, 1, 1))


def test_an_activation_of_0_is_not_called_an_input() -> None:
    network = Network(Layer([[1.0]], [-5.0], RELU), Layer([[2.0]], [0.5]))
    text = str(explain(network, [1.0], [0.0], 2, 1, 1))
    assert "what the weight multiplies: the activation" in text
    assert "note: the activation is 0, so the gradient is 0" in text


def test_a_chain_that_begins_in_the_next_layer_says_where_its_first_slope_comes_from() -> None:
    """All weights are 1 and the output is 13, which should be 12."""
    part = str(explain(fan(13), [1.0], [12.0], 1, 1, 1)).split("\n\n")[3]
    assert part.split("\n")[1] == (
        "   ∂C/∂z²₁ = 1: the sum over all paths from C to this z, as the backward pass computed it"
    )
