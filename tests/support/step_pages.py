"""Step pages for the tests, and what they should show according to `forward`, `backward` and `explain`."""

from functools import lru_cache
from typing import Dict, List, NamedTuple, Tuple

import pytest

from minibackprop import (
    CROSS_ENTROPY,
    HALF_SQUARED_ERROR,
    LINEAR,
    RELU,
    SIGMOID,
    SOFTMAX_CROSS_ENTROPY,
    TANH,
    Cost,
    Layer,
    Network,
    RandomNumbers,
    Standardizer,
    backward,
    explain,
    forward,
    gradient_step,
    load_housing,
)
from minibackprop.step_page.page import step_page
from minibackprop.step_page.subjects import page_of_example, page_of_table
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES

HOUSING = "the Boston housing table"
NASTY_NAMES = [
    "</script><img src=x onerror=alert(1)>",
    '"><svg onload=alert(2)>',
    "<!--<script>",
    "{{data}}\u2028&lt;'",
]

Values = List[List[List[List[float]]]]  # by epoch, step, example


class Example(NamedTuple):
    """What a page walks through."""

    network: Network
    X: List[List[float]]
    Y: List[List[float]]
    rate: float
    cost: Cost = HALF_SQUARED_ERROR


def mazur() -> Example:
    example = PUBLISHED_EXAMPLES["mazur"]
    return Example(example.network, [example.x], [example.y], example.learning_rate)


def housing() -> Example:
    """What page_of_table makes of the housing table, built here a second time."""
    table, rng = load_housing(), RandomNumbers(0)
    X, Y = Standardizer.fit(table.X).transform(table.X), Standardizer.fit(table.Y).transform(table.Y)
    network = Network(Layer.random(13, 4, SIGMOID, rng), Layer.random(4, 1, rng=rng))
    rows = [0, 101, 202, 303, 404]
    return Example(network, [X[row] for row in rows], [Y[row] for row in rows], 0.5)


def mixed() -> Example:
    """Three activations, two targets, three examples."""
    rng = RandomNumbers(3)
    layers = [Layer.random(2, 3, RELU, rng), Layer.random(3, 2, TANH, rng), Layer.random(2, 2, LINEAR, rng)]
    X, Y = [[0.3, -0.8], [0.9, 0.1], [-0.4, 0.7]], [[0.5, 0.0], [0.1, 1.0], [-0.2, 0.3]]
    return Example(Network(*layers), X, Y, 0.1)


def classes() -> Example:
    """Three classes, with the softmax of linear outputs."""
    rng = RandomNumbers(4)
    X, Y = [[0.3, -0.8], [0.9, 0.1]], [[1.0, 0.0, 0.0], [0.0, 0.25, 0.75]]
    network = Network(Layer.random(2, 3, TANH, rng), Layer.random(3, 3, LINEAR, rng))
    return Example(network, X, Y, 0.1, SOFTMAX_CROSS_ENTROPY)


def probability() -> Example:
    """One probability, from a sigmoid."""
    return Example(Network(Layer([[2.0]], [2.0], SIGMOID)), [[1.0]], [[0.0]], 0.5, CROSS_ENTROPY)


@lru_cache(maxsize=None)
def case(name: str) -> Tuple[Example, str]:
    """What one of the pages walks through, and the page, with three epochs."""
    if name == "mazur":
        return mazur(), page_of_example(PUBLISHED_EXAMPLES["mazur"], epochs=3)
    if name == "housing":
        return housing(), page_of_table(load_housing(), HOUSING, epochs=3)
    example = {"mixed": mixed, "classes": classes, "probability": probability}[name]()
    return example, step_page(example.network, example.X, example.Y, example.rate, epochs=3, cost=example.cost)


each_case = pytest.mark.parametrize("name", ["mazur", "housing", "mixed", "classes", "probability"])


def networks_of(example: Example, epochs: int) -> List[Network]:
    """The network before training and after each epoch."""
    networks = [example.network]
    for _ in range(epochs):
        network = networks[-1]
        backward_pass = backward(network, forward(network, example.X), example.Y, example.cost)
        networks.append(gradient_step(network, backward_pass, example.rate))
    return networks


def parameters(network: Network) -> List[float]:
    """All weights and biases, neuron by neuron."""
    return [v for layer in network.layers for w, b in zip(layer.weights, layer.biases) for v in [*w, b]]


def expected_values(example: Example, epochs: int) -> Values:
    """The numbers of each step as `forward`, `backward` and `gradient_step` give them."""
    networks, expected = networks_of(example, epochs), []
    for network, after in zip(networks, networks[1:]):
        by_example = [steps_of_example(example, network, after, n) for n in range(len(example.X))]
        expected.append([[steps[at] for steps in by_example] for at in range(len(by_example[0]))])
    return expected


def steps_of_example(example: Example, network: Network, after: Network, n: int) -> List[List[float]]:
    """The numbers of each step of one epoch, as they are for example n."""
    forward_pass = forward(network, example.X)
    backward_pass = backward(network, forward_pass, example.Y, example.cost)
    outputs = network.predict_all(example.X)
    cost = example.cost.of(example.Y, outputs)
    steps = [[*example.X[n], *example.Y[n], *parameters(network)]]
    for record in forward_pass:
        steps += [column(record.Z, n), column(record.A, n)]
    own_cost = example.cost.of([example.Y[n]], [outputs[n]])
    steps.append([own_cost, cost] if len(example.X) > 1 else [cost])
    for factors in reversed(backward_pass):
        steps += [column(factors.dC_dA, n), column(factors.dA_dZ, n), column(factors.dC_dZ, n)]
        steps += [[dC_dw for row in factors.dC_dW for dC_dw in row], factors.dC_db]
    return steps + [parameters(after), [example.cost.of(example.Y, after.predict_all(example.X))]]


def column(rows: List[List[float]], n: int) -> List[float]:
    return [row[n] for row in rows]


def expected_explanations(example: Example, epochs: int) -> List[Dict[str, str]]:
    """The explanation of each weight and bias in each epoch, as `explain` gives it."""
    _, X, Y, rate, cost = example
    explanations = []
    for network in networks_of(example, epochs - 1):
        texts = {}
        for k, layer in enumerate(network.layers, 1):
            for j in range(1, layer.num_neurons + 1):
                texts[f"{k}.{j}"] = str(explain(network, X, Y, k, j, learning_rate=rate, cost=cost))
                for i in range(1, layer.num_inputs + 1):
                    texts[f"{k}.{j}.{i}"] = str(explain(network, X, Y, k, j, i, learning_rate=rate, cost=cost))
        explanations.append(texts)
    return explanations
