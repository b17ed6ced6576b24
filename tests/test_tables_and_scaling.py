"""The housing table, splitting, scaling and scores."""

import math
import statistics
from pathlib import Path

import pytest

from minibackprop import (
    RandomNumbers, Scaling, TableError, housing, load_housing, r_squared, root_mean_square_error, split,
)


def test_the_housing_table_is_the_published_one() -> None:
    table = load_housing()
    assert (len(table.X), len(table.X[0]), len(table.Y), len(table.Y[0])) == (506, 13, 506, 1)
    assert table.feature_names == "CRIM ZN INDUS CHAS NOX RM AGE DIS RAD TAX PTRATIO B LSTAT".split()
    assert table.target_names == ["MEDV"]
    assert table.X[0] == [0.00632, 18, 2.31, 0, 0.538, 6.575, 65.2, 4.09, 1, 296, 15.3, 396.9, 4.98]
    assert (table.Y[0], table.Y[505]) == ([24.0], [11.9])
    prices = [y[0] for y in table.Y]
    assert statistics.mean(prices) == pytest.approx(22.532806, abs=1e-6)  # as StatLib's users report it
    assert (max(prices), prices.count(50.0)) == (50.0, 16)
    assert "16 tracts" in table.description


def test_columns_left_out_are_gone_and_the_others_stay_in_order() -> None:
    whole, without = load_housing(), load_housing(without=("B", "CRIM"))
    assert without.feature_names == [name for name in whole.feature_names if name not in ("B", "CRIM")]
    assert without.X[7] == whole.X[7][1:11] + whole.X[7][12:]
    assert without.Y == whole.Y


def test_one_name_may_stand_alone() -> None:
    assert load_housing(without="LSTAT").feature_names[-1] == "B"


def test_split_gives_every_row_to_one_part_and_keeps_rows_whole() -> None:
    table = load_housing()
    training, held_out = split(table, 0.25, RandomNumbers(1))
    assert (len(training.X), len(held_out.X)) == (380, 126)
    pairs = list(zip(training.X + held_out.X, training.Y + held_out.Y))
    assert pairs != list(zip(table.X, table.Y))
    assert sorted(pairs) == sorted(zip(table.X, table.Y))
    assert split(table, 0.25, RandomNumbers(1))[1].X == held_out.X
    assert split(table, 0.25, RandomNumbers(2))[1].X != held_out.X


@pytest.mark.parametrize("share, held_out", [(0.0001, 1), (0.9999, 505), (0.5, 253)])
def test_each_part_has_at_least_one_row(share: float, held_out: int) -> None:
    assert len(split(load_housing(), share, RandomNumbers(1))[1].X) == held_out


def test_scaling_gives_mean_0_and_deviation_1_and_undoes_it() -> None:
    X = load_housing().X
    scaling = Scaling.of(X)
    scaled = scaling.apply(X)
    for column in zip(*scaled):
        assert statistics.mean(column) == pytest.approx(0, abs=1e-12)
        assert statistics.pstdev(column) == pytest.approx(1, rel=1e-12)
    for row, again in zip(X, scaling.undo(scaled)):
        assert again == pytest.approx(row, rel=1e-12, abs=1e-12)


def test_a_column_that_never_changes_becomes_0_and_a_later_change_stays_small() -> None:
    scaling = Scaling.of([[0.1], [0.1], [0.1]])
    assert scaling.apply([[0.1], [1.1]]) == [[pytest.approx(0, abs=1e-15)], [pytest.approx(1)]]


def test_scores_by_hand() -> None:
    Y, A = [[1.0], [2.0], [6.0]], [[2.0], [2.0], [4.0]]
    assert root_mean_square_error(Y, A) == pytest.approx(math.sqrt(5 / 3))
    assert r_squared(Y, A) == pytest.approx(1 - 5 / 14)
    assert r_squared(Y, Y) == 1.0
    assert r_squared(Y, [[3.0]] * 3) == 0.0


def test_the_table_is_found_where_the_import_system_reads_no_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(housing, "__spec__", None)
    assert len(load_housing().X) == 506


def test_a_missing_table_says_where_it_should_be(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(housing, "__file__", str(tmp_path / "minibackprop" / "housing.py"))
    with pytest.raises(TableError, match="data/boston_housing.csv is neither in the minibackprop package nor beside it"):
        load_housing()
