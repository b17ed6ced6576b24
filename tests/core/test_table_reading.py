"""Reading a table from text: which columns are what, empty cells, classes, and all problems at once."""

import math
from typing import List, Sequence, Type

import pytest

from minibackprop import ColumnError, TableError, table_from_cells
from minibackprop.cells import Cells, Column
from minibackprop.table_reading import features_from_cells, read_table

from ..support.bad_input import Call, Case, check_error, each

X, Y = [[1.0], [3.0]], [[2.0], [4.0]]
A_B, A_B_C, FLATS = ["a", "b"], ["a", "b", "c"], ["size", "town", "rent"]


def cells_of(text: str) -> List[List[str]]:
    """Rows of cells, written as in "60 Bonn 500; 75 Rome 620", with _ for an empty cell."""
    return [["" if cell == "_" else cell for cell in row.split()] for row in text.split(";")]


def message_of(call: Call) -> str:
    with pytest.raises(TableError) as raised:
        call()
    return str(raised.value)


# Numbers


@pytest.mark.parametrize(
    "targets, without, features, x, y",
    [
        pytest.param(["c"], [], ["aa", "b"], [1, 2], [3], id="one target"),
        pytest.param(["c", "aa"], [], ["b"], [2], [3, 1], id="two targets, in the order asked for"),
        pytest.param(["c"], ["b"], ["aa"], [1], [3], id="a column left out"),
        pytest.param(["c"], ["b", "b"], ["aa"], [1], [3], id="left out twice"),
        pytest.param("c", "aa", ["b"], [2], [3], id="single names as plain text"),
    ],
)
def test_the_columns_asked_for_are_the_features_and_targets(
    targets: Sequence[str], without: Sequence[str], features: List[str], x: List[float], y: List[float]
) -> None:
    table = table_from_cells(["aa", "b", "c"], [["1", "2", "3"]], targets, without, "three columns")
    assert (table.feature_names, table.target_names) == (features, list(targets))
    assert (table.X, table.Y, table.classes, table.notes) == ([x], [y], [], [])
    assert table.description == "three columns"


def test_a_cell_that_is_not_used_may_hold_anything() -> None:
    table = table_from_cells(["a", "note", "b"], [["1", "", "2"], ["3", "nan, or so", "4"]], ["b"], ["note"])
    assert (table.X, table.Y) == (X, Y)


def test_a_table_is_as_exact_as_its_text() -> None:
    cells = ["0.1", "1e-300", "-0", str(2**53 - 1), repr(math.pi), "7"]
    table = table_from_cells(list("abcdef"), [cells], ["f"])
    assert table.X == [[0.1, 1e-300, 0.0, 2.0**53 - 1, math.pi]]


def test_with_a_decimal_comma_a_point_is_no_part_of_a_number() -> None:
    cells = Cells(["a"], [], decimal_mark=",")
    assert [cells.value(cell) for cell in ("1,5", " -,5 ", "1e3", "2")] == [1.5, -0.5, 1000.0, 2.0]
    assert [cells.value(cell) for cell in ("1.5", "1.234,5", "1,234,5")] == ["1.5", "1.234,5", "1,234,5"]


def test_text_that_is_read_has_a_short_repr() -> None:
    cells = Cells(["a", "floor area"], [["1", "2"]])
    assert (repr(cells), repr(Column(cells, 1))) == ("Cells(1 row, 2 columns)", "Column('floor area')")


# Empty cells


@pytest.mark.parametrize("empty", ["", " ", "-", "?", "NA", "n/a", "#N/A", "NaN", "nan", "NULL", " null "])
def test_rows_with_an_empty_cell_are_left_out_on_request(empty: str) -> None:
    rows = [["1", empty, "2"], [empty, "x", "0"], ["3", "y", "4"], ["0", "z", empty]]
    table = table_from_cells(["a", "note", "b"], rows, "b", "note", drop_missing=True)
    assert (table.X, table.Y, table.notes) == (X, Y, ["2 rows with empty cells were left out"])
    assert message_of(lambda: table_from_cells(["a", "note", "b"], rows, "b", "note")) == (
        "2 problems:\nrow 2, column a is empty;\nrow 4, column b is empty;\n"
        "to leave out the rows with empty cells: --drop-missing (in Python: drop_missing=True)"
    )


def test_one_row_is_one_row_and_none_are_not_mentioned() -> None:
    assert table_from_cells(A_B, cells_of("1 2; 3 4; _ 5"), "b", drop_missing=True).notes == [
        "1 row with empty cells was left out"
    ]
    assert table_from_cells(A_B, cells_of("1 2; 3 4"), "b", drop_missing=True).notes == []


def test_the_notes_go_on_from_what_was_said_about_the_cells() -> None:
    table = read_table(Cells(["a", "b"], cells_of("1 2; _ 4")), "b", notes=["from a file"], drop_missing=True)
    assert table.notes == ["from a file", "1 row with empty cells was left out"]


def test_text_in_a_row_that_is_left_out_is_no_problem() -> None:
    assert table_from_cells(A_B_C, cells_of("1 2 3; x _ 1; 4 5 6"), "c", drop_missing=True).Y == [[3.0], [6.0]]


# Classes


def test_a_target_of_words_is_a_classification_with_its_classes_in_order() -> None:
    table = table_from_cells(FLATS, cells_of("60 Rome 500; 75 Bonn 620; 80 Rome 700; 90 Bonn 800"), "town")
    assert (table.classes, table.target_names, table.feature_names) == (["Bonn", "Rome"], ["town"], ["size", "rent"])
    assert table.Y == [[0, 1], [1, 0], [0, 1], [1, 0]]


def test_numbers_are_classes_on_request_in_the_order_of_their_size_and_as_they_are_written() -> None:
    rows = cells_of("1 10; 2 9.0; 3 10.0; 4 9; 5 10; 6 9")
    assert table_from_cells(A_B, rows, "b").classes == []
    table = table_from_cells(A_B, rows, "b", classify=True)
    assert (table.classes, table.Y[:3]) == (["9.0", "10"], [[0, 1], [1, 0], [0, 1]])


def test_a_few_numbers_among_words_are_words() -> None:
    table = table_from_cells(A_B, cells_of("1 S; 2 M; 3 38; 4 S; 5 M; 6 38; 7 S"), "b")
    assert table.classes == ["38", "M", "S"]


def test_two_rows_of_two_classes_are_enough() -> None:
    assert table_from_cells(A_B, cells_of("1 yes; 2 no"), "b").classes == ["no", "yes"]


def test_a_row_without_a_class_is_left_out_on_request() -> None:
    table = table_from_cells(A_B, cells_of("1 yes; 2 ?; 3 no; 4 no"), "b", drop_missing=True)
    assert (table.classes, table.Y) == (["no", "yes"], [[0, 1], [1, 0], [1, 0]])
    assert "row 2, column b is empty" in message_of(lambda: table_from_cells(A_B, cells_of("1 y; 2 ?; 3 n"), "b"))


# Problems


def test_all_problems_are_listed_in_the_order_of_rows_and_columns() -> None:
    header = ["rent", "size", "note", "town", "old", ""]
    rows = cells_of("1 2 x p _ 5; 1 2 3; _ 1,5 y q _ 6; 50% inf z r _ 7; 4 5 6 s _ 8 9; 7 8 t u _ 9")
    assert message_of(lambda: table_from_cells(header, rows, "rent")).split("\n") == [
        "9 problems:",
        "column 6 has no name: the first line must name every column;",
        "the columns note ('x') and town ('p') hold text: "
        "leave them out with --without note --without town (in Python: without=['note', 'town']);",
        "the column old is empty: leave it out with --without old (in Python: without=['old']);",
        "row 2 has 3 cells, but the header has 6;",
        "row 3, column rent is empty;",
        "row 3, column size is '1,5': write it with nothing but a decimal point in it, as in 1234.5;",
        "row 4, column rent is '50%', but must be a finite number;",
        "row 4, column size is 'inf', but must be a finite number;",
        "row 5 has 7 cells, but the header has 6;",
        "to leave out the rows with empty cells: --drop-missing (in Python: drop_missing=True);",
        "if you do not need the column size, leave it out with --without size (in Python: without=['size'])",
    ]


@pytest.mark.parametrize("num_wrong, last", [
    (10, "row 20, column b is 'x', but must be a finite number"),
    (11, "and 1 more problem"),
    (15, "and 5 more problems"),
])
def test_the_first_ten_problems_are_listed_and_the_others_counted(num_wrong: int, last: str) -> None:
    rows = [["1", "2"]] * 10 + [["1", "x"]] * num_wrong + [["1", "2"]] * 10
    lines = message_of(lambda: table_from_cells(["a", "b"], rows, "b")).split(";\n")
    assert lines[0] == f"{num_wrong} problems:\nrow 11, column b is 'x', but must be a finite number"
    assert (lines[9][:6], lines[-1]) == ("row 20", last)


def test_a_name_that_is_given_three_times_is_one_problem() -> None:
    assert message_of(lambda: table_from_cells(["a", "a", "b", "a"], [list("1234")], "b")) == (
        "there are 3 columns named a: give each its own name"
    )


def test_a_single_problem_needs_no_heading() -> None:
    assert message_of(lambda: table_from_cells(["a", "b"], [["1"], ["1", "2"]], "b")) == (
        "row 1 has 1 cell, but the header has 2"
    )


def test_three_columns_are_listed_with_a_comma() -> None:
    rows = [["x", "y", "z", "1", "2"]]
    message = message_of(lambda: table_from_cells(["a", "b", "c", "d", "e"], rows, "e"))
    assert message.startswith("the columns a ('x'), b ('y') and c ('z') hold text")


@pytest.mark.parametrize("number", ["1.234,5", "1,5", "1 000", "-1'000'000.5", "1.234.567", "1\u202f000"])
def test_a_column_of_numbers_with_separators_is_no_column_of_text(number: str) -> None:
    wanted = f"column a is {number!r}: write it with nothing but a decimal point in it, as in 1234.5"
    assert wanted in message_of(lambda: table_from_cells(A_B, [[number, "1"], [number, "2"]], "b"))
    wanted = f"column b is {number!r}: write it with nothing but a decimal point in it, as in 1234.5"
    assert wanted in message_of(lambda: table_from_cells(A_B, [["1", number], ["2", number]], "b"))


@pytest.mark.parametrize("text", ["1.12.2020", "2020-01-31", "$5", "50%", "5 km", "."])
def test_a_column_of_dates_or_amounts_is_a_column_of_text(text: str) -> None:
    message = message_of(lambda: table_from_cells(A_B, [[text, "1"], [text, "2"]], "b"))
    assert message.startswith(f"the column a ({text!r}) holds text: leave it out")


def test_names_of_several_words_or_with_strange_characters_are_quoted() -> None:
    rows = [["red", "x", "1"]]
    message = message_of(lambda: table_from_cells(["floor area", "a\u202e\nb", "c"], rows, "c"))
    assert "the columns 'floor area' ('red') and 'a\\u202e\\nb' ('x') hold text" in message
    assert "--without 'floor area' --without 'a\\u202e\\nb' (in Python" in message


CASES: List[Case] = [
    ("no rows", lambda: table_from_cells(A_B, [], "b"), TableError, "there are no rows below the header"),
    ("two names are missing", lambda: table_from_cells(["", "b", " "], [["1", "2", "3"]], "b"), TableError,
     "2 problems:\ncolumn 1 has no name: the first line must name every column;\ncolumn 3 has no name"),
    ("a number as a cell", lambda: table_from_cells(A_B, [["1", "2"], [3, "4"]], "b"),  # type: ignore[list-item]
     TableError, "row 2 has the cell 3, but cells must be text, such as '1.5'; numbers need no reading: Table(X, Y, "),
    ("rows that are none", lambda: table_from_cells(A_B, 5, "b"), TableError,  # type: ignore[arg-type]
     "the rows must be a list of lists of text, such as [['60', '500']], but this is 5"),
    ("a row that is a number", lambda: table_from_cells(A_B, [7], "b"), TableError,  # type: ignore[list-item]
     "row 1 must be a list of text, such as ['60', '500'], but this is 7"),
    ("rows that are text", lambda: table_from_cells(A_B, ["12"], "b"), TableError,
     "row 1 must be a list of text, such as ['60', '500'], but this is '12'"),
    ("one text instead of rows", lambda: table_from_cells(A_B, "12", "b"), TableError,
     "the rows must be a list of lists of text, such as [['60', '500']], but this is '12'"),
    ("numbers as names", lambda: table_from_cells([1, 2], [["1", "2"]], "b"), ColumnError,  # type: ignore[list-item]
     "the header must be a list of names, such as ['size', 'rooms'], but this is [1, 2]"),
    ("no target", lambda: table_from_cells(A_B, [["1", "2"]], None), ColumnError,  # type: ignore[arg-type]
     "the target must be a list of names, such as ['size', 'rooms'], but this is None"),
    ("left out: None", lambda: table_from_cells(A_B, [["1", "2"]], "b", None), ColumnError,  # type: ignore[arg-type]
     "the columns to leave out must be a list of names, such as ['size', 'rooms'], but this is None"),
    ("a target twice", lambda: table_from_cells(A_B, [["1", "2"]], ["b", "b"]), ColumnError,
     "the target b is named 2 times: name it once"),
    ("an empty target", lambda: table_from_cells(A_B, cells_of("1 _; 2 _"), "b"), TableError,
     "the target b is empty in every row"),
    ("no row is whole", lambda: table_from_cells(A_B_C, cells_of("1 _ 3; _ 2 3"), "c", drop_missing=True), TableError,
     "every row has an empty cell: leave out the columns that have most of them"),
    ("two targets of words", lambda: table_from_cells(A_B_C, cells_of("1 p x; 2 q x"), ["b", "c"]), TableError,
     "2 problems:\nthe target b ('p') holds text: predict it without other targets"),
    ("two targets to classify", lambda: table_from_cells(A_B_C, cells_of("1 2 3"), ["b", "c"], classify=True),
     ColumnError, "there are 2 targets, but only a single one can be made a classification"),
    ("a single class", lambda: table_from_cells(A_B, cells_of("1 p; 2 p"), "b"), TableError,
     "the target b is 'p' in every row: there is nothing to tell apart"),
    ("a single class is left", lambda: table_from_cells(A_B_C, cells_of("1 1 p; 2 2 p; _ 3 q"), "c", (), "", True),
     TableError, "the target c is 'p' in every row: there is nothing to tell apart"),
    ("a name for each row", lambda: table_from_cells(A_B, cells_of("1 p; 2 q; 3 r; 4 s"), "b"), TableError,
     "the target b has 4 different values in 4 rows, too many for classes: choose another target, or write 'p' as"),
    ("a number for each row", lambda: table_from_cells(A_B, cells_of("1 1; 2 2; 3 3"), "b", classify=True), TableError,
     "the target b has 3 different values in 3 rows, too many for classes: leave out --classify (in Python"),
    ("a few words among classes", lambda: table_from_cells(A_B, cells_of("1 1; 2 2; 3 l"), "b", classify=True),
     TableError, "row 3, column b is 'l', but must be a finite number"),
    ("a few words among numbers", lambda: table_from_cells(A_B, cells_of("1 1; 2 2; 3 three"), "b"), TableError,
     "row 3, column b is 'three', but must be a finite number"),
]


@each(CASES)
def test_what_is_no_table_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


def test_features_are_found_by_name_in_any_order() -> None:
    cells = Cells(["rent", "size", "floor"], [["500", "60", "2"], ["", "75", ""], ["700", "80", "-"]])
    assert features_from_cells(cells, ["size", "rent"], drop_missing=True) == ([0, 2], [[60.0, 500.0], [80.0, 700.0]])
    with pytest.raises(TableError, match="column floor is empty"):
        features_from_cells(cells, ["floor"])
    with pytest.raises(ColumnError, match="there are no columns 'age', 'living area'; the columns are rent, size"):
        features_from_cells(cells, ["age", "size", "living area"])
    with pytest.raises(ColumnError, match="there is no column 'age'; the columns are"):
        features_from_cells(cells, ["age"])
    with pytest.raises(TableError, match="every row has an empty cell"):
        features_from_cells(Cells(["a", "b"], [["", "1"], ["2", "-"]]), ["a", "b"], drop_missing=True)
