"""Formulas as LaTeX, as MathML and in ASCII."""

import re
import xml.etree.ElementTree as ET

import pytest

from minibackprop.lesson_forms.formula import in_ascii, is_symbol, symbols_in, to_latex, to_mathml
from minibackprop.lesson_forms.markdown import FORMULA, MATH, blocks_of, spans_of

from ..support.lessons import NUMBERS, lesson

FORMULAS = sorted({
    text
    for number in NUMBERS for step in lesson(number).steps for block in blocks_of(step.whole_text)
    for line in block.lines
    for kind, text in ([(MATH, line)] if block.kind == FORMULA else spans_of(line)) if kind == MATH
})


@pytest.mark.parametrize("formula, latex", [
    ("z = w·x + b", r"z = w\cdot x + b"),
    ("C = ½(y − a)²", r"C = \tfrac{1}{2}(y - a)^{2}"),
    ("∂C/∂w¹₂₁ = ∂C/∂aᴺ", r"\frac{\partial C}{\partial w^{1}_{21}} = \frac{\partial C}{\partial a^{N}}"),
    ("1/m · Σ xᵢ", r"\tfrac{1}{m} \cdot \sum x_{i}"),
    ("σ′(z) = 1 / (1 + e⁻ᶻ)", r"\sigma'(z) = 1 / (1 + e^{-z})"),
    ("relu′(z) = 1 if z > 0, else 0", r"\text{relu}'(z) = 1\text{ if }z > 0, \text{else }0"),
    ("∂C/∂a_in", r"\frac{\partial C}{\partial a_{\text{in}}}"),
    ("∂zˡ/∂aˡ⁻¹", r"\frac{\partial z^{l}}{\partial a^{l-1}}"),
    ("new w = w − η", r"\text{new }w = w - \eta"),
    ("ηx", r"\eta x"), ("η₁x", r"\eta_{1}x"), ("m/n", r"\tfrac{m}{n}"), ("¼", r"\tfrac{1}{4}"),
])
def test_a_formula_as_latex(formula: str, latex: str) -> None:
    assert to_latex(formula) == latex


@pytest.mark.parametrize("formula, mathml", [
    ("w²₁₁", "<msubsup><mi>w</mi><mrow><mn>1</mn><mn>1</mn></mrow><mn>2</mn></msubsup>"),
    ("x₂", "<msub><mi>x</mi><mn>2</mn></msub>"),
    ("½", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    ("∂C/∂a", "<mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>a</mi></mrow></mfrac>"),
    ("f′", '<mrow><mi>f</mi><mo lspace="0" rspace="0">′</mo></mrow>'),
    ("a < b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
    ("a_in", "<msub><mi>a</mi><mtext>in</mtext></msub>"),
    ("m/n", "<mfrac><mi>m</mi><mi>n</mi></mfrac>"), ("¼", "<mfrac><mn>1</mn><mn>4</mn></mfrac>"),
    ("if z", "<mtext>if\xa0</mtext><mi>z</mi>"), ('say "no"', "<mtext>say\xa0&quot;no&quot;</mtext>"),
    ("aˡ⁻¹", "<msup><mi>a</mi><mrow><mi>l</mi><mo>−</mo><mn>1</mn></mrow></msup>"),
    ("w²³", "<msup><mi>w</mi><mrow><mn>2</mn><mn>3</mn></mrow></msup>"),
    ("w₁₂", "<msub><mi>w</mi><mrow><mn>1</mn><mn>2</mn></mrow></msub>"),
    ("Σ(x)", '<mi mathvariant="normal">Σ</mi><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo>'),
])
def test_a_formula_as_mathml(formula: str, mathml: str) -> None:
    assert f"<semantics><mrow>{mathml}</mrow><annotation" in to_mathml(formula)


@pytest.mark.parametrize("formula", FORMULAS)
def test_every_formula_of_the_lessons_can_be_converted(formula: str) -> None:
    """No sign of it is lost or left as it is: LaTeX and, but for operators, MathML know them all."""
    latex, root = to_latex(formula), ET.fromstring(to_mathml(formula))
    assert latex.isascii() or not re.sub("[\x00-\x7f…]", "", latex), latex
    assert latex.count("{") == latex.count("}")
    shown = "".join([text for element in root[0][0].iter() for text in [element.text or ""]])
    letters = [letter for letter in re.sub("[^A-Za-zδσηΣΠ]", "", formula.replace("_in", "in"))]
    raised = len(re.findall("[ᴺᵀᵏˡᶻᵢⱼₖₙₘ]", formula))
    assert len(re.sub("[^A-Za-zδσηΣΠ]", "", shown)) == len(letters) + raised


def test_formulas_are_found() -> None:
    assert len(FORMULAS) > 60


def test_a_formula_in_ascii() -> None:
    assert in_ascii("w¹₂₁ = e⁻ᶻ − aᴺ") == "w^1_21 = e^-z - a^N"
    assert in_ascii("½ (y − a)²") == "1/2 (y - a)^2"


def test_the_latex_beside_the_mathml_is_escaped_as_all_text() -> None:
    assert '<annotation encoding="application/x-tex">a &lt; b</annotation>' in to_mathml("a < b")
    assert to_mathml("a", display=True).startswith('<math display="block"><semantics>')


def test_symbols_are_told_from_words() -> None:
    assert is_symbol("w") and is_symbol("∂") and is_symbol("f′") and not is_symbol("Predict.") and not is_symbol("b4")
    assert symbols_in("new w = Σ (a − y)·x₁ and δ of f′(z)") == ["w", "Σ", "a", "y", "x", "δ", "f′", "z"]
    assert symbols_in("∂C/∂a_in = ∂C/∂f′") == ["∂", "C", "a_in", "f′"]
    assert symbols_in("m/n + n/k") == ["m", "n", "k"]
