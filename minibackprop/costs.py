"""A cost C measures how wrong the outputs are. Training makes it small."""

from .linalg import Matrix, Rows, ShapeError, dot, size, subtract, transpose
from .validation import as_matrix, as_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable


class Cost:
    """A cost C and its derivative C′ = ∂C/∂a, as functions of the targets and the activations of the last layer.

    `c` and `c_prime` work inside a network, where a column is an example. `of` and `derivative` take tables, where a
    row is an example, check them, and transpose them once.
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
        """C of a table of targets and a table of predictions: the mean over their rows of the cost of one example.

        ShapeError or NumberError if Y and A do not have the same shape or are not tables of numbers.

        >>> HALF_SQUARED_ERROR.of([[1.0], [2.0]], [[4.0], [2.0]])
        2.25
        """
        targets, predictions = as_same_shape(Y, A)
        return as_number(self.c(transpose(targets), transpose(predictions)), "the cost")

    def derivative(self, Y: Rows, A: Rows) -> Matrix:
        """∂C/∂a of each example and output, as a table shaped like Y and A.

        It is the slope of each example's own cost; the mean over the examples is taken later, in ∂C/∂w and ∂C/∂b.

        >>> HALF_SQUARED_ERROR.derivative([[1.0], [2.0]], [[4.0], [2.0]])
        [[3.0], [0.0]]
        """
        targets, predictions = as_same_shape(Y, A)
        return as_matrix(transpose(self.c_prime(transpose(targets), transpose(predictions))), "∂C/∂a")


def half_squared_error(Y_T: Matrix, A: Matrix) -> float:
    """C = mean over the examples (columns) of ½‖y − a‖², where ‖ ‖² sums over the outputs (rows)

    >>> half_squared_error([[1.0], [0.0]], [[4.0], [4.0]])
    12.5
    """
    errors = subtract(Y_T, A)
    num_examples = len(errors[0])
    return 0.5 * sum([dot(error, error) for error in errors]) / num_examples


def half_squared_error_prime(Y_T: Matrix, A: Matrix) -> Matrix:
    """∂C/∂a = a − y for each output (row) and example (column)

    >>> half_squared_error_prime([[1.0], [0.0]], [[4.0], [4.0]])
    [[3.0], [4.0]]
    """
    return subtract(A, Y_T)


HALF_SQUARED_ERROR = Cost("half squared error", half_squared_error, half_squared_error_prime)


def as_same_shape(Y: Rows, A: Rows) -> "tuple[Matrix, Matrix]":
    """Return two tables as checked copies; ShapeError if they do not have the same shape.

    >>> as_same_shape([(1,)], [[2]])
    ([[1.0]], [[2.0]])
    """
    targets, predictions = as_matrix(Y, "Y"), as_matrix(A, "A")
    if size(targets) != size(predictions):
        raise ShapeError(f"Y is {size(targets)} and A is {size(predictions)}: they must have the same shape")
    return targets, predictions
