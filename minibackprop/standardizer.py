"""Standardizing: every column is scaled to mean 0 and standard deviation 1, and predictions are scaled back."""

import math

from .linalg import Matrix, NumberError, Numbers, Rows, ShapeError, Vector
from .validation import as_matrix, as_vector, counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence


class Standardizer:
    """Scales every column to mean 0 and standard deviation 1, and back.

    Fit it to the training examples only: the held-out examples stand for data that is not known yet.

    ShapeError if there is not one mean and one deviation for each column; NumberError if a deviation is not above 0.

    >>> standardizer = Standardizer.fit([[1, 10], [3, 50]])
    >>> standardizer.transform([[1, 10], [2, 50]])
    [[-1.0, -1.0], [0.0, 1.0]]
    >>> standardizer.inverse_transform([[-1.0, -1.0], [0.0, 1.0]])
    [[1.0, 10.0], [2.0, 50.0]]
    """

    def __init__(self, means: Numbers, deviations: Numbers) -> None:
        self.means = as_vector(means, "the means")
        self.deviations = as_vector(deviations, "the deviations")
        if len(self.means) != len(self.deviations):
            raise ShapeError(
                f"means has {counted(len(self.means), 'number')} and deviations has {len(self.deviations)}: "
                "each column needs one of both"
            )
        for number, deviation in enumerate(self.deviations, 1):
            if deviation <= 0:
                raise NumberError(
                    f"the deviation of column {number} is {deviation}, but must be above 0: "
                    "it is 1 for a column that does not vary"
                )

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
        means: Vector = []
        deviations: Vector = []
        for number, column in enumerate(zip(*as_matrix(X, "X")), 1):
            mean, deviation = _mean_and_deviation(column)
            if not math.isfinite(deviation):
                raise NumberError(
                    f"the numbers in column {number} are too large to standardize: give them in a larger unit"
                )
            means.append(mean)
            deviations.append(deviation)
        return Standardizer(means, deviations)

    def transform(self, X: Rows) -> Matrix:
        """(x − mean) / deviation, column by column.

        ShapeError if X has a different number of columns; NumberError if a result is too large to calculate with.

        >>> Standardizer([2.0], [4.0]).transform([[10]])
        [[2.0]]
        """
        standardized: Matrix = []
        for x in self._checked(X):
            columns = zip(x, self.means, self.deviations)
            standardized.append([(x_i - mean) / deviation for x_i, mean, deviation in columns])
        return as_matrix(standardized, "the standardized X")

    def inverse_transform(self, X: Rows) -> Matrix:
        """x · deviation + mean, column by column: back to the original unit.

        ShapeError if X has a different number of columns; NumberError if a result is too large to calculate with.

        >>> Standardizer([2.0], [4.0]).inverse_transform([[2.0]])
        [[10.0]]
        """
        original: Matrix = []
        for x in self._checked(X):
            columns = zip(x, self.means, self.deviations)
            original.append([x_i * deviation + mean for x_i, mean, deviation in columns])
        return as_matrix(original, "X in its original unit")

    def _checked(self, X: Rows) -> Matrix:
        matrix = as_matrix(X, "X")
        if len(matrix[0]) != len(self.means):
            raise ShapeError(
                f"X has {counted(len(matrix[0]), 'column')}, but this Standardizer was fitted to {len(self.means)}"
            )
        return matrix


def _mean_and_deviation(column: "Sequence[float]") -> "tuple[float, float]":
    if min(column) == max(column):
        return column[0], 1.0  # the sum of equal numbers, divided by how many they are, need not be that number
    mean = sum(column) / len(column)
    deviation = math.sqrt(sum([(x - mean) * (x - mean) for x in column]) / len(column))
    return mean, deviation or 1.0
