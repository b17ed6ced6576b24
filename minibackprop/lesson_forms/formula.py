"""Formulas: written in Unicode in the lessons, so that they read well in a terminal; here as LaTeX and as MathML."""

import re
from typing import List, Tuple

from ..drawing.svg import escape

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᴺᵀᵏˡᶻ", "0123456789−+NTklz"))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₙₘ", "0123456789ijknm"))
LATEX = {
    "·": r"\cdot ", "−": "-", "≈": r"\approx ", "…": r"\dots ", "½": r"\tfrac{1}{2}", "¼": r"\tfrac{1}{4}",
    "Σ": r"\sum ", "Π": r"\prod ", "δ": r"\delta ", "σ": r"\sigma ", "η": r"\eta ", "∂": r"\partial ",
}

SYMBOL = f"[A-Za-zδσηΣΠ)](?:_in\\b)?′?[{''.join(SUPERSCRIPTS)}]*[{''.join(SUBSCRIPTS)}]*"
TOKEN = re.compile(
    rf"(?P<slope>∂({SYMBOL})/∂({SYMBOL}))"
    r"|(?P<fraction>\b(\w)/(\w)\b)"
    r"|(?P<words>(?:(?<=\w)[ ])?[A-Za-z]{2,}(?!_)(?:[ -][A-Za-z\"]{2,})*′?[ ]?)"
    rf"|(?P<symbol>{SYMBOL})"
    r"|(?P<number>[\d.]+)"
    r"|(?P<space>\s+)"
    r"|(?P<sign>.)"
)


def to_latex(formula: str) -> str:
    r"""Return the formula as LaTeX.

    >>> print(to_latex("∂C/∂w¹₂₁ = (a − y) · f′(z)"))
    \frac{\partial C}{\partial w^{1}_{21}} = (a - y) \cdot f'(z)
    """
    parts = []
    for token in TOKEN.finditer(formula):
        text = token.group()
        if token.group("slope"):
            top, bottom = [_latex_symbol(each) for each in _slope_parts(text)]
            parts.append(rf"\frac{{\partial {top}}}{{\partial {bottom}}}")
        elif token.group("fraction"):
            parts.append(rf"\tfrac{{{text[0]}}}{{{text[2]}}}")
        elif token.group("words"):
            parts.append(r"\text{" + text.replace("′", "") + "}" + ("'" if "′" in text else ""))
        elif token.group("symbol"):
            parts.append(_latex_symbol(text))
        else:
            parts.append(LATEX.get(text, text))
    return re.sub(r" +", " ", "".join(parts)).strip()


def to_mathml(formula: str, display: bool = False) -> str:
    """Return the formula as MathML, which browsers typeset; with its LaTeX beside it, for those who copy it.

    >>> mathml = to_mathml("z²")
    >>> "<msup><mi>z</mi><mn>2</mn></msup>" in mathml, ">z^{2}</annotation>" in mathml
    (True, True)
    """
    parts = []
    for token in TOKEN.finditer(formula):
        text = token.group()
        if token.group("slope"):
            top, bottom = [_mathml_symbol(each) for each in _slope_parts(text)]
            parts.append(f"<mfrac><mrow><mo>∂</mo>{top}</mrow><mrow><mo>∂</mo>{bottom}</mrow></mfrac>")
        elif token.group("fraction"):
            parts.append(f"<mfrac>{_mathml_atom(text[0])}{_mathml_atom(text[2])}</mfrac>")
        elif token.group("words"):
            parts.append(f"<mtext>{escape(text.replace(' ', chr(0xa0)))}</mtext>")
        elif token.group("symbol"):
            parts.append(_mathml_symbol(text))
        elif text in "½¼":
            parts.append(f"<mfrac><mn>1</mn><mn>{2 if text == '½' else 4}</mn></mfrac>")
        elif not token.group("space"):
            parts.append(_mathml_atom(text))
    opening = '<math display="block">' if display else "<math>"
    latex = f'<annotation encoding="application/x-tex">{escape(to_latex(formula))}</annotation>'
    return f"{opening}<semantics><mrow>{''.join(parts)}</mrow>{latex}</semantics></math>"


def in_ascii(formula: str) -> str:
    """The formula with its raised and lowered characters written after ^ and _.

    >>> in_ascii("w²₁₁ = e⁻ᶻ")
    'w^2_11 = e^-z'
    """
    for mark, characters in (("^", SUPERSCRIPTS), ("_", SUBSCRIPTS)):
        run = re.compile("[" + "".join(characters) + "]+")
        formula = run.sub(lambda found: mark + "".join([characters[each] for each in found.group()]), formula)
    return formula.replace("−", "-").replace("½ ", "1/2 ")


def is_symbol(text: str) -> bool:
    """Is this text one symbol, such as w²₁₁?

    >>> is_symbol("w²₁₁"), is_symbol("a_in"), is_symbol("R²"), is_symbol("Predict.")
    (True, True, True, False)
    """
    return text in LATEX or re.fullmatch(SYMBOL, text) is not None and text[0] != ")"


def _slope_parts(text: str) -> Tuple[str, str]:
    top, _, bottom = text.partition("/")
    return top[1:], bottom[1:]


def _parts_of(symbol: str) -> "tuple[str, str, str, str]":
    """Its letter, the prime if it has one, what is above, and what is below."""
    letter, rest = symbol[0], symbol[1:]
    above = "".join([SUPERSCRIPTS[each] for each in rest if each in SUPERSCRIPTS])
    below = "in" if rest.startswith("_in") else "".join([SUBSCRIPTS[each] for each in rest if each in SUBSCRIPTS])
    return letter, "′" if "′" in rest else "", above, below


def _latex_symbol(symbol: str) -> str:
    letter, prime, above, below = _parts_of(symbol)
    text = LATEX.get(letter, letter).strip() + ("'" if prime else "")
    text += f"^{{{above.replace('−', '-')}}}" if above else ""
    text += (r"_{\text{in}}" if below == "in" else f"_{{{below}}}") if below else ""
    return text + (" " if text.startswith("\\") and len(symbol) == 1 else "")


def _mathml_symbol(symbol: str) -> str:
    letter, prime, above, below = _parts_of(symbol)
    base = _mathml_atom(letter)
    if prime:  # the sign is raised already
        base = f'<mrow>{base}<mo lspace="0" rspace="0">′</mo></mrow>'
    upper = "".join([_mathml_atom(each) for each in above])
    upper = f"<mrow>{upper}</mrow>" if len(above) > 1 else upper
    lower = "<mtext>in</mtext>" if below == "in" else "".join([_mathml_atom(each) for each in below])
    lower = f"<mrow>{lower}</mrow>" if below != "in" and len(below) > 1 else lower
    if upper and lower:
        return f"<msubsup>{base}{lower}{upper}</msubsup>"
    if upper:
        return f"<msup>{base}{upper}</msup>"
    return f"<msub>{base}{lower}</msub>" if lower else base


def _mathml_atom(character: str) -> str:
    """A number, a letter or a sign. No bracket grows with what is inside it: the formulas here are one line high."""
    if character.replace(".", "").isdigit():
        return f"<mn>{character}</mn>"
    if character in "ΣΠ":
        return f'<mi mathvariant="normal">{character}</mi>'
    if character.isalpha():
        return f"<mi>{character}</mi>"
    return f'<mo stretchy="false">{character}</mo>' if character in "()" else f"<mo>{escape(character)}</mo>"


def symbols_in(formula: str) -> List[str]:
    """The letters of all symbols in the formula, each with its prime, in their order.

    >>> symbols_in("∂C/∂w¹₁₂ = δ · f′(z)")
    ['∂', 'C', 'w', 'δ', 'f′', 'z']
    """
    found: List[str] = []
    for token in TOKEN.finditer(formula):
        parts = ["∂", *_slope_parts(token.group())] if token.group("slope") else [token.group()]
        if token.group("fraction"):
            parts = [token.group()[0], token.group()[2]]
        for part in parts:
            if not is_symbol(part) or part in "½¼·−≈…":
                continue
            letter, prime, _, below = _parts_of(part)
            name = "a_in" if below == "in" else letter + prime
            if name not in found:
                found.append(name)
    return found
