"""The backward pass of exercise 12 as lines of Python: which rule each line is, and the wrong lines in its place."""

from typing import Dict, List, NamedTuple

from ..step_page.parts import text_in_package
from ..teaching.rules import BACK, BIASES, DELTA, ERROR, MEAN, SLOPE, WEIGHTS, Rule

PACKAGE = __name__.rsplit(".", 2)[0]  # "minibackprop", unless it was renamed or put inside another package
SOLUTION = "teaching/exercises/solutions/exercise_12_backward.py"
RULES: Dict[str, Rule] = {
    "dC_da = [a_j": ERROR,
    "da_dz": SLOPE,
    "dC_dz": DELTA,
    "dC_dW[k][j][i]": WEIGHTS,
    "dC_db[k][j]": BIASES,
    "dC_da = [sum": BACK,
}  # by what the line begins with
LOOP_OVER_LAYERS = "for k in reversed(range(len(network))):"
ZEROS = "dC_dW = [[[0.0] * len(w) for w in weights] for weights, biases, f, f_prime in network]"
RETURN = "return list(zip(dC_dW, dC_db))"


class WrongLine(NamedTuple):
    """A mistake of the catalogue as a line of Python, and what the right line begins with."""

    mistake: str
    right: str
    wrong: str


WRONG_LINES = [
    WrongLine("sign", "dC_da = [a_j", "dC_da = [y_j - a_j for a_j, y_j in zip(record[-1][2], y)]"),
    WrongLine("factor-two", "dC_da = [a_j", "dC_da = [2 * (a_j - y_j) for a_j, y_j in zip(record[-1][2], y)]"),
    WrongLine("half", "dC_da = [a_j", "dC_da = [(a_j - y_j) / 2 for a_j, y_j in zip(record[-1][2], y)]"),
    WrongLine(
        "mean-over-outputs", "dC_da = [a_j", "dC_da = [(a_j - y_j) / len(y) for a_j, y_j in zip(record[-1][2], y)]"
    ),
    WrongLine("slope-at-a", "da_dz", "da_dz = [f_prime(a_j) for a_j in a]"),
    WrongLine("f-for-f-prime", "da_dz", "da_dz = [f(z_j) for z_j in z]"),
    WrongLine("sigmoid-slope-everywhere", "da_dz", "da_dz = [a_j * (1 - a_j) for a_j in a]"),
    WrongLine("z-times-slope", "da_dz", "da_dz = [z_j * f_prime(z_j) for z_j in z]"),
    WrongLine("no-slope", "dC_dz", "dC_dz = dC_da"),
    WrongLine(
        "no-output-slope", "dC_dz",
        "dC_dz = dC_da if k == len(network) - 1 else [u * v for u, v in zip(dC_da, da_dz)]",
    ),
    WrongLine(
        "no-hidden-slope", "dC_dz",
        "dC_dz = dC_da if k < len(network) - 1 else [u * v for u, v in zip(dC_da, da_dz)]",
    ),
    WrongLine("slope-replaces-error", "dC_dz", "dC_dz = da_dz"),
    WrongLine("slope-twice", "dC_dz", "dC_dz = [u * v * v for u, v in zip(dC_da, da_dz)]"),
    WrongLine("sum-not-mean", "dC_dW[k][j][i]", "dC_dW[k][j][i] += dC_dz[j] * a_in[i]"),
    WrongLine("mean-twice", "dC_dW[k][j][i]", "dC_dW[k][j][i] += dC_dz[j] / m * a_in[i] / m"),
    WrongLine("last-example", "dC_dW[k][j][i]", "dC_dW[k][j][i] = dC_dz[j] * a_in[i] / m"),
    WrongLine("weight-for-input", "dC_dW[k][j][i]", "dC_dW[k][j][i] += dC_dz[j] * weights[j][i] / m"),
    WrongLine("own-activation-for-input", "dC_dW[k][j][i]", "dC_dW[k][j][i] += dC_dz[j] * a[j] / m"),
    WrongLine("x-for-every-layer", "dC_dW[k][j][i]", "dC_dW[k][j][i] += dC_dz[j] * x[i] / m"),
    WrongLine("input-dropped", "dC_dW[k][j][i]", "dC_dW[k][j][i] += dC_dz[j] / m"),
    WrongLine("weight-gradient-without-slope", "dC_dW[k][j][i]", "dC_dW[k][j][i] += dC_da[j] * a_in[i] / m"),
    WrongLine("no-bias", "dC_db[k][j]", "dC_db[k][j] += 0"),
    WrongLine("shared-bias", "dC_db[k][j]", "dC_db[k][j] += sum(dC_dz) / m"),
    WrongLine("bias-from-weights", "dC_db[k][j]", "dC_db[k][j] += dC_dz[j] * sum(a_in) / m"),
    WrongLine("bias-of-one-example", "dC_db[k][j]", "dC_db[k][j] = dC_dz[j]"),
    WrongLine("bias-gradient-without-slope", "dC_db[k][j]", "dC_db[k][j] += dC_da[j] / m"),
    WrongLine(
        "weights-not-transposed", "dC_da = [sum",
        "dC_da = [sum(w_i * d for w_i, d in zip(weights[i], dC_dz)) for i in range(len(a_in))]",
    ),
    WrongLine("one-path", "dC_da = [sum", "dC_da = [weights[-1][i] * dC_dz[-1] for i in range(len(a_in))]"),
    WrongLine(
        "paths-averaged", "dC_da = [sum",
        "dC_da = [sum(w[i] * d for w, d in zip(weights, dC_dz)) / len(dC_dz) for i in range(len(a_in))]",
    ),
    WrongLine("weights-dropped", "dC_da = [sum", "dC_da = [sum(dC_dz) for i in range(len(a_in))]"),
    WrongLine(
        "error-not-delta", "dC_da = [sum",
        "dC_da = [sum(w[i] * d for w, d in zip(weights, dC_da)) for i in range(len(a_in))]",
    ),
    WrongLine(
        "error-by-weight-share", "dC_da = [sum",
        "dC_da = [sum(w[i] / sum(w) * d for w, d in zip(weights, dC_dz)) for i in range(len(a_in))]",
    ),
    WrongLine("first-layer-missing", LOOP_OVER_LAYERS, "for k in reversed(range(1, len(network))):"),
    WrongLine(
        "shared-rows", ZEROS,
        "dC_dW = [[[0.0] * len(weights[0])] * len(weights) for weights, biases, f, f_prime in network]",
    ),
    WrongLine("layers-reversed", RETURN, "return list(zip(dC_dW, dC_db))[::-1]"),
]


def forward_lines() -> List[str]:
    """The lines of `forward`, which the backward pass calls.

    >>> forward_lines()[0]
    'def forward(network, x):'
    """
    return _solution().split("\n\n\n")[0].split("\n")


def backward_lines() -> List[str]:
    """The lines of `backward`, with its first line.

    >>> backward_lines()[0], backward_lines()[-1]
    ('def backward(network, X, Y):', '    return list(zip(dC_dW, dC_db))')
    """
    return _solution().split("\n\n\n")[1].split("\n")


def rule_of(line: str) -> str:
    """What the line begins with if it is a rule of the chain; empty if it is none.

    >>> rule_of("            dC_dz = [u * v for u, v in zip(dC_da, da_dz)]"), rule_of("    m = len(X)")
    ('dC_dz', '')
    """
    begun = [beginning for beginning in RULES if line.strip().startswith(beginning)]
    return begun[0] if begun else ""


def formula_of(rule: str) -> str:
    """The formula of the rule that a line is, as this line has it: from a layer to the one before it.

    >>> formula_of("dC_dz"), formula_of("dC_db[k][j]")
    ('∂C/∂z = ∂C/∂a · ∂a/∂z', '∂C/∂b = ∂C/∂z · 1, and the mean over the examples')
    """
    if RULES[rule] is BACK:
        return "∂C/∂a of the layer before = sum of ∂C/∂z · w over the neurons of this layer"
    formula = RULES[rule].formula
    return f"{formula}, and {MEAN.title}" if RULES[rule] in (WEIGHTS, BIASES) else formula


def with_mistake(name: str) -> List[str]:
    """The lines of `backward`, with the wrong line of this mistake of the catalogue in place of the right one.

    >>> [line for line in with_mistake("no-slope") if line not in backward_lines()]
    ['            dC_dz = dC_da']
    """
    chosen = [wrong_line for wrong_line in WRONG_LINES if wrong_line.mistake == name][0]
    lines = backward_lines()
    place = [number for number, line in enumerate(lines) if line.strip().startswith(chosen.right)][0]
    indentation = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
    return lines[:place] + [indentation + chosen.wrong] + lines[place + 1 :]


def _solution() -> str:
    return text_in_package(PACKAGE, SOLUTION).rstrip("\n")
