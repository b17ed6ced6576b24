"""Scaling brings every column to mean 0 and standard deviation 1, so that one learning rate suits all of them."""

import math

from .linalg import Matrix, NumberError, Rows, ShapeError, Vector, as_matrix, column_means, counted


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

        A column that never changes gets the deviation 1, so that it becomes 0 everywhere. NumberError if the numbers
        in a column are too large to square.

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
            deviations.append(1.0 if min(column) == max(column) else deviation)
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
