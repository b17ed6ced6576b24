"""A walk takes the steps of training in order, and each of its numbers comes from the right place in the records."""

from typing import Dict, List

import pytest

from minibackprop import (
    HALF_SQUARED_ERROR, LINEAR, RELU, SIGMOID, TANH, Layer, Network, RandomNumbers, backward, forward, gradient_step,
)
from minibackprop.teaching.walk import Walk

from ..support.printed_arithmetic import calculated_working

Values = Dict[str, Dict[str, List[float]]]  # by the title of a step and the place of a row, a value for each example

RATE = 0.5
X = [[0.3, -0.8, 0.6], [0.9, 0.1, -0.2]]
Y = [[0.5, -0.4], [0.1, 0.7]]


def two_layers() -> Network:
    """3 inputs, 4 neurons, 2 outputs: a matrix that is the wrong way round does not fit."""
    rng = RandomNumbers(5)
    return Network(Layer.random(3, 4, SIGMOID, rng), Layer.random(4, 2, TANH, rng))


def kinked() -> Network:
    """The same with the other two activations."""
    rng = RandomNumbers(7)
    return Network(Layer.random(3, 4, RELU, rng), Layer.random(4, 2, LINEAR, rng))


@pytest.fixture
def values() -> Values:
    steps = Walk(two_layers(), X, Y, RATE).steps()
    return {step.title: {row.place: [value for value, _ in row.cells] for row in step.rows} for step in steps}


def test_the_steps_come_in_the_order_of_training() -> None:
    steps = Walk(two_layers(), X, Y, RATE).steps()
    assert [(step.kind, step.layer, step.title) for step in steps] == [
        ("given", 0, "What is given"),
        ("forward", 1, "Layer 1: the weighted input"),
        ("forward", 1, "Layer 1: the activation"),
        ("forward", 2, "Layer 2: the weighted input"),
        ("forward", 2, "Layer 2: the activation"),
        ("forward", 0, "The cost"),
        ("backward", 2, "Layer 2: the slope of the cost with respect to a"),
        ("backward", 2, "Layer 2: the slope of a with respect to z"),
        ("backward", 2, "Layer 2: the slope of the cost with respect to z"),
        ("backward", 2, "Layer 2: the gradient with respect to the weights"),
        ("backward", 2, "Layer 2: the gradient with respect to the biases"),
        ("backward", 1, "Layer 1: the slope of the cost with respect to a"),
        ("backward", 1, "Layer 1: the slope of a with respect to z"),
        ("backward", 1, "Layer 1: the slope of the cost with respect to z"),
        ("backward", 1, "Layer 1: the gradient with respect to the weights"),
        ("backward", 1, "Layer 1: the gradient with respect to the biases"),
        ("update", 0, "The update"),
        ("update", 0, "The next cost"),
    ]


@pytest.mark.parametrize("title, letter", [("the weighted input", "z"), ("the activation", "a")])
def test_the_forward_steps_read_neuron_j_and_example_n(
    values: Values, title: str, letter: str
) -> None:
    forward_pass = forward(two_layers(), X)
    for k, num_neurons in ((1, 4), (2, 2)):
        record = forward_pass[k - 1].Z if letter == "z" else forward_pass[k - 1].A
        expected = {f"{letter}.{k}.{j + 1}": [record[j][0], record[j][1]] for j in range(num_neurons)}
        assert values[f"Layer {k}: {title}"] == expected


@pytest.mark.parametrize("title, place, field", [
    ("the slope of the cost with respect to a", "dC_da", "dC_dA"),
    ("the slope of a with respect to z", "da_dz", "dA_dZ"),
    ("the slope of the cost with respect to z", "dC_dz", "dC_dZ"),
])
def test_the_backward_steps_read_neuron_j_and_example_n(
    values: Values, title: str, place: str, field: str
) -> None:
    backward_pass = backward(two_layers(), forward(two_layers(), X), Y)
    for k, num_neurons in ((1, 4), (2, 2)):
        record = getattr(backward_pass[k - 1], field)
        expected = {f"{place}.{k}.{j + 1}": [record[j][0], record[j][1]] for j in range(num_neurons)}
        assert values[f"Layer {k}: {title}"] == expected


def test_the_gradients_are_those_of_the_weights_and_biases(values: Values) -> None:
    backward_pass = backward(two_layers(), forward(two_layers(), X), Y)
    for k, num_neurons, num_inputs in ((1, 4, 3), (2, 2, 4)):
        record = backward_pass[k - 1]
        assert values[f"Layer {k}: the gradient with respect to the weights"] == {
            f"w.{k}.{j + 1}.{i + 1}": [record.dC_dW[j][i]] for j in range(num_neurons) for i in range(num_inputs)
        }
        assert values[f"Layer {k}: the gradient with respect to the biases"] == {
            f"b.{k}.{j + 1}": [record.dC_db[j]] for j in range(num_neurons)
        }


def test_the_first_step_shows_the_tables_and_the_network(values: Values) -> None:
    given = values["What is given"]
    assert given["x.1"] == [0.3, 0.9]
    assert given["x.3"] == [0.6, -0.2]
    assert given["y.2"] == [-0.4, 0.7]
    assert given["w.1.4.3"] == [two_layers().layers[0].weights[3][2]]
    assert given["b.2.2"] == [two_layers().layers[1].biases[1]]
    assert len(given) == 3 + 2 + 4 * 3 + 4 + 2 * 4 + 2


def test_the_costs_and_the_update(values: Values) -> None:
    network = two_layers()
    outputs = network.predict_all(X)
    updated = gradient_step(network, backward(network, forward(network, X), Y), RATE)
    assert values["The cost"] == {
        "C.1": [HALF_SQUARED_ERROR.of([Y[n]], [outputs[n]]) for n in range(2)],
        "C": [HALF_SQUARED_ERROR.of(Y, outputs)],
    }
    assert values["The update"]["w.1.4.3"] == [updated.layers[0].weights[3][2]]
    assert values["The update"]["w.2.1.2"] == [updated.layers[1].weights[0][1]]
    assert values["The update"]["b.2.2"] == [updated.layers[1].biases[1]]
    assert len(values["The update"]) == 4 * 3 + 4 + 2 * 4 + 2
    assert values["The next cost"] == {"C": [HALF_SQUARED_ERROR.of(Y, updated.predict_all(X))]}


@pytest.mark.parametrize("network", [two_layers(), kinked()], ids=["sigmoid and tanh", "relu and linear"])
def test_the_workings_lead_to_their_values(network: Network) -> None:
    checked = 0
    for step in Walk(network, X, Y, RATE).steps()[1:-1]:
        for row in step.rows:
            for value, working in row.cells:
                assert calculated_working(working) == pytest.approx(value, rel=1e-4, abs=2e-6), working
                checked += 1
    neurons_and_examples, parameters = (4 + 2) * 2, 4 * 3 + 4 + 2 * 4 + 2
    assert checked == 5 * neurons_and_examples + 2 * parameters + len(X) + 1


def test_what_is_given_has_no_working_and_the_next_cost_names_the_one_before() -> None:
    first, *_, last = Walk(two_layers(), X, Y, RATE).steps()
    assert {working for row in first.rows for _, working in row.cells} == {""}
    cost = HALF_SQUARED_ERROR.of(Y, two_layers().predict_all(X))
    assert last.rows[0].cells[0][1] == f"forward again; before the update it was {cost:.6g}"


def test_a_single_example_is_not_called_a_mean() -> None:
    one, two = Walk(two_layers(), X[:1], Y[:1], RATE).steps(), Walk(two_layers(), X, Y, RATE).steps()
    assert [step.title for step in one if "mean" in step.words] == []
    assert [row.place for row in one[5].rows] == ["C"]
    assert [step.title for step in two if "mean" in step.words] == [
        "The cost",
        "Layer 2: the gradient with respect to the weights",
        "Layer 2: the gradient with respect to the biases",
        "Layer 1: the gradient with respect to the weights",
        "Layer 1: the gradient with respect to the biases",
    ]


def test_the_words_name_the_layers_and_the_activation() -> None:
    network = Network(Layer([[1.0]], [0.0], SIGMOID), Layer([[1.0]], [0.0], LINEAR))
    words = {step.title: step.words for step in Walk(network, [[1.0]], [[0.0]], RATE).steps()}
    first = "Each neuron of layer 1 computes a weighted sum of the inputs x and adds its bias."
    assert words["Layer 1: the weighted input"] == first
    second = "Each neuron of layer 2 computes a weighted sum of the activations of layer 1 and adds its bias."
    assert words["Layer 2: the weighted input"] == second
    assert words["Layer 1: the activation"] == "Each neuron applies its activation function, sigmoid, to its z."
    assert words["Layer 2: the activation"].endswith("linear, to its z, so a = z.")
