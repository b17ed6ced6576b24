"""Metrics: checked by hand, and refused where they are not defined."""

import math
from typing import List, Type

import pytest

from minibackprop import NumberError, ShapeError, r_squared, root_mean_square_error

from ..support.bad_input import Call, Case, check_error, each


def test_metrics_agree_with_figures_worked_out_by_hand() -> None:
    Y, A = [[1.0], [2.0], [6.0]], [[2.0], [2.0], [4.0]]
    assert root_mean_square_error(Y, A) == pytest.approx(math.sqrt(5 / 3))
    assert r_squared(Y, A) == pytest.approx(1 - 5 / 14)
    assert r_squared(Y, Y) == 1.0
    assert r_squared(Y, [[3.0]] * 3) == 0.0


def test_metrics_of_two_outputs_count_every_entry() -> None:
    Y, A = [[1.0, 10.0], [3.0, 20.0]], [[2.0, 10.0], [3.0, 22.0]]
    assert root_mean_square_error(Y, A) == pytest.approx(math.sqrt(5 / 4))
    assert r_squared(Y, A) == pytest.approx(1 - 5 / (2 + 50))


def test_targets_that_vary_by_more_than_rounding_have_an_r_squared() -> None:
    for size, spread in [(1.0, 6e-14), (1.0, 1e-12), (1e9, 0.01), (1e-100, 1e-105), (0.0, 1.5e-140)]:
        Y = [[size], [size + spread], [size], [size + spread]]
        assert r_squared(Y, Y) == 1.0
        assert r_squared(Y, [[size + spread], [size]] * 2) == pytest.approx(-3, rel=0.01)


NEARLY_THE_SAME: List[List[List[float]]] = [
    [[0.1 + 0.2], [0.3], [0.3]],
    [[0.1], [0.1], [0.1]],  # their mean is 0.1 plus a rounding error
    [[1e6], [1e6 * (1 + 2**-50)]],
    [[1.0], [1.0 + 5e-14]] * 10,  # rounding errors add up
    [[-1e6], [-1e6 * (1 + 2**-50)]],
    [[0.0, 1.0], [2e-14, 1.0]],  # just at the limit for two rows
    [[5e-324], [0.0]],
    [[0.0], [1e-160]],
    [[0.0], [1e-140]],
    [[1e20, 0.5], [1e20, 0.7], [1e20, 0.6]],  # the rounding error of one column is larger than the other column
]


@pytest.mark.parametrize("Y", NEARLY_THE_SAME)
def test_targets_that_differ_only_by_rounding_have_no_r_squared(Y: List[List[float]]) -> None:
    for A in (Y, [[1.0] * len(Y[0])] * len(Y)):
        with pytest.raises(NumberError, match="R² needs targets that vary, but these are all the same, or differ only"):
            r_squared(Y, A)


CASES: List[Case] = [
    ("R² of targets that never change", lambda: r_squared([[1], [1]], [[1], [2]]), NumberError,
     "R² needs targets that vary, but these are all the same"),
    ("an error of tables of different shapes", lambda: root_mean_square_error([[1]], [[1, 2]]), ShapeError,
     "Y is 1x1 and A is 1x2: they must have the same shape"),
    ("numbers too large to square", lambda: root_mean_square_error([[1e200]], [[-1e200]]), NumberError,
     "the mean square error is inf"),
    ("targets too large to square", lambda: r_squared([[1e200], [-1e200]], [[0], [0]]), NumberError,
     "the variation of the targets is inf"),
]


@each(CASES)
def test_what_is_not_defined_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)
