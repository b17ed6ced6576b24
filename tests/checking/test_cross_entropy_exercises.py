"""Exercise 14: what the right functions and the wrong rules give for one call, from published logarithms."""

from types import SimpleNamespace
from typing import Any, List

import pytest

from ..support.exercise_listing import is_as_listed
from ..support.wrong_rules import task_of, values_of

SIGMOID_OF_2 = 0.8807970780


def test_cross_entropy_and_each_wrong_rule() -> None:
    """It is −ln 0.25 − ln 0.8 = ln 5."""
    assert values_of(14, "cross_entropy", [1.0, 0.0], [0.25, 0.2]) == {
        "right": [1.6094379124],
        "second-term-missing": [1.3862943611],  # ln 4
        "minus-missing": [-1.6094379124],
        "other-logarithm": [0.6989700043, 2.3219280949],  # to base 10, and to base 2
        "mean-over-outputs": [0.8047189562],
        "targets-swapped": [1.8971199849],  # −ln 0.75 − ln 0.2 = ln 20/3
    }


def test_its_slope_and_each_wrong_rule() -> None:
    assert values_of(14, "cross_entropy_delta", [1.0, 0.0], [0.0, 2.0]) == {
        "right": [[-0.5, SIGMOID_OF_2]],
        "sign": [[0.5, -SIGMOID_OF_2]],
        "slope-twice": [[-0.125, 0.0924780432]],  # a²·(1 − a)
        "slope-missing": [[-2, 8.3890560989]],  # 1 / (1 − a) = 1 + e²
        "z-for-a": [[-1, 2]],
    }


@pytest.mark.parametrize("number, classes", [(0.49, [1.0, 0.0, 1.0]), (0.5, [0.0, 1.0, 0.0])])
@pytest.mark.parametrize("name", ["cross_entropy", "cross_entropy_delta"])
def test_the_targets_begin_with_either_class_and_alternate(name: str, number: float, classes: List[float]) -> None:
    rng: Any = SimpleNamespace(uniform=lambda low, high: number)
    (_, one_output), (_, several_outputs) = task_of(14, name).kinds
    assert [y for y, _ in one_output(rng)] == [classes[:1]] * 3
    assert [y for y, _ in several_outputs(rng)] == [classes[:2], classes]


def test_the_exercise_is_as_listed() -> None:
    assert is_as_listed(14)
