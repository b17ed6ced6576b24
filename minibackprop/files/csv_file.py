"""Reading a table from a CSV file: with commas, semicolons or tabs between the columns."""

import csv
import io
import itertools
import re
from typing import Iterator, List, Tuple

from ..cells import Cells
from ..linalg import Matrix
from ..table_reading import features_from_cells, read_table
from ..tables import Names, Table, TableError
from ..validation import shown
from .text_file import read_text
from .whole_file import PathLike

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
ROWS_LOOKED_AT = 100  # to find out which separator a file has
NUMBER = re.compile(r"[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?", re.IGNORECASE)
THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")  # 1,234 does not say whether its comma is a decimal comma

Row = Tuple[int, List[str]]  # the line on which it begins, counted from 1, and its cells


def load_csv(
    path: PathLike,
    target_names: Names,
    without: Names = (),
    drop_missing: bool = False,
    classify: bool = False,
) -> Table:
    """Return the table in a CSV file: the first line names the columns, every other line is an example.

    The columns named in `target_names` become Y, those in `without` are left out, all the others become X. A single
    target of words makes it a classification, and so does `classify` with a single target of numbers. A cell is empty
    if it holds nothing, or one of - ? NA N/A #N/A NaN null; `drop_missing` leaves out the rows with one.

    The file is text in UTF-8, with the line endings of any system; cells may be quoted. Semicolons or tabs between the
    columns, and then decimal commas, are recognised: `notes` of the table says so.

    TableError says what is wrong with the file, line by line; ColumnError lists the columns that there are.

    >>> load_csv("no_such_file.csv", ["price"])
    Traceback (most recent call last):
        ...
    minibackprop.tables.TableError: no_such_file.csv: there is no such file
    """
    try:
        cells, separator = _cells_in(path)
        if len(cells.header) == 1:
            raise TableError(
                f"there is only one column, {shown(cells.header[0])}: separate columns with commas, semicolons or tabs"
            )
        notes = _notes(cells, separator)
        return read_table(cells, target_names, without, f"the table in {path}", notes, drop_missing, classify)
    except TableError as error:
        raise TableError(f"{path}: {error}") from None


def load_features(path: PathLike, names: Names, drop_missing: bool = False) -> Tuple[Cells, str, List[int], Matrix]:
    """Return the cells of a CSV file, its separator, the places of the rows used, and the columns of these names as X.

    `drop_missing` leaves out the rows with an empty cell in one of these columns. The file may have other columns.

    TableError says what is wrong with the file, line by line; ColumnError names the columns that are missing.

    >>> load_features("no_such_file.csv", ["size"])
    Traceback (most recent call last):
        ...
    minibackprop.tables.TableError: no_such_file.csv: there is no such file
    """
    try:
        cells, separator = _cells_in(path)
        rows, X = features_from_cells(cells, names, drop_missing)
        return cells, separator, rows, X
    except TableError as error:
        raise TableError(f"{path}: {error}") from None


def _cells_in(path: PathLike) -> Tuple[Cells, str]:
    """The cells of the file, and what separates them."""
    text = read_text(path, TableError, " (a spreadsheet saves it as 'CSV UTF-8')")
    separator = _separator(text)
    rows = list(_rows_of(text, separator))
    if not rows:
        raise TableError("the file is empty: its first line must name the columns")
    header, body = rows[0][1], [cells for _, cells in rows[1:]]
    if header[-1].strip() == "" and all(len(cells) == len(header) and cells[-1].strip() == "" for cells in body):
        header, body = header[:-1], [cells[:-1] for cells in body]  # every line of the file ends with a separator
    places = [f"line {number}" for number, _ in rows[1:]]
    return Cells(header, body, places, "." if separator == "," else _decimal_mark(body)), separator


def _rows_of(text: str, separator: str) -> Iterator[Row]:
    """The rows that are not blank. TableError if a quotation mark is in the wrong place."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise TableError(f"line {line} is not CSV ({error}): check the quotation marks from there on") from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield line, cells


def _separator(text: str) -> str:
    """The separator that finds the most numbers; commas if that does not tell."""
    return max(SEPARATORS, key=lambda separator: _fit(text, separator))


def _fit(text: str, separator: str) -> Tuple[bool, float]:
    """How well a separator fits the first rows: is there more than one column, and what share of cells are numbers?"""
    rows: List[List[str]] = []
    try:
        for _, cells in itertools.islice(_rows_of(text, separator), ROWS_LOOKED_AT):
            rows.append(cells)
    except TableError:
        pass  # the rows before it have to do
    if not rows:
        return False, 0.0
    cells_below = [cell.strip() for cells in rows[1:] for cell in cells]
    num_numbers = sum(NUMBER.fullmatch(cell) is not None for cell in cells_below)
    return len(rows[0]) > 1, num_numbers / max(len(cells_below), 1)


def _decimal_mark(rows: List[List[str]]) -> str:
    """A comma if more numbers have a comma than a point. Numbers that could have thousands separators do not count."""
    numbers = [cell.strip() for cells in rows for cell in cells if NUMBER.fullmatch(cell.strip())]
    clear = [number for number in numbers if not THOUSANDS.fullmatch(number)]
    return "," if sum("," in number for number in clear) > sum("." in number for number in clear) else "."


def _notes(cells: Cells, separator: str) -> List[str]:
    """What there is to say about how the cells are written: nothing if commas separate them."""
    if separator == ",":
        return []
    note = f"columns are separated by {SEPARATORS[separator]}"
    if cells.decimal_mark == ",":
        return [f"{note}, numbers are written with a decimal comma"]
    has_points = any("." in cell and NUMBER.fullmatch(cell.strip()) for row in cells.rows for cell in row)
    return [f"{note}, numbers are written with a decimal point" if has_points else note]
