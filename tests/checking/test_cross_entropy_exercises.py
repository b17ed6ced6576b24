"""Exercise 14: what the right functions and the wrong rules give for one call, from published logarithms."""

from ..support.exercise_listing import is_as_listed
from ..support.wrong_rules import values_of

SIGMOID_OF_2 = 0.8807970780


def test_cross_entropy_and_each_wrong_rule() -> None:
    """It is −ln 0.5 − ln 0.8 = ln 2.5."""
    assert values_of(14, "cross_entropy", [1.0, 0.0], [0.5, 0.2]) == {
        "right": [0.9162907319],
        "second-term-missing": [0.6931471806],  # ln 2
        "minus-missing": [-0.9162907319],
        "other-logarithm": [0.3979400087, 1.3219280949],  # to base 10, and to base 2
        "mean-over-outputs": [0.4581453659],
        "targets-swapped": [2.3025850930],  # −ln 0.5 − ln 0.2 = ln 10
    }


def test_its_slope_and_each_wrong_rule() -> None:
    assert values_of(14, "cross_entropy_delta", [1.0, 0.0], [0.0, 2.0]) == {
        "right": [[-0.5, SIGMOID_OF_2]],
        "sign": [[0.5, -SIGMOID_OF_2]],
        "slope-twice": [[-0.125, 0.0924780432]],  # a²·(1 − a)
        "slope-missing": [[-2, 8.3890560989]],  # 1 / (1 − a) = 1 + e²
        "z-for-a": [[-1, 2]],
    }


def test_the_exercise_is_as_listed() -> None:
    assert is_as_listed(14)
