"""Random cases: networks of random sizes, activations and numbers, with random examples, and a cost that fits."""

import math
from random import Random
from typing import List, NamedTuple

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, LINEAR, RELU, SIGMOID, SOFTMAX_CROSS_ENTROPY, TANH,
    Activation, Cost, Layer, Network,
)

Matrix = List[List[float]]


def softplus(z: float) -> float:
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))


def softplus_prime(z: float) -> float:
    return 1.0 / (1.0 + math.exp(-z)) if z > -700.0 else math.exp(z)


SOFTPLUS = Activation("softplus", softplus, softplus_prime)  # one that the library does not have
ACTIVATIONS = [LINEAR, RELU, SIGMOID, TANH, SOFTPLUS]
COSTS = [HALF_SQUARED_ERROR, CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY]
LAST_ACTIVATIONS = {CROSS_ENTROPY: SIGMOID, SOFTMAX_CROSS_ENTROPY: LINEAR}


class Case(NamedTuple):
    """A network, examples and the cost; and the random numbers for whatever else a test needs."""

    network: Network
    X: Matrix
    Y: Matrix
    cost: Cost
    rng: Random


def has_ordinary_sizes(seed: int) -> bool:
    """Whether the numbers of a random case are about 1; those of every third case are from 0.001 to 1000."""
    return seed % 3 != 2


def random_case(seed: int, most_layers: int = 4, most_neurons: int = 5, ordinary: bool = False) -> Case:
    """The case of this seed, which is the same on every Python; with `ordinary` its numbers are always about 1."""
    rng = Random(seed)
    is_ordinary = ordinary or has_ordinary_sizes(seed)
    cost = rng.choice(COSTS)
    sizes = [rng.randint(1, most_neurons) for _ in range(rng.randint(1, most_layers) + 1)]
    if cost is SOFTMAX_CROSS_ENTROPY:
        sizes[-1] = rng.randint(2, max(most_neurons, 2))
    activations = [rng.choice(ACTIVATIONS) for _ in sizes[1:]]
    activations[-1] = LAST_ACTIVATIONS.get(cost, activations[-1])
    layers = []
    for num_inputs, num_neurons, activation in zip(sizes, sizes[1:], activations):
        weights = random_table(rng, num_neurons, num_inputs, is_ordinary)
        layers.append(Layer(weights, random_table(rng, 1, num_neurons, is_ordinary)[0], activation))
    num_examples = rng.randint(1, 6)
    X = random_table(rng, num_examples, sizes[0], is_ordinary)
    return Case(Network(*layers), X, random_targets(rng, num_examples, sizes[-1], cost, is_ordinary), cost, rng)


def random_table(rng: Random, rows: int, columns: int, ordinary: bool = True) -> Matrix:
    return [[random_number(rng, ordinary) for _ in range(columns)] for _ in range(rows)]


def random_number(rng: Random, ordinary: bool) -> float:
    """A number about 1, or one of any size from 0.001 to 1000, of either sign."""
    if ordinary:
        return rng.uniform(-1.5, 1.5)
    return math.copysign(10.0 ** rng.uniform(-3, 3), rng.uniform(-1, 1))


def random_targets(rng: Random, rows: int, columns: int, cost: Cost, ordinary: bool = True) -> Matrix:
    """Targets that the cost can be computed for: numbers, or probabilities, which often are 0 or 1."""
    if cost is HALF_SQUARED_ERROR:
        return random_table(rng, rows, columns, ordinary)
    if cost is CROSS_ENTROPY:
        return [[rng.choice([0.0, 1.0, rng.uniform(0, 1)]) for _ in range(columns)] for _ in range(rows)]
    return [_distribution(rng, columns) for _ in range(rows)]


def _distribution(rng: Random, length: int) -> List[float]:
    if rng.random() < 0.5:
        label = rng.randrange(length)
        return [1.0 if place == label else 0.0 for place in range(length)]
    shares = [rng.uniform(0.1, 1) for _ in range(length)]
    return [share / sum(shares) for share in shares]
