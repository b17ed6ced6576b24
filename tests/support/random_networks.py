"""Networks of random weights with batches of random examples, and the same numbers for the naive loops."""

import itertools
from typing import List, Tuple

from minibackprop import LINEAR, RELU, SIGMOID, TANH, Activation, Layer, Network, RandomNumbers

from .reference import ReferenceLayer

ACTIVATIONS = [LINEAR, RELU, SIGMOID, TANH]
SIZES = [3, 4, 2, 3, 2]

CASES = list(itertools.product(ACTIVATIONS, [1, 2, 3, 4], [1, 7]))  # activation, number of layers, size of the batch

Parameters = List[Tuple[List[List[float]], List[float]]]


def name_of(value: object) -> str:
    return value.name if isinstance(value, Activation) else str(value)


def example(activation: Activation, depth: int, batch: int) -> Tuple[Network, List[List[float]], List[List[float]]]:
    """A network of random weights and a batch of random examples, all different."""
    rng = RandomNumbers(depth * 100 + batch)
    layers = [Layer.random(SIZES[k], SIZES[k + 1], activation, rng) for k in range(depth)]
    X = [[rng.uniform(-2, 2) for _ in range(SIZES[0])] for _ in range(batch)]
    Y = [[rng.uniform(-2, 2) for _ in range(SIZES[depth])] for _ in range(batch)]
    return Network(*layers), X, Y


def as_reference(network: Network) -> List[ReferenceLayer]:
    return [(layer.weights, layer.biases, layer.activation.name) for layer in network.layers]


def parameters_of(network: Network) -> Parameters:
    return [(layer.weights, layer.biases) for layer in network.layers]


def small_network(seed: int = 1) -> Network:
    rng = RandomNumbers(seed)
    return Network(Layer.random(2, 3, TANH, rng), Layer.random(3, 1, rng=rng))


def few_examples(count: int = 7) -> Tuple[List[List[float]], List[List[float]]]:
    X = [[number / count, (number * number) % 5 / 5] for number in range(count)]
    return X, [[x[0] - 2 * x[1]] for x in X]
