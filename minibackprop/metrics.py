"""Metrics say how good predictions are, in numbers that are easier to interpret than the cost."""

import math

from .costs import as_same_shape
from .linalg import Matrix, NumberError, Rows, column_means, subtract
from .validation import as_number


def root_mean_square_error(Y: Rows, A: Rows) -> float:
    """√(mean of (y − a)²) over all entries: the size of a typical error, in the unit of the targets.

    >>> root_mean_square_error([[1.0], [2.0]], [[4.0], [6.0]])
    3.5355339059327378
    """
    targets, predictions = as_same_shape(Y, A)
    mean_square = _sum_of_squares(subtract(targets, predictions)) / (len(targets) * len(targets[0]))
    return math.sqrt(as_number(mean_square, "the mean square error"))


def r_squared(Y: Rows, A: Rows) -> float:
    """R² = 1 − Σ(y − a)² / Σ(y − mean of y)²: the share of the targets' variation that the predictions explain.

    1 is perfect, 0 is no better than always predicting the mean. NumberError if the targets do not vary, or barely do.

    >>> r_squared([[1.0], [2.0], [3.0]], [[1.0], [2.0], [2.0]])
    0.5
    """
    targets, predictions = as_same_shape(Y, A)
    variation = _sum_of_squares(subtract(targets, [column_means(targets)] * len(targets)))
    if variation == 0:
        raise NumberError("R² needs targets that vary, but these are all the same")
    unexplained = _sum_of_squares(subtract(targets, predictions))
    return as_number(1.0 - unexplained / as_number(variation, "the variation of the targets"), "R²")


def _sum_of_squares(M: Matrix) -> float:
    return sum([entry * entry for row in M for entry in row])
