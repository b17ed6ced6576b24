"""What is said about a table that cannot be used: the whole text of each message, with names of several words."""

from typing import List, Type

import pytest

from minibackprop import ColumnError, TableError, table_from_cells
from minibackprop.cells import Cells
from minibackprop.table_reading import features_from_cells, read_table

from ..support.bad_input import Call, Case, check_error, each

SIZE, HOME, RENT = "floor area", "home town", "rent paid"
A_B = ["a", "b"]


def message_of(call: Call) -> str:
    with pytest.raises(TableError) as raised:
        call()
    return str(raised.value)


def problems_of(header: List[str], rows: List[List[str]], target: str, classify: bool = False) -> str:
    return message_of(lambda: table_from_cells(header, rows, target, classify=classify))


def test_names_of_several_words_are_quoted_in_the_problems_of_columns() -> None:
    rows = [["1", "", "", "", "Bonn", "7"], ["2", "", "", "", "Rome", "8"]]
    assert problems_of([SIZE, SIZE, "last year", "old", HOME, RENT], rows, RENT) == (
        "3 problems:\n"
        "there are 2 columns named 'floor area': give each its own name;\n"
        "the column 'home town' ('Bonn') holds text: leave it out with --without 'home town' "
        "(in Python: without=['home town']);\n"
        "the columns 'floor area', 'last year' and old are empty: leave them out with --without 'floor area' "
        "--without 'last year' --without old (in Python: without=['floor area', 'last year', 'old'])"
    )


def test_names_of_several_words_are_quoted_in_the_problems_of_rows() -> None:
    rows = [["60", "500"], ["", "x"], ["75", ""], ["y", "620"], ["80", "700"]]
    assert problems_of([SIZE, RENT], rows, RENT) == (
        "4 problems:\n"
        "row 2, column 'floor area' is empty;\n"
        "row 2, column 'rent paid' is 'x', but must be a finite number;\n"
        "row 3, column 'rent paid' is empty;\n"
        "row 4, column 'floor area' is 'y', but must be a finite number;\n"
        "to leave out the rows with empty cells: --drop-missing (in Python: drop_missing=True);\n"
        "if you do not need the column 'floor area', leave it out with --without 'floor area' "
        "(in Python: without=['floor area'])"
    )


@pytest.mark.parametrize("towns, message", [
    (["", ""], "the target 'home town' is empty in every row"),
    (["Bonn", "Bonn"], "the target 'home town' is 'Bonn' in every row: there is nothing to tell apart"),
    (["Bonn"], "the target 'home town' is 'Bonn' in every row: there is nothing to tell apart"),
    (["Bonn", "Rome", "Oslo"], "the target 'home town' has 3 different values in 3 rows, too many for classes: "
     "choose another target, or write 'Bonn' as a number if it is one"),
], ids=range(4))
def test_names_of_several_words_are_quoted_in_the_problems_of_classes(towns: List[str], message: str) -> None:
    assert problems_of([SIZE, HOME], [["1", town] for town in towns], HOME) == message


def test_two_targets_of_words_are_named_with_an_example() -> None:
    rows = [["1", "Bonn", "low"], ["2", "Rome", "high"]]
    assert message_of(lambda: table_from_cells([SIZE, HOME, RENT], rows, [HOME, RENT])) == (
        "2 problems:\n"
        "the target 'home town' ('Bonn') holds text: predict it without other targets;\n"
        "the target 'rent paid' ('low') holds text: predict it without other targets"
    )


def test_what_is_wrong_with_the_classes_is_said_together_with_everything_else() -> None:
    assert problems_of(A_B, [["1", "p"], ["x", "p"], ["3", "p"]], "b") == (
        "2 problems:\n"
        "the target b is 'p' in every row: there is nothing to tell apart;\n"
        "row 2, column a is 'x', but must be a finite number;\n"
        "if you do not need the column a, leave it out with --without a (in Python: without=['a'])"
    )
    assert problems_of(A_B, [["1", "1"], ["x", "2"], ["3", "3"]], "b", classify=True).startswith(
        "2 problems:\nthe target b has 3 different values in 3 rows, too many for classes: leave out --classify"
    )


def test_empty_cells_in_a_column_of_text_are_not_listed() -> None:
    rows = [["Bonn", "1", "2"], ["", "1", "2"], ["Rome", "1", "2"]]
    assert problems_of([HOME, "a", "b"], rows, "b").startswith("the column 'home town' ('Bonn') holds text: leave it")


def test_rows_of_other_lengths_than_the_header_do_not_make_its_columns_empty() -> None:
    assert problems_of(A_B, [["1"], ["1", "2", "3"]], "b") == (
        "2 problems:\nrow 1 has 1 cell, but the header has 2;\nrow 2 has 3 cells, but the header has 2"
    )


def test_ten_problems_are_listed_and_no_more() -> None:
    lines = problems_of(A_B, [["1", "2"]] * 20 + [["1", "x"]] * 15, "b").split("\n")
    tenth = "row 30, column b is 'x', but must be a finite number;"
    assert (len(lines), lines[0], lines[10:]) == (12, "15 problems:", [tenth, "and 5 more problems"])


def test_drop_missing_leaves_out_only_the_rows_with_an_empty_cell() -> None:
    rows = [["1", "2"], ["", "x"], ["3", "x"], ["4", "5"]]
    assert message_of(lambda: table_from_cells(A_B, rows, "b", drop_missing=True)) == (
        "row 3, column b is 'x', but must be a finite number"
    )
    assert "row 2, column a is empty" in message_of(lambda: read_table(Cells(A_B, rows), "b"))


def test_where_numbers_are_needed_no_advice_is_given_to_leave_a_column_out() -> None:
    """As where a network predicts new rows: it needs all of its inputs."""
    rows = [["Bonn", "", "", "1"], ["Rome", "", "", "x"], ["Oslo", "", "", "3"]]
    cells = Cells([HOME, SIZE, RENT, "a"], rows)
    assert message_of(lambda: features_from_cells(cells, [HOME, SIZE, "a"])) == (
        "3 problems:\n"
        "the column 'home town' ('Bonn') holds text: numbers are needed here;\n"
        "the column 'floor area' is empty: numbers are needed here;\n"
        "row 2, column a is 'x', but must be a finite number"
    )
    assert message_of(lambda: features_from_cells(cells, [SIZE, RENT])) == (
        "the columns 'floor area' and 'rent paid' are empty: numbers are needed here"
    )


ROWS = [["60", "500"], ["75", "620"]]
CASES: List[Case] = [
    ("no target", lambda: table_from_cells([SIZE, RENT], ROWS, []), ColumnError,
     "no target is named: which of the columns 'floor area', 'rent paid' is to be predicted?"),
    ("a target that is left out", lambda: table_from_cells([SIZE, RENT], ROWS, RENT, RENT), ColumnError,
     "'rent paid' is the target: it cannot be left out"),
    ("everything is left out", lambda: table_from_cells([SIZE, RENT], ROWS, RENT, SIZE), ColumnError,
     "no column is left to predict from: leave out fewer"),
    ("a target only", lambda: table_from_cells([RENT], [["500"]], RENT), ColumnError,
     "no column is left to predict from: a table needs a feature besides its target"),
]


@each(CASES)
def test_columns_that_cannot_be_chosen_are_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


def test_spaces_around_a_class_are_not_part_of_it() -> None:
    table = table_from_cells(A_B, [["1", " p"], ["2", "q "], ["3", "p"], ["4", "\tq"]], "b")
    assert (table.classes, table.Y) == (["p", "q"], [[1, 0], [0, 1], [1, 0], [0, 1]])
