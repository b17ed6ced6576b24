"""An explanation says whether its numbers can be trusted, and which of them differs from the others."""

import math
from typing import Tuple

import pytest

from minibackprop import CROSS_ENTROPY, RELU, SIGMOID, Layer, Network, explain
from minibackprop.teaching.verdict import Verdict

from ..support.explanations import BACKWARD, CHAIN, EXPLANATIONS, NUMERICAL

AGREE = "The product of the chain, backward and the numerical gradient agree."


@pytest.mark.parametrize("name", [name for name, _ in EXPLANATIONS])
def test_with_a_right_core_they_agree(name: str) -> None:
    lines = dict(EXPLANATIONS)[name].text().split("\n")
    assert lines[1] == "   " + AGREE and lines[2] == ""


def test_an_update_that_is_right_is_not_doubted() -> None:
    for _, explanation in EXPLANATIONS:
        assert "but gradient_step" not in str(explanation)


def test_where_finite_differences_see_nothing_that_is_said() -> None:
    """At the corner of a relu there is no slope; where a has been rounded to 1, the cost does not show it."""
    corner = str(explain(Network(Layer([[1.0]], [-1.0], RELU)), [1.0], [-1.0], 1, 1, 1)).split("\n")[1]
    assert NUMERICAL in corner and "a relu is at its corner" in corner
    saturated = Network(Layer([[100.0]], [0.0], SIGMOID))
    text = str(explain(saturated, [1.0], [0.0], 1, 1, 1, cost=CROSS_ENTROPY)).split("\n")[1]
    assert "the numerical gradient is too inexact here to say more." in text


@pytest.mark.parametrize("numbers, who", [
    ((6.0, 6.0 + 1e-9, 6.0), ""),
    ((6.0, 6.0 + 1e-7, 6.0), "the first two differ, and the numerical gradient is too inexact to say which is right"),
    ((6.0, 3.0, 6.0 + 1e-6), BACKWARD),
    ((3.0, 6.0, 6.0), CHAIN),
    ((1.0, 2.0, 3.0), "all three differ"),
    ((6.0, 6.0, -6.0), NUMERICAL),
    ((0.0, 0.0, 0.0), ""),
    ((1e-13, 1e-13, 0.0), ""),
])
def test_each_verdict(numbers: Tuple[float, float, float], who: str) -> None:
    verdict = Verdict(*numbers, uncertainty=1e-12, size=6.0)
    assert verdict.problem.startswith(who) and bool(verdict.problem) == bool(who)
    assert len(verdict.lines()) == (4 if who else 1)


@pytest.mark.parametrize("gradient, who", [
    (6.0 + 5e-9, ""),
    (6.0 + 7e-9, "the first two differ, and the numerical gradient is too inexact to say which is right"),
])
def test_a_billionth_of_all_sizes_is_the_limit_of_rounding(gradient: float, who: str) -> None:
    assert Verdict(6.0, gradient, 6.0, uncertainty=1e-12, size=6.0).problem == who


def test_where_rounding_is_larger_than_the_slope_one_that_fits_is_enough() -> None:
    for product, gradient in ((5e-9, 1e-9), (1e-9, 5e-9)):
        assert Verdict(product, gradient, 1e-9, uncertainty=1e-15, size=6.0).problem == ""


def test_an_error_of_exactly_the_tolerance_of_the_gradient_check_is_a_mistake() -> None:
    assert Verdict(9999.0, 9999.0, 10000.0, uncertainty=0.0, size=1.0).problem.startswith(NUMERICAL)
    assert Verdict(9999.0, 9999.0, 10000.0, uncertainty=10.0, size=1.0).lines() == [
        "The product of the chain and the gradient from backward agree; the numerical gradient is too inexact here to "
        "say more: 1e+04, give or take 1e+01."
    ]


def test_a_numerical_gradient_that_is_all_rounding_is_called_inexact() -> None:
    start = "The product of the chain and the gradient from backward agree; the numerical gradient is too inexact here "
    assert Verdict(0.5, 0.5, 0.25, 1.0, size=0.5).lines() == [start + "to say more: 0.25, give or take 1."]
    assert Verdict(0.5, 0.5, 0.0, math.inf, size=0.5).lines() == [start + "to say more."]


def test_all_three_numbers_are_shown_where_they_differ() -> None:
    verdict = Verdict(6.0, 3.0, 2.0, uncertainty=1e-9, size=6.0)
    assert verdict.lines() == [
        "They do not agree: all three differ.",
        "the product of the chain   = 6",
        "the gradient from backward = 3",
        "the numerical gradient     = 2",
    ]
    assert repr(verdict) == "Verdict(all three differ)"
    assert repr(Verdict(6.0, 6.0, 6.0, uncertainty=1e-9, size=6.0)) == "Verdict(they agree)"
