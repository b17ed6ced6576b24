"""An explanation in words and numbers, and its calculation in LaTeX."""

from ..drawing.notation import LATEX, Notation
from ..validation import counted
from .calculation import MOST_LINES, in_brackets, calculation, digits, result_digits
from .explanation_numbers import ExplanationNumbers
from .place import Place


def explanation_text(numbers: ExplanationNumbers, notation: Notation) -> str:
    """Return the explanation: whether it can be trusted, then chain rule, numbers, meaning, numerical gradient, update.

    >>> from minibackprop import Layer, Network, explain
    >>> explanation = explain(Network(Layer([[2.0]], [1.0])), [3.0], [5.0], layer=1, neuron=1, input=1)
    >>> lines = explanation_text(explanation, LATEX).splitlines()
    >>> lines[0], lines[7][-1]
    ('w^{1}_{1,1} is the weight from input 1 to neuron 1 of layer 1.', '6')
    """
    lines = calculation(numbers, notation)
    gradient = lines[-1].result
    kind = "bias" if numbers.place.i is None else "weight"
    in_example = ", in example 1" if len(numbers.chains) > 1 else ""
    parts = [
        [_title(numbers.place, notation)] + numbers.verdict.lines(),
        ["1. The chain rule"] + _chain_rule(numbers, notation),
        ["2. In numbers"] + [line.text() for line in lines],
        ["3. What each factor means" + in_example] + _meanings(numbers, notation),
        [f"4. The numerical gradient: change the {kind} a little and look at the cost"]
        + _numerical_gradient(numbers, notation, gradient),
        ["5. The update"] + _update(numbers, notation, gradient),
    ]
    return "\n\n".join(["\n   ".join(part) for part in parts])


def explanation_latex(numbers: ExplanationNumbers) -> str:
    r"""Return the chain and its numbers in LaTeX, for use in math mode.

    >>> from minibackprop import Layer, Network
    >>> network = Network(Layer([[2.0]], [1.0]))
    >>> numbers = ExplanationNumbers(network, [[3.0]], [[5.0]], Place(0, 0, 0), learning_rate=0.1)
    >>> print(explanation_latex(numbers).split("\n")[2])
    \frac{\partial C}{\partial w^{1}_{1,1}} &= 2 \cdot 1 \cdot 3 = 6
    """
    slope, paths = LATEX.slope(("C",), numbers.place.symbol), _paths_in_symbols(numbers, LATEX)
    more = _more_paths(numbers)
    terms = paths + ([rf"\text{{{more}}}"] if more else [])
    lines = [slope + " &= " + terms[0]] + [r"&\quad + " + term for term in terms[1:]]
    for line in calculation(numbers, LATEX):
        label = line.label if line.label == slope else rf"\text{{{line.label}}}"
        lines.append(label + " &= " + _powers_of_ten(line.value()))
    return "\\begin{aligned}\n" + " \\\\\n".join(lines) + "\n\\end{aligned}"


def _title(place: Place, notation: Notation) -> str:
    """What is explained, in words."""
    name = notation.symbol(place.symbol)
    neuron = f"neuron {place.j + 1} of layer {place.k + 1}"
    if place.i is None:
        return f"{name} is the bias of {neuron}."
    source = f"input {place.i + 1}" if place.k == 0 else f"neuron {place.i + 1} of layer {place.k}"
    return f"{name} is the weight from {source} to {neuron}."


def _chain_rule(numbers: ExplanationNumbers, notation: Notation) -> "list[str]":
    symbol, paths = numbers.place.symbol, _paths_in_symbols(numbers, notation)
    slope = notation.slope(("C",), symbol)
    if len(paths) == 1:
        return [f"{slope} = {paths[0]}"]
    more = _more_paths(numbers)
    lines = [f"{slope} = the sum over the {len(numbers.chains[0])} paths from C to {notation.symbol(symbol)}:"]
    lines += [f"path {number}: {path}" for number, path in enumerate(paths, 1)]
    return lines + ([f"and {more}"] if more else [])


def _paths_in_symbols(numbers: ExplanationNumbers, notation: Notation) -> "list[str]":
    """The first paths as products of slopes; they are the same in every example."""
    paths = numbers.chains[0][:MOST_LINES]
    return [notation.times.join([notation.slope(f.top, f.bottom) for f in path]) for path in paths]


def _more_paths(numbers: ExplanationNumbers) -> str:
    """How many more paths there are than are shown in symbols, in words; empty if all are shown."""
    more = len(numbers.chains[0]) - MOST_LINES
    return counted(more, "more path") if more > 0 else ""


def _meanings(numbers: ExplanationNumbers, notation: Notation) -> "list[str]":
    """A line for each factor that is in a chain of the first example, and the remarks on unusual ones."""
    lines: "list[str]" = []
    for path in numbers.chains[0]:
        for factor in path:
            line = f"{notation.slope(factor.top, factor.bottom)} = {digits(factor.value)}: {factor.meaning}"
            if line not in lines:
                lines.append(line)
                if factor.remark:
                    lines.append(f"   note: {factor.remark}")
    if len(lines) > 2 * MOST_LINES:
        lines = lines[: 2 * MOST_LINES] + ["and so on along the other paths"]
    return lines


def _numerical_gradient(numbers: ExplanationNumbers, notation: Notation, gradient: str) -> "list[str]":
    name, slope = numbers.place.symbol[0], result_digits(numbers.numerical_gradient)
    larger = max(abs(float(slope)), abs(float(gradient)))
    difference = abs(float(slope) - float(gradient)) / larger if larger > 0 else 0.0
    lines = [
        f"h = {numbers.h!r}",
        f"C({name} + h) = {numbers.cost_above!r}",
        f"C({name}{notation.minus}h) = {numbers.cost_below!r}",
        f"(C({name} + h){notation.minus}C({name}{notation.minus}h)) / 2h = {slope}",
        f"relative difference from the chain rule's {gradient} = {difference:.1g}",
    ]
    if numbers.uncertainty is not None:
        lines.append(f"rounding makes this slope uncertain by about {numbers.uncertainty:.1g}")
    return lines


def _update(numbers: ExplanationNumbers, notation: Notation, gradient: str) -> "list[str]":
    old, rate = digits(numbers.old), f"{numbers.learning_rate!r}"
    new = result_digits(float(old) - float(rate) * float(gradient))
    stepped = result_digits(numbers.new)
    expected = result_digits(numbers.old - numbers.learning_rate * numbers.gradient)
    wrong = [] if stepped == expected else [f"but gradient_step gives {stepped}: the update is wrong"]
    return [
        f"new = old{notation.minus}learning rate{notation.times}slope "
        f"= {old}{notation.minus}{rate}{notation.times}{in_brackets(gradient)} = {new}",
    ] + wrong + [
        f"cost before the update = {digits(numbers.cost_before)}",
        f"cost after the update of all weights and biases = {digits(numbers.cost_after)}",
    ]


def _powers_of_ten(text: str) -> str:
    """The text with its powers of ten in LaTeX: 4.2e-05 as 4.2 \\cdot 10^{-5}."""
    parts = text.split("e")
    result = parts[0]
    for part in parts[1:]:
        exponent = part.split(" ")[0].split(")")[0]
        result += r" \cdot 10^{" + str(int(exponent)) + "}" + part[len(exponent) :]
    return result
