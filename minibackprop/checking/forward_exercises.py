"""Exercises 1, 2 and 10: the forward pass, from one neuron to a network."""

from ..activations import LINEAR, RELU, SIGMOID, TANH
from ..linalg import Vector, dot, transpose
from ..network import Layer, Network
from .drawn import drawn_network, drawn_number, drawn_rows, drawn_vector
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


def neuron_output(w: Vector, x: Vector, b: float) -> float:
    """z = w·x + b

    >>> neuron_output([2.0, -1.0], [3.0, 4.0], 5.0)
    7.0
    """
    return dot(w, x) + b


def _calls_of_a_neuron(rng: "RandomNumbers", num_inputs: "list[int]") -> "Calls":
    return [[drawn_vector(rng, n), drawn_vector(rng, n), drawn_number(rng)] for n in num_inputs]


WEIGHTED_INPUT = ValueExercise(
    1, "the weighted input", 1, 3,
    [
        Task(
            "weighted_input", "w, x, b", neuron_output, [[2.0, -1.0], [3.0, 4.0], 5.0],
            [
                ("one input", lambda rng: _calls_of_a_neuron(rng, [1, 1])),
                ("several inputs", lambda rng: _calls_of_a_neuron(rng, [2, 3, 4])),
            ],
            [
                WrongRule(
                    "bias-missing", "The bias is not added.", "z = w·x", "z = w·x + b",
                    "Which of the three arguments does your function never use?",
                    [lambda w, x, b: dot(w, x)],
                ),
                WrongRule(
                    "bias-for-each-input", "The bias is added once for each input, but a neuron has one bias.",
                    "z = sum of (w·x + b)", "z = (sum of w·x) + b",
                    "How often does your function add the bias, and how many biases does a neuron have?",
                    [lambda w, x, b: dot(w, x) + b * len(x)],
                ),
                WrongRule(
                    "bias-subtracted", "The bias is subtracted, but it is added.", "z = w·x − b", "z = w·x + b",
                    "If the bias grows, does z grow or shrink?",
                    [lambda w, x, b: dot(w, x) - b],
                ),
                WrongRule(
                    "weights-added", "Weights and inputs are added, but each input is multiplied by its weight.",
                    "z = sum of (w + x) + b", "z = sum of w·x + b",
                    "What does a weight of 0 do to its input? What does it do in your function?",
                    [lambda w, x, b: sum(w) + sum(x) + b],
                ),
                WrongRule(
                    "last-product-only", "Only the last product is left: each one overwrites the one before it.",
                    "z = last w·x + b", "z = sum of all w·x + b",
                    "In your loop, do you add to the sum (+=) or overwrite it (=)?",
                    [lambda w, x, b: w[-1] * x[-1] + b, lambda w, x, b: w[-1] * x[-1]],
                ),
                WrongRule(
                    "first-product-only", "Only the first product counts: the loop returns too early.",
                    "z = first w·x + b", "z = sum of all w·x + b",
                    "How many inputs has your function looked at when it returns?",
                    [lambda w, x, b: w[0] * x[0] + b],
                ),
                WrongRule(
                    "first-input-skipped", "The first input is left out: places in a list are counted from 0.",
                    "z = w₂·x₂ + w₃·x₃ + … + b", "z = w₁·x₁ + w₂·x₂ + … + b",
                    "At which place does your loop begin, and which place does the first input have?",
                    [lambda w, x, b: dot(w, x) - w[0] * x[0] + b],
                ),
                WrongRule(
                    "last-input-skipped", "The last input is left out: the loop ends one place too early.",
                    "z = sum of w·x without the last input + b", "z = sum of all w·x + b",
                    "At which place does your loop end?",
                    [lambda w, x, b: dot(w, x) - w[-1] * x[-1] + b],
                ),
                WrongRule(
                    "product-of-sums", "The sums are multiplied, but it must be the sum of the products.",
                    "z = (sum of w) · (sum of x) + b", "z = sum of (w·x) + b",
                    "Is the product of two sums the same as the sum of the products?",
                    [lambda w, x, b: sum(w) * sum(x) + b],
                ),
            ],
        ),
    ],
    [
        "Each input has a weight. What do the two make together, and what happens to all of these results?",
        "z = w₁·x₁ + w₂·x₂ + … + b: multiply pair by pair, add up, and add the bias once, at the end.",
        "return sum(w_i * x_i for w_i, x_i in zip(w, x)) + b",
    ],
    "a neuron multiplies each input by its weight, adds up the products and adds its bias",
)


def _layer_output(weights: "Any", biases: "Any", x: "Any") -> "Any":
    return [sum([w_i * x_i for w_i, x_i in zip(w, x)]) + b for w, b in zip(weights, biases)]


def _sums_that_go_on(weights: "Any", biases: "Any", x: "Any") -> "Any":
    outputs = _layer_output(weights, biases, x)
    return [sum(outputs[: j + 1]) for j in range(len(outputs))]


def _calls_of_a_layer(rng: "RandomNumbers", sizes: "list[tuple[int, int]]") -> "Calls":
    return [[drawn_rows(rng, n, m), drawn_vector(rng, n), drawn_vector(rng, m)] for n, m in sizes]


LAYER_OUTPUT = ValueExercise(
    2, "the output of a layer", 1, 3,
    [
        Task(
            "layer_output", "weights, biases, x", _layer_output, [[[2.0, 0.0], [1.0, -1.0]], [1.0, 0.5], [3.0, 4.0]],
            [
                ("one neuron", lambda rng: _calls_of_a_layer(rng, [(1, 2), (1, 3)])),
                ("several neurons", lambda rng: _calls_of_a_layer(rng, [(2, 2), (3, 2), (2, 4), (3, 3)])),
            ],
            [
                WrongRule(
                    "bias-missing", "The biases are not added.", "a = W·x", "a = W·x + b",
                    "Which of the three arguments does your function never use?",
                    [lambda weights, biases, x: _layer_output(weights, [0.0] * len(biases), x)],
                ),
                WrongRule(
                    "one-bias-for-all", "All neurons get the same bias, but each has one of its own.",
                    "a = w·x + the same b", "a = w·x + the b of this neuron",
                    "How many biases does your function use?",
                    [
                        lambda weights, biases, x: _layer_output(weights, [biases[0]] * len(biases), x),
                        lambda weights, biases, x: _layer_output(weights, [biases[-1]] * len(biases), x),
                    ],
                ),
                WrongRule(
                    "columns-for-rows", "A neuron's weights are taken from a column, but they are in a row.",
                    "weights of neuron j = column j", "weights of neuron j = row j",
                    "A row of the weights belongs to what: to a neuron or to an input?",
                    [
                        lambda weights, biases, x: _layer_output(transpose(weights), biases, x),
                        lambda weights, biases, x: [
                            sum([weights[i][j] * x[i] for i in range(len(x))]) + biases[j] for j in range(len(biases))
                        ],
                    ],
                ),
                WrongRule(
                    "one-neuron-only", "Only one neuron is left: the output needs a number for each.",
                    "a = [that of one neuron]", "a = [that of neuron 1, that of neuron 2, …]",
                    "How many numbers does your function return, and how many neurons are there?",
                    [
                        lambda weights, biases, x: _layer_output(weights, biases, x)[-1:],
                        lambda weights, biases, x: _layer_output(weights, biases, x)[:1],
                        lambda weights, biases, x: _layer_output(weights, biases, x)[-1],
                        lambda weights, biases, x: _layer_output(weights, biases, x)[0],
                    ],
                ),
                WrongRule(
                    "not-reset", "The sum goes on from neuron to neuron, but each begins at 0, or at its bias.",
                    "z of a neuron = z of the one before + w·x + b", "z of a neuron = w·x + b",
                    "Where does your sum begin, and how often does your code come past that line?",
                    [_sums_that_go_on],
                ),
                WrongRule(
                    "outputs-as-column", "Each output is in a list of its own, but the output is one list of numbers.",
                    "a = [[a₁], [a₂], …]", "a = [a₁, a₂, …]",
                    "Count the brackets of what your function returns: how many are there, and how many should be?",
                    [lambda weights, biases, x: [[a] for a in _layer_output(weights, biases, x)]],
                ),
                WrongRule(
                    "neurons-added", "The outputs of the neurons are added up, but each stays a number of its own.",
                    "a = sum over the neurons", "a = [that of neuron 1, that of neuron 2, …]",
                    "What should your function return for a layer of three neurons: one number or three?",
                    [lambda weights, biases, x: sum(_layer_output(weights, biases, x))],
                ),
            ],
        ),
    ],
    [
        "A row of the weights is one neuron. What does each neuron do with x, and how many results are there?",
        "aⱼ = wⱼ·x + bⱼ: for each neuron, its own row of weights, its own bias, and the same x.",
        "return [sum(w_i * x_i for w_i, x_i in zip(w, x)) + b for w, b in zip(weights, biases)]",
    ],
    "a layer is a list of neurons that all see the same inputs, each with weights and a bias of its own",
)


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
            [as_plain_layers(Network(Layer([[2], [-1]], [0, 1], RELU), Layer([[1, 3]], [0.5], LINEAR))), [3.0]],
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
                    "last-layer-only", "Only the last layer is in the record, but each layer has its place in it.",
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
