"""An explanation in words and numbers, and its calculation in LaTeX.

Every figure can be checked with a pocket calculator: a product, a sum or a difference is worked out from the numbers
as they are printed, to nine digits. Results are printed to seven, since the last two suffer from the rounding.
"""

from ..drawing.notation import LATEX, Notation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from .explain import Explanation, Factor, Place

MOST_LINES = 12  # of paths, of examples, of factors: what is left over is added up in one line


def explanation_text(explanation: "Explanation", notation: Notation) -> str:
    """Return the explanation in five parts: the chain, its numbers, what they say, the witness, the step.

    >>> from minibackprop import Layer, Network, explain
    >>> from minibackprop.drawing.notation import ASCII
    >>> explanation = explain(Network(Layer([[2.0]], [1.0])), [3.0], [5.0], layer=1, neuron=1, input=1)
    >>> print(explanation_text(explanation, ASCII).split("\\n\\n")[2])
    2. In numbers
       dC/dw1[1,1] = 2 * 1 * 3 = 6
    """
    lines = _calculation(explanation, notation)
    gradient = lines[-1].result
    in_example = ", in example 1" if len(explanation.chains) > 1 else ""
    parts = [
        [_title(explanation.place, notation)],
        ["1. The chain rule"] + _chain(explanation, notation),
        ["2. In numbers"] + [line.text() for line in lines],
        ["3. What the factors say" + in_example] + _words(explanation, notation),
        ["4. The witness: nudge it, and look at the cost"] + _witness(explanation, notation, gradient),
        ["5. The step"] + _step(explanation, notation, gradient),
    ]
    return "\n\n".join(["\n   ".join(part) for part in parts])


def explanation_latex(explanation: "Explanation") -> str:
    r"""Return the chain and its numbers in LaTeX, to stand in mathematics mode.

    >>> from minibackprop import Layer, Network, explain
    >>> explanation = explain(Network(Layer([[2.0]], [1.0])), [3.0], [5.0], layer=1, neuron=1, input=1)
    >>> print(explanation_latex(explanation).split("\n")[2])
    \frac{\partial C}{\partial w^{1}_{1,1}} &= 2 \cdot 1 \cdot 3 = 6
    """
    slope, paths = LATEX.slope(("C",), explanation.place.symbol), _paths_in_symbols(explanation, LATEX)
    lines = [slope + " &= " + paths[0]] + [r"&\quad + " + path for path in paths[1:]]
    for line in _calculation(explanation, LATEX):
        label = line.label if line.label == slope else rf"\text{{{line.label}}}"
        lines.append(label + " &= " + _latex_numbers(_Line("", line.expression, line.result).text()))
    return "\\begin{aligned}\n" + " \\\\\n".join(lines) + "\n\\end{aligned}"


def _title(place: "Place", notation: Notation) -> str:
    """What is explained, in words."""
    name = notation.symbol(place.symbol)
    neuron = f"neuron {place.j + 1} of layer {place.k + 1}"
    if place.i is None:
        return f"{name} is the bias of {neuron}."
    source = f"input {place.i + 1}" if place.k == 0 else f"neuron {place.i + 1} of layer {place.k}"
    return f"{name} is the weight from {source} to {neuron}."


class _Line:
    """One line of the calculation: what it is, the expression in printed numbers if it has one, and its result."""

    def __init__(self, label: str, expression: str, result: str) -> None:
        self.label = label
        self.expression = expression
        self.result = result

    def text(self) -> str:
        return " = ".join([part for part in (self.label, self.expression, self.result) if part])


def _calculation(explanation: "Explanation", notation: Notation) -> "list[_Line]":
    """The lines that lead from the factors to the gradient, which is the result of the last one."""
    num_examples = len(explanation.chains)
    slope = notation.slope(("C",), explanation.place.symbol)
    lines: "list[_Line]" = []
    gradients = []
    for number, paths in enumerate(explanation.chains, 1):
        name = slope if num_examples == 1 else f"example {number}"
        lines_of_example = _lines_of_example(name, paths, notation, _digits if num_examples > 1 else _result_digits)
        gradients.append(lines_of_example[-1].result)
        if number <= MOST_LINES:
            lines += lines_of_example
    if num_examples > 1:
        if num_examples > MOST_LINES:
            rest = _digits(_total(gradients[MOST_LINES:]))
            lines.append(_Line(f"the other {num_examples - MOST_LINES} examples together", "", rest))
            gradients = gradients[:MOST_LINES] + [rest]
        mean = _result_digits(_total(gradients) / num_examples)
        lines.append(_Line("mean", f"({_sum(gradients)}) / {num_examples}", mean))
    return lines


def _digits(value: float) -> str:
    return f"{value + 0.0:.9g}"


def _result_digits(value: float) -> str:
    return f"{value + 0.0:.7g}"


def _lines_of_example(
    name: str, paths: "list[list[Factor]]", notation: Notation, last_digits: "Callable[[float], str]"
) -> "list[_Line]":
    """One line if there is one path, else a line for each and one for their sum; the smallest of many are added up."""
    prefix = name + ", " if name[:7] == "example" else ""
    lines = []
    for number, path in enumerate(paths, 1):
        values = [_digits(factor.value) for factor in path]
        share = 1.0
        for value in values:
            share *= float(value)
        label, result = (name, last_digits(share)) if len(paths) == 1 else (f"{prefix}path {number}", _digits(share))
        lines.append(_Line(label, notation.times.join([_bracketed(value) for value in values]), result))
    if len(paths) > MOST_LINES:
        by_size = sorted(lines, key=lambda line: -abs(float(line.result)))
        rest = _digits(_total([line.result for line in by_size[MOST_LINES:]]))
        lines = by_size[:MOST_LINES] + [_Line(f"{prefix}the other {len(paths) - MOST_LINES} paths together", "", rest)]
    if len(paths) > 1:
        shares = [line.result for line in lines]
        lines.append(_Line(name, _sum(shares), last_digits(_total(shares))))
    return lines


def _total(values: "list[str]") -> float:
    return sum([float(value) for value in values])


def _sum(values: "list[str]") -> str:
    return " + ".join(values[:1] + [_bracketed(value) for value in values[1:]])


def _bracketed(value: str) -> str:
    return f"({value})" if value[0] == "-" else value


def _paths_in_symbols(explanation: "Explanation", notation: Notation) -> "list[str]":
    paths = explanation.chains[0]
    shown = [notation.times.join([notation.slope(f.top, f.bottom) for f in path]) for path in paths[:MOST_LINES]]
    return shown + ([f"... {len(paths) - MOST_LINES} more"] if len(paths) > MOST_LINES else [])


def _chain(explanation: "Explanation", notation: Notation) -> "list[str]":
    slope, paths = notation.slope(("C",), explanation.place.symbol), _paths_in_symbols(explanation, notation)
    if len(paths) == 1:
        return [f"{slope} = {paths[0]}"]
    count = len(explanation.chains[0])
    lines = [f"{slope} = the sum over the {count} paths from C to {notation.symbol(explanation.place.symbol)}:"]
    return lines + [f"path {number}: {path}" for number, path in enumerate(paths, 1)]


def _words(explanation: "Explanation", notation: Notation) -> "list[str]":
    """A line for each factor that is in a chain of the first example, and the remarks on those that stand out."""
    lines: "list[str]" = []
    for path in explanation.chains[0]:
        for factor in path:
            line = f"{notation.slope(factor.top, factor.bottom)} = {_digits(factor.value)}: {factor.meaning}"
            if line not in lines:
                lines.append(line)
                if factor.remark:
                    lines.append(f"   note: {factor.remark}")
    if len(lines) > 2 * MOST_LINES:
        lines = lines[: 2 * MOST_LINES] + ["and so on along the other paths"]
    return lines


def _witness(explanation: "Explanation", notation: Notation, gradient: str) -> "list[str]":
    name, slope = explanation.place.symbol[0], _result_digits(explanation.numerical_gradient)
    larger = max(abs(float(slope)), abs(float(gradient)))
    difference = abs(float(slope) - float(gradient)) / larger if larger > 0 else 0.0
    return [
        f"h = {explanation.h!r}",
        f"C({name} + h) = {explanation.cost_above!r}",
        f"C({name}{notation.minus}h) = {explanation.cost_below!r}",
        f"(C({name} + h){notation.minus}C({name}{notation.minus}h)) / 2h = {slope}",
        f"relative difference from the chain rule's {gradient} = {difference:.1g}",
    ]


def _step(explanation: "Explanation", notation: Notation, gradient: str) -> "list[str]":
    old, rate = _digits(explanation.old), f"{explanation.learning_rate!r}"
    new = _result_digits(float(old) - float(rate) * float(gradient))
    return [
        f"new = old{notation.minus}learning rate{notation.times}slope "
        f"= {old}{notation.minus}{rate}{notation.times}{_bracketed(gradient)} = {new}",
        f"cost before = {_digits(explanation.cost_before)}",
        f"cost after a step of all weights = {_digits(explanation.cost_after)}",
    ]


def _latex_numbers(text: str) -> str:
    """The text with powers of ten written out: 4.2e-05 as 4.2 \\cdot 10^{-5}."""
    parts = text.split("e")
    result = parts[0]
    for part in parts[1:]:
        exponent = part.split(" ")[0].split(")")[0]
        result += r" \cdot 10^{" + str(int(exponent)) + "}" + part[len(exponent) :]
    return result
