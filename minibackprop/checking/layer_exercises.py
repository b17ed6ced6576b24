"""Exercises 1 and 2: a neuron, and a layer."""

from ..linalg import Vector, dot, transpose
from .drawn import drawn_number, drawn_rows, drawn_vector
from .task import Task
from .value_exercise import ValueExercise
from .wrong_rule import WrongRule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..random_numbers import RandomNumbers
    from .task import Calls


def weighted_input(w: Vector, x: Vector, b: float) -> float:
    """z = w·x + b

    >>> weighted_input([2.0, -1.0], [3.0, 4.0], 5.0)
    7.0
    """
    return dot(w, x) + b


def _calls_of_a_neuron(rng: "RandomNumbers", num_inputs: "list[int]") -> "Calls":
    return [[drawn_vector(rng, n), drawn_vector(rng, n), drawn_number(rng)] for n in num_inputs]


WEIGHTED_INPUT = ValueExercise(
    1, "the weighted input", 1, 3,
    [
        Task(
            "weighted_input", "w, x, b", weighted_input, [[2.0, -1.0], [3.0, 4.0], 5.0],
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
                    "bias-subtracted", "The bias is subtracted, but it should be added.", "z = w·x − b", "z = w·x + b",
                    "If the bias grows, does z grow or shrink?",
                    [lambda w, x, b: dot(w, x) - b],
                ),
                WrongRule(
                    "weights-added", "Weights and inputs are added, but each input should be multiplied by its weight.",
                    "z = sum of (w + x) + b", "z = sum of w·x + b",
                    "What does a weight of 0 do to its input? What does it do in your function?",
                    [lambda w, x, b: sum(w) + sum(x) + b],
                ),
                WrongRule(
                    "last-product-only", "Only the last product is left: each one overwrites the one before it.",
                    "z = last w·x + b", "z = sum of all w·x + b",
                    "In your loop, do you add to the sum (+=) or overwrite it (=)?",
                    [lambda w, x, b: w[-1] * x[-1] + b],
                ),
                WrongRule(
                    "first-product-only", "Only the first product counts: the loop returns too early.",
                    "z = first w·x + b", "z = sum of all w·x + b",
                    "How many inputs has your function looked at when it returns?",
                    [lambda w, x, b: w[0] * x[0] + b],
                ),
                WrongRule(
                    "first-input-skipped", "The first input is left out: indices begin at 0.",
                    "z = w₂·x₂ + w₃·x₃ + … + b", "z = w₁·x₁ + w₂·x₂ + … + b",
                    "At which index does your loop begin, and what is the index of the first input?",
                    [lambda w, x, b: dot(w, x) - w[0] * x[0] + b],
                ),
                WrongRule(
                    "last-input-skipped", "The last input is left out: the loop ends one index too early.",
                    "z = sum of w·x without the last input + b", "z = sum of all w·x + b",
                    "At which index does your loop end?",
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
        "How do you combine each input with its weight, and what do you do with all the results?",
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
                    "not-reset", "The sum runs on from neuron to neuron, but should begin anew for each of them.",
                    "z of a neuron = z of the one before + w·x + b", "z of a neuron = w·x + b",
                    "In which line does your sum begin, and how often does that line run?",
                    [_sums_that_go_on],
                ),
                WrongRule(
                    "outputs-as-column", "Each output is in a list of its own, but they should be one list of numbers.",
                    "a = [[a₁], [a₂], …]", "a = [a₁, a₂, …]",
                    "Count the brackets of what your function returns: how many are there, and how many should be?",
                    [lambda weights, biases, x: [[a] for a in _layer_output(weights, biases, x)]],
                ),
                WrongRule(
                    "neurons-added", "The outputs of the neurons are added up, but each should stay by itself.",
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
