"""Worked examples of backpropagation from textbooks and lectures: a network, one example, and a learning rate.

To follow one beside its source, run `minibackprop explain --example mazur`. The tests compare the library with the
figures that the sources print.
"""

import math

from ..activations import SIGMOID
from ..linalg import Vector
from ..network import Layer, Network
from ..validation import SettingError, shown


class WorkedExample:
    """An example and its source. An update changes the biases too, which some of the sources leave out."""

    def __init__(self, source: str, network: Network, x: Vector, y: Vector, learning_rate: float) -> None:
        self.source = source
        self.network = network
        self.x = x
        self.y = y
        self.learning_rate = learning_rate

    def __repr__(self) -> str:
        return f"WorkedExample({self.network})"


PUBLISHED_EXAMPLES = {
    "mazur": WorkedExample(
        "M. Mazur, A Step by Step Backpropagation Example (2015)",
        Network(
            Layer([[0.15, 0.20], [0.25, 0.30]], [0.35, 0.35], SIGMOID),
            Layer([[0.40, 0.45], [0.50, 0.55]], [0.60, 0.60], SIGMOID),
        ),
        [0.05, 0.10],
        [0.01, 0.99],
        0.5,
    ),
    "han-kamber": WorkedExample(
        "J. Han and M. Kamber, Data Mining, Example 9.1",
        Network(
            Layer([[0.2, 0.4, -0.5], [-0.3, 0.1, 0.2]], [-0.4, 0.2], SIGMOID),
            Layer([[-0.3, -0.2]], [0.1], SIGMOID),
        ),
        [1.0, 0.0, 1.0],
        [1.0],
        0.9,
    ),
    "hagan": WorkedExample(
        "M. T. Hagan et al., Neural Network Design, chapter 11",
        Network(Layer([[-0.27], [-0.41]], [-0.48, -0.13], SIGMOID), Layer([[0.09, -0.17]], [0.48])),
        [1.0],
        [1.0 + math.sin(math.pi / 4)],
        0.2,  # the book has 0.1 with the cost e², which is 0.2 with ½e²
    ),
    "hmkcode": WorkedExample(
        "HMKCode, Backpropagation Step by Step",
        Network(Layer([[0.11, 0.21], [0.12, 0.08]], [0.0, 0.0]), Layer([[0.14, 0.15]], [0.0])),
        [2.0, 3.0],
        [1.0],
        0.05,
    ),
}


def published_example(name: str) -> WorkedExample:
    """Return the example with this name; SettingError, which lists the names, if there is none.

    >>> published_example("mazur")
    WorkedExample(Network(2 -> 2 -> 2))
    """
    if name not in PUBLISHED_EXAMPLES:
        names = ", ".join(sorted(PUBLISHED_EXAMPLES))
        raise SettingError(f"there is no example {shown(name)}; choose one of these: {names}")
    return PUBLISHED_EXAMPLES[name]
