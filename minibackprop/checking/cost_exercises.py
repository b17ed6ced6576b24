"""Exercises 4 and 14: the cost, and its slope."""

import math

from ..activations import sigmoid, sigmoid_prime
from ..linalg import Vector
from .drawn import drawn_vector
from .task import Task
from .value_exercise import ValueExercise
from .wrong_rule import WrongRule, known_mistake

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from ..random_numbers import RandomNumbers
    from .task import Calls


def _sum_of(term: "Callable[[float, float], float]", y: Vector, a: Vector) -> float:
    return sum([term(y_j, a_j) for y_j, a_j in zip(y, a)])


def _each(term: "Callable[[float, float], float]", y: Vector, a: Vector) -> Vector:
    return [term(y_j, a_j) for y_j, a_j in zip(y, a)]


def _square(y: float, a: float) -> float:
    return (y - a) * (y - a)


def _halved_each_time(y: Vector, a: Vector) -> float:
    total = 0.0
    for y_j, a_j in zip(y, a):
        total = 0.5 * (total + _square(y_j, a_j))
    return total


def _calls_of_outputs(rng: "RandomNumbers", sizes: "list[int]") -> "Calls":
    return [[drawn_vector(rng, size), drawn_vector(rng, size)] for size in sizes]


COST = ValueExercise(
    4, "the cost and its slope", 2, 6,
    [
        Task(
            "cost", "y, a", lambda y, a: 0.5 * _sum_of(_square, y, a), [[1.0, 5.0, 2.0], [4.0, 1.0, 0.0]],
            [
                ("one output", lambda rng: _calls_of_outputs(rng, [1, 1])),
                ("several outputs", lambda rng: _calls_of_outputs(rng, [2, 3, 4])),
            ],
            [
                WrongRule(
                    "half-missing", "The ½ is missing.", "C = ‖y − a‖²", "C = ½‖y − a‖²",
                    "Compare your result with the formula: by which factor do they differ?",
                    [lambda y, a: _sum_of(_square, y, a)],
                ),
                WrongRule(
                    "mean-over-outputs", "The squares are averaged over the outputs, but the cost adds them up.",
                    "C = ½ · mean of (y − a)²", "C = ½ · sum of (y − a)²",
                    "In ‖y − a‖², are the squares of the outputs added up or averaged?",
                    [
                        lambda y, a: 0.5 * _sum_of(_square, y, a) / len(y),
                        lambda y, a: _sum_of(_square, y, a) / len(y),
                    ],
                ),
                WrongRule(
                    "not-squared", "The differences are not squared.",
                    "C = ½ · sum of |y − a|", "C = ½ · sum of (y − a)²",
                    "Does an error that is twice as large cost twice as much, or four times?",
                    [lambda y, a: 0.5 * _sum_of(lambda s, t: abs(s - t), y, a)],
                ),
                WrongRule(
                    "square-of-sum", "The differences are added up before they are squared, so they cancel each other.",
                    "C = ½ · (sum of (y − a))²", "C = ½ · sum of (y − a)²",
                    "If one output is too high and another too low by as much, what does your cost say?",
                    [lambda y, a: 0.5 * _square(sum(y), sum(a))],
                ),
                WrongRule(
                    "root-taken", "A square root was taken, but ‖y − a‖² is the sum of the squares itself.",
                    "C = ½‖y − a‖", "C = ½‖y − a‖²",
                    "What does the ² at the end of the formula do to the length of y − a?",
                    [
                        lambda y, a: 0.5 * math.sqrt(_sum_of(_square, y, a)),
                        lambda y, a: math.sqrt(_sum_of(_square, y, a)),
                    ],
                ),
                WrongRule(
                    "halved-in-the-loop", "The sum is halved again for each output: the ½ belongs after the loop.",
                    "C = ½(… ½(½ first + second) …)", "C = ½ · sum of (y − a)²",
                    "How often does your code come past the line with the ½?",
                    [_halved_each_time],
                ),
                WrongRule(
                    "last-output-only", "Only one output counts: the squares of all outputs must be added up.",
                    "C = ½ · (y − a)² of one output", "C = ½ · sum of (y − a)²",
                    "How many outputs does your function look at, and how many are there?",
                    [
                        lambda y, a: 0.5 * _square(y[-1], a[-1]),
                        lambda y, a: 0.5 * _square(y[0], a[0]),
                    ],
                ),
            ],
        ),
        Task(
            "cost_slope", "y, a", lambda y, a: _each(lambda s, t: t - s, y, a), [[1.0, 5.0, 2.0], [4.0, 1.0, 0.0]],
            [
                ("one output", lambda rng: _calls_of_outputs(rng, [1, 1])),
                ("several outputs", lambda rng: _calls_of_outputs(rng, [2, 3, 4])),
            ],
            [
                known_mistake("sign", lambda y, a: _each(lambda s, t: s - t, y, a)),
                known_mistake("factor-two", lambda y, a: _each(lambda s, t: 2.0 * (t - s), y, a)),
                known_mistake("half", lambda y, a: _each(lambda s, t: 0.5 * (t - s), y, a)),
                known_mistake("mean-over-outputs", lambda y, a: _each(lambda s, t: (t - s) / len(y), y, a)),
                WrongRule(
                    "one-output-only", "Only one output is left: the loop returns too early, or overwrites the others.",
                    "∂C/∂a = [that of one output]", "∂C/∂a = [that of output 1, that of output 2, …]",
                    "How many numbers does your function return, and how many outputs are there?",
                    [
                        lambda y, a: [a[0] - y[0]], lambda y, a: [a[-1] - y[-1]],
                        lambda y, a: a[0] - y[0], lambda y, a: a[-1] - y[-1],
                    ],
                ),
                WrongRule(
                    "outputs-added", "The slopes are added up, but each output has a slope of its own.",
                    "∂C/∂a = sum of (a − y)", "∂C/∂a = a − y, for each output",
                    "How many numbers does your function return, and how many outputs are there?",
                    [lambda y, a: sum(a) - sum(y)],
                ),
                WrongRule(
                    "not-differentiated", "This is the cost of each output, not its slope.",
                    "∂C/∂a = ½(y − a)²", "∂C/∂a = a − y",
                    "What is the derivative of ½(y − a)² with respect to a?",
                    [lambda y, a: _each(lambda s, t: 0.5 * _square(s, t), y, a)],
                ),
            ],
        ),
    ],
    [
        "How wrong is one output? How do the outputs come together to one number?",
        "C = ½‖y − a‖² = ½ · sum of (y − a)², and its slope for each output is ∂C/∂a = a − y.",
        "return [a_j - y_j for y_j, a_j in zip(y, a)]",
    ],
    "the cost says how wrong an output is, and its slope on which side, and by how much",
)


def _cross_entropy_term(y: float, a: float) -> float:
    return -(y * math.log(a) + (1.0 - y) * math.log(1.0 - a))


def _drawn_classes(rng: "RandomNumbers", size: int) -> Vector:
    """Targets 0 and 1: both of them, if there are several."""
    first = float(rng.uniform(0.0, 1.0) < 0.5)
    return [first if j % 2 == 0 else 1.0 - first for j in range(size)]


def _calls_of_probabilities(rng: "RandomNumbers", sizes: "list[int]") -> "Calls":
    return [[_drawn_classes(rng, n), [round(rng.uniform(0.1, 0.9), 2) for _ in range(n)]] for n in sizes]


def _calls_of_weighted_inputs(rng: "RandomNumbers", sizes: "list[int]") -> "Calls":
    return [[_drawn_classes(rng, size), drawn_vector(rng, size)] for size in sizes]


CROSS_ENTROPY_EXERCISE = ValueExercise(
    14, "cross-entropy", 11, 6,
    [
        Task(
            "cross_entropy", "y, a", lambda y, a: _sum_of(_cross_entropy_term, y, a), [[1.0, 0.0], [0.5, 0.2]],
            [
                ("one output", lambda rng: _calls_of_probabilities(rng, [1, 1, 1])),
                ("several outputs", lambda rng: _calls_of_probabilities(rng, [2, 3])),
            ],
            [
                WrongRule(
                    "second-term-missing", "The term for y = 0 is missing: there the cost is always 0.",
                    "C = −sum of y·ln a", "C = −sum of (y·ln a + (1 − y)·ln(1 − a))",
                    "If y is 0 and a is 0.9, what does your cost say?",
                    [lambda y, a: _sum_of(lambda s, t: -s * math.log(t), y, a)],
                ),
                WrongRule(
                    "minus-missing", "The minus is missing: the logarithm of a probability is below 0, a cost is not.",
                    "C = sum of (y·ln a + …)", "C = −sum of (y·ln a + …)",
                    "Can a cost be below 0?",
                    [lambda y, a: -_sum_of(_cross_entropy_term, y, a)],
                ),
                WrongRule(
                    "other-logarithm", "Another logarithm was used: it must be the natural one, math.log.",
                    "C = −sum of (y·log₁₀ a + …)", "C = −sum of (y·ln a + …)",
                    "Which base does your logarithm have?",
                    [
                        lambda y, a: _sum_of(_cross_entropy_term, y, a) / math.log(10.0),
                        lambda y, a: _sum_of(_cross_entropy_term, y, a) / math.log(2.0),
                    ],
                ),
                WrongRule(
                    "mean-over-outputs", "It is averaged over the outputs, but the cost adds them up.",
                    "C = −mean of (y·ln a + …)", "C = −sum of (y·ln a + …)",
                    "Are the costs of the outputs added up or averaged?",
                    [lambda y, a: _sum_of(_cross_entropy_term, y, a) / len(y)],
                ),
                WrongRule(
                    "targets-swapped", "y and 1 − y are the wrong way round.",
                    "C = −sum of ((1 − y)·ln a + y·ln(1 − a))", "C = −sum of (y·ln a + (1 − y)·ln(1 − a))",
                    "If y is 1 and a is nearly 1, should the cost be small or large?",
                    [lambda y, a: _sum_of(lambda s, t: _cross_entropy_term(1.0 - s, t), y, a)],
                ),
            ],
        ),
        Task(
            "cross_entropy_delta", "y, z",
            lambda y, z: _each(lambda s, t: sigmoid(t) - s, y, z), [[1.0, 0.0], [0.0, 0.0]],
            [
                ("one output", lambda rng: _calls_of_weighted_inputs(rng, [1, 1, 1])),
                ("several outputs", lambda rng: _calls_of_weighted_inputs(rng, [2, 3])),
            ],
            [
                WrongRule(
                    "sign", "The sign is wrong: it is a − y, not y − a.", "∂C/∂z = y − a", "∂C/∂z = a − y",
                    "If an output is too high, should the slope of the cost be positive or negative?",
                    [lambda y, z: _each(lambda s, t: s - sigmoid(t), y, z)],
                ),
                WrongRule(
                    "slope-twice", "f′(z) is multiplied in, but it has cancelled: with cross-entropy ∂C/∂z is a − y.",
                    "∂C/∂z = (a − y)·a·(1 − a)", "∂C/∂z = a − y",
                    "∂C/∂a has a·(1 − a) at the bottom of the fraction. What is left when you multiply it by f′(z)?",
                    [lambda y, z: _each(lambda s, t: (sigmoid(t) - s) * sigmoid_prime(t), y, z)],
                ),
                WrongRule(
                    "slope-missing", "This is ∂C/∂a: for ∂C/∂z it must be multiplied by f′(z), which cancels.",
                    "∂C/∂z = (a − y) / (a·(1 − a))", "∂C/∂z = a − y",
                    "Is your result the slope with respect to a or with respect to z?",
                    [lambda y, z: _each(lambda s, t: (sigmoid(t) - s) / sigmoid_prime(t), y, z)],
                ),
                WrongRule(
                    "z-for-a", "z is compared with y, but it must be a = sigmoid(z).", "∂C/∂z = z − y", "∂C/∂z = a − y",
                    "Between which numbers does a lie? Does what you compare with y lie there too?",
                    [lambda y, z: _each(lambda s, t: t - s, y, z)],
                ),
            ],
        ),
    ],
    [
        "How surprised should you be by an answer that you gave a probability of 0.9? And of 0.1?",
        "C = −sum of (y·ln a + (1 − y)·ln(1 − a)), and after a sigmoid ∂C/∂z = a − y: f′(z) cancels.",
        "return [sigmoid(z_j) - y_j for y_j, z_j in zip(y, z)]",
    ],
    "with cross-entropy after a sigmoid the slope f′(z) cancels, so that a saturated output still learns",
)
