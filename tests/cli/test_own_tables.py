"""A user's own table: what the report says about it, and the error line if it does not work."""

import re
from pathlib import Path
from typing import List, Tuple

import pytest

from ..support.command import Here, number_in, own_table


def test_a_table_saved_by_a_spreadsheet_is_read(here: Here, tmp_path: Path) -> None:
    rows = [f'"{size}",red,"{7 * size}"' for size in range(10, 50)]
    text = "\r\n".join(['\ufeff"size, m2",colour,"rent, warm"', *rows, ""])
    arguments = [*own_table(tmp_path, text, "rent, warm"), "--without", "colour", "--epochs", "5"]
    result = here.json(*arguments)
    assert (result["table"]["features"], result["table"]["target"]) == (["size, m2"], "rent, warm")
    assert all(row["actual"] in range(70, 350, 7) for row in result["before_and_after"])
    assert result["scores"][1]["r_squared"] == pytest.approx(1)

    report = here.text(*arguments)
    assert report.startswith("A network learns rent, warm by backpropagation\n")
    assert "$" not in report and "house" not in report


def test_large_numbers_are_written_out(here: Here, tmp_path: Path) -> None:
    text = "\n".join(["size,price"] + [f"{size},{size * 2531}" for size in range(50, 150)])
    report = here.text(*own_table(tmp_path, text, "price"), "--epochs", "1")
    rows = re.findall(r"^\d+  .*$", report, re.MULTILINE)
    assert len(rows) == 10
    for row in rows:
        actual, before, after, off_by = [number_in(cell) for cell in row.split()[1:]]
        assert "e+" not in row and actual % 2531 == 0 and off_by == pytest.approx(after - actual, abs=2)


def test_a_column_may_be_named_like_a_command(here: Here, tmp_path: Path) -> None:
    own = own_table(tmp_path, "size,page\n1,2\n3,4\n5,7\n", "page")
    assert here.json(*own, "--epochs", "1")["table"]["target"] == "page"


@pytest.mark.parametrize("options", ["", "--raw --learning-rate 0.01", "--layers none", "--patience 1"])
@pytest.mark.parametrize("num_rows", [2, 3])
def test_tables_of_two_and_three_rows_are_enough(num_rows: int, options: str, here: Here, tmp_path: Path) -> None:
    text = "\n".join(["size,floor,rent", "1,0,2", "2,5,4", "3,5,5"][: num_rows + 1])
    arguments = [*own_table(tmp_path, text, "rent"), *options.split()]
    result = here.json(*arguments)
    assert (result["table"]["training_rows"], result["table"]["held_out_rows"]) == (num_rows - 1, 1)
    assert [score["r_squared"] for score in result["scores"]] == [None] * 3
    assert here.text(*arguments).count(" none ") == 3


@pytest.mark.parametrize("rents, largest_error", [
    pytest.param([5.0] * 12, 1e-9, id="never"),
    pytest.param([0, 1e-320] * 6, 1e-9, id="hardly"),
    pytest.param([0.1 + 0.2, 0.3] * 6, 1e-9, id="only by rounding errors"),
    pytest.param([0, 3] + [0, 1e-160] * 10, 1, id="hardly where it is held out"),
])
def test_there_is_no_r_squared_if_the_target_never_or_hardly_changes(
    rents: List[float], largest_error: float, here: Here, tmp_path: Path
) -> None:
    lines = ["size,rent"] + [f"{size},{rent}" for size, rent in enumerate(rents)]
    arguments = [*own_table(tmp_path, "\n".join(lines), "rent"), "--epochs", "3"]
    scores = here.json(*arguments)["scores"]
    assert [score["r_squared"] for score in scores] == [None] * 3
    assert here.text(*arguments).count(" none ") == 3
    assert all(score["root_mean_square_error"] <= largest_error for score in scores[1:])


OWN = "size,colour,rent\n50,red,500\n60,blue,610\n"
OWN_TABLES: List[Tuple[str, str, List[str], int, List[str]]] = [
    ("unknown target", OWN, ["--target", "price"], 2, ["no column 'price'; the columns are size, colour,"]),
    ("unknown column", OWN, ["--without", "Size"], 2, ["no column 'Size'; the columns are size, colour,"]),
    ("nothing left", OWN, ["--without=size", "--without=colour"], 2, ["no column is left to predict from"]),
    ("a name with a line break", '"size\nin m2",rent\n1,2\n', ["--target", "x"], 2, ["there is no column 'x'"]),
    ("text", OWN, [], 1, ["flats.csv: the column colour ('red') holds text: leave it out with --without colour (in"]),
    ("a short row", "size,rent\n1,2\n3\n", [], 1, ["flats.csv: line 3 has 1 cell, but the header has 2"]),
    ("a number for each row", "size,rent\n1,2\n2,3\n3,4\n", ["--classify"], 1,
     ["rent has 3 different values in 3 rows, too many for classes: leave out --classify"]),
    ("an empty file", "", [], 1, ["flats.csv: ", "empty"]),
    ("no rows", "size,rent\n", [], 1, ["flats.csv: there are no rows below the header"]),
    ("a single row", "size,rent\n1,2\n", [], 1, ["a table of one row cannot be split"]),
    ("steps that are too large", "size,rent\n1,2\n3,4\n5,7\n", ["--raw", "--learning-rate", "1e9"], 1,
     ["stopped being a number in epoch ", "the learning rate 1e+09 is too large", "try 1e+08"]),
    ("numbers too large", "size,rent\n1e200,2\n-1e200,4\n0,7\n", [], 1, ["too large to standardize"]),
]


@pytest.mark.parametrize("text, options, status, fragments", [case[1:] for case in OWN_TABLES],
                         ids=[case[0] for case in OWN_TABLES])
def test_tables_that_do_not_work_get_one_line_that_says_why(
    text: str, options: List[str], status: int, fragments: List[str], here: Here, tmp_path: Path
) -> None:
    message = here.error_line(status, *own_table(tmp_path, text, "rent"), *options)
    for fragment in fragments:
        assert fragment in message


def test_all_problems_are_listed_at_once_and_empty_cells_left_out_on_request(here: Here, tmp_path: Path) -> None:
    text = "size;town;rent\n50,5;Bonn;500\n60;Rome;\n\n;Bonn;700\n80;Rome;800\n90;Bonn;900\n"
    arguments = [*own_table(tmp_path, text, "rent"), "--epochs", "1"]
    outcome = here.run(*arguments)
    assert (outcome.status, " ".join(outcome.err.split())) == (1, (
        f"minibackprop: error: {tmp_path / 'flats.csv'}: 3 problems: "
        "the column town ('Bonn') holds text: leave it out with --without town (in Python: without=['town']); "
        "line 3, column rent is empty; line 5, column size is empty; "
        "to leave out the rows with empty cells: --drop-missing (in Python: drop_missing=True)"
    ))
    table = here.json(*arguments, "--without", "town", "--drop-missing")["table"]
    assert (table["training_rows"], table["held_out_rows"]) == (2, 1)


@pytest.mark.parametrize("option", ["--drop-missing", "--classify"])
@pytest.mark.parametrize("command", [[], ["page"]])
def test_options_for_a_table_of_ones_own_need_one(command: List[str], option: str, here: Here) -> None:
    message = here.error_line(2, *command, option)
    assert f"{option} is for a table of your own: give --data and --target too" in message


def test_a_missing_file_and_a_folder_are_reported(here: Here, tmp_path: Path) -> None:
    nope = str(tmp_path / "nope.csv")
    assert f"{nope}: there is no such file" in here.error_line(1, "--data", nope, "--target", "rent")
    assert f"{tmp_path}: it cannot be read" in here.error_line(1, "--data", str(tmp_path), "--target", "rent")
