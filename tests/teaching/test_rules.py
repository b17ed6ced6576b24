"""The rules: each formula is a formula, each sentence a sentence, each meaning a phrase that a sentence can go on from.

The places where more is said, such as which layer is meant, are in the texts: a replacement finds what it replaces.
"""

import pytest

from minibackprop.teaching.rules import (
    ACTIVATION, BACK, BIASES, DELTA, ERROR, EXAMPLES, FED, MEAN, NEXT_LAYER, SLOPE, WEIGHTS, Rule,
)

RULES = [ERROR, SLOPE, DELTA, WEIGHTS, BIASES, MEAN, BACK]
each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.formula for rule in RULES])


@each_rule
def test_the_formula_the_words_and_the_meaning_are_what_they_are_called(rule: Rule) -> None:
    assert rule.formula.startswith("∂") and " = " in rule.formula
    assert rule.words.endswith(".") and len(rule.words.split()) > 5
    assert rule.title.startswith("the ") and not rule.title.endswith(".")
    assert rule.meaning[0].islower() and not rule.meaning.endswith(".") and "=" not in rule.meaning
    assert repr(rule) == f"Rule({rule.formula})"


@each_rule
def test_the_result_is_the_matrix_of_the_slope_that_the_formula_gives(rule: Rule) -> None:
    letter = rule.formula.split(" = ")[0].split("/∂")[1]
    top = rule.formula[1:].split("/")[0]
    one_or_all = letter if letter == "b" else letter.upper()
    assert rule.result == f"d{top.upper()}_d{one_or_all}"


def test_what_is_replaced_is_there() -> None:
    assert NEXT_LAYER in BACK.formula and NEXT_LAYER in BACK.words
    assert FED in WEIGHTS.formula and FED in WEIGHTS.words
    assert ACTIVATION in SLOPE.words
    assert EXAMPLES in MEAN.words
