"""The probes: networks and examples on which the mistakes of the catalogue give different numbers.

A batch of one hides what goes wrong in the mean; two outputs make 1/2 of a mean over outputs; linear layers hide f′,
layers of one size hide a transposition. So there are five examples and three outputs, and the activations differ. In
the first two probes all layers are of the same size: there every mistake can be calculated, also one that fails, or
gives a gradient of the wrong shape, in the others.
"""

from ..activations import ACTIVATIONS, LINEAR
from ..costs import Cost, check_cost
from ..linalg import Matrix, NumberError
from ..network import Layer, Network, as_targets
from ..random_numbers import RandomNumbers
from ..validation import SettingError

TYPE_CHECKING = False
if TYPE_CHECKING:
    Probe = tuple[Network, Matrix, Matrix]

NUM_EXAMPLES = 5
SHAPES = [
    ([3, 3, 3, 3], ["sigmoid", "sigmoid", "sigmoid"]),
    ([3, 3, 3, 3], ["relu", "linear", "relu"]),
    ([4, 5, 2, 3], ["sigmoid", "relu", "linear"]),
]  # the sizes, from the inputs on, and the activations


def standard_probes(cost: Cost, biases: bool = True) -> "list[Probe]":
    """The probes for this cost, which decides the last activation; without biases, all biases are 0.

    SettingError if the cost does not take the targets of the probes: then own probes are needed.

    >>> from minibackprop import HALF_SQUARED_ERROR
    >>> [probe[0] for probe in standard_probes(HALF_SQUARED_ERROR)]
    [Network(3 -> 3 -> 3 -> 3), Network(3 -> 3 -> 3 -> 3), Network(4 -> 5 -> 2 -> 3)]
    """
    if not isinstance(cost, Cost):
        check_cost(cost, LINEAR)  # which says what a cost is
    rng = RandomNumbers(10)
    return [_probe(sizes, names, cost, biases, rng) for sizes, names in SHAPES]


def _probe(sizes: "list[int]", names: "list[str]", cost: Cost, biases: bool, rng: RandomNumbers) -> "Probe":
    layers = []
    for number, name in enumerate(names):
        if cost.last_activation in ACTIVATIONS and number == len(names) - 1:
            name = cost.last_activation or name
        layer = Layer.random(sizes[number], sizes[number + 1], ACTIVATIONS[name], rng)
        layers.append(Layer(layer.weights, layer.biases if biases else [0.0] * layer.num_neurons, layer.activation))
    network = Network(*layers)
    X = [[rng.uniform(-1.0, 1.0) for _ in range(sizes[0])] for _ in range(NUM_EXAMPLES)]
    Y = [_divided_by_their_sum([rng.uniform(0.1, 0.9) for _ in range(sizes[-1])]) for _ in range(NUM_EXAMPLES)]
    try:
        return network, X, as_targets(network, Y, NUM_EXAMPLES, cost)
    except (SettingError, NumberError) as problem:
        raise SettingError(f"the cost {cost.name} needs probes of its own, probes=[(network, X, Y)]: {problem}")


def _divided_by_their_sum(numbers: "list[float]") -> "list[float]":
    """The numbers divided by their sum: targets that are probabilities too."""
    total = sum(numbers)
    return [number / total for number in numbers]
