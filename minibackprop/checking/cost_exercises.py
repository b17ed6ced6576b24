"""Exercise 4: the cost and its slope."""

import math

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


def sum_over_outputs(term: "Callable[[float, float], float]", y: Vector, a: Vector) -> float:
    """The sum of term(y, a) over the outputs.

    >>> sum_over_outputs(lambda y, a: a - y, [1.0, 2.0], [3.0, 4.0])
    4.0
    """
    return sum([term(y_j, a_j) for y_j, a_j in zip(y, a)])


def for_each_output(term: "Callable[[float, float], float]", y: Vector, a: Vector) -> Vector:
    """term(y, a) of each output.

    >>> for_each_output(lambda y, a: a - y, [1.0, 2.0], [3.0, 4.0])
    [2.0, 2.0]
    """
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
            "cost", "y, a", lambda y, a: 0.5 * sum_over_outputs(_square, y, a), [[1.0, 5.0, 2.0], [4.0, 1.0, 0.0]],
            [
                ("one output", lambda rng: _calls_of_outputs(rng, [1, 1])),
                ("several outputs", lambda rng: _calls_of_outputs(rng, [2, 3, 4])),
            ],
            [
                WrongRule(
                    "half-missing", "The ½ is missing.", "C = ‖y − a‖²", "C = ½‖y − a‖²",
                    "Compare your result with the formula: by which factor do they differ?",
                    [lambda y, a: sum_over_outputs(_square, y, a)],
                ),
                WrongRule(
                    "squares-averaged", "The squares are averaged over the outputs, but the cost adds them up.",
                    "C = ½ · mean of (y − a)²", "C = ½ · sum of (y − a)²",
                    "In ‖y − a‖², are the squares of the outputs added up or averaged?",
                    [lambda y, a: 0.5 * sum_over_outputs(_square, y, a) / len(y)],
                ),
                WrongRule(
                    "mean-squared-error", "This is the mean of the squares; the cost is half their sum.",
                    "C = mean of (y − a)²", "C = ½ · sum of (y − a)²",
                    "By which number does your function divide, and by which does the formula?",
                    [lambda y, a: sum_over_outputs(_square, y, a) / len(y)],
                ),
                WrongRule(
                    "not-squared", "The differences are not squared.",
                    "C = ½ · sum of |y − a|", "C = ½ · sum of (y − a)²",
                    "Does an error that is twice as large cost twice as much, or four times?",
                    [lambda y, a: 0.5 * sum_over_outputs(lambda s, t: abs(s - t), y, a)],
                ),
                WrongRule(
                    "square-of-sum", "The differences are added up before they are squared, so they cancel each other.",
                    "C = ½ · (sum of (y − a))²", "C = ½ · sum of (y − a)²",
                    "If one output is too high and another too low by as much, what does your cost say?",
                    [lambda y, a: 0.5 * _square(sum(y), sum(a))],
                ),
                WrongRule(
                    "root-taken", "A square root was taken, but ‖y − a‖² is the sum of the squares itself.",
                    "C = ½‖y − a‖, or ‖y − a‖", "C = ½‖y − a‖²",
                    "What does the ² at the end of the formula do to the length of y − a?",
                    [
                        lambda y, a: 0.5 * math.sqrt(sum_over_outputs(_square, y, a)),
                        lambda y, a: math.sqrt(sum_over_outputs(_square, y, a)),
                    ],
                ),
                WrongRule(
                    "halved-in-the-loop", "The sum is halved again for each output: the ½ belongs after the loop.",
                    "C = ½(… ½(½ first + second) …)", "C = ½ · sum of (y − a)²",
                    "How often does the line with the ½ run?",
                    [_halved_each_time],
                ),
                WrongRule(
                    "one-output-only", "Only one output counts: the squares of all outputs must be added up.",
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
            "cost_slope", "y, a",
            lambda y, a: for_each_output(lambda s, t: t - s, y, a), [[1.0, 5.0, 2.0], [4.0, 1.0, 0.0]],
            [
                ("one output", lambda rng: _calls_of_outputs(rng, [1, 1])),
                ("several outputs", lambda rng: _calls_of_outputs(rng, [2, 3, 4])),
            ],
            [
                known_mistake("sign", lambda y, a: for_each_output(lambda s, t: s - t, y, a)),
                known_mistake("factor-two", lambda y, a: for_each_output(lambda s, t: 2.0 * (t - s), y, a)),
                known_mistake("half", lambda y, a: for_each_output(lambda s, t: 0.5 * (t - s), y, a)),
                known_mistake("mean-over-outputs", lambda y, a: for_each_output(lambda s, t: (t - s) / len(y), y, a)),
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
                    [lambda y, a: for_each_output(lambda s, t: 0.5 * _square(s, t), y, a)],
                ),
            ],
        ),
    ],
    [
        "How wrong is one output? How do you combine the errors of all outputs into one number?",
        "C = ½‖y − a‖² = ½ · sum of (y − a)², and its slope for each output is ∂C/∂a = a − y.",
        "return [a_j - y_j for y_j, a_j in zip(y, a)]",
    ],
    "the cost says how wrong the outputs are, and its slope in which direction and by how much each one is",
)
