"""With every cost the walk shows its formula and how its value was calculated, and `explain` says what it means."""

from typing import List

import pytest

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, LINEAR, SIGMOID, SOFTMAX_CROSS_ENTROPY, TANH, Activation, Cost, Layer, Network,
    RandomNumbers, SettingError, backward, explain, forward,
)
from minibackprop.teaching.cost_words import cost_words
from minibackprop.teaching.walk import Walk

from ..support.printed_arithmetic import calculated_working

X = [[0.3, -0.8, 0.6], [0.9, 0.1, -0.2]]
OWN = Cost("four times the error", lambda Y_T, A: 4 * HALF_SQUARED_ERROR.c(Y_T, A),
           lambda Y_T, A: [[4 * (a - y) for y, a in zip(*rows)] for rows in zip(Y_T, A)])
COSTS = [
    (CROSS_ENTROPY, SIGMOID, [[1.0, 0.0], [0.25, 0.75]]), (SOFTMAX_CROSS_ENTROPY, LINEAR, [[1.0, 0.0], [0.25, 0.75]]),
    (HALF_SQUARED_ERROR, LINEAR, [[0.5, -0.4], [0.1, 0.7]]),
]
each_cost = pytest.mark.parametrize("cost, last, Y", COSTS, ids=[cost.name for cost, _, _ in COSTS])


def network(last: Activation) -> Network:
    rng = RandomNumbers(5)
    return Network(Layer.random(3, 4, TANH, rng), Layer.random(4, 2, last, rng))


@each_cost
def test_the_workings_of_the_cost_and_its_slope_lead_to_their_values(
    cost: Cost, last: Activation, Y: List[List[float]]
) -> None:
    steps = Walk(network(last), X, Y, 0.5, cost).steps()
    titles = ("The cost", "Layer 2: the slope of the cost with respect to a")
    at_the_cost = [step for step in steps if step.title in titles]
    cells = [cell for step in at_the_cost for row in step.rows for cell in row.cells]
    assert len(cells) == 2 + 1 + 2 * 2
    for value, working in cells:
        assert calculated_working(working) == pytest.approx(value, rel=1e-4, abs=2e-6), working
    words = cost_words(cost)
    assert [step.formula for step in at_the_cost] == [words.formula, words.slope_formula]
    assert steps[-1].formula == words.formula


@each_cost
def test_the_numbers_are_those_of_the_cost(cost: Cost, last: Activation, Y: List[List[float]]) -> None:
    walk = Walk(network(last), X, Y, 0.5, cost)
    assert walk.cost == cost.of(Y, network(last).predict_all(X))
    assert walk.next_cost == cost.of(Y, walk.after.predict_all(X)) < walk.cost
    backward_pass = backward(network(last), forward(network(last), X), Y, cost)
    for k, j, i in ((1, 2, 3), (2, 1, 4), (2, 2, None)):
        explanation = explain(network(last), X, Y, k, j, i, cost=cost)
        record = backward_pass[k - 1]
        assert explanation.gradient == (record.dC_db[j - 1] if i is None else record.dC_dW[j - 1][i - 1])
        assert explanation.numerical_gradient == pytest.approx(explanation.gradient, rel=1e-6)
        assert explanation.cost_before == walk.cost


def test_saturated_outputs_have_no_working_that_divides_by_0() -> None:
    certain = Network(Layer([[100.0]], [0.0], SIGMOID))
    for x, a in (([1.0], 1.0), ([-10.0], 0.0)):
        walk = Walk(certain, [x], [[0.5]], 0.5, CROSS_ENTROPY)
        assert walk.forward_pass[0].A == [[a]]
        assert cost_words(CROSS_ENTROPY).working([0.5], [a]) == ""
        assert cost_words(CROSS_ENTROPY).slope_working([0.5], [a], 0) == ""


def test_explain_says_that_cross_entropy_cancels_the_slope_of_the_sigmoid() -> None:
    """M. Nielsen's neuron, which is badly wrong: its a is 0.982 and should be 0."""
    neuron = Network(Layer([[2.0]], [2.0], SIGMOID))
    text = str(explain(neuron, [1.0], [0.0], 1, 1, 1, cost=CROSS_ENTROPY))
    assert "the slope of the cost, cross-entropy, at a = 0.98201379 with y = 0: a is too high" in text
    assert "note: cross-entropy cancels this slope: the product of these two factors is a - y = 0.98201379" in text
    assert "with half squared error it would be 0.01734502" in text
    assert "0.01734502" in str(explain(neuron, [1.0], [0.0], 1, 1, 1))
    for_1 = str(explain(neuron, [1.0], [1.0], 1, 1, 1, cost=CROSS_ENTROPY))
    assert "the product of these two factors is a - y = -0.0179862" in for_1
    hidden = Network(Layer([[2.0]], [2.0], SIGMOID), Layer([[1.0]], [0.0], SIGMOID))
    assert str(explain(hidden, [1.0], [0.0], 1, 1, 1, cost=CROSS_ENTROPY)).count("cancels this slope") == 1


def test_a_cost_of_ones_own_is_explained_by_its_name() -> None:
    text = str(explain(network(LINEAR), X[0], [0.5, 0.1], 2, 1, 1, cost=OWN))
    assert "the slope of the cost, four times the error, at a = " in text
    steps = Walk(network(LINEAR), X, [[0.5, 0.1], [0.2, 0.3]], 0.01, OWN).steps()
    (cost,) = [step for step in steps if step.title == "The cost"]
    assert "four times the error" in cost.words and "½" not in cost.formula
    assert {working for _, working in cost.rows[0].cells} == {""}


def test_a_cost_that_does_not_fit_is_refused() -> None:
    with pytest.raises(SettingError, match="needs a last layer with the activation sigmoid, but this one has linear"):
        explain(network(LINEAR), X[0], [1, 0], 1, 1, 1, cost=CROSS_ENTROPY)


def test_an_output_that_has_reached_its_target_is_called_right() -> None:
    certain = Network(Layer([[100.0]], [0.0], SIGMOID))
    text = str(explain(certain, [1.0], [1.0], 1, 1, 1, cost=CROSS_ENTROPY))
    assert "at a = 1 with y = 1: a is right to the last digit" in text
    assert "a - y = 1 - (-3): a is too high" in str(explain(Network(Layer([[1.0]], [0.0])), [1.0], [-3.0], 1, 1, 1))


@pytest.mark.parametrize("cost, y, a, working, slope_working", [
    (CROSS_ENTROPY, [1.0, 1 / 3], [0.8, 1 / 6],
     "−(1 · ln 0.8 + 0.333333 · ln 0.166667 + 0.666667 · ln 0.833333)",
     "(0.166667 − 0.333333) / (0.166667 · 0.833333)"),
    (SOFTMAX_CROSS_ENTROPY, [0.0, 1 / 3, 2 / 3], [1.0, -1 / 3, 2.0],
     "ln(e^1 + e^(−0.333333) + e^2) − (0.333333 · (−0.333333) + 0.666667 · 2)",
     "e^(−0.333333) / (e^1 + e^(−0.333333) + e^2) − 0.333333"),
    (HALF_SQUARED_ERROR, [1.0, -2.0], [3.0, -1 / 3],
     "½ · (1 − 3)² + ½ · (−2 − (−0.333333))²", "−0.333333 − (−2)"),
    (OWN, [1.0, 2.0], [3.0, 4.0], "", ""),
], ids=["cross-entropy", "softmax cross-entropy", "half squared error", "a cost of one's own"])
def test_workings_are_written_as_by_hand(
    cost: Cost, y: List[float], a: List[float], working: str, slope_working: str
) -> None:
    words = cost_words(cost)
    assert words.working(y, a).replace("\u00a0", " ") == working
    assert words.slope_working(y, a, 1).replace("\u00a0", " ") == slope_working


@pytest.mark.parametrize("cost", [CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY, HALF_SQUARED_ERROR, OWN])
def test_formulas_are_formulas_and_words_are_sentences(cost: Cost) -> None:
    words = cost_words(cost)
    assert words.formula.startswith("C = ") and words.slope_formula.startswith("∂C/∂a = ")
    assert words.words.startswith("How wrong is the output? ") and words.words.endswith(".")
    assert words.slope_words.startswith("The chain rule starts at the cost") and words.slope_words.endswith(".")
    assert repr(words) == f"CostWords({words.formula})"
