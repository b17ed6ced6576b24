"""Random networks, inputs and targets whose numbers have very different sizes."""

from random import Random
from typing import List, NamedTuple

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, LINEAR, RELU, SIGMOID, SOFTMAX_CROSS_ENTROPY, TANH,
    Cost, Layer, Network, forward,
)

Matrix = List[List[float]]
LAST_ACTIVATIONS = {CROSS_ENTROPY: SIGMOID, SOFTMAX_CROSS_ENTROPY: LINEAR}
ACTIVATIONS = [LINEAR, RELU, SIGMOID, TANH]
ROUNDING = 1e-9  # a z of a relu is at the corner if it is smaller than this share of the largest of its terms


class Problem(NamedTuple):
    network: Network
    X: Matrix
    Y: Matrix
    cost: Cost


class Sizes:
    """Draws numbers of either sign whose sizes are log-uniform between `low` and `high`."""

    def __init__(self, low: float, high: float, rng: Random) -> None:
        self.low, self.high, self.rng = low, high, rng

    def number(self) -> float:
        size: float = self.low * (self.high / self.low) ** self.rng.uniform(0, 1)
        return size if self.rng.uniform(0, 1) < 0.5 else -size

    def vector(self, length: int) -> List[float]:
        return [self.number() for _ in range(length)]

    def matrix(self, rows: int, columns: int) -> Matrix:
        return [self.vector(columns) for _ in range(rows)]


def random_problem(low: float, high: float, seed: int, cost: Cost = HALF_SQUARED_ERROR) -> Problem:
    """1 to 3 layers of 1 to 4 neurons, with mixed activations, and 1 to 4 examples.

    In every second problem each number has a size of its own. In the others all parameters have about the same size,
    and so have all inputs, up to a factor of 3.
    """
    rng = Random(seed)
    sizes = [rng.randint(1, 4) for _ in range(rng.randint(2, 4))]
    if cost is SOFTMAX_CROSS_ENTROPY:
        sizes[-1] = rng.randint(2, 4)
    batch = rng.randint(1, 4)
    of_parameters = of_inputs = Sizes(low, high, rng)
    if seed % 2:
        sizes_of_both = [abs(of_inputs.number()) for _ in range(2)]
        of_parameters, of_inputs = [Sizes(max(low, size / 3), min(high, size * 3), rng) for size in sizes_of_both]
    layers = []
    for num_inputs, num_neurons in zip(sizes, sizes[1:]):
        weights, biases = of_parameters.matrix(num_neurons, num_inputs), of_parameters.vector(num_neurons)
        layers.append(Layer(weights, biases, rng.choice(ACTIVATIONS)))
    if cost in LAST_ACTIVATIONS:
        layers[-1] = Layer(layers[-1].weights, layers[-1].biases, LAST_ACTIVATIONS[cost])
    network, X = Network(*layers), of_inputs.matrix(batch, sizes[0])
    return Problem(network, X, targets(network, X, cost, of_inputs, rng), cost)


def targets(network: Network, X: Matrix, cost: Cost, of_inputs: Sizes, rng: Random) -> Matrix:
    """Of the size of the inputs, or up to 30 % from the outputs; for classification, mostly the class itself."""
    num_outputs = network.num_outputs
    if cost is SOFTMAX_CROSS_ENTROPY:
        labels = [rng.randrange(num_outputs) for _ in X]
        return [[1.0 if j == label else 0.0 for j in range(num_outputs)] for label in labels]
    if cost is CROSS_ENTROPY:
        return [[rng.choice([0.0, 1.0, rng.uniform(0, 1)]) for _ in range(num_outputs)] for _ in X]
    if rng.uniform(0, 1) < 0.5:
        return of_inputs.matrix(len(X), num_outputs)
    return [[a + 0.3 * rng.uniform(-1, 1) * (abs(a) or 1.0) for a in row] for row in network.predict_all(X)]


def is_at_a_corner(problem: Problem) -> bool:
    """Whether the z of some relu is 0 within rounding."""
    for layer, record in zip(problem.network.layers, forward(problem.network, problem.X)):
        if layer.activation is RELU:
            for w, b, z in zip(layer.weights, layer.biases, record.Z):
                for n in range(len(z)):
                    terms = [abs(w_i * a_in[n]) for w_i, a_in in zip(w, record.A_in)] + [abs(b)]
                    if abs(z[n]) <= ROUNDING * max(terms):
                        return True
    return False
