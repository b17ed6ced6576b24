"""Mistakes in f′, the slope of the activation function, and in how it enters ∂C/∂z."""

from ..linalg import Matrix, apply, hadamard
from ..teaching.rules import DELTA, SLOPE
from .layer_chain import LayerChain
from .mistake import Mistake
from .version import EVERYWHERE, HIDDEN, OUTPUT, instead, then

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from .version import Change


def _slope_is(wrong: "Callable[[LayerChain], Matrix]") -> "list[list[Change]]":
    """This in place of f′(z), in every layer, in the hidden ones or in the last."""
    return [[instead(SLOPE, applies, wrong)] for applies in (EVERYWHERE, HIDDEN, OUTPUT)]


def _delta_is(wrong: "Callable[[LayerChain], Matrix]") -> "list[list[Change]]":
    """This in place of ∂C/∂a · f′(z), in every layer, in the hidden ones or in the last."""
    return [[instead(DELTA, applies, wrong)] for applies in (EVERYWHERE, HIDDEN, OUTPUT)]


def _delta_times(factor: "Callable[[LayerChain], Matrix]") -> "list[list[Change]]":
    """The same, with this as a factor too many."""
    times_factor: "Callable[[LayerChain, Matrix], Matrix]" = lambda at, dC_dZ: hadamard(dC_dZ, factor(at))
    return [[then(DELTA, applies, times_factor)] for applies in (EVERYWHERE, HIDDEN, OUTPUT)]


def _ones(at: LayerChain) -> Matrix:
    return [[1.0 for _ in row] for row in at.Z]


def _without_slope(applies: "Callable[[LayerChain], bool]") -> "list[list[Change]]":
    """f′(z) is left out of the product, or 1 is in its place."""
    return [[instead(DELTA, applies, lambda at: at.dC_dA)], [instead(SLOPE, applies, _ones)]]


def _of_the_formula_at_z(at: LayerChain) -> Matrix:
    """What the formulas for f′ in terms of a give, with z put in for a."""
    if at.activation.name == "sigmoid":
        return [[z * (1.0 - z) for z in row] for row in at.Z]
    if at.activation.name == "tanh":
        return [[1.0 - z * z for z in row] for row in at.Z]
    return apply(at.activation.f_prime, at.Z)


def _of_sigmoid(at: LayerChain) -> Matrix:
    return [[a * (1.0 - a) for a in row] for row in at.A]


def _of_relu(slope_if_on: float, slope_if_off: float) -> "Callable[[LayerChain], Matrix]":
    """The slopes of a layer, of which those of relu have these two values."""

    def slopes(at: LayerChain) -> Matrix:
        if at.activation.name != "relu":
            return apply(at.activation.f_prime, at.Z)
        return [[slope_if_on if z > 0.0 else slope_if_off for z in row] for row in at.Z]

    return slopes


def _z_times_slope(at: LayerChain) -> Matrix:
    return hadamard(at.Z, apply(at.activation.f_prime, at.Z))


NO_SLOPE_QUESTION = "Between a and z lies the activation function. Which factor does it bring into the chain?"

IN_SLOPES = [
    Mistake(
        "no-output-slope",
        "In the last layer f′(z) is missing: the error itself is taken as ∂C/∂z.",
        DELTA, "∂C/∂z = ∂C/∂a · f′(z), in the last layer too", "∂C/∂z = ∂C/∂a in the last layer",
        NO_SLOPE_QUESTION + " Look at the last layer.",
        _without_slope(OUTPUT),
    ),
    Mistake(
        "no-hidden-slope",
        "In the hidden layers f′(z) is missing: ∂C/∂a is taken as ∂C/∂z.",
        DELTA, "∂C/∂z = ∂C/∂a · f′(z), in the hidden layers too", "∂C/∂z = ∂C/∂a in the hidden layers",
        NO_SLOPE_QUESTION + " Look at the hidden layers.",
        _without_slope(HIDDEN),
    ),
    Mistake(
        "no-slope",
        "f′(z) is missing in every layer: ∂C/∂a is taken as ∂C/∂z.",
        DELTA, "∂C/∂z = ∂C/∂a · f′(z)", "∂C/∂z = ∂C/∂a",
        NO_SLOPE_QUESTION,
        _without_slope(EVERYWHERE),
    ),
    Mistake(
        "slope-at-a",
        "f′ is taken at a, the activation, but it must be taken at z, the weighted input.",
        SLOPE, "∂a/∂z = f′(z)", "∂a/∂z = f′(a)",
        "Your function for f′ takes a number. Which one do you give it?",
        _slope_is(lambda at: apply(at.activation.f_prime, at.A)),
    ),
    Mistake(
        "slope-formula-at-z",
        "a·(1 − a) is the slope of a sigmoid in terms of a, but z was put in for a.",
        SLOPE, "∂a/∂z = a·(1 − a)", "∂a/∂z = z·(1 − z)",
        "In the formula a·(1 − a) for the slope of a sigmoid, what does a stand for?",
        _slope_is(_of_the_formula_at_z),
    ),
    Mistake(
        "f-for-f-prime",
        "The activation function f was used where its derivative f′ is needed.",
        SLOPE, "∂a/∂z = f′(z)", "∂a/∂z = f(z)",
        "In the backward pass, do you call the activation function or its derivative?",
        _slope_is(lambda at: at.A),
    ),
    Mistake(
        "sigmoid-slope-everywhere",
        "a·(1 − a) is used in layers that are not sigmoid: it is the slope of a sigmoid only.",
        SLOPE, "∂a/∂z = f′(z), with the f of this layer", "∂a/∂z = a·(1 − a), whatever f is",
        "Which activation functions have the slope a·(1 − a)?",
        _slope_is(_of_sigmoid),
    ),
    Mistake(
        "slope-replaces-error",
        "∂C/∂z is f′(z) alone: the slope of the cost with respect to a was left out of the product.",
        DELTA, "∂C/∂z = ∂C/∂a · f′(z)", "∂C/∂z = f′(z)",
        "If an output is exactly right, what should its ∂C/∂z be? What does your code give?",
        _delta_is(lambda at: at.dA_dZ),
    ),
    Mistake(
        "slope-twice",
        "f′(z) is multiplied in twice. (With cross-entropy after a sigmoid, a − y already contains it.)",
        DELTA, "∂C/∂z = ∂C/∂a · f′(z)", "∂C/∂z = ∂C/∂a · f′(z) · f′(z)",
        "How often does f′ of one layer enter your product?",
        _delta_times(lambda at: at.dA_dZ)
        + _slope_is(lambda at: apply(lambda slope: slope * slope, apply(at.activation.f_prime, at.Z))),
    ),
    Mistake(
        "z-times-slope",
        "The weighted input z is a factor too many: ∂a/∂z is f′(z), not z·f′(z).",
        SLOPE, "∂a/∂z = f′(z)", "∂a/∂z = z·f′(z)",
        "What is the derivative of f(z) with respect to z? Is z itself a factor of it?",
        _slope_is(_z_times_slope)
        + _delta_times(lambda at: at.Z)
        + _delta_is(_z_times_slope),
    ),
    Mistake(
        "relu-slope-one",
        "The slope of relu is taken as 1 everywhere, but it is 0 where z is not above 0.",
        SLOPE, "∂a/∂z = 1 where z > 0, else 0", "∂a/∂z = 1",
        "If z is below 0, how much does relu(z) change when z does?",
        _slope_is(_of_relu(1.0, 1.0)),
    ),
    Mistake(
        "relu-slope-wrong-side",
        "The slope of relu is the wrong way round: it is 1 where z is above 0, and 0 elsewhere.",
        SLOPE, "∂a/∂z = 1 where z > 0, else 0", "∂a/∂z = 0 where z > 0, else 1",
        "Draw relu. On which side of 0 does it rise?",
        _slope_is(_of_relu(0.0, 1.0)),
    ),
]
