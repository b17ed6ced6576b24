"""The housing table: the published one, found wherever the package is."""

import statistics
from pathlib import Path
from types import SimpleNamespace
from typing import List, Type

import pytest

from minibackprop import ColumnError, TableError, housing, load_housing

from ..support.bad_input import Call, Case, check_error, each


def test_the_table_is_the_published_one() -> None:
    table = load_housing()
    assert (len(table.X), len(table.X[0]), len(table.Y), len(table.Y[0])) == (506, 13, 506, 1)
    assert table.feature_names == "CRIM ZN INDUS CHAS NOX RM AGE DIS RAD TAX PTRATIO B LSTAT".split()
    assert table.target_names == ["MEDV"]
    assert table.X[0] == [0.00632, 18, 2.31, 0, 0.538, 6.575, 65.2, 4.09, 1, 296, 15.3, 396.9, 4.98]
    assert (table.Y[0], table.Y[505]) == ([24.0], [11.9])
    prices = [y[0] for y in table.Y]
    assert statistics.mean(prices) == pytest.approx(22.532806, abs=1e-6)  # as users of the StatLib table report it
    assert (max(prices), prices.count(50.0)) == (50.0, 16)
    assert "16 tracts" in table.description


def test_columns_left_out_are_gone_and_the_others_stay_in_order() -> None:
    whole, without = load_housing(), load_housing(without=("B", "CRIM"))
    assert without.feature_names == [name for name in whole.feature_names if name not in ("B", "CRIM")]
    assert without.X[7] == whole.X[7][1:11] + whole.X[7][12:]
    assert without.Y == whole.Y


def test_a_single_name_needs_no_list() -> None:
    assert load_housing(without="LSTAT").feature_names[-1] == "B"


def test_the_table_is_found_where_the_import_system_reads_no_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(housing, "__spec__", None)
    assert len(load_housing().X) == 506


@pytest.mark.parametrize("folder", ["minibackprop/data", "data"])
def test_the_table_is_found_in_the_package_or_beside_it(
    folder: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "boston_housing.csv").write_bytes(b"RM,MEDV\r\n6.5,24\r\n")
    monkeypatch.setattr(housing, "__file__", str(tmp_path / "minibackprop" / "housing.py"))
    assert housing.housing_text() == "RM,MEDV\n6.5,24\n"
    assert load_housing().Y == [[24.0]]


def test_the_table_is_read_by_what_imported_the_package_such_as_from_a_zip(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def get_data(path: str) -> bytes:
        asked.append(path)
        return b"RM,MEDV\n"

    monkeypatch.setattr(housing, "__file__", "C:\\lib.zip\\minibackprop\\housing.py")
    monkeypatch.setattr(housing, "__spec__", SimpleNamespace(loader=SimpleNamespace(get_data=get_data)))
    assert housing.housing_text() == "RM,MEDV\n"
    assert asked == ["C:/lib.zip/minibackprop/data/boston_housing.csv"]


def test_a_missing_table_says_where_it_should_be(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(housing, "__file__", str(tmp_path / "minibackprop" / "housing.py"))
    message = "data/boston_housing.csv is neither in the minibackprop package nor beside it"
    with pytest.raises(TableError, match=message):
        load_housing()


CASES: List[Case] = [
    ("None", lambda: load_housing(None), ColumnError,  # type: ignore[arg-type]
     "the columns to leave out must be a list of names, such as ['size', 'rooms'], but this is None"),
    ("unknown column", lambda: load_housing(without=["NOPE"]), ColumnError,
     "there is no column 'NOPE'; the columns are CRIM, ZN, INDUS, CHAS, NOX, RM, AGE, DIS, RAD, TAX, PTRATIO, B, "
     "LSTAT, MEDV"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)
