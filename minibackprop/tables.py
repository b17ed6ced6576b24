"""A table of examples and its preparation: read from cells of text, split into two parts, its columns scaled."""

import math

from .checks import SettingError, as_matrix, counted, positive_number, shown
from .linalg import Matrix, NumberError, Rows, ShapeError, Vector, column_means
from .random_numbers import Rng, shuffled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence

    Names = Sequence[str]
    Cells = Sequence[Sequence[str]]
else:
    Names = Cells = list


class TableError(ValueError):
    """A table that cannot be read, such as one with a short row or with text among the numbers."""


class ColumnError(ValueError):
    """A name that is not the name of a column of the table."""


class Table:
    """Examples, one a row: `X` (features) and `Y` (targets), with the names of their columns."""

    def __init__(
        self, X: Matrix, Y: Matrix, feature_names: Names, target_names: Names, description: str = ""
    ) -> None:
        self.X = X
        self.Y = Y
        self.feature_names = list(feature_names)
        self.target_names = list(target_names)
        self.description = description

    def __repr__(self) -> str:
        rows, features = counted(len(self.X), "row"), counted(len(self.feature_names), "feature")
        return f"Table({rows}, {features}, {counted(len(self.target_names), 'target')})"


def table_from_cells(
    header: Names, rows: Cells, target_names: Names, without: Names = (), description: str = ""
) -> Table:
    """Return the table that is written in cells of text, as a CSV file has them.

    The columns named in `target_names` become Y, those named in `without` are left out, all the others become X.
    TableError names the row (the one below the header is row 1) and the column of what is wrong; ColumnError lists
    the columns there are.

    >>> table = table_from_cells(["size", "colour", "price"], [["120", "red", "30.5"]], ["price"], without=["colour"])
    >>> table.X, table.Y, table.feature_names
    ([[120.0]], [[30.5]], ['size'])
    """
    columns = [name.strip() for name in header]
    for number, name in enumerate(columns, 1):
        if not name:
            raise TableError(f"column {number} has no name: the first line must name every column")
        if columns.count(name) > 1:
            raise TableError(f"there are {columns.count(name)} columns named {name}: give each its own name")
    targets, left_out = _known(target_names, columns), _known(without, columns)
    if not targets:
        raise ColumnError(f"no target is named: which of the columns {', '.join(columns)} is to be predicted?")
    for name in targets:
        if name in left_out:
            raise ColumnError(f"{name} is the target: it cannot be left out")
    features = [name for name in columns if name not in targets and name not in left_out]
    if not features:
        raise ColumnError("no column is left to predict from: leave out fewer")
    if not rows:
        raise TableError("there are no rows below the header")
    X: Matrix = []
    Y: Matrix = []
    for number, cells in enumerate(rows, 1):
        if len(cells) != len(columns):
            raise TableError(f"row {number} has {len(cells)} cells, but the header has {len(columns)}")
        by_name = dict(zip(columns, cells))
        X.append([_number_in(by_name[name], name, number) for name in features])
        Y.append([_number_in(by_name[name], name, number) for name in targets])
    return Table(X, Y, features, targets, description)


def split(table: Table, held_out_share: float, rng: Rng) -> "tuple[Table, Table]":
    """Return two tables of the same rows, shuffled: the rows to train on, and the held-out share (0 to 1) of them.

    TableError if the table has a single row: each part gets at least one.

    >>> from minibackprop import RandomNumbers
    >>> split(Table([[1.0], [2.0], [3.0], [4.0]], [[0.0]] * 4, ["a"], ["b"]), 0.25, RandomNumbers(1))
    (Table(3 rows, 1 feature, 1 target), Table(1 row, 1 feature, 1 target))
    """
    if positive_number(held_out_share, "the held-out share") >= 1:
        raise SettingError(f"the held-out share is {held_out_share}, but must be below 1: some rows are for training")
    if len(table.X) < 2:
        raise TableError("a table of one row cannot be split into a part to train on and a held-out part")
    order = shuffled(list(range(len(table.X))), rng)
    num_held_out = min(max(round(held_out_share * len(order)), 1), len(order) - 1)
    return _rows_of(table, order[num_held_out:]), _rows_of(table, order[:num_held_out])


class Scaling:
    """The mean and the standard deviation of every column: to scale with, and to undo it.

    Take it from the training examples only: held-out ones are not known yet when the scale is chosen.

    >>> scaling = Scaling.of([[1, 10], [3, 50]])
    >>> scaling.apply([[1, 10], [2, 50]])
    [[-1.0, -1.0], [0.0, 1.0]]
    >>> scaling.undo([[-1.0, -1.0], [0.0, 1.0]])
    [[1.0, 10.0], [2.0, 50.0]]
    """

    def __init__(self, means: Vector, deviations: Vector) -> None:
        self.means = means
        self.deviations = deviations

    def __repr__(self) -> str:
        return f"Scaling({counted(len(self.means), 'column')})"

    @staticmethod
    def of(X: Rows) -> "Scaling":
        """Return the scaling of the columns of X: mean, and deviation √(mean of (x − mean)²).

        A column that never changes (or too little to calculate with) gets the deviation 1, and so becomes 0
        everywhere. NumberError if the numbers in a column are too large to square.

        >>> Scaling.of([[1, 5], [3, 5]]).deviations
        [1.0, 1.0]
        """
        matrix = as_matrix(X, "X")
        means = column_means(matrix)
        deviations: Vector = []
        for number, (column, mean) in enumerate(zip(zip(*matrix), means), 1):
            deviation = math.sqrt(sum([(x - mean) * (x - mean) for x in column]) / len(column))
            if not math.isfinite(deviation):
                raise NumberError(f"the numbers in column {number} are too large to scale: give them in a larger unit")
            deviations.append(1.0 if min(column) == max(column) or deviation == 0 else deviation)
        return Scaling(means, deviations)

    def apply(self, X: Rows) -> Matrix:
        """(x − mean) / deviation, column by column. ShapeError if X has another number of columns.

        >>> Scaling([2.0], [4.0]).apply([[10]])
        [[2.0]]
        """
        scaled: Matrix = []
        for x in self._checked(X):
            scaled.append([(x_i - mean) / deviation for x_i, mean, deviation in zip(x, self.means, self.deviations)])
        return scaled

    def undo(self, X: Rows) -> Matrix:
        """x · deviation + mean, column by column: back to the unit that `apply` started from.

        >>> Scaling([2.0], [4.0]).undo([[2.0]])
        [[10.0]]
        """
        unscaled: Matrix = []
        for x in self._checked(X):
            unscaled.append([x_i * deviation + mean for x_i, mean, deviation in zip(x, self.means, self.deviations)])
        return unscaled

    def _checked(self, X: Rows) -> Matrix:
        matrix = as_matrix(X, "X")
        if len(matrix[0]) != len(self.means):
            raise ShapeError(f"X has {counted(len(matrix[0]), 'column')}, but the scaling is for {len(self.means)}")
        return matrix


def _known(names: Names, columns: Names) -> "list[str]":
    """The names as a list (a single one may come without), all of them names of columns."""
    known = [names] if isinstance(names, str) else list(names)
    for name in known:
        if name not in columns:
            raise ColumnError(f"there is no column {name!r}; the columns are {', '.join(columns)}")
    return known


def _rows_of(table: Table, places: "list[int]") -> Table:
    X = [table.X[place] for place in places]
    Y = [table.Y[place] for place in places]
    return Table(X, Y, table.feature_names, table.target_names, table.description)


def _number_in(cell: str, name: str, row: int) -> float:
    try:
        number = float(cell) if "_" not in cell else math.nan
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise TableError(
            f"row {row}, column {name} is {shown(cell)}, but must be a finite number (or leave out the column {name})"
        )
    return number
