"""Exercise 5: a slope without the chain rule."""

from .drawn import drawn_number
from .given import Curve
from .task import Task
from .value_exercise import ValueExercise
from .wrong_rule import WrongRule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..random_numbers import RandomNumbers
    from .task import Calls


def _numerical_slope(C: Curve, w: float, h: float) -> float:
    return (C(w + h) - C(w - h)) / (2.0 * h)


def _calls_of_a_curve(rng: "RandomNumbers", power: int) -> "Calls":
    calls: "Calls" = []
    for _ in range(3):
        coefficients = [drawn_number(rng) for _ in range(power + 1)] + [0.0] * (3 - power)
        calls.append([Curve(*coefficients), drawn_number(rng), round(rng.uniform(0.05, 0.15), 2)])
    return calls


NUMERICAL_SLOPE = ValueExercise(
    5, "a slope without the chain rule", 3, 3,
    [
        Task(
            "numerical_slope", "C, w, h", _numerical_slope, [Curve(0.0, 0.0, 0.0, 1.0), 2.0, 0.5],
            [
                ("parabolas", lambda rng: _calls_of_a_curve(rng, 2)),
                ("curves with a cube", lambda rng: _calls_of_a_curve(rng, 3)),
            ],
            [
                WrongRule(
                    "one-sided", "Only one side of w is looked at. With both sides, the error is much smaller.",
                    "(C(w + h) − C(w)) / h", "(C(w + h) − C(w − h)) / (2·h)",
                    "At which two places do you compute C, and does w lie in the middle between them?",
                    [lambda C, w, h: (C(w + h) - C(w)) / h, lambda C, w, h: (C(w) - C(w - h)) / h],
                ),
                WrongRule(
                    "step-of-h", "The difference is divided by h, but the two places lie 2h apart.",
                    "(C(w + h) − C(w − h)) / h", "(C(w + h) − C(w − h)) / (2·h)",
                    "How far apart are the two places at which you compute C?",
                    [lambda C, w, h: (C(w + h) - C(w - h)) / h],
                ),
                WrongRule(
                    "two-times-h-without-parentheses", "a / 2 * h is (a / 2) · h: 2 * h needs parentheses.",
                    "(C(w + h) − C(w − h)) / 2 · h", "(C(w + h) − C(w − h)) / (2 · h)",
                    "In which order does Python work out / and *?",
                    [lambda C, w, h: (C(w + h) - C(w - h)) / 2.0 * h],
                ),
                WrongRule(
                    "difference-without-parentheses",
                    "Only the second cost is divided: the difference needs parentheses.",
                    "C(w + h) − C(w − h) / (2 · h)", "(C(w + h) − C(w − h)) / (2 · h)",
                    "In which order does Python work out − and /?",
                    [
                        lambda C, w, h: C(w + h) - C(w - h) / (2.0 * h),
                        lambda C, w, h: C(w + h) - C(w - h) / 2.0 * h,
                    ],
                ),
                WrongRule(
                    "not-divided", "The difference is not divided by the distance: it is a change, not a slope.",
                    "C(w + h) − C(w − h)", "(C(w + h) − C(w − h)) / (2·h)",
                    "A slope is a change of C divided by the change of what?",
                    [lambda C, w, h: C(w + h) - C(w - h)],
                ),
                WrongRule(
                    "sign", "The sign is wrong: the two places are the wrong way round.",
                    "(C(w − h) − C(w + h)) / (2·h)", "(C(w + h) − C(w − h)) / (2·h)",
                    "If C rises to the right, should the slope be positive or negative?",
                    [lambda C, w, h: (C(w - h) - C(w + h)) / (2.0 * h)],
                ),
            ],
        ),
    ],
    [
        "If you move w a little to the right and a little to the left, how does C change in between?",
        "The slope is the change of C divided by that of w: (C(w + h) − C(w − h)) / (2·h).",
        "return (C(w + h) - C(w - h)) / (2 * h)",
    ],
    "any slope can be found approximately by trying, and that this checks every use of the chain rule",
)
