"""How formulas are written: in Unicode, in ASCII where there is no Unicode, or in LaTeX for print.

A symbol is a tuple: a letter, then the numbers of its layer, neuron and input, where it has them.
("w", 1, 2, 3) is the weight of layer 1 from input 3 to neuron 2, ("C",) is the cost.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    Symbol = tuple[Any, ...]
else:
    Symbol = tuple


class Notation:
    """The signs for times and minus, the form of a slope such as ∂C/∂w, and how a symbol is written.

    >>> UNICODE.symbol(("w", 1, 2, 3)), UNICODE.symbol(("w", 1, 12, 3)), ASCII.symbol(("w", 1, 2, 3))
    ('w¹₂₃', 'w¹[12,3]', 'w1[2,3]')
    """

    def __init__(self, times: str, minus: str, slope_form: str, symbol: "Callable[[Symbol], str]") -> None:
        self.times = times
        self.minus = minus
        self.slope_form = slope_form
        self.symbol = symbol

    def slope(self, top: Symbol, bottom: Symbol) -> str:
        r"""∂top/∂bottom

        >>> UNICODE.slope(("C",), ("w", 1, 2, 3)), ASCII.slope(("a", 2, 1), ("z", 2, 1))
        ('∂C/∂w¹₂₃', 'da2[1]/dz2[1]')
        >>> print(LATEX.slope(("C",), ("w", 1, 2, 3)))
        \frac{\partial C}{\partial w^{1}_{2,3}}
        """
        return self.slope_form % (self.symbol(top), self.symbol(bottom))


def subscript(number: int) -> str:
    """The number in subscript digits.

    >>> subscript(12)
    '₁₂'
    """
    return "".join(["₀₁₂₃₄₅₆₇₈₉"[int(digit)] for digit in str(number)])


def _in_unicode(symbol: Symbol) -> str:
    layer = "".join(["⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in _between("", symbol[1:2], "")])
    if [place for place in symbol[2:] if place > 9]:  # the digits of two numbers would run together
        return _between("", symbol[:1], layer) + _between("[", symbol[2:], "]")
    return _between("", symbol[:1], layer) + "".join([subscript(place) for place in symbol[2:]])


def _in_ascii(symbol: Symbol) -> str:
    return _between("", symbol[:1], "") + _between("", symbol[1:2], "") + _between("[", symbol[2:], "]")


def _in_latex(symbol: Symbol) -> str:
    return _between("", symbol[:1], "") + _between("^{", symbol[1:2], "}") + _between("_{", symbol[2:], "}")


def _between(opening: str, numbers: Symbol, closing: str) -> str:
    return opening + ",".join([str(number) for number in numbers]) + closing if numbers else ""


UNICODE = Notation(" · ", " − ", "∂%s/∂%s", _in_unicode)
ASCII = Notation(" * ", " - ", "d%s/d%s", _in_ascii)
LATEX = Notation(r" \cdot ", " - ", r"\frac{\partial %s}{\partial %s}", _in_latex)
