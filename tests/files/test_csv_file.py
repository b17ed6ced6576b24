"""Reading a CSV file: what is read from it, and the message if it cannot be read."""

import math
from pathlib import Path
from typing import List, Sequence, Tuple

import pytest

from minibackprop import ColumnError, TableError, load_housing
from minibackprop.files.csv_file import load_csv
from minibackprop.tables import table_from_cells

BOM = b"\xef\xbb\xbf"
X, Y = [[1.0], [3.0]], [[2.0], [4.0]]


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param(b"a,b\n1,2\n3,4\n", id="plain"),
        pytest.param(b"a,b\n1,2\n3,4", id="no newline at the end"),
        pytest.param(BOM + b"a,b\n1,2\n3,4\n", id="byte-order mark"),
        pytest.param(b"a,b\r\n1,2\r\n3,4\r\n", id="CRLF"),
        pytest.param(b"a,b\r1,2\r3,4\r", id="CR only"),
        pytest.param(BOM + b'"a","b"\r\n"1","2"\r\n"3","4"\r\n', id="all quoted, as spreadsheets save it"),
        pytest.param(b"a,b\n1,2\n3,4\n\n  \n,\n\n", id="blank lines at the end"),
        pytest.param(b"\na,b\n\n1,2\n\n3,4\n", id="blank lines between"),
        pytest.param(b" a ,b \n 1,2 \n\t3 , 4\n", id="spaces around cells"),
        pytest.param(b'a, "b"\n1, 2\n"3", "4"\n', id="spaces before quotes"),
        pytest.param(b"a,b\n1e0,+2.0\n.3e1,4.\n", id="numbers written in other ways"),
        pytest.param(b"b,a\n2,1\n4,3\n", id="target first"),
    ],
)
def test_different_files_hold_the_same_table(contents: bytes, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(contents)
    table = load_csv(str(path), ["b"])
    assert (table.feature_names, table.target_names, table.X, table.Y) == (["a"], ["b"], X, Y)
    assert str(path) in table.description


def test_quoted_cells_may_hold_commas_quotes_line_ends_and_any_letter(tmp_path: Path) -> None:
    path = tmp_path / "Wohnungen für 2.csv"
    path.write_bytes('"size, m²","the ""rent""",colour,"two\nlines"\n1,2,"red, or\nso",3\n'.encode("utf-8"))
    table = load_csv(str(path), ['the "rent"'], without=["colour"])
    assert (table.feature_names, table.X, table.Y) == (["size, m²", "two\nlines"], [[1.0, 3.0]], [[2.0]])


@pytest.mark.parametrize(
    "targets, without, features, x, y",
    [
        pytest.param(["c"], [], ["aa", "b"], [1, 2], [3], id="one target"),
        pytest.param(["c", "aa"], [], ["b"], [2], [3, 1], id="two targets, in the order asked for"),
        pytest.param(["c"], ["b"], ["aa"], [1], [3], id="a column left out"),
        pytest.param(["c"], ["b", "b"], ["aa"], [1], [3], id="left out twice"),
        pytest.param("c", "aa", ["b"], [2], [3], id="single names as plain strings"),
    ],
)
def test_the_columns_asked_for_are_the_features_and_targets(
    targets: Sequence[str], without: Sequence[str], features: List[str], x: List[float], y: List[float]
) -> None:
    table = table_from_cells(["aa", "b", "c"], [["1", "2", "3"]], targets, without)
    assert (table.feature_names, table.target_names) == (features, list(targets))
    assert (table.X, table.Y) == ([x], [y])


def test_one_name_to_leave_out_is_not_taken_for_a_list_of_letters() -> None:
    assert load_housing(without="RAD").feature_names == load_housing(without=("RAD",)).feature_names
    with pytest.raises(ColumnError, match="no column 'ZNB'"):
        load_housing(without="ZNB")


BROKEN: List[Tuple[str, bytes, List[str]]] = [
    # no table at all
    ("empty", b"", ["empty", "first line must name the columns"]),
    ("only a byte-order mark", BOM, ["empty", "first line must name the columns"]),
    ("only blank lines", b"\n \n,,\n", ["empty", "first line must name the columns"]),
    ("header only", b"a,b\n", ["no rows below the header"]),
    ("not text", bytes(range(256)), ["not text in UTF-8", "CSV UTF-8"]),
    ("UTF-16", "a,b\n1,2\n".encode("utf-16"), ["not text in UTF-8", "CSV UTF-8"]),
    ("UTF-16 without a mark", "a,b\n1,2\n".encode("utf-16-le"), ["not text in UTF-8", "CSV UTF-8"]),
    ("Latin-1", "größe,b\n1,2\n".encode("latin-1"), ["not text in UTF-8", "CSV UTF-8"]),
    ("NUL in a cell", b"a,b\n1\0,2\n", ["not text in UTF-8"]),
    ("NUL in the header", b"a\0,b\n1,2\n", ["not text in UTF-8"]),
    ("semicolons", b"a;b\n1;2\n", ["comma", "'a;b'"]),
    ("semicolons and decimal commas", b"a;b\n1,5;2\n", ["comma", "'a;b'"]),
    ("tabs", b"a\tb\n1\t2\n", ["comma", r"'a\tb'"]),
    ("unclosed quote", b'a,b\n"1,2\n3,4\n', ["not a CSV file", "quot"]),
    ("text after a quote", b'a,b\n"1"x,2\n', ["not a CSV file", "quot"]),
    # the header
    ("duplicate column", b"a,a,b\n1,2,3\n", ["2 columns named a", "give each its own name"]),
    ("the same but for spaces", b"a, a,b\n1,2,3\n", ["2 columns named a"]),
    ("unnamed column", b"a, ,b\n1,2,3\n", ["column 2 has no name"]),
    ("comma at the end of a line", b"a,b,\n1,2,\n", ["column 3 has no name"]),
    # the rows; the one below the header is row 1
    ("short row", b"a,b\n1,2\n3\n", ["row 2 has 1 cell", "header has 2"]),
    ("long row", b"a,b\n1,2,3\n", ["row 1 has 3 cells", "header has 2"]),
    ("comma within a number", b"a,b\n1,500,2\n", ["row 1 has 3 cells"]),
    ("text among the targets", b"a,b\n1,2\n3,4\n5,high\n", ["row 3, column b is 'high'", "finite number"]),
]
CELLS = ["red", "", "nan", "inf", "-Infinity", "1e999", "1_000", "0x10", "$5", "50%", "1 000", "x" * 99]
BROKEN += [
    (f"cell {cell}", f"a,b\n1,2\n{cell},3\n".encode("utf-8"),
     [f"row 2, column a is {cell!r}"[:40], "must be a finite number", "leave out the column a"])
    for cell in CELLS
]


@pytest.mark.parametrize("contents, parts", [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_the_message_about_a_broken_file_says_what_to_do(contents: bytes, parts: List[str], tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(contents)
    with pytest.raises(TableError) as raised:
        load_csv(str(path), ["b"])
    message = str(raised.value)
    assert message.startswith(f"{path}: ") and len(message) < len(str(path)) + 160
    for part in parts:
        assert part in message


def test_a_missing_file_and_a_folder_are_reported(tmp_path: Path) -> None:
    for path, problem in [(tmp_path / "nope.csv", "there is no such file"), (tmp_path, "cannot be read")]:
        with pytest.raises(TableError) as raised:
            load_csv(str(path), ["b"])
        assert str(raised.value).startswith(f"{path}: {problem}")


WRONG_NAMES: List[Tuple[str, List[str], List[str], str]] = [
    ("missing target", ["price"], [], "there is no column 'price'; the columns are a, b, c"),
    ("the wrong case", ["B"], [], "there is no column 'B'; the columns are a, b, c"),
    ("the second target", ["b", "d"], [], "there is no column 'd'; the columns are a, b, c"),
    ("missing column to leave out", ["b"], ["d"], "there is no column 'd'; the columns are a, b, c"),
    ("no target", [], [], "target"),
    ("target left out", ["b"], ["b"], "b is the target: it cannot be left out"),
    ("all left out", ["b"], ["a", "c"], "no column is left to predict from"),
    ("all are targets", ["a", "b", "c"], [], "no column is left to predict from"),
]


@pytest.mark.parametrize("targets, without, message", [case[1:] for case in WRONG_NAMES],
                         ids=[case[0] for case in WRONG_NAMES])
def test_wrong_column_names_are_refused(targets: List[str], without: List[str], message: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"a,b,c\n1,2,3\n")
    with pytest.raises(ColumnError) as raised:
        load_csv(str(path), targets, without)
    assert message in str(raised.value)


def test_a_cell_that_is_not_used_may_hold_anything() -> None:
    table = table_from_cells(["a", "note", "b"], [["1", "", "2"], ["3", "nan, or so", "4"]], ["b"], ["note"])
    assert (table.X, table.Y) == (X, Y)


def test_a_table_is_as_exact_as_its_text() -> None:
    cells = ["0.1", "1e-300", "-0", str(2**53 - 1), repr(math.pi), "7"]
    table = table_from_cells(list("abcdef"), [cells], ["f"])
    assert table.X == [[0.1, 1e-300, 0.0, 2.0**53 - 1, math.pi]]
