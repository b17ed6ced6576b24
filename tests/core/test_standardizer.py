"""Standardizing: mean 0 and standard deviation 1 for every column, and back; what cannot be scaled is refused."""

import statistics
from typing import List, Type

import pytest

from minibackprop import NumberError, ShapeError, Standardizer, load_housing

from ..support.bad_input import Call, Case, check_error, each


def test_standardized_columns_have_mean_0_and_standard_deviation_1_and_can_be_transformed_back() -> None:
    X = load_housing().X
    standardizer = Standardizer.fit(X)
    transformed = standardizer.transform(X)
    for column in zip(*transformed):
        assert statistics.mean(column) == pytest.approx(0, abs=1e-12)
        assert statistics.pstdev(column) == pytest.approx(1, rel=1e-12)
    for row, again in zip(X, standardizer.inverse_transform(transformed)):
        assert again == pytest.approx(row, rel=1e-12, abs=1e-12)


def test_a_column_that_never_changes_becomes_0_and_a_later_change_stays_small() -> None:
    standardizer = Standardizer.fit([[0.1], [0.1], [0.1]])
    assert standardizer.transform([[0.1], [1.1]]) == [[0.0], [pytest.approx(1)]]


@pytest.mark.parametrize("x", [1.6000000000000128e18, 1e300 / 7, 1.7e308])
def test_a_large_number_that_never_changes_is_its_own_mean(x: float) -> None:
    for count in range(1, 12):
        standardizer = Standardizer.fit([[x]] * count)
        assert (standardizer.means, standardizer.deviations) == ([x], [1.0])


def test_a_column_that_varies_too_little_to_square_is_one_that_does_not_vary() -> None:
    assert Standardizer.fit([[1e-200], [3e-200]]).deviations == [1.0]


def test_it_keeps_copies_of_its_means_and_deviations() -> None:
    means, deviations = [1, 2], [3.0, 4.0]
    standardizer = Standardizer(means, deviations)
    means[0], deviations[1] = 100, 0.0
    assert (standardizer.means, standardizer.deviations) == ([1.0, 2.0], [3.0, 4.0])


TINY = Standardizer([0.0], [1e-300])
CASES: List[Case] = [
    ("too large to standardize", lambda: Standardizer.fit([[1e200], [-1e200]]), NumberError,
     "the numbers in column 1 are too large to standardize: give them in a larger unit"),
    ("a different number of columns", lambda: Standardizer.fit([[1], [2]]).transform([[1, 2]]), ShapeError,
     "X has 2 columns, but this Standardizer was fitted to 1"),
    ("a different number of columns to turn back", lambda: Standardizer([1, 2], [1, 1]).inverse_transform([[1]]),
     ShapeError, "X has 1 column, but this Standardizer was fitted to 2"),
    ("a deviation of 0", lambda: Standardizer([1.0, 1.0], [1.0, 0.0]), NumberError,
     "the deviation of column 2 is 0.0, but must be above 0: it is 1 for a column that does not vary"),
    ("a negative deviation", lambda: Standardizer([1.0], [-1.0]), NumberError, "the deviation of column 1 is -1.0"),
    ("more means than deviations", lambda: Standardizer([1.0, 2.0], [1.0]), ShapeError,
     "means has 2 numbers and deviations has 1: each column needs one of both"),
    ("no means", lambda: Standardizer(None, [1.0]), ShapeError,  # type: ignore[arg-type]
     "the means must be a list of numbers, as in [1, 2], but this is None"),
    ("deviations that are no numbers", lambda: Standardizer([1.0], ["1"]), NumberError,  # type: ignore[list-item]
     "entry 1 of the deviations is '1'"),
    ("infinite when standardized", lambda: TINY.transform([[1.0], [1e300]]), NumberError,
     "entry 1 of row 2 of the standardized X is inf: only finite numbers can be used"),
    ("infinite in the original unit", lambda: Standardizer([0.0], [1e300]).inverse_transform([[1e300]]), NumberError,
     "entry 1 of row 1 of X in its original unit is inf: only finite numbers can be used"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)
