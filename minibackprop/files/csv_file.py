"""Reading a table from a CSV file."""

import csv
import io

from ..tables import Names, Table, TableError, table_from_cells


def load_csv(path: str, target_names: Names, without: Names = ()) -> Table:
    """Return the table in a CSV file: the first line names the columns, every other line is an example.

    The columns named in `target_names` become Y, those in `without` are left out, all the others become X. The file
    is text in UTF-8, with or without a byte-order mark, with the line endings of any system; cells may be quoted.

    TableError says what is wrong with the file, and where; ColumnError lists the columns that there are.

    >>> load_csv("no_such_file.csv", ["price"])
    Traceback (most recent call last):
        ...
    minibackprop.tables.TableError: no_such_file.csv: there is no such file
    """
    try:
        with open(path, newline="", encoding="utf-8-sig") as file:
            text = file.read()
        if "\0" in text:  # as in UTF-16
            raise UnicodeError
        reader = csv.reader(io.StringIO(text, newline=""), strict=True, skipinitialspace=True)
        lines = [cells for cells in reader if any(cell.strip() for cell in cells)]
        if not lines:
            raise TableError("the file is empty: its first line must name the columns")
        if len(lines[0]) == 1 and (";" in lines[0][0] or "\t" in lines[0][0]):
            raise TableError(
                f"the first line is {lines[0][0]!r}: separate the columns with commas (and write 0.5, not 0,5)"
            )
        return table_from_cells(lines[0], lines[1:], target_names, without, f"the table in {path}")
    except FileNotFoundError:
        raise TableError(f"{path}: there is no such file") from None
    except OSError as error:
        raise TableError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeError:
        raise TableError(f"{path}: is not text in UTF-8 (a spreadsheet saves it as 'CSV UTF-8')") from None
    except csv.Error as error:
        raise TableError(f"{path}: is not a CSV file ({error}): check its quotation marks") from None
    except TableError as error:
        raise TableError(f"{path}: {error}") from None
