"""Scores say how good predictions are in terms a reader knows. Nothing is trained on them: that is what a cost is for."""

import math

from .linalg import Matrix, NumberError, Rows, as_matrix, as_number, check_same_shape, column_means, subtract


def root_mean_square_error(Y: Rows, A: Rows) -> float:
    """√(mean of (y − a)²) over all entries: the size of a typical error, in the unit of the targets.

    >>> root_mean_square_error([[1.0], [2.0]], [[4.0], [6.0]])
    3.5355339059327378
    """
    targets, predictions = as_matrix(Y, "Y"), as_matrix(A, "A")
    check_same_shape(targets, predictions, "Y", "A")
    mean_square = _sum_of_squares(subtract(targets, predictions)) / (len(targets) * len(targets[0]))
    return math.sqrt(as_number(mean_square, "the mean square error"))


def r_squared(Y: Rows, A: Rows) -> float:
    """R² = 1 − Σ(y − a)² / Σ(y − mean of y)²: the share of the targets' variation that the predictions explain.

    1 is perfect, 0 is no better than always predicting the mean. NumberError if the targets do not vary.

    >>> r_squared([[1.0], [2.0], [3.0]], [[1.0], [2.0], [2.0]])
    0.5
    """
    targets, predictions = as_matrix(Y, "Y"), as_matrix(A, "A")
    check_same_shape(targets, predictions, "Y", "A")
    variation = _sum_of_squares(subtract(targets, [column_means(targets)] * len(targets)))
    if variation == 0:
        raise NumberError("R² needs targets that vary, but these are all the same")
    unexplained = _sum_of_squares(subtract(targets, predictions))
    return 1.0 - as_number(unexplained, "the sum of squared errors") / as_number(variation, "the variation")


def _sum_of_squares(M: Matrix) -> float:
    return sum([entry * entry for row in M for entry in row])
