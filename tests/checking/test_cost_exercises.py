"""Exercise 4: what the right functions and the wrong rules give for one call, worked out by hand."""

from minibackprop.checking.cost_exercises import sum_over_outputs

from ..support.exercise_listing import is_as_listed
from ..support.wrong_rules import values_of

Y, A = [1.0, 5.0, 2.0], [4.0, 1.0, 6.0]  # the differences a − y are 3, −4 and 4, the sum of their squares is 41


def test_the_cost_and_each_wrong_rule() -> None:
    assert values_of(4, "cost", Y, A) == {
        "right": [20.5],
        "half-missing": [41],
        "squares-averaged": [6.8333333333],
        "mean-squared-error": [13.6666666667],
        "not-squared": [(3 + 4 + 4) / 2],
        "square-of-sum": [(8 - 11) * (8 - 11) / 2],
        "root-taken": [3.2015621187, 6.4031242374],
        "halved-in-the-loop": [((9 / 2 + 16) / 2 + 16) / 2],
        "one-output-only": [16 / 2, 9 / 2],
    }


def test_the_slope_of_the_cost_and_each_wrong_rule() -> None:
    assert values_of(4, "cost_slope", Y, A) == {
        "right": [[3, -4, 4]],
        "sign": [[-3, 4, -4]],
        "factor-two": [[6, -8, 8]],
        "half": [[1.5, -2, 2]],
        "mean-over-outputs": [[1, -1.3333333333, 1.3333333333]],
        "one-output-only": [[3], [4], 3, 4],
        "outputs-added": [3 - 4 + 4],
        "not-differentiated": [[4.5, 8, 8]],
    }


def test_a_sum_over_outputs_tells_targets_and_outputs_apart() -> None:
    assert sum_over_outputs(lambda y, a: y - 2 * a, [1.0, 2.0], [3.0, 5.0]) == -5 - 8


def test_the_exercise_is_as_listed() -> None:
    assert is_as_listed(4)
