"""A cost measures how wrong the outputs are: training makes it small. A score says it in terms that a reader knows."""

import math

from .linalg import Matrix, NumberError, Rows, as_matrix, as_number, check_same_shape, column_means, subtract

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable


class Cost:
    """A cost C and its derivative C′ = ∂C/∂a, as functions of the targets Y and the activations A of a batch.

    `of` and `derivative` check what they are given; `c` and `c_prime` are the bare functions behind them.
    """

    def __init__(
        self, name: str, c: "Callable[[Matrix, Matrix], float]", c_prime: "Callable[[Matrix, Matrix], Matrix]"
    ) -> None:
        self.name = name
        self.c = c
        self.c_prime = c_prime

    def __repr__(self) -> str:
        return f"Cost({self.name})"

    def of(self, Y: Rows, A: Rows) -> float:
        """C: the mean over the examples (the rows) of the cost of one example. Y and A have the same shape.

        ShapeError or NumberError if they do not fit.

        >>> HALF_SQUARED_ERROR.of([[1.0], [2.0]], [[4.0], [2.0]])
        2.25
        """
        targets, activations = _same_shape(Y, A)
        return as_number(self.c(targets, activations), "the cost")

    def derivative(self, Y: Rows, A: Rows) -> Matrix:
        """∂C/∂a for every example and output, shaped like Y and A.

        >>> HALF_SQUARED_ERROR.derivative([[1.0], [2.0]], [[4.0], [2.0]])
        [[3.0], [0.0]]
        """
        targets, activations = _same_shape(Y, A)
        return self.c_prime(targets, activations)


def half_squared_error(Y: Matrix, A: Matrix) -> float:
    """C = mean over the examples of ½‖y − a‖² (summed over the outputs of one example)

    >>> half_squared_error([[1.0, 0.0]], [[4.0, 4.0]])
    12.5
    """
    total = 0.0
    for y, a in zip(Y, A):
        for y_j, a_j in zip(y, a):
            total += 0.5 * (y_j - a_j) * (y_j - a_j)
    return total / len(Y)


def half_squared_error_prime(Y: Matrix, A: Matrix) -> Matrix:
    """∂C/∂a = a − y, example by example

    >>> half_squared_error_prime([[1.0, 0.0]], [[4.0, 4.0]])
    [[3.0, 4.0]]
    """
    return subtract(A, Y)


HALF_SQUARED_ERROR = Cost("half squared error", half_squared_error, half_squared_error_prime)


def root_mean_square_error(Y: Rows, A: Rows) -> float:
    """√(mean of (y − a)²) over all entries: the size of a typical error, in the unit of the targets.

    >>> root_mean_square_error([[1.0], [2.0]], [[4.0], [6.0]])
    3.5355339059327378
    """
    targets, predictions = _same_shape(Y, A)
    mean_square = _sum_of_squares(subtract(targets, predictions)) / (len(targets) * len(targets[0]))
    return math.sqrt(as_number(mean_square, "the mean square error"))


def r_squared(Y: Rows, A: Rows) -> float:
    """R² = 1 − Σ(y − a)² / Σ(y − mean of y)²: the share of the targets' variation that the predictions explain.

    1 is perfect, 0 is no better than always predicting the mean. NumberError if the targets do not vary, or hardly.

    >>> r_squared([[1.0], [2.0], [3.0]], [[1.0], [2.0], [2.0]])
    0.5
    """
    targets, predictions = _same_shape(Y, A)
    variation = _sum_of_squares(subtract(targets, [column_means(targets)] * len(targets)))
    if variation == 0:
        raise NumberError("R² needs targets that vary, but these are all the same")
    unexplained = _sum_of_squares(subtract(targets, predictions))
    return as_number(1.0 - unexplained / as_number(variation, "the variation of the targets"), "R²")


def _sum_of_squares(M: Matrix) -> float:
    return sum([entry * entry for row in M for entry in row])


def _same_shape(Y: Rows, A: Rows) -> "tuple[Matrix, Matrix]":
    targets, activations = as_matrix(Y, "Y"), as_matrix(A, "A")
    check_same_shape(targets, activations, "Y", "A")
    return targets, activations
