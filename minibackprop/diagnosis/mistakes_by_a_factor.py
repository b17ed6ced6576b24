"""Mistakes that multiply gradients by a factor: the sign, the ½ of the cost, the means."""

from ..teaching.rules import BACK, BIASES, DELTA, ERROR, MEAN, WEIGHTS
from .layer_chain import LayerChain
from .mistake import Mistake
from .version import EVERYWHERE, HIDDEN, OUTPUT, scaled, then

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from .version import Applies, Change

    OwnFactor = Callable[[LayerChain], float]


def _times(factor: float) -> "list[list[Change]]":
    """The error times this factor, which passes through all gradients; or those of the weights or biases alone."""
    return [
        [then(ERROR, OUTPUT, lambda at, dC_dA: scaled(dC_dA, factor))],
        [then(WEIGHTS, EVERYWHERE, lambda at, dC_dW: scaled(dC_dW, factor))],
        [then(BIASES, EVERYWHERE, lambda at, dC_db: scaled(dC_db, factor))],
    ]


def _gradients_times(applies: "Applies", factor: "OwnFactor") -> "list[Change]":
    """∂C/∂w and ∂C/∂b times a factor that depends on the batch."""
    return [_weights_times(applies, factor), _biases_times(applies, factor)]


def _weights_times(applies: "Applies", factor: "OwnFactor") -> "Change":
    return then(WEIGHTS, applies, lambda at, dC_dW: scaled(dC_dW, factor(at)))


def _biases_times(applies: "Applies", factor: "OwnFactor") -> "Change":
    return then(BIASES, applies, lambda at, dC_db: scaled(dC_db, factor(at)))


def _num_examples(at: LayerChain) -> float:
    return at.m


def _one_part(at: LayerChain) -> float:
    """1 / the number of examples."""
    return 1.0 / at.m


BY_A_FACTOR = [
    Mistake(
        "sign",
        "The sign is wrong: the error is taken as y − a, and the minus that this needs is missing.",
        ERROR, "∂C/∂a = a − y", "∂C/∂a = y − a",
        "If an output is too high, should the slope of the cost be positive or negative?",
        _times(-1.0) + [
            [then(BACK, EVERYWHERE, lambda at, dC_dA: scaled(dC_dA, -1.0))],
            [then(BACK, OUTPUT, lambda at, dC_dA: scaled(dC_dA, -1.0))],
        ],
        "the sign",
    ),
    Mistake(
        "sum-not-mean",
        "The gradients of the examples are added up, but not divided by the number of examples.",
        MEAN, MEAN.formula, "∂C/∂w or ∂C/∂b = sum over the examples",
        "What would change in your gradient if every example were in the batch twice?",
        [
            _gradients_times(EVERYWHERE, _num_examples),
            [_weights_times(EVERYWHERE, _num_examples)],
            [_biases_times(EVERYWHERE, _num_examples)],
            _gradients_times(HIDDEN, _num_examples),
            _gradients_times(OUTPUT, _num_examples),
        ],
        "the number of examples",
    ),
    Mistake(
        "mean-twice",
        "The mean over the examples is taken twice, so the gradients are too small by the number of examples.",
        MEAN, MEAN.formula, "∂C/∂w = 1/m · 1/m · sum over the examples",
        "In how many places does your code divide by the number of examples?",
        [
            [then(ERROR, OUTPUT, lambda at, dC_dA: scaled(dC_dA, _one_part(at)))],
            [then(DELTA, EVERYWHERE, lambda at, dC_dZ: scaled(dC_dZ, _one_part(at)))],
            [then(BACK, EVERYWHERE, lambda at, dC_dA: scaled(dC_dA, _one_part(at)))],
            [_weights_times(EVERYWHERE, _one_part)],
            [_biases_times(EVERYWHERE, _one_part)],
        ],
        "1 / the number of examples",
    ),
    Mistake(
        "factor-two",
        "There is a factor of 2 too many: it is the slope of (y − a)², but the cost is half of that.",
        ERROR, "∂C/∂a = a − y", "∂C/∂a = 2(a − y)",
        "The cost is ½‖y − a‖². What does the ½ do to its derivative?",
        _times(2.0),
        "the exponent of the square, which the ½ of the cost cancels",
    ),
    Mistake(
        "half",
        "There is a factor of ½ too many: the ½ of the cost is kept, though the derivative of the square cancels it.",
        ERROR, "∂C/∂a = a − y", "∂C/∂a = ½(a − y)",
        "The derivative of a square brings a factor of 2. What is left of the ½ in ½‖y − a‖²?",
        _times(0.5),
        "the ½ of the cost, which the derivative of the square cancels",
    ),
    Mistake(
        "mean-over-outputs",
        "The error is divided by the number of outputs, but the cost adds up the outputs: only examples are averaged.",
        ERROR, "∂C/∂a = a − y", "∂C/∂a = (a − y) / number of outputs",
        "In ‖y − a‖², are the squares of the outputs added up or averaged?",
        [[then(ERROR, OUTPUT, lambda at, dC_dA: scaled(dC_dA, 1.0 / at.batch.num_outputs))]],
        "1 / the number of outputs",
    ),
]
