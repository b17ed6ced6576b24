"""Exercise 14: cross-entropy."""

import math

from ..activations import sigmoid, sigmoid_prime
from ..linalg import Vector
from .cost_exercises import for_each_output, sum_over_outputs
from .drawn import drawn_vector
from .task import Task
from .value_exercise import ValueExercise
from .wrong_rule import WrongRule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..random_numbers import RandomNumbers
    from .task import Calls


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
            "cross_entropy", "y, a", lambda y, a: sum_over_outputs(_cross_entropy_term, y, a), [[1.0, 0.0], [0.5, 0.2]],
            [
                ("one output", lambda rng: _calls_of_probabilities(rng, [1, 1, 1])),
                ("several outputs", lambda rng: _calls_of_probabilities(rng, [2, 3])),
            ],
            [
                WrongRule(
                    "second-term-missing", "The term for y = 0 is missing: there the cost is always 0.",
                    "C = −sum of y·ln a", "C = −sum of (y·ln a + (1 − y)·ln(1 − a))",
                    "If y is 0 and a is 0.9, what does your cost say?",
                    [lambda y, a: sum_over_outputs(lambda s, t: -s * math.log(t), y, a)],
                ),
                WrongRule(
                    "minus-missing",
                    "The minus is missing: the logarithm of a probability is never above 0, this cost never below.",
                    "C = sum of (y·ln a + …)", "C = −sum of (y·ln a + …)",
                    "Can this cost be below 0?",
                    [lambda y, a: -sum_over_outputs(_cross_entropy_term, y, a)],
                ),
                WrongRule(
                    "other-logarithm", "Another logarithm was used: it must be the natural one, math.log.",
                    "C = −sum of (y·log a + …), with base 10 or 2", "C = −sum of (y·ln a + …)",
                    "Which base does your logarithm have?",
                    [
                        lambda y, a: sum_over_outputs(_cross_entropy_term, y, a) / math.log(10.0),
                        lambda y, a: sum_over_outputs(_cross_entropy_term, y, a) / math.log(2.0),
                    ],
                ),
                WrongRule(
                    "mean-over-outputs", "It is averaged over the outputs, but the cost adds them up.",
                    "C = −mean of (y·ln a + …)", "C = −sum of (y·ln a + …)",
                    "Are the costs of the outputs added up or averaged?",
                    [lambda y, a: sum_over_outputs(_cross_entropy_term, y, a) / len(y)],
                ),
                WrongRule(
                    "targets-swapped", "y and 1 − y are the wrong way round.",
                    "C = −sum of ((1 − y)·ln a + y·ln(1 − a))", "C = −sum of (y·ln a + (1 − y)·ln(1 − a))",
                    "If y is 1 and a is nearly 1, should the cost be small or large?",
                    [lambda y, a: sum_over_outputs(lambda s, t: _cross_entropy_term(1.0 - s, t), y, a)],
                ),
            ],
        ),
        Task(
            "cross_entropy_delta", "y, z",
            lambda y, z: for_each_output(lambda s, t: sigmoid(t) - s, y, z), [[1.0, 0.0], [0.0, 0.0]],
            [
                ("one output", lambda rng: _calls_of_weighted_inputs(rng, [1, 1, 1])),
                ("several outputs", lambda rng: _calls_of_weighted_inputs(rng, [2, 3])),
            ],
            [
                WrongRule(
                    "sign", "The sign is wrong: it is a − y, not y − a.", "∂C/∂z = y − a", "∂C/∂z = a − y",
                    "If an output is too high, should the slope of the cost be positive or negative?",
                    [lambda y, z: for_each_output(lambda s, t: s - sigmoid(t), y, z)],
                ),
                WrongRule(
                    "slope-twice", "f′(z) is multiplied in, but it has cancelled: with cross-entropy ∂C/∂z is a − y.",
                    "∂C/∂z = (a − y)·a·(1 − a)", "∂C/∂z = a − y",
                    "∂C/∂a has a·(1 − a) in its denominator. What is left when you multiply it by f′(z)?",
                    [lambda y, z: for_each_output(lambda s, t: (sigmoid(t) - s) * sigmoid_prime(t), y, z)],
                ),
                WrongRule(
                    "slope-missing", "This is ∂C/∂a: for ∂C/∂z it must be multiplied by f′(z), which cancels.",
                    "∂C/∂z = (a − y) / (a·(1 − a))", "∂C/∂z = a − y",
                    "Is your result the slope with respect to a or with respect to z?",
                    [lambda y, z: for_each_output(lambda s, t: (sigmoid(t) - s) / sigmoid_prime(t), y, z)],
                ),
                WrongRule(
                    "z-for-a", "z is compared with y, but a = sigmoid(z) should be.", "∂C/∂z = z − y", "∂C/∂z = a − y",
                    "Between which numbers does a lie? Does what you compare with y lie there too?",
                    [lambda y, z: for_each_output(lambda s, t: t - s, y, z)],
                ),
            ],
        ),
    ],
    [
        "How surprised should you be by an outcome to which you gave a probability of 0.9? And 0.1?",
        "C = −sum of (y·ln a + (1 − y)·ln(1 − a)), and after a sigmoid ∂C/∂z = a − y: f′(z) cancels.",
        "return [sigmoid(z_j) - y_j for y_j, z_j in zip(y, z)]",
    ],
    "with cross-entropy after a sigmoid the slope f′(z) cancels, so that a saturated output that is wrong still learns",
)
