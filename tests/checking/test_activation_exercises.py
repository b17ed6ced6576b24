"""Exercise 3: what the right functions and the wrong rules give, from published values of e, sigmoid and tanh."""

from typing import Any, List

import pytest

from ..support.exercise_listing import is_as_listed
from ..support.wrong_rules import calls_of, task_of, values_of

SIGMOID_OF_2 = 0.8807970780
SLOPE_AT_2 = 0.1049935854
OVERFLOW = "OverflowError"


def test_sigmoid_and_each_wrong_rule() -> None:
    assert values_of(3, "sigmoid", 2.0) == {
        "right": [SIGMOID_OF_2],
        "overflow": [SIGMOID_OF_2],
        "exponent-sign": [0.1192029220, 0.1192029220],
        "minus-for-plus": [1.1565176427],  # ½ + ½ · coth 1
        "tanh-for-sigmoid": [0.9640275801, 0.9640275801],
    }


@pytest.mark.parametrize("z, right, overflow, exponent_sign, minus_for_plus, tanh", [
    (1000.0, [1], [1], [OVERFLOW, 0], [1], [1, OVERFLOW]),
    (-1000.0, [0], [OVERFLOW], [1, 1], [OVERFLOW], [-1, OVERFLOW]),
    (0.0, [0.5], [0.5], [0.5, 0.5], ["ZeroDivisionError"], [0, 0]),
])
def test_sigmoid_at_its_ends_and_in_the_middle(
    z: float, right: List[Any], overflow: List[Any], exponent_sign: List[Any], minus_for_plus: List[Any],
    tanh: List[Any],
) -> None:
    assert values_of(3, "sigmoid", z) == {
        "right": right, "overflow": overflow, "exponent-sign": exponent_sign, "minus-for-plus": minus_for_plus,
        "tanh-for-sigmoid": tanh,
    }


def test_the_slope_of_sigmoid_and_each_wrong_rule() -> None:
    assert values_of(3, "sigmoid_prime", 2.0) == {
        "right": [SLOPE_AT_2],
        "overflow": [SLOPE_AT_2, SLOPE_AT_2],
        "f-for-f-prime": [SIGMOID_OF_2, SIGMOID_OF_2],
        "slope-formula-at-z": [2 * (1 - 2)],
        "slope-at-a": [0.2071562295],  # 1 / (2 + eᵃ + e⁻ᵃ), another form of the slope
        "factor-missing": [0.1192029220, 0.1192029220],
        "plus-for-minus": [1.6566005706],  # a + a²
    }


def test_the_slope_far_from_0_overflows_on_one_side_only() -> None:
    left, right = values_of(3, "sigmoid_prime", -1000.0), values_of(3, "sigmoid_prime", 1000.0)
    assert (left["right"], left["overflow"], left["factor-missing"]) == ([0], [OVERFLOW, OVERFLOW], [1, OVERFLOW])
    assert (right["right"], right["overflow"], right["factor-missing"]) == ([0], [0, 0], [0, 0])
    assert left["f-for-f-prime"] == [0, OVERFLOW] and left["slope-formula-at-z"] == [-1000 * 1001]


@pytest.mark.parametrize("z, right, slope_one, wrong_side, height, at_0", [
    (0.5, 1, 1, 0, 0.5, [1, 1]),
    (0.0, 0, 1, 1, 0, [1, 0.5]),
    (-2.0, 0, 1, 1, 0, [0, 0]),
])
def test_the_slope_of_relu_and_each_wrong_rule(
    z: float, right: float, slope_one: float, wrong_side: float, height: float, at_0: List[float]
) -> None:
    assert values_of(3, "relu_prime", z) == {
        "right": [right], "relu-slope-one": [slope_one], "relu-slope-wrong-side": [wrong_side],
        "f-for-f-prime": [height], "relu-slope-at-0": at_0,
    }


@pytest.mark.parametrize("seed", range(10))
def test_each_seed_draws_numbers_above_and_below_0(seed: int) -> None:
    near, far, near_and_far, around = [[z for (z,) in calls] for calls in calls_of(3, seed)]
    for numbers, signs in ((near, "+-+-"), (far, "+-"), (near_and_far, "+-+-+-"), (around, "+-0+")):
        assert "".join(["0" if z == 0.0 else "+" if z > 0.0 else "-" for z in numbers]) == signs
    for z in far + near_and_far[4:]:
        assert isinstance(z, float) and 800.0 <= abs(z) <= 1000.0 and z == int(z)


def test_questions_about_a_slope_are_asked_in_the_words_of_the_exercise() -> None:
    asked = {
        (name, rule.name): rule.question
        for name in ("sigmoid_prime", "relu_prime") for rule in task_of(3, name).wrong_rules
    }
    height_or_slope = "Does your function return the height of the curve at z, or its slope there?"
    assert asked["sigmoid_prime", "f-for-f-prime"] == asked["relu_prime", "f-for-f-prime"] == height_or_slope
    assert asked["sigmoid_prime", "slope-at-a"].startswith("How often does your function apply sigmoid ")


def test_the_exercise_is_as_listed() -> None:
    assert is_as_listed(3)
