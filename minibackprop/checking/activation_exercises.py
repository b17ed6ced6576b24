"""Exercise 3: sigmoid, and the slopes of sigmoid and relu."""

import math

from ..activations import relu, relu_prime, sigmoid, sigmoid_prime
from .drawn import drawn_number
from .task import Task
from .value_exercise import ValueExercise
from .wrong_rule import WrongRule, known_mistake

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..random_numbers import RandomNumbers
    from .task import Calls
    from .wrong_rule import WrongVersion


def _overflowing_sigmoid(z: float) -> float:
    return 1.0 / (1.0 + math.exp(-z))


def _calls_near_0(rng: "RandomNumbers") -> "Calls":
    return [[sign * abs(drawn_number(rng))] for sign in (1.0, -1.0, 1.0, -1.0)]


def _calls_far_from_0(rng: "RandomNumbers") -> "Calls":
    return [[round(rng.uniform(800.0, 1000.0), 0)], [round(rng.uniform(-1000.0, -800.0), 0)]]


def _calls_around_0(rng: "RandomNumbers") -> "Calls":
    return [[abs(drawn_number(rng))], [-abs(drawn_number(rng))], [0.0], [abs(drawn_number(rng))]]


def _overflow(versions: "list[WrongVersion]") -> WrongRule:
    return WrongRule(
        "overflow", "Where z is far below 0, e⁻ᶻ is too large for a float. There, eᶻ / (1 + eᶻ) gives the same a.",
        "e⁻ᶻ, whatever z is", "e⁻ᶻ where z ≥ 0, and eᶻ where z < 0",
        "How large is e⁻ᶻ if z is −1000? By what could you multiply numerator and denominator?",
        versions,
    )


HEIGHT_OR_SLOPE = "Does your function return the height of the curve at z, or its slope there?"


ACTIVATION_SLOPES = ValueExercise(
    3, "sigmoid, and the slopes of sigmoid and relu", 5, 7,
    [
        Task(
            "sigmoid", "z", sigmoid, [0.0],
            [
                ("z between −3 and 3", _calls_near_0),
                ("z far from 0", _calls_far_from_0),
            ],
            [
                _overflow([_overflowing_sigmoid]),
                WrongRule(
                    "exponent-sign", "The minus in the exponent is missing, so the function falls, but it should rise.",
                    "a = 1 / (1 + eᶻ)", "a = 1 / (1 + e⁻ᶻ)",
                    "If z grows, does your function rise or fall?",
                    [lambda z: 1.0 / (1.0 + math.exp(z)), lambda z: sigmoid(-z)],
                ),
                WrongRule(
                    "minus-for-plus", "It is 1 + e⁻ᶻ in the fraction, not 1 − e⁻ᶻ.",
                    "a = 1 / (1 − e⁻ᶻ)", "a = 1 / (1 + e⁻ᶻ)",
                    "What does your function give for z = 0, and what should it be?",
                    [lambda z: 1.0 / (1.0 - math.exp(-z))],
                ),
                WrongRule(
                    "tanh-for-sigmoid", "This is tanh, which lies between −1 and 1; sigmoid lies between 0 and 1.",
                    "a = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)", "a = 1 / (1 + e⁻ᶻ)",
                    "Between which two numbers should the result lie?",
                    [
                        math.tanh,
                        lambda z: (math.exp(z) - math.exp(-z)) / (math.exp(z) + math.exp(-z)),
                    ],
                ),
            ],
        ),
        Task(
            "sigmoid_prime", "z", lambda z: sigmoid(z) * (1.0 - sigmoid(z)), [0.0],  # ours is never quite 0
            [("z near 0 and far from it", lambda rng: _calls_near_0(rng) + _calls_far_from_0(rng))],
            [
                _overflow([
                    lambda z: _overflowing_sigmoid(z) * (1.0 - _overflowing_sigmoid(z)),
                    lambda z: sigmoid(z) * (1.0 - sigmoid(z)) + 0.0 * math.exp(-z),
                ]),
                known_mistake("f-for-f-prime", sigmoid, _overflowing_sigmoid, question=HEIGHT_OR_SLOPE),
                known_mistake("slope-formula-at-z", lambda z: z * (1.0 - z)),
                known_mistake(
                    "slope-at-a", lambda z: sigmoid_prime(sigmoid(z)),
                    question="How often does your function apply sigmoid before it uses a·(1 − a)?",
                ),
                WrongRule(
                    "factor-missing", "One factor of the product is missing.",
                    "∂a/∂z = 1 − a", "∂a/∂z = a·(1 − a)",
                    "How large is the slope where the curve is flat? What does your formula give there?",
                    [lambda z: 1.0 - sigmoid(z), lambda z: 1.0 - _overflowing_sigmoid(z)],
                ),
                WrongRule(
                    "plus-for-minus", "It is 1 − a in the second factor, not 1 + a.",
                    "∂a/∂z = a·(1 + a)", "∂a/∂z = a·(1 − a)",
                    "Where a is nearly 1, the curve is flat. What does your formula give there?",
                    [lambda z: sigmoid(z) * (1.0 + sigmoid(z))],
                ),
            ],
        ),
        Task(
            "relu_prime", "z", relu_prime, [2.0],
            [("z above, below and at 0", _calls_around_0)],
            [
                known_mistake("relu-slope-one", lambda z: 1.0),
                known_mistake("relu-slope-wrong-side", lambda z: 0.0 if z > 0.0 else 1.0),
                known_mistake("f-for-f-prime", relu, question=HEIGHT_OR_SLOPE),
                WrongRule(
                    "relu-slope-at-0", "At z = 0 the slope should be 0: relu has none there, and we choose 0.",
                    "∂a/∂z = 1 or ½ at z = 0", "∂a/∂z = 1 where z > 0, else 0",
                    "What does your function give at 0, and what has been agreed?",
                    [lambda z: 1.0 if z >= 0.0 else 0.0, lambda z: 0.5 if z == 0.0 else relu_prime(z)],
                ),
            ],
        ),
    ],
    [
        "Draw both functions. Where are they flat, and where are they steepest?",
        "a = 1 / (1 + e⁻ᶻ) has the slope a·(1 − a); relu has the slope 1 where z > 0, and 0 elsewhere.",
        "if z < 0:\n    return math.exp(z) / (1 + math.exp(z))",
    ],
    "f′ says how strongly a responds to z, and that it nearly vanishes where a sigmoid is saturated",
)
