"""The text and the LaTeX of an explanation."""

import re

import pytest

from minibackprop import RELU, Activation, Layer, Network, explain
from minibackprop.teaching.explain import Explanation
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES

from ..support.explanations import EXPLANATIONS, each_explanation, with_shares

X = [[2.0, 1.0], [1.0, 3.0]]
HIDDEN = Layer([[1.0, -2.0], [0.5, 1.0]], [0.5, -1.0], RELU)

ONE_OUTPUT = """\
w¹₂₁ is the weight from input 1 to neuron 2 of layer 1.
   The product of the chain, backward and the numerical gradient agree.

1. The chain rule
   ∂C/∂w¹₂₁ = ∂C/∂a² · ∂a²/∂z² · ∂z²/∂a¹₂ · ∂a¹₂/∂z¹₂ · ∂z¹₂/∂w¹₂₁

2. In numbers
   example 1 = 2 · 1 · (-1) · 1 · 2 = -4
   example 2 = (-1.5) · 1 · (-1) · 1 · 1 = 1.5
   mean = (-4 + 1.5) / 2 = -1.25

3. What each factor means, in example 1
   ∂C/∂a² = 2: the error of the output, a - y = 3 - 1: a is too high
   ∂a²/∂z² = 1: how strongly a responds to z, the slope of linear at z = 3
   ∂z²/∂a¹₂ = -1: the weight to the next neuron
   ∂a¹₂/∂z¹₂ = 1: how strongly a responds to z, the slope of relu at z = 1
   ∂z¹₂/∂w¹₂₁ = 2: what the weight multiplies: the input

4. The numerical gradient: change the weight a little and look at the cost
   h = 0.15
   C(w + h) = 1.403125
   C(w − h) = 1.778125
   (C(w + h) − C(w − h)) / 2h = -1.25
   relative difference from the chain rule's -1.25 = 0
   rounding makes this slope uncertain by about 7e-13

5. The update
   new = old − learning rate · slope = 0.5 − 0.1 · (-1.25) = 0.625
   cost before the update = 1.5625
   cost after the update of all weights and biases = 0.517211255"""

TWO_OUTPUTS = """\
1. The chain rule
   ∂C/∂b¹₂ = the sum over the 2 paths from C to b¹₂:
   path 1: ∂C/∂a²₁ · ∂a²₁/∂z²₁ · ∂z²₁/∂a¹₂ · ∂a¹₂/∂z¹₂ · ∂z¹₂/∂b¹₂
   path 2: ∂C/∂a²₂ · ∂a²₂/∂z²₂ · ∂z²₂/∂a¹₂ · ∂a¹₂/∂z¹₂ · ∂z¹₂/∂b¹₂

2. In numbers
   example 1, path 1 = 2 · 1 · (-1) · 1 · 1 = -2
   example 1, path 2 = (-2) · 1 · 0.5 · 1 · 1 = -1
   example 1 = -2 + (-1) = -3
   example 2, path 1 = (-1.5) · 1 · (-1) · 1 · 1 = 1.5
   example 2, path 2 = 0.25 · 1 · 0.5 · 1 · 1 = 0.125
   example 2 = 1.5 + 0.125 = 1.625
   mean = (-3 + 1.625) / 2 = -0.6875

3. What each factor means, in example 1
   ∂C/∂a²₁ = 2: the error of the output, a - y = 3 - 1: a is too high
   ∂a²₁/∂z²₁ = 1: how strongly a responds to z, the slope of linear at z = 3
   ∂z²₁/∂a¹₂ = -1: the weight to the next neuron
   ∂a¹₂/∂z¹₂ = 1: how strongly a responds to z, the slope of relu at z = 1
   ∂z¹₂/∂b¹₂ = 1: z changes by exactly as much as the bias
   ∂C/∂a²₂ = -2: the error of the output, a - y = 1 - 3: a is too low
   ∂a²₂/∂z²₂ = 1: how strongly a responds to z, the slope of linear at z = 1
   ∂z²₂/∂a¹₂ = 0.5: the weight to the next neuron"""

TWO_OUTPUTS_IN_LATEX = r"""
\text{example 1, path 1} &= 2 \cdot 1 \cdot (-1) \cdot 1 \cdot 1 = -2 \\
\text{example 1, path 2} &= (-2) \cdot 1 \cdot 0.5 \cdot 1 \cdot 1 = -1 \\
\text{example 1} &= -2 + (-1) = -3 \\
\text{example 2, path 1} &= (-1.5) \cdot 1 \cdot (-1) \cdot 1 \cdot 1 = 1.5 \\
\text{example 2, path 2} &= 0.25 \cdot 1 \cdot 0.5 \cdot 1 \cdot 1 = 0.125 \\
\text{example 2} &= 1.5 + 0.125 = 1.625 \\
\text{mean} &= (-3 + 1.625) / 2 = -0.6875
\end{aligned}"""


def without_last_digits(text: str) -> str:
    """Numbers of more than twelve digits cut to these: Pythons that round a sum only once differ in the last ones."""
    return re.sub(r"\d\.\d{12,}", lambda number: f"{float(number.group()):.12g}", text)


def test_a_whole_explanation_is_as_worked_out_by_hand() -> None:
    """The network of test_walk_listing.py. C(w + h): outputs 2.7 and 0.35; C(w − h): 3.3 and 0.65."""
    explanation = explain(Network(HIDDEN, Layer([[2.0, -1.0]], [3.0])), X, [[1.0], [2.0]], 1, 2, 1)
    assert without_last_digits(explanation.text()) == ONE_OUTPUT
    assert without_last_digits(explanation._repr_html_()) == f"<pre>{ONE_OUTPUT}</pre>"


def test_an_explanation_with_two_paths_and_two_examples_is_as_worked_out_by_hand() -> None:
    """The same with a second output, which is 1 and 1.25, but should be 3 and 1; now for the bias."""
    network = Network(HIDDEN, Layer([[2.0, -1.0], [1.0, 0.5]], [3.0, 0.0]))
    explanation = explain(network, X, [[1.0, 3.0], [2.0, 1.0]], 1, 2)
    assert explanation.text().split("\n\n")[1:4] == TWO_OUTPUTS.split("\n\n")
    assert explanation.latex().endswith(TWO_OUTPUTS_IN_LATEX)


def test_numbers_with_many_digits_are_cut_to_nine_and_results_to_seven() -> None:
    """a = 1/3, y = 1: the slope is −2/3 and the cost 2/9; after the update a = 0.4 + 0.2/3, and the cost 0.64/4.5."""
    lines = explain(Network(Layer([[1 / 3]], [0.0])), [1.0], [1.0], 1, 1, 1).text(ascii_only=True).split("\n")
    for line in (
        "dC/da1 = -0.666666667: the error of the output, a - y = 0.333333333 - 1: a is too low",
        "dC/dw1[1,1] = (-0.666666667) * 1 * 1 = -0.6666667",
        "(C(w + h) - C(w - h)) / 2h = -0.6666667",
        "new = old - learning rate * slope = 0.333333333 - 0.1 * (-0.6666667) = 0.4",
        "cost before the update = 0.222222222",
        "cost after the update of all weights and biases = 0.142222222",
    ):
        assert "   " + line in lines


@pytest.mark.parametrize("layer, y, line", [
    (Layer([[1.0]], [-1.0], RELU), 1.0, "relative difference from the chain rule's 0 = 1"),
    (Layer([[1.0]], [-1.0], RELU), -1.0, "relative difference from the chain rule's 0 = 1"),
    (Layer([[1.0]], [0.0], Activation("double", lambda z: z, lambda z: 2.0)), 3.0,
     "relative difference from the chain rule's -4 = 0.5"),
    (Layer([[1.0]], [0.0], Activation("double", lambda z: z, lambda z: 2.0)), -3.0,
     "relative difference from the chain rule's 8 = 0.5"),
    (Layer([[1.0]], [-2.0], RELU), 0.0, "relative difference from the chain rule's 0 = 0"),
])
def test_the_difference_is_relative_to_the_larger_slope_whatever_its_sign(layer: Layer, y: float, line: str) -> None:
    """At the corner of a relu the numerical slope is ½ or −½; with a derivative that is doubled, half of the other."""
    assert f"   {line}\n" in str(explain(Network(layer), [1.0], [y], 1, 1, 1))


def test_12_paths_are_written_in_symbols_and_of_13_one_is_left_out() -> None:
    for count, more in ((12, ""), (13, "1 more path")):
        explanation = with_shares([float(number) for number in range(1, count + 1)])
        lines = explanation.text().split("\n\n")[1].split("\n")
        assert lines[13].startswith("   path 12: ")
        assert lines[14:] == ([f"   and {more}"] if more else [])
        assert (r"&\quad + \text{1 more path} \\" in explanation.latex()) == bool(more)
        assert "0 more paths" not in explanation.latex()


def test_24_lines_of_meanings_are_all_shown_and_25_are_cut_short() -> None:
    """A path to each of 7 outputs has 3 factors of its own, and 2 that are in all paths; a weight of 0 has a note."""
    ends = "   ∂z²₇/∂a¹ = 1: the weight to the next neuron", "   and so on along the other paths"
    for zeros, last in enumerate(ends, 1):
        network = Network(Layer([[1.0]], [0.0]), Layer([[0.0]] * zeros + [[1.0]] * (7 - zeros), [0.0] * 7))
        lines = str(explain(network, [1.0], [2.0] * 7, 1, 1, 1)).split("\n\n")[3].split("\n")
        assert len(lines) == 1 + 24 + (zeros - 1)
        assert lines[-1] == last


def test_an_update_that_is_not_the_step_is_called_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    module = "minibackprop.teaching.explanation_numbers"
    monkeypatch.setattr(module + ".gradient_step", lambda network, gradients, learning_rate: network)
    text = str(explain(Network(Layer([[2.0]], [1.0])), [3.0], [5.0], 1, 1, 1))
    assert "= 2 − 0.1 · 6 = 1.4\n   but gradient_step gives 2: the update is wrong\n" in text


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


def test_latex_writes_powers_of_ten_as_such() -> None:
    """a = 1.00004, which should be 5: −3.99996 times 2e-05."""
    small = explain(Network(Layer([[2.0]], [1.0])), [2e-5], [5.0], layer=1, neuron=1, input=1)
    assert small.latex().split("\n")[2].split("} &= ")[1] == (
        r"(-3.99996) \cdot 1 \cdot 2 \cdot 10^{-5} = -7.99992 \cdot 10^{-5}"
    )
    below_0 = explain(Network(Layer([[2.0]], [1.0])), [-2e-5], [5.0], layer=1, neuron=1, input=1)
    assert r"(-2 \cdot 10^{-5}) = " in below_0.latex()
