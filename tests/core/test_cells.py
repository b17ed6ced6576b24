"""Cells: what they hold, where they are, and that they are copied."""

from minibackprop import TableError, table_from_cells
from minibackprop.cells import Cells, Column

from ..support.bad_input import check_error


def test_rows_are_where_the_caller_says_they_are() -> None:
    assert Cells(["size"], [["60"], ["75"]], places=("line 7", "line 9")).places == ["line 7", "line 9"]


def test_a_number_with_an_underscore_is_text() -> None:
    """Python's float would read it, but no other program would."""
    for mark in (".", ","):
        assert Cells(["size"], [], decimal_mark=mark).value("1_000") == "1_000"


def test_the_numbers_of_a_column_are_those_of_its_cells_that_hold_one() -> None:
    assert Column(Cells(["size"], [["60"], ["-"], ["big"], ["75"]]), place=0).numbers([3, 2, 1, 0]) == [75.0, 60.0]


def test_rows_are_copied_not_kept() -> None:
    row = ["60", "500"]
    cells = Cells(["size", "rent"], [row])
    row[0] = "99"
    assert cells.rows == [["60", "500"]]


def test_a_row_without_cells_is_a_problem_of_the_table_like_any_row_that_is_too_short() -> None:
    assert Cells(["size"], [[]]).rows == [[]]
    rows = [["60", "500"], []]
    check_error(lambda: table_from_cells(["size", "rent"], rows, "rent"), TableError, "row 2 has 0 cells")
