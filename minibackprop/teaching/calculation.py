"""The calculation of a slope from its factors, line by line, in the numbers that are printed.

Every figure can be checked by hand: a product, a sum or a difference is worked out from the numbers as they are
printed, to nine digits. The results are printed to seven, since rounding makes the last two unreliable.
"""

from ..drawing.notation import Notation
from .chain import Factor
from .explanation_numbers import ExplanationNumbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

MOST_LINES = 12  # for paths, and for examples; the others are added up in one line


class CalculationLine:
    """One line of the calculation: what it is, the expression in printed numbers if it has one, and its result.

    >>> CalculationLine("path 1", "2 * 3", "6")
    CalculationLine(path 1 = 2 * 3 = 6)
    """

    def __init__(self, label: str, expression: str, result: str) -> None:
        self.label = label
        self.expression = expression
        self.result = result

    def __repr__(self) -> str:
        return f"CalculationLine({self.text()})"

    def text(self) -> str:
        """The parts of the line, joined by equals signs.

        >>> CalculationLine("the other 3 paths together", "", "6").text()
        'the other 3 paths together = 6'
        """
        return f"{self.label} = {self.value()}"

    def value(self) -> str:
        """The line without its label.

        >>> CalculationLine("path 1", "2 * 3", "6").value(), CalculationLine("the other path", "", "6").value()
        ('2 * 3 = 6', '6')
        """
        return f"{self.expression} = {self.result}" if self.expression else self.result


def calculation(numbers: ExplanationNumbers, notation: Notation) -> "list[CalculationLine]":
    """The lines that lead from the factors to the slope, which is the result of the last line.

    >>> from minibackprop import Layer, Network, explain
    >>> explanation = explain(Network(Layer([[2.0]], [1.0])), [3.0], [5.0], layer=1, neuron=1, input=1)
    >>> calculation(explanation, Notation(" x ", " - ", "d%s/d%s", lambda symbol: symbol[0]))
    [CalculationLine(dC/dw = 2 x 1 x 3 = 6)]
    """
    if len(numbers.chains) == 1:
        slope = notation.slope(("C",), numbers.place.symbol)
        return _lines_of_example(slope, "", numbers.chains[0], notation, result_digits)
    lines: "list[CalculationLine]" = []
    gradients = []
    for number, paths in enumerate(numbers.chains, 1):
        name = f"example {number}"
        lines_of_example = _lines_of_example(name, name + ", ", paths, notation, digits)
        gradients.append(lines_of_example[-1].result)
        if number <= MOST_LINES:
            lines += lines_of_example
    return lines + _lines_of_mean(gradients)


def digits(value: float) -> str:
    """The number to nine digits.

    >>> digits(2 / 3), digits(-0.0)
    ('0.666666667', '0')
    """
    return f"{value + 0.0:.9g}"


def result_digits(value: float) -> str:
    """The number to seven digits.

    >>> result_digits(2 / 3)
    '0.6666667'
    """
    return f"{value + 0.0:.7g}"


def in_brackets(number: str) -> str:
    """The printed number, in brackets if it is below 0.

    >>> in_brackets("2"), in_brackets("-2")
    ('2', '(-2)')
    """
    return f"({number})" if number[0] == "-" else number


def _lines_of_example(
    name: str,
    prefix: str,
    paths: "list[list[Factor]]",
    notation: Notation,
    last_digits: "Callable[[float], str]",
) -> "list[CalculationLine]":
    """One line if there is one path, else a line for each and one for their sum; of many, the largest are shown."""
    if len(paths) == 1:
        return [_line_of_path(name, paths[0], notation, last_digits)]
    lines = [_line_of_path(f"{prefix}path {number}", path, notation, digits) for number, path in enumerate(paths, 1)]
    if len(paths) > MOST_LINES:
        by_size = sorted(lines, key=lambda line: -abs(float(line.result)))
        rest = digits(_total([line.result for line in by_size[MOST_LINES:]]))
        label = prefix + _the_other(len(paths) - MOST_LINES, "path")
        lines = by_size[:MOST_LINES] + [CalculationLine(label, "", rest)]
    shares = [line.result for line in lines]
    return lines + [CalculationLine(name, _sum(shares), last_digits(_total(shares)))]


def _line_of_path(
    label: str, path: "list[Factor]", notation: Notation, to_digits: "Callable[[float], str]"
) -> CalculationLine:
    """The product of the factors along a path."""
    printed = [digits(factor.value) for factor in path]
    share = 1.0
    for number in printed:
        share *= float(number)
    return CalculationLine(label, notation.times.join([in_brackets(number) for number in printed]), to_digits(share))


def _lines_of_mean(gradients: "list[str]") -> "list[CalculationLine]":
    """The mean over the examples, below a line for the last of them if there are many."""
    lines, terms = [], gradients[:MOST_LINES]
    if len(gradients) > MOST_LINES:
        rest = digits(_total(gradients[MOST_LINES:]))
        lines.append(CalculationLine(_the_other(len(gradients) - MOST_LINES, "example"), "", rest))
        terms.append(rest)
    mean = result_digits(_total(terms) / len(gradients))
    return lines + [CalculationLine("mean", f"({_sum(terms)}) / {len(gradients)}", mean)]


def _the_other(number: int, thing: str) -> str:
    return f"the other {thing}" if number == 1 else f"the other {number} {thing}s together"


def _total(printed: "list[str]") -> float:
    return sum([float(number) for number in printed])


def _sum(printed: "list[str]") -> str:
    return " + ".join(printed[:1] + [in_brackets(number) for number in printed[1:]])
