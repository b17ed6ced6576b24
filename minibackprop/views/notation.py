"""How a formula is written: in Unicode for people, in ASCII where there is no Unicode, in LaTeX for print.

A symbol is a tuple of a letter, the number of the layer, and the numbers of neuron and input as far as it has them:
("w", 1, 2, 3) is the weight of layer 1 from input 3 to neuron 2, ("C",) is the cost.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    Symbol = tuple[object, ...]
else:
    Symbol = tuple

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"


class Notation:
    """Formulas in Unicode.

    >>> UNICODE.slope(("C",), ("w", 1, 2, 3)), UNICODE.symbol(("w", 1, 12, 3))
    ('∂C/∂w¹₂₃', 'w¹[12,3]')
    """

    times = " · "
    minus = " − "
    f_prime = "f′"

    def symbol(self, symbol: Symbol) -> str:
        """The letter, with the layer above and neuron and input below.

        >>> UNICODE.symbol(("a", 2, 1))
        'a²₁'
        """
        text = str(symbol[0])
        for digit in "".join([str(layer) for layer in symbol[1:2]]):
            text += SUPERSCRIPTS[int(digit)]
        places = [str(place) for place in symbol[2:]]
        if max([len(place) for place in places] + [0]) > 1:
            return text + "[" + ",".join(places) + "]"
        return text + "".join([SUBSCRIPTS[int(place)] for place in places])

    def slope(self, top: Symbol, bottom: Symbol) -> str:
        """∂top/∂bottom

        >>> UNICODE.slope(("a", 2, 1), ("z", 2, 1))
        '∂a²₁/∂z²₁'
        """
        return f"∂{self.symbol(top)}/∂{self.symbol(bottom)}"


class AsciiNotation(Notation):
    """Formulas in ASCII.

    >>> ASCII.slope(("C",), ("w", 1, 2, 3))
    'dC/dw1[2,3]'
    """

    times = " * "
    minus = " - "
    f_prime = "f'"

    def symbol(self, symbol: Symbol) -> str:
        """The letter and the layer, with neuron and input in brackets.

        >>> ASCII.symbol(("a", 2, 1))
        'a2[1]'
        """
        text = "".join([str(part) for part in symbol[:2]])
        return text + "[" + ",".join([str(place) for place in symbol[2:]]) + "]" if symbol[2:] else text

    def slope(self, top: Symbol, bottom: Symbol) -> str:
        """dtop/dbottom

        >>> ASCII.slope(("a", 2, 1), ("z", 2, 1))
        'da2[1]/dz2[1]'
        """
        return f"d{self.symbol(top)}/d{self.symbol(bottom)}"


class LatexNotation(Notation):
    r"""Formulas in LaTeX.

    >>> print(LATEX.slope(("C",), ("w", 1, 2, 3)))
    \frac{\partial C}{\partial w^{1}_{2,3}}
    """

    times = r" \cdot "
    minus = " - "
    f_prime = "f'"

    def symbol(self, symbol: Symbol) -> str:
        r"""The letter, with the layer above and neuron and input below.

        >>> print(LATEX.symbol(("a", 2, 1)))
        a^{2}_{1}
        """
        text = str(symbol[0])
        if symbol[1:2]:
            text += "^{" + str(symbol[1]) + "}"
        return text + "_{" + ",".join([str(place) for place in symbol[2:]]) + "}" if symbol[2:] else text

    def slope(self, top: Symbol, bottom: Symbol) -> str:
        r"""\frac{\partial top}{\partial bottom}

        >>> print(LATEX.slope(("a", 2, 1), ("z", 2, 1)))
        \frac{\partial a^{2}_{1}}{\partial z^{2}_{1}}
        """
        return r"\frac{\partial " + self.symbol(top) + r"}{\partial " + self.symbol(bottom) + "}"


UNICODE = Notation()
ASCII = AsciiNotation()
LATEX = LatexNotation()
