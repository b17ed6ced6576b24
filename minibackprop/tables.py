"""A table of examples and how to prepare it: read it from cells of text, split it in two, standardize its columns."""

import math

from .linalg import Matrix, NumberError, Rows, ShapeError, Vector, column_means
from .random_numbers import Rng, shuffled
from .validation import SettingError, as_matrix, counted, positive_number, shown

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
    """Column names that do not fit the table, such as one that it does not have."""


class Table:
    """Examples, one per row: `X` (features) and `Y` (targets), with the names of their columns."""

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
    """Return the table whose cells are given as text, as in a CSV file.

    The columns named in `target_names` become Y, those named in `without` are left out, all the others become X.
    TableError says which row and column is wrong (row 1 is the one below the header); ColumnError lists the columns
    that there are.

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


def train_test_split(table: Table, held_out_share: float, rng: Rng) -> "tuple[Table, Table]":
    """Shuffle the rows and return two tables: one to train on, and one with the held-out share (0 to 1) of the rows.

    Each part gets at least one row: TableError if the table has only one.

    >>> from minibackprop import RandomNumbers
    >>> train_test_split(Table([[1.0], [2.0], [3.0], [4.0]], [[0.0]] * 4, ["a"], ["b"]), 0.25, RandomNumbers(1))
    (Table(3 rows, 1 feature, 1 target), Table(1 row, 1 feature, 1 target))
    """
    if positive_number(held_out_share, "the held-out share") >= 1:
        raise SettingError(f"the held-out share is {held_out_share}, but must be below 1: training needs some rows too")
    if len(table.X) < 2:
        raise TableError("a table of one row cannot be split into a part to train on and a held-out part")
    order = shuffled(list(range(len(table.X))), rng)
    num_held_out = min(max(round(held_out_share * len(order)), 1), len(order) - 1)
    return _rows_of(table, order[num_held_out:]), _rows_of(table, order[:num_held_out])


class Standardizer:
    """Scales every column to mean 0 and standard deviation 1, and back.

    Fit it to the training examples only: the held-out examples stand for data that is not known yet.

    >>> standardizer = Standardizer.fit([[1, 10], [3, 50]])
    >>> standardizer.transform([[1, 10], [2, 50]])
    [[-1.0, -1.0], [0.0, 1.0]]
    >>> standardizer.inverse_transform([[-1.0, -1.0], [0.0, 1.0]])
    [[1.0, 10.0], [2.0, 50.0]]
    """

    def __init__(self, means: Vector, deviations: Vector) -> None:
        self.means = means
        self.deviations = deviations

    def __repr__(self) -> str:
        return f"Standardizer({counted(len(self.means), 'column')})"

    @staticmethod
    def fit(X: Rows) -> "Standardizer":
        """Return the standardizer for the columns of X: their means and deviations √(mean of (x − mean)²).

        A column that does not vary (or varies too little to calculate with) gets the deviation 1, so it becomes 0
        everywhere. NumberError if the numbers in a column are too large to square.

        >>> Standardizer.fit([[1, 5], [3, 5]]).deviations
        [1.0, 1.0]
        """
        matrix = as_matrix(X, "X")
        means = column_means(matrix)
        deviations: Vector = []
        for number, (column, mean) in enumerate(zip(zip(*matrix), means), 1):
            deviation = math.sqrt(sum([(x - mean) * (x - mean) for x in column]) / len(column))
            if not math.isfinite(deviation):
                raise NumberError(
                    f"the numbers in column {number} are too large to standardize: give them in a larger unit"
                )
            deviations.append(1.0 if min(column) == max(column) or deviation == 0 else deviation)
        return Standardizer(means, deviations)

    def transform(self, X: Rows) -> Matrix:
        """(x − mean) / deviation, column by column. ShapeError if X has a different number of columns.

        >>> Standardizer([2.0], [4.0]).transform([[10]])
        [[2.0]]
        """
        standardized: Matrix = []
        for x in self._checked(X):
            columns = zip(x, self.means, self.deviations)
            standardized.append([(x_i - mean) / deviation for x_i, mean, deviation in columns])
        return standardized

    def inverse_transform(self, X: Rows) -> Matrix:
        """x · deviation + mean, column by column: back to the original unit.

        >>> Standardizer([2.0], [4.0]).inverse_transform([[2.0]])
        [[10.0]]
        """
        original: Matrix = []
        for x in self._checked(X):
            columns = zip(x, self.means, self.deviations)
            original.append([x_i * deviation + mean for x_i, mean, deviation in columns])
        return original

    def _checked(self, X: Rows) -> Matrix:
        matrix = as_matrix(X, "X")
        if len(matrix[0]) != len(self.means):
            raise ShapeError(
                f"X has {counted(len(matrix[0]), 'column')}, but this Standardizer was fitted to {len(self.means)}"
            )
        return matrix


def _known(names: Names, columns: Names) -> "list[str]":
    """The names as a list (a single name may be given as plain text); ColumnError if one is not a column."""
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
