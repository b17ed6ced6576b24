"""A cost measures how wrong the outputs are: training makes it small."""

from .checks import as_matrix, as_number
from .linalg import Matrix, Rows, check_same_shape, dot, subtract, transpose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable


class Cost:
    """A cost C and its derivative C′ = ∂C/∂a, as functions of the targets Y and the activations A of a batch.

    `of` and `derivative` check what they are given, one example per row; `c` and `c_prime` are the bare functions
    behind them, with one example per column.
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
        targets, activations = as_same_shape(Y, A)
        return as_number(self.c(transpose(targets), transpose(activations)), "the cost")

    def derivative(self, Y: Rows, A: Rows) -> Matrix:
        """∂C/∂a for every example and output, shaped like Y and A: the slope of each example's own cost.

        The mean over the examples comes later, at ∂C/∂w and ∂C/∂b.

        >>> HALF_SQUARED_ERROR.derivative([[1.0], [2.0]], [[4.0], [2.0]])
        [[3.0], [0.0]]
        """
        targets, activations = as_same_shape(Y, A)
        return as_matrix(transpose(self.c_prime(transpose(targets), transpose(activations))), "∂C/∂a")


def half_squared_error(Y: Matrix, A: Matrix) -> float:
    """C = mean over the examples (the columns) of ½‖y − a‖², which is summed over the outputs

    >>> half_squared_error([[1.0], [0.0]], [[4.0], [4.0]])
    12.5
    """
    errors = subtract(Y, A)
    num_examples = len(Y[0])
    return 0.5 * sum([dot(error, error) for error in errors]) / num_examples


def half_squared_error_prime(Y: Matrix, A: Matrix) -> Matrix:
    """∂C/∂a = a − y, example by example

    >>> half_squared_error_prime([[1.0], [0.0]], [[4.0], [4.0]])
    [[3.0], [4.0]]
    """
    return subtract(A, Y)


HALF_SQUARED_ERROR = Cost("half squared error", half_squared_error, half_squared_error_prime)


def as_same_shape(Y: Rows, A: Rows) -> "tuple[Matrix, Matrix]":
    """Return Y and A as checked copies, one example per row; ShapeError if they do not have the same shape.

    >>> as_same_shape([(1,)], [[2]])
    ([[1.0]], [[2.0]])
    """
    targets, activations = as_matrix(Y, "Y"), as_matrix(A, "A")
    check_same_shape(targets, activations, "Y", "A")
    return targets, activations
