"""Reading a table from cells of text: which columns are features and targets, and what their cells stand for."""

from .cells import Cells, Column, TextRows, is_complete
from .classification import one_hot
from .linalg import Matrix, transpose
from .table_problems import check_cells, check_classes
from .tables import ColumnError, Names, Table, TableError, as_names
from .validation import counted, quoted, shown


def table_from_cells(
    header: Names,
    rows: TextRows,
    target_names: Names,
    without: Names = (),
    description: str = "",
    drop_missing: bool = False,
    classify: bool = False,
) -> Table:
    """Return the table whose cells are given as text, as in a CSV file.

    The columns named in `target_names` become Y, those named in `without` are left out, all the others become X. A
    single target of words makes it a classification, and so does `classify` with a single target of numbers. A cell
    is empty if it holds nothing, or one of - ? NA N/A #N/A NaN null; `drop_missing` leaves out the rows with one.

    TableError says which rows and columns are wrong (row 1 is the one below the header); ColumnError lists the columns
    that there are.

    >>> table = table_from_cells(["size", "colour", "price"], [["120", "red", "30.5"]], ["price"], without=["colour"])
    >>> table.X, table.Y, table.feature_names
    ([[120.0]], [[30.5]], ['size'])
    """
    return read_table(Cells(header, rows), target_names, without, description, (), drop_missing, classify)


def read_table(
    cells: Cells,
    target_names: Names,
    without: Names = (),
    description: str = "",
    notes: Names = (),
    drop_missing: bool = False,
    classify: bool = False,
) -> Table:
    """Return the table in these cells, as `table_from_cells` does. `notes` say how the cells were separated.

    >>> read_table(Cells(["a", "b"], [["1", "2"], ["", "4"]]), "b", drop_missing=True).notes
    ['1 row with empty cells was left out']
    """
    left_out = as_names(without, "the columns to leave out")
    features, targets = _chosen_columns(cells, as_names(target_names, "the target"), left_out)
    if classify and len(targets) > 1:
        raise ColumnError(f"there are {len(targets)} targets, but only a single one can be made a classification")
    is_class = len(targets) == 1 and (classify or targets[0].is_text)
    check_cells(cells, features, targets, is_class, drop_missing)
    kept = _complete_rows(cells, features + targets)
    all_notes = list(notes)
    if len(kept) < len(cells.rows):
        num_left_out = len(cells.rows) - len(kept)
        verb = "was" if num_left_out == 1 else "were"
        all_notes.append(f"{counted(num_left_out, 'row')} with empty cells {verb} left out")
    X = transpose([column.numbers(kept) for column in features])
    if is_class:
        check_classes(targets[0], kept)  # again: rows that were left out may have held a class of their own
        labels, classes = _labels_and_classes(cells, targets[0], kept)
        Y = one_hot(labels, classes)
    else:
        classes = []
        Y = transpose([column.numbers(kept) for column in targets])
    names = [[column.name for column in columns] for columns in (features, targets)]
    return Table(X, Y, names[0], names[1], description, classes, all_notes)


def features_from_cells(cells: Cells, names: Names, drop_missing: bool = False) -> "tuple[list[int], Matrix]":
    """Return the places of the rows that are used, and X: the numbers in the columns of these names, in this order.

    ColumnError names the columns that are missing; TableError says which cells are no numbers.

    >>> features_from_cells(Cells(["rent", "size"], [["", "60"], ["700", "75"]]), ["size"])
    ([0, 1], [[60.0], [75.0]])
    """
    columns = [Column(cells, place) for place in _places_of(cells, names)]
    check_cells(cells, columns, [], False, drop_missing)
    rows = _complete_rows(cells, columns)
    return rows, transpose([column.numbers(rows) for column in columns])


def _complete_rows(cells: Cells, columns: "list[Column]") -> "list[int]":
    """The places of the rows that have no empty cell in these columns."""
    rows = [n for n in range(len(cells.rows)) if is_complete(columns, n)]
    if not rows:
        raise TableError("every row has an empty cell: leave out the columns that have most of them")
    return rows


def _chosen_columns(cells: Cells, targets: "list[str]", without: "list[str]") -> "tuple[list[Column], list[Column]]":
    """The columns that become X, and those that become Y; ColumnError if a name does not fit."""
    _places_of(cells, targets + without)
    if not targets:
        raise ColumnError(f"no target is named: which of the columns {_listed(cells.header)} is to be predicted?")
    for name in targets:
        if name in without:
            raise ColumnError(f"{quoted(name)} is the target: it cannot be left out")
        if targets.count(name) > 1:
            raise ColumnError(f"the target {quoted(name)} is named {targets.count(name)} times: name it once")
    features = [place for place, name in enumerate(cells.header) if name not in targets and name not in without]
    if not features:
        advice = "leave out fewer" if without else "a table needs a feature besides its target"
        raise ColumnError(f"no column is left to predict from: {advice}")
    return [Column(cells, place) for place in features], [Column(cells, place) for place in _places_of(cells, targets)]


def _places_of(cells: Cells, names: Names) -> "list[int]":
    """The places of the columns of these names, in this order; ColumnError if there are no such columns."""
    missing = [shown(name) for name in names if name not in cells.header]
    if missing:
        there_is = "there is no column" if len(missing) == 1 else "there are no columns"
        raise ColumnError(f"{there_is} {', '.join(missing)}; the columns are {_listed(cells.header)}")
    return [cells.header.index(name) for name in names]


def _listed(names: Names) -> str:
    return ", ".join([quoted(name) for name in names])


def _labels_and_classes(cells: Cells, target: Column, rows: "list[int]") -> "tuple[list[str], list[str]]":
    """The class of each of these rows, and all classes in order: text in its own order, numbers by their size.

    A number is called what its first cell says: if one cell is 1 and a later one is 1.0, both are of class 1.
    """
    texts = [cells.rows[n][target.place].strip() for n in rows]
    if target.is_text:
        return texts, sorted(set(texts))
    name_of: "dict[float, str]" = {}
    labels = [name_of.setdefault(number, text) for number, text in zip(target.numbers(rows), texts)]
    return labels, [name_of[number] for number in sorted(name_of)]
