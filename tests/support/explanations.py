"""Explanations of many kinds of weights, and what one says if its numbers do not agree."""

from typing import List, Tuple

import pytest

from minibackprop import LINEAR, RELU, SIGMOID, TANH, Layer, Network, RandomNumbers, explain
from minibackprop.teaching.explain import Explanation
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES

_rng = RandomNumbers(3)
MAZUR = PUBLISHED_EXAMPLES["mazur"].network
WIDE = Network(Layer.random(3, 20, TANH, _rng), Layer.random(20, 2, SIGMOID, _rng))
DEEP = Network(*[Layer.random(3, 3, TANH, _rng) for _ in range(5)])
MIXED = Network(Layer.random(2, 3, RELU, _rng), Layer.random(3, 2, TANH, _rng), Layer.random(2, 1, LINEAR, _rng))
MANY = Network(Layer.random(2, 2, TANH, _rng), Layer.random(2, 20, TANH, _rng), Layer.random(20, 1, rng=_rng))
TINY = Network(Layer([[9.0]], [9.0], SIGMOID), Layer([[1e-5]], [0]))
OFF = Network(Layer([[-1.0]], [0.0], RELU), Layer([[2.0]], [0]))

BACKWARD = "the gradient from backward is not what the other two say"
CHAIN = "the product of the chain is not what the other two say"
NUMERICAL = "the numerical gradient is not what the other two say"

THREE_EXAMPLES = [[0.3, -0.8], [0.9, 0.1], [-0.4, 0.7]]
THREE_TARGETS = [[0.5], [0.1], [-0.2]]


def with_shares(shares: List[float]) -> Explanation:
    """The explanation of a weight from which a path leads to each of some outputs, with these products of factors.

    All inputs, weights and activations are 1, so that the error of an output is the product along its path.
    """
    network = Network(Layer([[1.0]], [0.0]), Layer([[1.0]] * len(shares), [0.0] * len(shares)))
    return explain(network, [1.0], [1.0 - share for share in shares], 1, 1, 1)


def with_gradients(gradients: List[float]) -> Explanation:
    """The explanation of a weight of a single linear neuron, with an example for each of these gradients."""
    network = Network(Layer([[1.0]], [0.0]))
    return explain(network, [[1.0]] * len(gradients), [[1.0 - gradient] for gradient in gradients], 1, 1, 1)


EXPLANATIONS: List[Tuple[str, Explanation]] = [
    ("mazur", explain(MAZUR, [0.05, 0.10], [0.01, 0.99], 1, 2, 1, learning_rate=0.5)),
    ("a bias", explain(MAZUR, [0.05, 0.10], [0.01, 0.99], 1, 2)),
    ("last layer", explain(MAZUR, [0.05, 0.10], [0.01, 0.99], 2, 1, 2)),
    ("three layers", explain(MIXED, [0.9, 0.1], [0.5], 1, 2, 1)),
    ("middle layer", explain(MIXED, [0.9, 0.1], [0.5], 2, 2, 2)),
    ("a relu that is off", explain(MIXED, [0.3, -0.8], [0.5], 1, 2, 1)),
    ("an activation of 0", explain(MIXED, [0.3, -0.8], [0.5], 2, 2, 3)),
    ("a batch", explain(MIXED, THREE_EXAMPLES, THREE_TARGETS, 1, 3, 2)),
    ("a large batch", explain(MIXED, [[n / 9, 1.0] for n in range(30)], [[0.5]] * 30, 1, 2, 2)),
    ("one example too many", explain(MIXED, [[n / 9, 1.0] for n in range(13)], [[0.5]] * 13, 1, 2, 2)),
    ("wide", explain(WIDE, [0.3, -0.8, 0.5], [0.5, 0.1], 1, 7, 3)),
    ("deep", explain(DEEP, [0.3, -0.8, 0.5], [0.5, 0.1, 0.9], 1, 2, 3)),
    ("many neurons after it", explain(MANY, [0.4, 0.2], [1.0], 1, 1, 2)),
    ("tiny slopes", explain(TINY, [1.0], [1e-3], 1, 1, 1)),
    ("no slope", explain(OFF, [1.0], [1.0], 1, 1, 1)),
]
each_explanation = pytest.mark.parametrize(
    "explanation", [each for _, each in EXPLANATIONS], ids=[name for name, _ in EXPLANATIONS]
)
