"""Exercise 10: the forward pass, with a record."""

from ..activations import LINEAR, RELU, SIGMOID, TANH
from ..network import Layer, Network
from .drawn import drawn_network, drawn_vector
from .given import as_plain_layers
from .task import Task
from .value_exercise import ValueExercise
from .wrong_rule import WrongRule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..activations import Activation
    from ..random_numbers import RandomNumbers
    from .task import Calls


def _records(network: "Any", x: "Any", f_of: "Any" = None, passed_on: "Any" = None, bias: float = 1.0) -> "Any":
    """(a_in, z, a) for each layer; with `f_of`, `passed_on` and `bias`, wrong versions of a, of what the next layer is
    fed, and of the bias."""
    records = []
    a_in = x
    for weights, biases, f, f_prime in network:
        z = [sum([w_i * a_i for w_i, a_i in zip(w, a_in)]) + bias * b for w, b in zip(weights, biases)]
        a = [f(z_j) for z_j in z] if f_of is None else [f_of(f, f_prime)(z_j) for z_j in z]
        records.append((a_in, z, a))
        a_in = a if passed_on is None else passed_on(z, a)
    return records


def _calls_of_a_network(rng: "RandomNumbers", shapes: "list[tuple[list[int], list[Activation]]]") -> "Calls":
    networks = [drawn_network(rng, sizes, activations) for sizes, activations in shapes]
    return [[as_plain_layers(network), drawn_vector(rng, network.num_inputs)] for network in networks]


FORWARD = ValueExercise(
    10, "the forward pass, with a record", 7, 4,
    [
        Task(
            "forward", "network, x", _records,
            [as_plain_layers(Network(Layer([[2], [-1]], [0, 1], RELU), Layer([[1, 3]], [0.5]))), [3.0]],
            [
                ("one layer", lambda rng: _calls_of_a_network(rng, [([2, 3], [SIGMOID]), ([3, 1], [RELU])])),
                ("two layers", lambda rng: _calls_of_a_network(
                    rng, [([2, 2, 2], [SIGMOID, TANH]), ([3, 2, 1], [TANH, LINEAR])],
                )),
                ("three layers", lambda rng: _calls_of_a_network(rng, [([2, 2, 2, 1], [SIGMOID, RELU, LINEAR])])),
            ],
            [
                WrongRule(
                    "activation-missing", "The activation function is missing: a is the same as z.",
                    "a = z", "a = f(z)", "What happens to z before it leaves the neuron?",
                    [lambda network, x: _records(network, x, f_of=lambda f, f_prime: lambda z: z)],
                ),
                WrongRule(
                    "f-prime-for-f", "The derivative f′ was used where the activation function f is needed.",
                    "a = f′(z)", "a = f(z)", "Which of the two functions of a layer makes its activation?",
                    [lambda network, x: _records(network, x, f_of=lambda f, f_prime: f_prime)],
                ),
                WrongRule(
                    "z-passed-on", "The next layer is fed z, but it must be fed a.",
                    "a_in of the next layer = z", "a_in of the next layer = a",
                    "What does a layer pass on to the next one: z or a?",
                    [lambda network, x: _records(network, x, passed_on=lambda z, a: z)],
                ),
                WrongRule(
                    "x-for-every-layer", "Every layer is fed x, but only the first one sees the inputs.",
                    "a_in = x", "a_in = a of the layer before",
                    "What is the second layer fed?",
                    [lambda network, x: _records(network, x, passed_on=lambda z, a: x)],
                ),
                WrongRule(
                    "bias-missing", "The biases are not added.", "z = w·a_in", "z = w·a_in + b",
                    "Which part of a layer does your function never use?",
                    [lambda network, x: _records(network, x, bias=0.0)],
                ),
                WrongRule(
                    "last-layer-only", "Only the last layer is in the record, but every layer should be.",
                    "[last layer]", "[first layer, …, last layer]",
                    "How many entries does your record have, and how many layers are there?",
                    [lambda network, x: _records(network, x)[-1:]],
                ),
                WrongRule(
                    "first-layer-only", "Only the first layer is in the record: the loop returns too early.",
                    "[first layer]", "[first layer, …, last layer]",
                    "Is your return inside the loop or after it?",
                    [lambda network, x: _records(network, x)[:1]],
                ),
                WrongRule(
                    "input-missing", "a_in is missing in the record: it needs three lists for each layer.",
                    "(z, a)", "(a_in, z, a)", "How many lists does your record have for each layer?",
                    [lambda network, x: [(z, a) for _, z, a in _records(network, x)]],
                ),
                WrongRule(
                    "output-for-input", "In the record, a is in the place of a_in: it was replaced too early.",
                    "(a, z, a)", "(a_in, z, a)",
                    "Which comes first in your loop: the line that keeps a_in, or the one that gives it a new value?",
                    [lambda network, x: [(a, z, a) for _, z, a in _records(network, x)]],
                ),
                WrongRule(
                    "last-layer-first", "The record begins with the last layer: the first layer must come first.",
                    "[last layer, …, first layer]", "[first layer, …, last layer]",
                    "In which order does your loop add the layers to the record?",
                    [lambda network, x: _records(network, x)[::-1]],
                ),
            ],
        ),
    ],
    [
        "A network is a chain of layers. What does the second layer see: x, or what the first one made of it?",
        "For each layer: z = w·a_in + b, a = f(z); a_in is x for the first layer, then the a of the layer before.",
        "record.append((a_in, z, a))\na_in = a",
    ],
    "the output of a layer is the input of the next, and a record keeps what the backward pass will need",
)
