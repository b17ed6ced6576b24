"""Exercises 8 and 9: what the right functions and the wrong rules give for one call, worked out by hand."""

from ..support.exercise_listing import is_as_listed
from ..support.wrong_rules import task_of, values_of


def test_a_step_and_each_wrong_rule() -> None:
    assert values_of(8, "step", [3.0, -1.0], 2.0, [4.0, 2.0], 5.0, 0.1) == {
        "right": [([2.6, -1.2], 1.5)],
        "uphill": [([3.4, -0.8], 2.5)],
        "learning-rate-missing": [([-1, -3], -3)],
        "bias-not-updated": [([2.6, -1.2], 2)],
        "bias-without-learning-rate": [([2.6, -1.2], -3)],
        "step-only": [([-0.4, -0.2], -0.5), ([0.4, 0.2], 0.5)],
        "learning-rate-outside": [([-0.1, -0.3], -0.3)],
        "changes-its-list": [([2.6, -1.2], 1.5)],
    }


def test_only_one_wrong_rule_of_a_step_changes_the_weights_that_it_was_given() -> None:
    for rule in task_of(8, "step").wrong_rules:
        w = [3.0, -1.0]
        for version in rule.versions:
            version(w, 2.0, [4.0, 2.0], 5.0, 0.5)
        assert w == ([1.0, -2.0] if rule.name == "changes-its-list" else [3.0, -1.0])


def test_training_and_each_wrong_rule() -> None:
    """The errors are −3 and −5, so that the first step leads to w = 3.25 and b = 2; then they are 2.25 and 3.5."""
    assert values_of(9, "train_layer", [[1.0], [2.0]], [3.0, 5.0], [0.0], 0.0, 0.5, 2) == {
        "right": [([0.9375], 0.5625)],
        "one-epoch-too-few": [([3.25], 2)],
        "one-epoch-too-many": [([2.59375], 1.578125)],
        "one-epoch-only": [([3.25], 2)],
        "nothing-learned": [([0], 0)],
        "step-for-each-example": [([2], 1.5625)],
        "gradient-not-recomputed": [([6.5], 4)],
        "uphill": [([-12.0625], -7.4375)],
        "sum-not-mean": [([-9.25], -5.75), ([-6.25], -1.875)],
        "factor-two": [([-9.25], -5.75)],
        "bias-not-updated": [([2.4375], 0)],
        "bias-after-weights": [([2.765625], -0.29296875)],
    }


def test_both_exercises_are_as_listed() -> None:
    assert is_as_listed(8) and is_as_listed(9)
