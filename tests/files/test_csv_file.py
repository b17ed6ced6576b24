"""Reading a CSV file: what is read from it, and the message if it cannot be read."""

from pathlib import Path
from typing import List, Tuple

import pytest

from minibackprop import ColumnError, TableError, load_csv, load_housing
from minibackprop.files.csv_file import load_features

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
    assert (str(path) in table.description, table.notes) == (True, [])


def test_quoted_cells_may_hold_commas_quotes_line_ends_and_any_letter(tmp_path: Path) -> None:
    path = tmp_path / "Wohnungen für 2.csv"
    path.write_bytes('"size, m²","the ""rent""",colour,"two\nlines"\n1,2,"red, or\nso",3\n'.encode("utf-8"))
    table = load_csv(str(path), ['the "rent"'], without=["colour"])
    assert (table.feature_names, table.X, table.Y) == (["size, m²", "two\nlines"], [[1.0, 3.0]], [[2.0]])


def test_one_name_to_leave_out_is_not_taken_for_a_list_of_letters() -> None:
    assert load_housing(without="RAD").feature_names == load_housing(without=("RAD",)).feature_names
    with pytest.raises(ColumnError, match="no column 'ZNB'"):
        load_housing(without="ZNB")


# Separators and decimal marks

OTHER_SEPARATORS: List[Tuple[str, bytes, str]] = [
    ("semicolons", b"a;b\n1;2\n3;4\n", "semicolons"),
    ("tabs", b"a\tb\n1\t2\n3\t4\n", "tabs"),
    ("as a spreadsheet saves it", BOM + b'"a";"b"\r\n"1";"2"\r\n"3";"4"\r\n', "semicolons"),
    ("decimal commas", b"a;b\n1,0;2\n3;4,00\n", "semicolons, numbers are written with a decimal comma"),
    ("decimal commas and tabs", b"a\tb\n1,0\t2,0\n3\t,4e1\n", "tabs, numbers are written with a decimal comma"),
    ("decimal points", b"a;b\n1.0;2\n3;4\n", "semicolons, numbers are written with a decimal point"),
    ("more commas than points", b"a;b;note\n1,0;2,0;1.5\n3;4;x\n",
     "semicolons, numbers are written with a decimal comma"),
]


@pytest.mark.parametrize("contents, separated_by", [case[1:] for case in OTHER_SEPARATORS],
                         ids=[case[0] for case in OTHER_SEPARATORS])
def test_semicolons_tabs_and_decimal_commas_are_recognised_and_said(
    contents: bytes, separated_by: str, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(contents.replace(b",4e1", b"0,4e1"))
    table = load_csv(path, "b", without="note" if b"note" in contents else ())
    assert (table.X, table.Y) == (X, Y)
    assert table.notes == [f"columns are separated by {separated_by}"]


SIZE_RENT = [[50.5], [60.0]], [[500.0], [610.0]]
MISLEADING: List[Tuple[str, str, str, str]] = [
    ("a quoted name with a comma", '"size, m2";rent\n50,5;500\n60;610\n', "size, m2", "rent"),
    ("a name with a comma", "size, m2;rent\n50,5;500\n60;610\n", "size, m2", "rent"),
    ("two names with commas", "size, m2;rent, eur\n50,5;500,0\n60,0;610,0\n", "size, m2", "rent, eur"),
    ("a name with a semicolon", "size;m2,rent\n50.5,500\n60,610\n", "size;m2", "rent"),
    ("a quoted name with a semicolon", '"size;m2",rent\n50.5,500\n60,610\n', "size;m2", "rent"),
    ("a name with a tab", "size\tm2,rent\n50.5,500\n60,610\n", "size\tm2", "rent"),
    ("a name with a line break", '"size\nin m2";rent\n50,5;500\n60;610\n', "size\nin m2", "rent"),
]


@pytest.mark.parametrize("text, feature, target", [case[1:] for case in MISLEADING],
                         ids=[case[0] for case in MISLEADING])
def test_separators_within_names_do_not_mislead(text: str, feature: str, target: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    table = load_csv(path, target)
    assert (table.feature_names, (table.X, table.Y)) == ([feature], SIZE_RENT)


def test_text_with_other_separators_does_not_mislead(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("note,a,b\nred; blue; or so,1,2\n,3,4\n", encoding="utf-8")
    assert (load_csv(path, "b", "note").X, load_csv(path, "b", "note").notes) == (X, [])


def test_a_comma_after_a_zero_is_a_decimal_comma(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a;b\n0,125;2\n-0,250;3\n1,375;4\n", encoding="utf-8")
    assert load_csv(path, "b").X == [[0.125], [-0.25], [1.375]]


THOUSANDS: List[Tuple[str, str, List[str]]] = [
    ("with decimal commas", "a;b\n1,5;2\n1.234,5;3\n1.234;4\n",
     ["line 3, column a is '1.234,5'", "line 4, column a is '1.234'"]),
    ("with decimal points", "a;b\n1.5;2\n1,234.5;3\n1,234;4\n",
     ["line 3, column a is '1,234.5'", "line 4, column a is '1,234'"]),
    ("one comma among points", "a;b\n1.5;2\n2.5;3\n3,5;4\n", ["line 4, column a is '3,5'"]),
    ("or three decimals, nothing tells", "a;b\n1,234;2\n5;3\n6;4\n", ["line 2, column a is '1,234'"]),
    ("several", "a;b\n1,234,567;2\n5,5;3\n6;4\n", ["line 2, column a is '1,234,567'"]),
    ("in quotes", 'a,b\n"1,234",2\n5,3\n6,4\n', ["line 2, column a is '1,234'"]),
    ("a decimal comma in quotes", 'a,b\n"1,5",2\n5,3\n6,4\n', ["line 2, column a is '1,5'"]),
]


@pytest.mark.parametrize("text, parts", [case[1:] for case in THOUSANDS], ids=[case[0] for case in THOUSANDS])
def test_separators_of_thousands_are_refused_and_not_guessed(text: str, parts: List[str], tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError) as raised:
        load_csv(path, "b")
    for part in parts:
        advice = ": write it with nothing but a decimal point in it, as in 1234.5"
        assert part + advice in str(raised.value)


def test_classes_and_rows_with_empty_cells_are_read_from_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "flats.csv"
    path.write_text("size;rooms;town\n50,5;2;Bonn\n;3;Rome\n60;2;Rome\n70;3;Bonn\n", encoding="utf-8")
    table = load_csv(path, "town", drop_missing=True)
    assert (table.classes, table.Y, table.target_names) == (["Bonn", "Rome"], [[1, 0], [0, 1], [1, 0]], ["town"])
    assert table.notes == [
        "columns are separated by semicolons, numbers are written with a decimal comma",
        "1 row with empty cells was left out",
    ]
    assert load_csv(path, "rooms", "town", drop_missing=True, classify=True).classes == ["2", "3"]


# What is wrong with a file


def test_problems_are_listed_by_the_line_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "flats.csv"
    text = '\n"size",note,rent\r\n\r\n1,"two\nlines",2\n,x\n\n3,"and\r\nthree\rlines",many\n4,y,\n5,z,6\n,,\n7,w\n'
    path.write_bytes(text.encode("utf-8"))
    with pytest.raises(TableError) as raised:
        load_csv(path, "rent", "note")
    assert str(raised.value).split("\n") == [
        f"{path}: 4 problems:",
        "line 6 has 2 cells, but the header has 3;",
        "line 8, column rent is 'many', but must be a finite number;",
        "line 11, column rent is empty;",
        "line 14 has 2 cells, but the header has 3;",
        "to leave out the rows with empty cells: --drop-missing (in Python: drop_missing=True)",
    ]


BROKEN: List[Tuple[str, bytes, List[str]]] = [
    # no table at all
    ("empty", b"", ["empty", "first line must name the columns"]),
    ("only a byte-order mark", BOM, ["empty", "first line must name the columns"]),
    ("only blank lines", b"\n \n,,\n", ["empty", "first line must name the columns"]),
    ("header only", b"a,b\n", [": there are no rows below the header"]),
    ("header only, semicolons", b"a;b\n", [": there are no rows below the header"]),
    ("not text", bytes(range(256)), ["not text in UTF-8", "CSV UTF-8"]),
    ("UTF-16", "a,b\n1,2\n".encode("utf-16"), ["not text in UTF-8", "CSV UTF-8"]),
    ("UTF-16 without a mark", "a,b\n1,2\n".encode("utf-16-le"), ["not text in UTF-8", "CSV UTF-8"]),
    ("Latin-1", "größe,b\n1,2\n".encode("latin-1"), ["not text in UTF-8", "CSV UTF-8"]),
    ("NUL in a cell", b"a,b\n1\0,2\n", ["not text in UTF-8"]),
    ("NUL in the header", b"a\0,b\n1,2\n", ["not text in UTF-8"]),
    ("unclosed quote", b'a,b\n\n"1,2\n3,4\n', ["line 3 is not CSV", "check the quotation marks from there on"]),
    ("text after a quote", b'a,b\n1,2\n"1"x,2\n', ["line 3 is not CSV", "check the quotation marks"]),
    ("text after a quote, semicolons", b'a;b\n1,5;2\n"1"x;2\n', ["line 3 is not CSV", "check the quotation marks"]),
    ("a single column", b"b\n1\n2\n", ["there is only one column, 'b': separate columns with commas, semicolons or"]),
    ("vertical bars", b"a|b\n1|2\n", ["there is only one column, 'a|b': separate columns with commas, semicolons or"]),
    # the header
    ("duplicate column", b"a,a,b\n1,2,3\n", ["2 columns named a", "give each its own name"]),
    ("the same but for spaces", b"a, a,b\n1,2,3\n", ["2 columns named a"]),
    ("unnamed column", b"a, ,b\n1,2,3\n", ["column 2 has no name"]),
    ("a column without a name", b"a,b,\n1,2,3\n", ["column 3 has no name"]),
    # the rows
    ("short row", b"a,b\n1,2\n3\n", ["line 3 has 1 cell", "header has 2"]),
    ("long row", b"a,b\n1,2,3\n", ["line 2 has 3 cells", "header has 2"]),
    ("comma within a number", b"a,b\n1,500,2\n", ["line 2 has 3 cells"]),
    ("semicolon at the end of every row", b"a;b\n1,5;2;\n3;4;\n", ["line 2 has 3 cells", "line 3 has 3 cells"]),
    ("text among the targets", b"a,b\n1,2\n3,4\n5,high\n", ["line 4, column b is 'high'", "finite number"]),
    ("a column of text", b"a,c,b\n1,x,2\n", ["the column c ('x') holds text", "--without c (in Python: without="]),
]
CELLS = ["red", "inf", "-Infinity", "1e999", "1_000", "0x10", "$5", "50%", "x" * 99]
BROKEN += [
    (f"cell {cell}", f"a,b\n1,2\n{cell},3\n".encode("utf-8"),
     [f"line 3, column a is {cell!r}"[:40], "must be a finite number", "if you do not need the column a, leave it out"])
    for cell in CELLS
]


@pytest.mark.parametrize("contents, parts", [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_the_message_about_a_broken_file_says_what_to_do(contents: bytes, parts: List[str], tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(contents)
    with pytest.raises(TableError) as raised:
        load_csv(str(path), ["b"])
    message = str(raised.value)
    assert message.startswith(f"{path}: ") and len(message) < len(str(path)) + 200
    for part in parts:
        assert part in message


def test_a_missing_file_and_a_folder_are_reported(tmp_path: Path) -> None:
    for path, problem in [(tmp_path / "nope.csv", "there is no such file"), (tmp_path, "it cannot be read")]:
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
    ("all left out", ["b"], ["a", "c"], "no column is left to predict from: leave out fewer"),
    ("the same target twice", ["b", "b"], [], "the target b is named 2 times: name it once"),
    ("all are targets", ["a", "b", "c"], [], "no column is left to predict from: a table needs a feature besides"),
]


@pytest.mark.parametrize("targets, without, message", [case[1:] for case in WRONG_NAMES],
                         ids=[case[0] for case in WRONG_NAMES])
def test_wrong_column_names_are_refused(targets: List[str], without: List[str], message: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"a,b,c\n1,2,3\n")
    with pytest.raises(ColumnError) as raised:
        load_csv(str(path), targets, without)
    assert message in str(raised.value)


@pytest.mark.parametrize("path", [None, 0, True, b"table.csv"])
def test_what_is_no_name_of_a_file_is_refused(path: object) -> None:
    with pytest.raises(TypeError, match="the name of a file is needed here, such as"):
        load_csv(path, "b")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["", "a\0b", "folder/"])
def test_what_is_no_name_of_a_file_is_said(name: str) -> None:
    for load in (load_csv, load_features):
        with pytest.raises(TableError) as raised:
            load(name, ["a"])
        assert str(raised.value) == f"{name}: {name!r} is not the name of a file"
    with pytest.raises(TypeError, match="the name of a file is needed here"):
        load_features(3, ["a"])  # type: ignore[arg-type]


def test_a_separator_at_the_end_of_every_line_is_no_column(tmp_path: Path) -> None:
    path = tmp_path / "flats.csv"
    path.write_text("size,rent,\n60,500,\n75,620,\n", encoding="utf-8")
    table = load_csv(path, ["rent"])
    assert (table.feature_names, table.X) == (["size"], [[60.0], [75.0]])
    path.write_text("size,rent,\n60,500,1\n75,620,\n", encoding="utf-8")
    with pytest.raises(TableError, match="column 3 has no name"):
        load_csv(path, ["rent"])


def test_the_columns_of_a_network_are_read_from_a_file_with_others(tmp_path: Path) -> None:
    path = tmp_path / "flats.csv"
    path.write_text("size;note;rent\n50,5;;500\n;x;3\n60;y;\n", encoding="utf-8")
    cells, separator, rows, features = load_features(path, ["size"], drop_missing=True)
    assert (cells.header, separator, rows, features) == (["size", "note", "rent"], ";", [0, 2], [[50.5], [60.0]])
    with pytest.raises(TableError, match="line 3, column size is empty"):
        load_features(path, ["size"])


def test_spaces_and_a_large_e_do_not_hide_a_number(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    for text, column in [
        ("a;b\n1,5E1;2\n3;4\n", [[15.0], [3.0]]), ("a;b\n1,5 ;2\n3;4\n", [[1.5], [3.0]]),
        ("a, b;c\n50,5 ;500 \n60 ;610 \n", [[50.5], [60.0]]), ("a;c\n1.5 ;2 \n", [[1.5]]),
        ("a,b,\t\n1,2,\t\n", [[1.0]]), ("a,b\n1,2\n\t\n3,4\n", [[1.0], [3.0]]),
    ]:
        path.write_text(text, encoding="utf-8")
        assert load_csv(path, "c" if "c" in text else "b").X == column, text


def test_words_with_commas_or_points_say_nothing_about_numbers(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a;b;note\n1.5;2;x, y\n2;3;u, v\n", encoding="utf-8")
    assert load_csv(path, "b", "note").X == [[1.5], [2.0]]
    path.write_text("a;b;note\n1;2;e.g. x\n2;3;y\n", encoding="utf-8")
    assert load_csv(path, "b", "note").notes == ["columns are separated by semicolons"]
    path.write_text("a;b\n1;2.5 \n2;3\n", encoding="utf-8")
    assert load_csv(path, "b").notes == [
        "columns are separated by semicolons, numbers are written with a decimal point"
    ]
    path.write_text("a,1,2,3,4;b\n4;x\n5;y\n", encoding="utf-8")
    assert load_csv(path, "b").X == [[4.0], [5.0]]


@pytest.mark.parametrize("text, problem", [
    ('"a";b\n', "there are no rows below the header"),
    ('"";\nb\n2\n', "there is only one column, 'b'"),
    ("a;b,c\n1;2\nx;y,3\n", "line 3, column a is 'x'"),
    ("a,b;c\n5,\n", "line 2 has 1 cell, but the header has 2"),
    ("a;b\n1,234 ;2\n5;3\n", "line 2, column a is '1,234'"),
    ("a,b,\n1,2,\n3,\n", "column 3 has no name"),
])
def test_the_separator_is_the_one_that_finds_the_most_numbers(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError) as raised:
        load_csv(path, "b,c" if "b,c" in text else "c" if "c" in text else "b")
    assert problem in str(raised.value)


def test_the_first_hundred_rows_show_the_separator(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a,b;c\n" + 98 * "1,x;1\n" + "y,x;5\n", encoding="utf-8")
    assert load_features(path, ["c"])[1] == ";"
    path.write_text("a,b;c\n" + 99 * "1,x;1\n" + "y,x;5\n", encoding="utf-8")
    with pytest.raises(TableError, match="line 101, column a is 'y'"):
        load_features(path, ["a"])
