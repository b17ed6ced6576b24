"""Tables of probabilities, and networks that learn them with cross-entropy."""

from typing import List

from minibackprop import RELU, TANH, Activation, Layer, Network, RandomNumbers, softmax


def tables(width: int, count: int = 5) -> "tuple[List[List[float]], List[List[float]]]":
    """Random inputs, and random probabilities that sum to 1 in each row."""
    rng = RandomNumbers(8)
    X = [[rng.uniform(-2, 2) for _ in range(3)] for _ in range(count)]
    return X, [softmax([rng.uniform(-2, 2) for _ in range(width)]) for _ in range(count)]


def network(last: Activation, width: int) -> Network:
    """Three layers, the last with this activation and so many neurons."""
    rng = RandomNumbers(6)
    return Network(Layer.random(3, 4, TANH, rng), Layer.random(4, 2, RELU, rng), Layer.random(2, width, last, rng))
