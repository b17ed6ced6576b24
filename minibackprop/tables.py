"""A table of examples, and how to split it in two: one part to train on, and one to see how good the network is."""

from .classification import check_one_hot
from .linalg import Matrix, Rows, ShapeError, size
from .random_numbers import as_rng, shuffled
from .validation import SettingError, as_list, as_matrix, as_text, counted, positive_number, quoted, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence

    from .random_numbers import Rng

    Names = Sequence[str]
else:
    Names = list


class TableError(ValueError):
    """A table that cannot be read or used, such as one with a short row or with text among the numbers."""


class ColumnError(ValueError):
    """Column names that do not fit the table, such as one that it does not have."""


class Table:
    """Examples, one per row: `X` (features) and `Y` (targets), with the names of their columns.

    If the target is a class, `classes` names them all: Y has one column for each, in this order, with a 1 in the column
    of the row's class and 0 in the others. Otherwise `classes` is empty, and Y has one column for each target name.
    `notes` are sentences that say how the table was read.

    ShapeError, NumberError, ColumnError or TableError if these do not fit together. The table keeps copies.

    >>> Table([[60, 2], [75, 3]], [[500], [620]], ["size", "rooms"], ["rent"])
    Table(2 rows, 2 features, 1 target)
    >>> Table([[60, 2], [75, 3]], [[0, 1], [1, 0]], ["size", "rooms"], ["town"], classes=["Bonn", "Rome"])
    Table(2 rows, 2 features, 2 classes)
    """

    def __init__(
        self,
        X: Rows,
        Y: Rows,
        feature_names: Names,
        target_names: Names,
        description: str = "",
        classes: Names = (),
        notes: Names = (),
    ) -> None:
        self.X = as_matrix(X, "X")
        self.Y = as_matrix(Y, "Y")
        if len(self.X) != len(self.Y):
            raise ShapeError(
                f"X has {counted(len(self.X), 'row')} and Y has {counted(len(self.Y), 'row')}: "
                "each example needs a row in both"
            )
        self.feature_names = _different(as_names(feature_names, "the feature names"), "features")
        self.target_names = _different(as_names(target_names, "the target names"), "targets")
        self.description = as_text(description, "the description")
        self.classes = _different(as_names(classes, "the classes"), "classes")
        self.notes = as_names(notes, "the notes")
        _check_number(self.feature_names, "feature name", self.X, "X")
        if not self.classes:
            _check_number(self.target_names, "target name", self.Y, "Y")
        else:
            _check_number(self.classes, "class", self.Y, "Y")
            check_one_hot(self.Y)
            if len(self.classes) < 2 or len(self.target_names) != 1:
                raise TableError("a table with classes needs at least two of them, and a single target")

    def __repr__(self) -> str:
        rows, features = counted(len(self.X), "row"), counted(len(self.feature_names), "feature")
        targets = counted(len(self.Y[0]), "class" if self.classes else "target")
        return f"Table({rows}, {features}, {targets})"


def train_test_split(table: Table, held_out_share: float, rng: "Rng | None" = None) -> "tuple[Table, Table]":
    """Shuffle the rows and return two tables: one to train on, and one with the held-out share (0 to 1) of the rows.

    Each part gets at least two rows, as R² needs them; or one, if the table has fewer than four. TableError if it has
    only one. Without `rng` the rows are shuffled with RandomNumbers(0). The two tables share no lists with `table`.

    >>> train_test_split(Table([[1], [2], [3], [4], [5], [6]], [[0]] * 6, ["a"], ["b"]), 0.25)
    (Table(4 rows, 1 feature, 1 target), Table(2 rows, 1 feature, 1 target))
    """
    if not isinstance(table, Table):
        raise TypeError(f"a Table is needed here, such as load_housing() returns, but this is {shown(table)}")
    if positive_number(held_out_share, "the held-out share") >= 1:
        raise SettingError(
            f"the held-out share is {shown(held_out_share)}, but must be below 1: training needs some rows too"
        )
    num_rows = len(table.X)
    if num_rows < 2:
        raise TableError("a table of one row cannot be split into a part to train on and a held-out part")
    order = shuffled(range(num_rows), as_rng(rng))
    fewest = 2 if num_rows >= 4 else 1
    num_held_out = min(max(round(held_out_share * num_rows), fewest), num_rows - fewest)
    return _rows_of(table, order[num_held_out:]), _rows_of(table, order[:num_held_out])


def as_names(names: Names, what: str) -> "list[str]":
    """Return the names as a new list; a single name may be given as plain text. ColumnError if they are not text.

    >>> as_names(("size", "rooms"), "the features"), as_names("rent", "the target")
    (['size', 'rooms'], ['rent'])
    """
    if isinstance(names, str):
        return [names]
    wanted = "a list of names, such as ['size', 'rooms']"
    found = as_list(names, what, wanted, ColumnError, at_least=0)
    if not all([isinstance(name, str) for name in found]):
        raise ColumnError(f"{what} must be {wanted}, but this is {shown(names)}")
    return [str(name) for name in found]  # an array has texts of a kind of its own


def _different(names: "list[str]", what: str) -> "list[str]":
    for name in names:
        if names.count(name) > 1:
            raise ColumnError(f"{names.count(name)} {what} are named {quoted(name)}: give each its own name")
    return names


def _check_number(names: "list[str]", what: str, M: Matrix, matrix_name: str) -> None:
    if len(names) != len(M[0]):
        raise ColumnError(
            f"there {'is' if len(names) == 1 else 'are'} {counted(len(names), what)}, "
            f"but {matrix_name} is {size(M)}: each of its columns needs one"
        )


def _rows_of(table: Table, places: "list[int]") -> Table:
    X = [table.X[place] for place in places]
    Y = [table.Y[place] for place in places]
    return Table(
        X, Y, table.feature_names, table.target_names, table.description, table.classes, table.notes
    )
