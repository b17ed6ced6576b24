"""Exercise 5: what the right function and the wrong rules give for one curve, worked out by hand."""

from minibackprop.checking.given import Curve

from ..support.exercise_listing import is_as_listed
from ..support.wrong_rules import values_of


def test_the_slope_between_two_places_and_each_wrong_rule() -> None:
    """C(1.75) = 35.125, C(2) = 49 and C(2.25) = 66.25; C rises by 31.125 between two places that lie ½ apart."""
    assert values_of(5, "numerical_slope", Curve(1.0, 2.0, 3.0, 4.0), 2.0, 0.25) == {
        "right": [62.25],
        "one-sided": [4 * (66.25 - 49), 4 * (49 - 35.125)],
        "step-of-h": [124.5],
        "two-times-h-without-parentheses": [31.125 / 8],
        "difference-without-parentheses": [66.25 - 2 * 35.125, 66.25 - 35.125 / 8],
        "not-divided": [31.125],
        "sign": [-62.25],
    }


def test_the_exercise_is_as_listed() -> None:
    assert is_as_listed(5)
