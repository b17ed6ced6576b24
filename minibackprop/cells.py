"""A table that is still text, as in a file: what its cells hold, and where in the file they are."""

import math

from .linalg import Vector
from .tables import Names, TableError, as_names
from .validation import as_list, counted, quoted, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence

    TextRows = Sequence[Sequence[str]]
    Value = float | str | None
else:
    TextRows = Value = list

EMPTY = ("", "-", "?", "na", "n/a", "#n/a", "nan", "null")  # how tables write that a value is missing


class Cells:
    """Column names and rows of cells, all of them text.

    `places` says where each row is, such as "line 7" of a file; by default "row 1" is the one below the header.
    `decimal_mark` is a point or a comma.

    >>> cells = Cells(["size", "rent"], [["60", "500"], ["75", ""]])
    >>> cells.places, cells.value("75"), cells.value("")
    (['row 1', 'row 2'], 75.0, None)
    """

    def __init__(self, header: Names, rows: TextRows, places: Names = (), decimal_mark: str = ".") -> None:
        self.header = [name.strip() for name in as_names(header, "the header")]
        self.rows = _checked_rows(rows)
        self.places = list(places) if places else [f"row {number}" for number in range(1, len(self.rows) + 1)]
        self.decimal_mark = decimal_mark

    def __repr__(self) -> str:
        return f"Cells({counted(len(self.rows), 'row')}, {counted(len(self.header), 'column')})"

    def value(self, cell: str) -> Value:
        """What a cell holds: a finite number, or None if it is empty, or else its text without the spaces around it.

        >>> Cells(["size"], [], decimal_mark=",").value("1,5"), Cells(["size"], []).value(" 1,5 ")
        (1.5, '1,5')
        """
        number = math.nan
        if "_" not in cell and (self.decimal_mark == "." or "." not in cell):
            try:
                number = float(cell if self.decimal_mark == "." else cell.replace(",", "."))
            except ValueError:
                pass
        if math.isfinite(number):
            return number
        text = cell.strip()
        return None if text.lower() in EMPTY else text


class Column:
    """One column of a table that is still text: its name, its place among the columns, and the values of its cells.

    It is text if more than half of its cells that are not empty hold words; `example` is the first of those words.

    >>> column = Column(Cells(["size", "town"], [["60", "Bonn"], ["75", "-"]]), place=1)
    >>> column.values, column.is_text, column.example
    (['Bonn', None], True, 'Bonn')
    """

    def __init__(self, cells: Cells, place: int) -> None:
        self.name = cells.header[place]
        self.place = place
        self.values = [cells.value(row[place]) if len(row) == len(cells.header) else None for row in cells.rows]
        filled = [value for value in self.values if value is not None]
        words = [value for value in filled if isinstance(value, str) and not _is_number_in_groups(value)]
        self.is_empty = not filled
        self.is_text = 2 * len(words) > len(filled)
        self.example = words[0] if words else ""

    def __repr__(self) -> str:
        return f"Column({quoted(self.name)})"

    def numbers(self, rows: "list[int]") -> Vector:
        """The numbers in these rows, counted from 0.

        >>> Column(Cells(["size"], [["60"], ["-"], ["75"]]), place=0).numbers([2, 0])
        [75.0, 60.0]
        """
        return [value for value in [self.values[n] for n in rows] if isinstance(value, float)]


def is_complete(columns: "list[Column]", n: int) -> bool:
    """Whether row n, counted from 0, has no empty cell in these columns.

    >>> cells = Cells(["size", "town"], [["60", "Bonn"], ["75", "-"]])
    >>> columns = [Column(cells, 0), Column(cells, 1)]
    >>> is_complete(columns, 0), is_complete(columns, 1)
    (True, False)
    """
    return None not in [column.values[n] for column in columns]


def why_no_number(text: str) -> str:
    """Return what a message says about text where a number is needed.

    >>> why_no_number("red")
    "is 'red', but must be a finite number"
    >>> why_no_number("1.234,5")
    "is '1.234,5': write it with nothing but a decimal point in it, as in 1234.5"
    """
    if _is_number_in_groups(text):
        return f"is {shown(text)}: write it with nothing but a decimal point in it, as in 1234.5"
    return f"is {shown(text)}, but must be a finite number"


def _is_number_in_groups(text: str) -> bool:
    """Is it a number with separators that do not fit here, such as 1.234,5 or 1 000? A date, 1.12.2020, is not."""
    for separator in ".,'’\u00a0\u202f":
        text = text.replace(separator, " ")
    groups = text.lstrip("+-").split()
    middle_groups = groups[1:-1]
    return "".join(groups).isdigit() and all([len(group) == 3 for group in middle_groups])


def _checked_rows(rows: TextRows) -> "list[list[str]]":
    checked: "list[list[str]]" = []
    for row in as_list(rows, "the rows", "a list of lists of text, such as [['60', '500']]", TableError, at_least=0):
        name = f"row {len(checked) + 1}"
        cells = as_list(row, name, "a list of text, such as ['60', '500']", TableError, at_least=0)
        for cell in cells:
            if not isinstance(cell, str):
                raise TableError(
                    f"{name} has the cell {shown(cell)}, but cells must be text, such as '1.5'; "
                    "numbers need no reading: Table(X, Y, feature_names, target_names)"
                )
        checked.append(list(cells))
    return checked
