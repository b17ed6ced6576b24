"""The words of a diagnosis, hint by hint, for findings of every kind."""

from typing import Any, List

import pytest

from minibackprop import HALF_SQUARED_ERROR, SIGMOID, Layer, Network, forward
from minibackprop.cross_entropy import CROSS_ENTROPY
from minibackprop.diagnosis.diagnosis_text import diagnosis_text
from minibackprop.diagnosis.difference import Difference
from minibackprop.diagnosis.findings import Findings
from minibackprop.diagnosis.form import ONE_SHAPE, FormProblem
from minibackprop.diagnosis.layer_chain import Batch
from minibackprop.linalg import transpose
from minibackprop.teaching.rules import BIASES, ERROR, SLOPE, WEIGHTS

NETWORK = Network(Layer([[0.5, -0.5], [0.25, 1.0]], [0.1, -0.2], SIGMOID), Layer([[1.0, -1.0]], [0.5], SIGMOID))
X, Y = [[1.0, 2.0], [0.0, 1.0]], [[1.0], [0.0]]
GRADIENT = ("dC_dW", "dC_db")
ALL = ("dC_dA", "dA_dZ", "dC_dZ", "dC_dW", "dC_db")
WITH = "with Network(2 -> 2 -> 1) and 2 examples"


def findings(
    differences: Any = (), candidates: Any = (), judged: Any = GRADIENT, examples: int = 2, **more: Any
) -> Findings:
    """What was found with NETWORK; 9 numbers were compared in one batch, unless it is said otherwise."""
    cost, network = more.pop("cost", HALF_SQUARED_ERROR), more.pop("network", NETWORK)
    inputs, targets = X[:examples], Y[:examples]
    batch = Batch(network, transpose(inputs), transpose(targets), cost, forward(network, inputs), None)
    num_numbers, num_batches = more.pop("num_numbers", 9), more.pop("num_batches", 1)
    return Findings(batch, judged, num_numbers, num_batches, list(differences), list(candidates), **more)


def weight(right: float, yours: float) -> Difference:
    """A wrong slope of the last layer's second weight."""
    return Difference(1, WEIGHTS, [0, 1], [[1.0, right]], [[1.0, yours]])


LAST_BIAS = Difference(1, BIASES, [0], [2.0], [3.0])
MISSING = Difference(1, BIASES, [], [2.0], None)
FIRST_WEIGHT = Difference(0, WEIGHTS, [1, 0], [[1.0, 2.0], [3.0, 4.0]], [[1.0, 2.0], [3.5, 4.0]])
FIRST_BIAS = Difference(0, BIASES, [1], [2.0, 2.0], [2.0, 3.0])


def lines(found: Any, hint: int = 3, go_on: str = "") -> List[str]:
    return diagnosis_text(found, hint, go_on).split("\n")


@pytest.mark.parametrize("more, end", [
    ({}, "are what the chain rule gives, to rounding."),
    ({"num_batches": 3}, "in 3 batches are what the chain rule gives, to rounding."),
    ({"tolerance": 0.01}, "are what the chain rule gives to within 0.01."),
])
def test_right_numbers_are_counted(more: Any, end: str) -> None:
    for hint in (1, 2, 3):
        assert lines(findings(**more), hint, "Go!") == [f"Correct: all 9 numbers {end}"]


SIGN = [
    "sign: The sign is wrong: the error is taken as y − a, and the minus that this needs is missing.",
    "   wrong: ∂C/∂a = y − a",
    "   right: ∂C/∂a = a − y",
]
TRANSPOSED = [
    "transposed: ∂C/∂w is transposed: it needs a row for each neuron and a column for each input, as the weights have.",
    "   wrong: ∂C/∂w = a_in · (∂C/∂z)ᵀ, a row for each input",
    "   right: ∂C/∂w = ∂C/∂z · a_inᵀ, a row for each neuron",
]


def test_a_mistake_is_asked_for_then_its_rule_then_told_with_its_proof() -> None:
    found = findings([weight(-2.5, 2.5), LAST_BIAS, FIRST_WEIGHT], [("sign",)])
    question = "If an output is too high, should the slope of the cost be positive or negative?"
    assert lines(found, 1, "print()") == [question]
    assert lines(found, 2, "print()") == [
        question, "The rule: ∂C/∂a = a − y",
        "The chain rule starts at the cost: its slope with respect to a is a − y, above 0 if a is too high.",
    ]
    assert lines(found, 3, "print()") == SIGN + [
        "",
        f"Proof, {WITH}:",
        "   your ∂C/∂w²₁₂ = 2.5, but -2.5 is right: the sign",
        "   The wrong formula gives exactly your numbers, all 9 that were compared.",
        "",
        "Right:",
        "   layer 1: ∂C/∂b",
        "",
        "Go on: print()",
    ]


@pytest.mark.parametrize("name, right, yours, proof", [
    ("sign", 2.5, -2.5, "= -2.5, but 2.5 is right: the sign"),
    ("sum-not-mean", 2.5, 5.0, "= 5 = 2 · 2.5: 2 is the number of examples"),
    ("sum-not-mean", -2.5, -5.0, "= -5 = 2 · (-2.5): 2 is the number of examples"),
    ("mean-twice", -2.0, -1.0, "= -1 = 0.5 · (-2): 0.5 is 1 / the number of examples"),
    ("sum-not-mean", 2.5, -5.0, "= -5 = -2 · 2.5: -2 is the number of examples"),
    ("sum-not-mean", 0.0, 1.0, "= 1, but 0 is right"),  # which is no product of the right number
    ("no-slope", 2.5, -0.0, "= 0, but 2.5 is right"),  # and not -0
    ("no-slope", 2.5, 5.0, "= 5, but 2.5 is right"),  # the factor is another one in each place
    ("no-slope", 1234567.8, 0.000012345678, "= 1.23457e-05, but 1.23457e+06 is right"),
])
def test_the_proof_is_a_product_if_the_factor_is_a_number_that_one_can_see(
    name: str, right: float, yours: float, proof: str
) -> None:
    assert f"   your ∂C/∂w²₁₂ {proof}" in lines(findings([weight(right, yours)], [(name,)]))


def test_the_proof_says_what_is_missing_and_with_one_example_that_it_is_one() -> None:
    found = lines(findings([MISSING], [("sign",)], examples=1, num_numbers=0))
    assert found[3:] == [
        "",
        "Proof, with Network(2 -> 2 -> 1) and 1 example:",
        "   your ∂C/∂b of layer 2 is missing, or has another shape",
        "",
        "Right:",
        "   layer 2: ∂C/∂w",
        "   layer 1: ∂C/∂w, ∂C/∂b",
    ]


def test_one_number_is_a_proof() -> None:
    found = lines(findings([weight(2.5, 5.0)], [("no-slope",)], num_numbers=1))
    assert "   The wrong formula gives exactly your numbers, all 1 that were compared." in found


def test_two_mistakes_are_told_one_after_the_other_and_proved_together() -> None:
    found = findings(
        [weight(-2.5, 2.5), FIRST_WEIGHT], [("sign", "transposed")], raised=FormProblem("It raised Oh, somewhere.")
    )
    assert lines(found, 3, "print()") == SIGN + [""] + TRANSPOSED + [
        "",
        f"Proof, {WITH}:",
        "   your ∂C/∂w²₁₂ = 2.5, but -2.5 is right",
        "   Together, the wrong formulas give exactly your numbers, all 9 that were compared.",
        "   It raised Oh, somewhere.",
        "",
        "Right: ∂C/∂b, in every layer",
        "",
        "Go on: print()",
    ]
    assert lines(found, 2)[3:] == [
        "", "Compare the rows and columns of your ∂C/∂w with those of the weights. What does a row belong to?",
        "The rule: ∂C/∂w = ∂C/∂z · a_in", "∂z/∂w is what the weight multiplies: a_in.",
    ]
    assert [line[:2] for line in lines(found, 1)] == ["If", "Co"]


def test_a_mistake_of_form_is_told_without_a_proof() -> None:
    found = findings([], [("layers-reversed",)], problem=FormProblem("The shapes are those.", "layers-reversed"))
    question = "Your loop runs from the last layer to the first. In which order does it leave the gradients?"
    assert lines(found, 1) == [question]
    assert lines(found, 2) == [question, "It should be: [first layer, …, last layer]"]
    assert lines(found, 3, "print()") == [
        "The shapes are those.",
        "",
        "layers-reversed: The gradients of the last layer come first: the first layer must come first.",
        "   wrong: [last layer, …, first layer]",
        "   right: [first layer, …, last layer]",
    ]


SEVERAL = [weight(-2.5, 2.5), LAST_BIAS, FIRST_WEIGHT, FIRST_BIAS], [("sign",), ("half", "shared-rows")]
SAME = "They give the same numbers with every network that was tried: with this cost, they are the same."
QUESTIONS = [
    "   If an output is too high, should the slope of the cost be positive or negative?",
    "   The derivative of a square brings a factor of 2. What is left of the ½ in ½‖y − a‖²? "
    "If you change one entry of your ∂C/∂w, which others change with it?",
]
RULES = [
    "   The rule: ∂C/∂a = a − y",
    "   The rule: ∂C/∂a = a − y; It should be: [[0.0] * inputs for _ in range(neurons)]",
]
SENTENCES = [
    f"   {SIGN[0]}",
    "   half: There is a factor of ½ too many: the ½ of the cost is kept, though the derivative of the square cancels "
    "it. And: shared-rows: Several rows of ∂C/∂w are one and the same list, so a number that is written in one appears "
    "in all.",
]
SEEN = [
    "", f"Seen, {WITH}:", "   your ∂C/∂w²₁₂ = 2.5, but -2.5 is right", "", "Right: none of the gradients yet", "",
    "Go on: print()",
]


@pytest.mark.parametrize("hint, explained", [(1, QUESTIONS), (2, RULES), (3, SENTENCES + SEEN)])
def test_several_explanations_are_listed(hint: int, explained: List[str]) -> None:
    begin = ["2 explanations fit your numbers equally well:"]
    assert lines(findings(*SEVERAL), hint, "print()") == begin + explained + ["", SAME]
    telling = findings(*SEVERAL, telling_probe=(NETWORK, X + X, Y))
    assert lines(telling, hint, "print()") == begin + explained + [
        "", "They would differ with Network(2 -> 2 -> 1) and 4 examples: diagnosis.telling_probe.",
    ]


UNKNOWN = "Wrong, but none of the 51 mistakes in the catalogue, and no two of them, give your numbers."
WHICH = "Something is wrong in layer 1, in the gradient with respect to the weights. Which factors does it have?"
RULE = ["The rule: ∂C/∂w = ∂C/∂z · a_in", "∂z/∂w is what the weight multiplies: a_in."]


def test_an_unknown_mistake_is_led_to_by_the_first_place_that_is_wrong() -> None:
    found = findings([FIRST_WEIGHT])
    assert lines(found, 1) == [WHICH]
    assert lines(found, 2) == [WHICH] + RULE
    assert lines(found, 3, "print()") == [
        UNKNOWN,
        "",
        f"The first that is wrong is the gradient with respect to the weights, in layer 1, {WITH}:",
        "   your ∂C/∂w¹₂₁ = 3.5, but 3 is right",
        f"   {RULE[0]}",
        f"   {RULE[1]}",
        "",
        "Right:",
        "   layer 2: ∂C/∂w, ∂C/∂b",
        "   layer 1: ∂C/∂b",
        "",
        "Go on: print()",
    ]


def test_an_error_that_was_raised_is_told_first() -> None:
    found = findings([FIRST_WEIGHT], raised=FormProblem("It raised Oh."))
    assert lines(found, 1) == ["It raised Oh.", WHICH]
    assert lines(found, 2) == ["It raised Oh.", WHICH] + RULE
    assert lines(found, 3)[:4] == ["It raised Oh.", ONE_SHAPE, "", UNKNOWN]


def test_what_two_wrong_gradients_share_is_told_unless_it_was_given() -> None:
    shared = (
        "   ∂C/∂b of layer 1 is wrong, too: look first at what the two share, ∂C/∂z = ∂C/∂a · ∂a/∂z, and the mean over "
        "the examples."
    )
    assert lines(findings([FIRST_WEIGHT, FIRST_BIAS]))[4] == shared
    assert lines(findings([FIRST_WEIGHT, FIRST_BIAS], judged=ALL))[4] == f"   {RULE[0]}"
    assert lines(findings([FIRST_WEIGHT, LAST_BIAS]))[4] == f"   {RULE[0]}"
    assert lines(findings([FIRST_BIAS, FIRST_WEIGHT]))[4] == "   The rule: ∂C/∂b = ∂C/∂z · 1"


def test_factors_that_are_right_are_listed_each_from_the_learner_s_own_numbers() -> None:
    slope = Difference(0, SLOPE, [0, 1], [[1.0, 2.0]], [[1.0, 3.0]])
    found = lines(findings([slope, FIRST_BIAS], judged=ALL))
    assert found[2:4] == [
        f"The first that is wrong is the slope of a with respect to z, in layer 1, {WITH}:",
        "   your ∂a¹₁/∂z¹₁ of example 2 = 3, but 2 is right",
    ]
    assert found[-3:] == [
        "Right, each from your own earlier numbers:",
        "   layer 2: ∂C/∂a, ∂a/∂z, ∂C/∂z, ∂C/∂w, ∂C/∂b",
        "   layer 1: ∂C/∂a, ∂C/∂z, ∂C/∂w",
    ]
    one_factor = lines(findings([FIRST_BIAS], judged=ALL[2:]))
    assert one_factor[-3:-1] == ["Right, each from your own earlier numbers:", "   layer 2: ∂C/∂z, ∂C/∂w, ∂C/∂b"]


def test_with_one_layer_what_is_right_there_is_right_in_every_layer() -> None:
    network = Network(NETWORK.layers[0])
    assert lines(findings([FIRST_BIAS], network=network))[-1] == "Right: ∂C/∂w, in every layer"
    assert lines(findings([FIRST_BIAS, FIRST_WEIGHT], network=network))[-1] == "Right: none of the gradients yet"


def test_the_rule_of_the_error_is_that_of_its_cost() -> None:
    error = Difference(1, ERROR, [0, 0], [[1.0, 2.0]], [[1.5, 3.0]])
    assert "The rule: ∂C/∂a = (a − y) / (a·(1 − a))" in lines(findings([error], judged=ALL, cost=CROSS_ENTROPY), 2)
    assert "The rule: ∂C/∂a = a − y" in lines(findings([error], judged=ALL), 2)


@pytest.mark.parametrize("right, yours, is_small", [
    (10000.0, 10001.0, True), (2.0, 1.0, False),
    (2.0, 2.0001, True), (2.0, 2.0003, False), (-2.0, -2.0001, True), (2.0, 1.9999, True), (1.0, 1.0001000001, False),
    (0.0, 0.0001, False), (1e6, 1e6 + 99, True), (1e6, 1e6 + 101, False),
])
def test_a_difference_of_a_ten_thousandth_or_less_is_small(right: float, yours: float, is_small: bool) -> None:
    small = "   That is a small difference: numerical gradients, or numbers that were rounded, can look like this."
    assert (small in lines(findings([weight(right, yours)]))) is is_small


def test_where_nothing_can_be_compared_the_problem_is_told() -> None:
    assert lines(findings(problem=FormProblem("It is 5."))) == ["It is 5."]
    for hint in (1, 2, 3):
        assert lines(findings(raised=FormProblem("It raised Oh.")), hint) == ["It raised Oh.", ONE_SHAPE]
    both = findings([FIRST_WEIGHT], problem=FormProblem("It is 5."), raised=FormProblem("It raised Oh."))
    assert lines(both) == ["It raised Oh.", "It is 5."]
