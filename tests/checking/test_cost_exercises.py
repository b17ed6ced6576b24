"""Exercise 4: what the right functions and the wrong rules give for one call, worked out by hand."""

from ..support.wrong_rules import values_of

Y, A = [1.0, 5.0, 2.0], [4.0, 1.0, 1.0]  # the differences a − y are 3, −4 and −1, the sum of their squares is 26


def test_the_cost_and_each_wrong_rule() -> None:
    assert values_of(4, "cost", Y, A) == {
        "right": [13],
        "half-missing": [26],
        "squares-averaged": [4.3333333333],
        "mean-squared-error": [8.6666666667],
        "not-squared": [(3 + 4 + 1) / 2],
        "square-of-sum": [(8 - 6) * (8 - 6) / 2],
        "root-taken": [2.5495097568, 5.0990195136],
        "halved-in-the-loop": [((9 / 2 + 16) / 2 + 1) / 2],
        "one-output-only": [1 / 2, 9 / 2],
    }


def test_the_slope_of_the_cost_and_each_wrong_rule() -> None:
    assert values_of(4, "cost_slope", Y, A) == {
        "right": [[3, -4, -1]],
        "sign": [[-3, 4, 1]],
        "factor-two": [[6, -8, -2]],
        "half": [[1.5, -2, -0.5]],
        "mean-over-outputs": [[1, -1.3333333333, -0.3333333333]],
        "one-output-only": [[3], [-1], 3, -1],
        "outputs-added": [3 - 4 - 1],
        "not-differentiated": [[4.5, 8, 0.5]],
    }
