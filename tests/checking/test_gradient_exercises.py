"""Exercises 6 and 7: what the right functions and the wrong rules give for one call, worked out by hand."""

from ..support.exercise_listing import is_as_listed
from ..support.wrong_rules import values_of


def test_the_gradient_of_a_neuron_and_each_wrong_rule() -> None:
    """The prediction is 6 − 5 + 6 = 7, so a − y is 3."""
    assert values_of(6, "neuron_gradient", [2.0, 5.0], 4.0, [3.0, -1.0], 6.0) == {
        "right": [([6, 15], 3)],
        "sign": [([-6, -15], -3)],
        "factor-two": [([12, 30], 6)],
        "half": [([3, 7.5], 1.5)],
        "weight-for-input": [([9, -3], 3)],
        "input-dropped": [([3, 3], 3)],
        "no-bias": [([6, 15], 0)],
        "bias-from-weights": [([6, 15], 6 + 15)],
        "bias-for-slope": [([6, 15], 3 * 6)],
        "cost-for-slope": [([9, 22.5], 4.5)],
        "order-swapped": [(3, [6, 15])],
        "bias-as-list": [([6, 15], [3])],
        "bias-missing": [([-6, -15], -3)],  # the prediction is 1
    }


def test_the_mean_gradient_and_each_wrong_rule() -> None:
    """The predictions are 8, 11 and 6, so a − y is 9, 3 and −3. The sums of the slopes are 9, 21 and 9."""
    X, Y = [[2.0, 1.0], [1.0, 3.0], [4.0, -1.0]], [-1.0, 8.0, 9.0]
    assert values_of(7, "mean_gradient", X, Y, [1.0, 2.0], 4.0) == {
        "right": [([3, 7], 3)],
        "sum-not-mean": [([9, 21], 9), ([9, 21], 3)],
        "bias-not-divided": [([3, 7], 9)],
        "mean-twice": [([1, 2.3333333333], 1), ([1, 2.3333333333], 3), ([3, 7], 1)],
        "last-example": [([-12, 3], -3), ([-4, 1], -1), ([-4, 1], 3), ([-12, 3], 3)],
        "first-example": [([18, 9], 9), ([6, 3], 3)],
        "means-multiplied": [([3 * 7 / 3, 3 * 1], 3)],
        "sign": [([-3, -7], -3)],
        "factor-two": [([6, 14], 6)],
        "half": [([1.5, 3.5], 1.5)],
        "no-bias": [([3, 7], 0)],
        "mean-over-weights": [([4.5, 10.5], 4.5), ([4.5, 10.5], 3)],
    }


def test_both_exercises_are_as_listed() -> None:
    assert is_as_listed(6) and is_as_listed(7)
