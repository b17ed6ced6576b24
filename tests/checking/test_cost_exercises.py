"""Exercise 4: what the right functions and the wrong rules give for one call, worked out by hand."""

from ..support.exercise_listing import is_as_listed
from ..support.wrong_rules import values_of

Y, A = [1.0, 5.0, 2.0], [4.0, 1.0, 4.0]  # the differences a − y are 3, −4 and 2, the sum of their squares is 29


def test_the_cost_and_each_wrong_rule() -> None:
    assert values_of(4, "cost", Y, A) == {
        "right": [14.5],
        "half-missing": [29],
        "squares-averaged": [4.8333333333],
        "mean-squared-error": [9.6666666667],
        "not-squared": [(3 + 4 + 2) / 2],
        "square-of-sum": [(8 - 9) * (8 - 9) / 2],
        "root-taken": [2.6925824036, 5.3851648071],
        "halved-in-the-loop": [((9 / 2 + 16) / 2 + 4) / 2],
        "one-output-only": [4 / 2, 9 / 2],
    }


def test_the_slope_of_the_cost_and_each_wrong_rule() -> None:
    assert values_of(4, "cost_slope", Y, A) == {
        "right": [[3, -4, 2]],
        "sign": [[-3, 4, -2]],
        "factor-two": [[6, -8, 4]],
        "half": [[1.5, -2, 1]],
        "mean-over-outputs": [[1, -1.3333333333, 0.6666666667]],
        "one-output-only": [[3], [2], 3, 2],
        "outputs-added": [3 - 4 + 2],
        "not-differentiated": [[4.5, 8, 2]],
    }


def test_the_exercise_is_as_listed() -> None:
    assert is_as_listed(4)
