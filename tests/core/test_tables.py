"""Tables: split into two parts, and their columns standardized and transformed back."""

import statistics
from typing import List, Type

import pytest

from minibackprop import (
    NumberError, RandomNumbers, SettingError, ShapeError, Standardizer, Table, TableError, load_housing,
    train_test_split,
)

from ..support.bad_input import TABLE, Call, Case, check_error, each


def test_a_split_gives_every_row_to_one_part_and_keeps_rows_whole() -> None:
    table = load_housing()
    training, held_out = train_test_split(table, 0.25, RandomNumbers(1))
    assert (len(training.X), len(held_out.X)) == (380, 126)
    pairs = list(zip(training.X + held_out.X, training.Y + held_out.Y))
    assert pairs != list(zip(table.X, table.Y))
    assert sorted(pairs) == sorted(zip(table.X, table.Y))
    assert train_test_split(table, 0.25, RandomNumbers(1))[1].X == held_out.X
    assert train_test_split(table, 0.25, RandomNumbers(2))[1].X != held_out.X


@pytest.mark.parametrize("share, held_out", [(0.0001, 1), (0.9999, 505), (0.5, 253)])
def test_each_part_has_at_least_one_row(share: float, held_out: int) -> None:
    assert len(train_test_split(load_housing(), share, RandomNumbers(1))[1].X) == held_out


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
    assert standardizer.transform([[0.1], [1.1]]) == [[pytest.approx(0, abs=1e-15)], [pytest.approx(1)]]


CASES: List[Case] = [
    ("too large to standardize", lambda: Standardizer.fit([[1e200], [-1e200]]), NumberError,
     "the numbers in column 1 are too large to standardize: give them in a larger unit"),
    ("a different number of columns", lambda: Standardizer.fit([[1], [2]]).transform([[1, 2]]), ShapeError,
     "X has 2 columns, but this Standardizer was fitted to 1"),
    ("everything held out", lambda: train_test_split(TABLE, 1.0, RandomNumbers(0)), SettingError,
     "the held-out share is 1.0, but must be below 1: training needs some rows too"),
    ("nothing held out", lambda: train_test_split(TABLE, 0, RandomNumbers(0)), SettingError,
     "the held-out share is 0, but must be"),
    ("one row to split", lambda: train_test_split(Table([[1.0]], [[1.0]], ["a"], ["b"]), 0.5, RandomNumbers(0)),
     TableError, "a table of one row cannot be split into a part to train on and a held-out part"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)
