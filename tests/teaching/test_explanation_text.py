"""The text and the LaTeX of an explanation."""

import re

import pytest

from minibackprop import Layer, Network, explain
from minibackprop.teaching.explain import Explanation
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES

from ..support.explanations import EXPLANATIONS, each_explanation


@each_explanation
def test_ascii_is_ascii_and_latex_is_balanced(explanation: Explanation) -> None:
    explanation.text(ascii_only=True).encode("ascii")
    latex = explanation.latex()
    latex.encode("ascii")
    assert latex.count("{") == latex.count("}")
    assert re.search(r"\de[+-]?\d", latex) is None
    assert latex.startswith("\\begin{aligned}") and latex.endswith("\\end{aligned}")


@each_explanation
def test_the_text_has_a_title_and_five_parts(explanation: Explanation) -> None:
    title, *parts = explanation.text().split("\n\n")
    kind = "bias" if explanation.place.i is None else "weight"
    assert f" is the {kind} " in title
    headings = [part.split("\n")[0] for part in parts]
    assert headings == [
        "1. The chain rule",
        "2. In numbers",
        "3. What each factor means" + (", in example 1" if len(explanation.gradients) > 1 else ""),
        f"4. The numerical gradient: change the {kind} a little and look at the cost",
        "5. The update",
    ]


def test_mazur_as_he_printed_it() -> None:
    example = PUBLISHED_EXAMPLES["mazur"]
    text = str(explain(example.network, example.x, example.y, layer=2, neuron=1, input=1, learning_rate=0.5))
    assert "∂C/∂w²₁₁ = ∂C/∂a²₁ · ∂a²₁/∂z²₁ · ∂z²₁/∂w²₁₁" in text
    assert "∂C/∂w²₁₁ = 0.74136507 · 0.186815602 · 0.593269992 = 0.08216704" in text
    assert "new = old − learning rate · slope = 0.4 − 0.5 · 0.08216704 = 0.3589165" in text


@pytest.mark.parametrize("name, title", [
    ("mazur", "w¹₂₁ is the weight from input 1 to neuron 2 of layer 1."),
    ("a bias", "b¹₂ is the bias of neuron 2 of layer 1."),
    ("last layer", "w²₁₂ is the weight from neuron 2 of layer 1 to neuron 1 of layer 2."),
])
def test_the_title_says_what_is_explained(name: str, title: str) -> None:
    assert dict(EXPLANATIONS)[name].text().split("\n")[0] == title


def test_only_the_first_12_paths_are_written_in_symbols() -> None:
    explanation = dict(EXPLANATIONS)["many neurons after it"]
    lines = explanation.text().split("\n\n")[1].split("\n")
    assert lines[1] == "   ∂C/∂w¹₁₂ = the sum over the 20 paths from C to w¹₁₂:"
    assert [line.split(":")[0].strip() for line in lines[2:14]] == [f"path {number}" for number in range(1, 13)]
    assert lines[14:] == ["   and 8 more paths"]
    assert explanation.latex().split(" \\\\\n")[12] == r"&\quad + \text{8 more paths}"


def test_the_meanings_of_many_factors_are_cut_short() -> None:
    lines = dict(EXPLANATIONS)["many neurons after it"].text().split("\n\n")[3].split("\n")
    assert len(lines) == 26
    assert lines[-1] == "   and so on along the other paths"


def test_latex_writes_a_long_exponent_whole() -> None:
    tiny = explain(Network(Layer([[2.0]], [1.0])), [1e-200], [5.0], layer=1, neuron=1, input=1)
    assert r"10^{-200}" in tiny.latex()
    assert re.search(r"\}\d", tiny.latex()) is None
