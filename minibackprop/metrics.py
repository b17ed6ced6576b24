"""Metrics say how good predictions are, in numbers that are easier to interpret than the cost."""

import math

from .classification import actual_and_predicted
from .costs import as_same_shape
from .linalg import Matrix, NumberError, Rows, column_means, subtract, transpose
from .validation import as_number

ROUNDING = 1e-14  # about 100 times the rounding error of one number, 2⁻⁵³ of its size
SMALLEST_SPREAD = 1e-140  # the squares of smaller numbers lose digits


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

    1 is perfect, 0 is no better than always predicting the mean. NumberError if the targets are all the same, or
    differ by no more than rounding errors.

    >>> r_squared([[1.0], [2.0], [3.0]], [[1.0], [2.0], [2.0]])
    0.5
    """
    targets, predictions = as_same_shape(Y, A)
    if not _vary(targets):
        raise NumberError("R² needs targets that vary, but these are all the same, or differ only by rounding errors")
    variation = _sum_of_squares(subtract(targets, [column_means(targets)] * len(targets)))
    unexplained = _sum_of_squares(subtract(targets, predictions))
    return as_number(1.0 - unexplained / as_number(variation, "the variation of the targets"), "R²")


def accuracy(Y: Rows, A: Rows) -> float:
    """(number of examples whose predicted class is the actual one) / (number of examples)

    Each row of Y is one-hot, and the predicted class is the column with the largest entry of A, the first if several
    are equally large: A may hold probabilities or logits. Or Y has a single column of 0 and 1, and a ≥ 0.5 predicts 1.
    NumberError if Y holds other targets.

    >>> accuracy([[1, 0], [0, 1], [0, 1], [0, 1]], [[0.8, 0.2], [0.4, 0.6], [0.7, 0.3], [0.1, 0.9]])
    0.75
    >>> accuracy([[0], [1]], [[0.5], [0.9]])
    0.5
    """
    actual, predicted = actual_and_predicted(Y, A)
    return [j == k for j, k in zip(actual, predicted)].count(True) / len(actual)


def _vary(Y: Matrix) -> bool:
    """Does a column of Y vary by more than rounding errors, which grow with the numbers and with how many there are?

    It takes no sums, as Pythons differ in how they round those.
    """
    spread = max([max(column) - min(column) for column in transpose(Y)])
    largest = max([abs(y) for row in Y for y in row])
    return spread > ROUNDING * len(Y) * largest and spread > SMALLEST_SPREAD


def _sum_of_squares(M: Matrix) -> float:
    return sum([entry * entry for row in M for entry in row])
