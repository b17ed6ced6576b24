"""What is wrong with a table that is still text: everything at once, in the order of its rows and columns."""

from .cells import Cells, Column, Value, is_complete, why_no_number
from .tables import TableError
from .validation import counted, quoted, shown

MOST_PROBLEMS = 10


def check_cells(
    cells: Cells, features: "list[Column]", targets: "list[Column]", is_class: bool, drop_missing: bool
) -> None:
    """TableError if these columns are no table of numbers: the first ten problems, and how many more there are.

    With `is_class` the target may be a column of text. With `drop_missing` rows with an empty cell are passed over.
    Without targets, as where a network predicts new rows, no column may be left out.

    >>> cells = Cells(["size", "rent"], [["60", "500"], ["75"], ["80", "x"]])
    >>> try:
    ...     check_cells(cells, [Column(cells, 0)], [Column(cells, 1)], is_class=False, drop_missing=False)
    ... except TableError as error:
    ...     print(error)
    2 problems:
    row 2 has 1 cell, but the header has 2;
    row 3, column rent is 'x', but must be a finite number
    """
    usable = [column for column in features if not column.is_text] + targets
    needed = sorted([column for column in usable if not column.is_empty], key=lambda column: column.place)
    problems = _problems_of_header(cells)
    if len(cells.header) in [len(row) for row in cells.rows]:  # otherwise there are no columns yet
        problems += _problems_of_columns(features, targets, is_class)
    of_rows, with_empty, with_text = _problems_of_rows(cells, needed, drop_missing)
    advice = []
    if with_empty:
        advice.append("to leave out the rows with empty cells: --drop-missing (in Python: drop_missing=True)")
    not_needed = [column for column in features if column in with_text]
    if not_needed and targets:
        named = _columns([quoted(column.name) for column in not_needed])
        advice.append(f"if you do not need {named}, {_leave_out(not_needed)}")
    _refuse(problems + of_rows, advice)


def check_classes(target: Column, rows: "list[int]") -> None:
    """TableError if the values of the target in these rows, counted from 0, are no classes.

    >>> try:
    ...     check_classes(Column(Cells(["town"], [["Bonn"], ["Bonn"]]), 0), [0, 1])
    ... except TableError as error:
    ...     print(error)
    the target town is 'Bonn' in every row: there is nothing to tell apart
    """
    _refuse(_problems_of_classes(target, [target.values[n] for n in rows]), [])


def _refuse(problems: "list[str]", advice: "list[str]") -> None:
    if problems:
        lines = problems[:MOST_PROBLEMS]
        if len(problems) > MOST_PROBLEMS:
            lines.append(f"and {counted(len(problems) - MOST_PROBLEMS, 'more problem')}")
        heading = f"{len(problems)} problems:\n" if len(problems) > 1 else ""
        raise TableError(heading + ";\n".join(lines + advice))


def _problems_of_header(cells: Cells) -> "list[str]":
    problems = []
    for place, name in enumerate(cells.header):
        if not name:
            problems.append(f"column {place + 1} has no name: the first line must name every column")
        elif cells.header.index(name) == place and cells.header.count(name) > 1:
            number = cells.header.count(name)
            problems.append(f"there are {number} columns named {quoted(name)}: give each its own name")
    return problems if cells.rows else problems + ["there are no rows below the header"]


def _problems_of_columns(features: "list[Column]", targets: "list[Column]", is_class: bool) -> "list[str]":
    problems = []
    of_text = [column for column in features if column.is_text]
    if of_text:
        named = _columns([f"{quoted(column.name)} ({shown(column.example)})" for column in of_text])
        advice = _leave_out(of_text) if targets else "numbers are needed here"
        problems.append(f"{named} {'holds' if len(of_text) == 1 else 'hold'} text: {advice}")
    empty = [column for column in features if column.is_empty]
    if empty:
        named = _columns([quoted(column.name) for column in empty])
        advice = _leave_out(empty) if targets else "numbers are needed here"
        problems.append(f"{named} {'is' if len(empty) == 1 else 'are'} empty: {advice}")
    for target in targets:
        if target.is_empty:
            problems.append(f"the target {quoted(target.name)} is empty in every row")
        elif target.is_text and not is_class:
            named = f"{quoted(target.name)} ({shown(target.example)})"
            problems.append(f"the target {named} holds text: predict it without other targets")
    if is_class:
        problems += _problems_of_classes(targets[0], targets[0].values)
    return problems


def _problems_of_rows(
    cells: Cells, needed: "list[Column]", drop_missing: bool
) -> "tuple[list[str], list[Column], list[Column]]":
    """The problems, and the columns with an empty cell and those with text among their numbers, once for each cell."""
    problems = []
    with_empty, with_text = [], []
    for n, (row, place) in enumerate(zip(cells.rows, cells.places)):
        if len(row) != len(cells.header):
            problems.append(f"{place} has {counted(len(row), 'cell')}, but the header has {len(cells.header)}")
            continue
        if drop_missing and not is_complete(needed, n):
            continue
        for column in needed:
            value = column.values[n]
            if value is None:
                problems.append(f"{place}, column {quoted(column.name)} is empty")
                with_empty.append(column)
            elif isinstance(value, str) and not column.is_text:
                problems.append(f"{place}, column {quoted(column.name)} {why_no_number(value)}")
                with_text.append(column)
    return problems, with_empty, with_text


def _problems_of_classes(target: Column, cells: "list[Value]") -> "list[str]":
    values = [value for value in cells if value is not None]
    num_classes = len(set(values))
    if num_classes == 1:
        return [f"the target {quoted(target.name)} is {shown(values[0])} in every row: there is nothing to tell apart"]
    if num_classes <= max(2, len(values) / 2):
        return []
    advice = "leave out --classify (in Python: classify=True)"
    if target.is_text:
        advice = f"choose another target, or write {shown(target.example)} as a number if it is one"
    return [
        f"the target {quoted(target.name)} has {num_classes} different values in {len(values)} rows, "
        f"too many for classes: {advice}"
    ]


def _columns(names: "list[str]") -> str:
    """The column a, the columns a and b, the columns a, b and c."""
    if len(names) == 1:
        return f"the column {names[0]}"
    return f"the columns {', '.join(names[:-1])} and {names[-1]}"


def _leave_out(columns: "list[Column]") -> str:
    """How to leave these columns out, on the command line and in Python."""
    names = [column.name for column in columns]
    options = " ".join([f"--without {quoted(name)}" for name in names])
    return f"leave {'it' if len(names) == 1 else 'them'} out with {options} (in Python: without={names!r})"
