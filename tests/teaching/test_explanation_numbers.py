"""The numbers of an explanation agree with the records, with the numerical gradient and with training."""

from typing import Any, List

import pytest

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, SIGMOID, Layer, Network, NumberError, backward, explain, forward, gradient_step,
)
from minibackprop.records import LayerBackward
from minibackprop.teaching.explain import Explanation
from minibackprop.teaching.explanation_numbers import ExplanationNumbers
from minibackprop.teaching.place import Place

from ..support.explanations import MIXED, each_explanation


@each_explanation
def test_the_numerical_gradient_agrees(explanation: Explanation) -> None:
    assert explanation.numerical_gradient == pytest.approx(explanation.gradient, rel=1e-6, abs=1e-9)


@each_explanation
def test_the_update_is_the_one_that_training_makes(explanation: Explanation) -> None:
    new = explanation.old - explanation.learning_rate * explanation.gradient
    assert explanation.new == pytest.approx(new, rel=1e-14)
    assert explanation.cost_after <= explanation.cost_before


def test_explaining_changes_nothing_and_agrees_with_the_records() -> None:
    X, Y = [[0.3, -0.8], [0.9, 0.1]], [[0.5], [0.1]]
    before = [(layer.weights, layer.biases) for layer in MIXED.layers]
    backward_pass = backward(MIXED, forward(MIXED, X), Y)
    for k, layer in enumerate(MIXED.layers):
        for j in range(layer.num_neurons):
            assert explain(MIXED, X, Y, k + 1, j + 1).gradient == backward_pass[k].dC_db[j]
            for i in range(layer.num_inputs):
                assert explain(MIXED, X, Y, k + 1, j + 1, i + 1).gradient == backward_pass[k].dC_dW[j][i]
    updated = gradient_step(MIXED, backward_pass, 0.1)
    explanation = explain(MIXED, X, Y, 1, 1, 1, learning_rate=0.1)
    assert explanation.cost_before == HALF_SQUARED_ERROR.of(Y, MIXED.predict_all(X))
    assert explanation.cost_after == HALF_SQUARED_ERROR.of(Y, updated.predict_all(X))
    assert explanation.old == MIXED.layers[0].weights[0][0]
    assert explanation.new == updated.layers[0].weights[0][0]
    assert [(layer.weights, layer.biases) for layer in MIXED.layers] == before


@pytest.mark.parametrize("network, x, y", [
    (Network(Layer([[1e150]], [0.0])), 1e3, 0.0),
    (Network(Layer([[1e-160]], [0.0]), Layer([[1e300]], [0.0]), Layer([[1e-300]], [0.0])), 1.0, 1e150),
    (Network(Layer([[1.0]], [0.0])), 1.3407e154, 0.0),
])
def test_numbers_that_are_too_large_are_refused_and_never_printed(network: Network, x: float, y: float) -> None:
    for i in (None, 1):
        try:
            text = str(explain(network, [x], [y], 1, 1, i, learning_rate=1e-309))
        except NumberError:
            continue
        assert "inf" not in text and "nan" not in text


def test_where_rounding_hides_the_slope_there_is_no_uncertainty_in_numbers() -> None:
    saturated = explain(Network(Layer([[100.0]], [0.0], SIGMOID)), [1.0], [0.0], 1, 1, 1, cost=CROSS_ENTROPY)
    assert saturated.uncertainty is None and "uncertain by" not in str(saturated)
    usual = explain(MIXED, [0.3, -0.8], [0.5], 1, 1, 1)
    assert usual.uncertainty is not None and 0 < usual.uncertainty < 1e-6 and "uncertain by" in str(usual)


@pytest.mark.parametrize("factor, problem", [
    (1 + 0.5e-9, ""),
    (1 + 3e-9, "the first two differ, and the numerical gradient is too inexact to say which is right"),
    (2.0, "the gradient from backward is not what the other two say"),
])
def test_a_gradient_that_is_wrong_is_noticed_in_a_batch_too(
    factor: float, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In each of four examples the slope is 6: only if it is off by more than 6e-9 it is not rounding."""
    def wrong(*arguments: Any) -> List[LayerBackward]:
        (record,) = backward(*arguments)
        return [LayerBackward(record.dC_dA, record.dA_dZ, record.dC_dZ, [[factor * record.dC_dW[0][0]]], record.dC_db)]

    monkeypatch.setattr("minibackprop.teaching.explanation_numbers.backward", wrong)
    explanation = explain(Network(Layer([[2.0]], [1.0])), [[3.0]] * 4, [[5.0]] * 4, 1, 1, 1)
    assert explanation.verdict.problem == problem


def test_the_numbers_are_shown_on_one_line() -> None:
    numbers = ExplanationNumbers(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], Place(0, 0, 0), 0.25)
    assert repr(numbers) == "ExplanationNumbers(Place(0, 0, 0), gradient 6)"
