"""A cost C measures how wrong the outputs are. Training makes it small."""

from .activations import ACTIVATIONS, Activation
from .kinds import is_function
from .linalg import Matrix, Rows, ShapeError, dot, size, subtract, transpose
from .validation import SettingError, as_matrix, as_number, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable


class Cost:
    """A cost C and its derivative C′ = ∂C/∂a, as functions of the targets and the activations of the last layer.

    `c` and `c_prime` work inside a network, where a column is an example: `c` returns the mean over the columns,
    `c_prime` the slopes of each column's own cost. `of` and `derivative` take tables, where a row is an example, check
    them, and transpose them once. Make your own from two functions of two matrices:

    >>> weighted = Cost("heavy error", lambda Y_T, A: 9 * half_squared_error(Y_T, A),
    ...                 lambda Y_T, A: [[9 * (a - y) for y, a in zip(*rows)] for rows in zip(Y_T, A)])
    >>> weighted.of([[1.0]], [[3.0]]), weighted.derivative([[1.0]], [[3.0]])
    (18.0, [[18.0]])

    A cost can say what it needs. `last_activation` names the activation that the last layer must have; activations of
    your own are accepted too. `check_targets(Y)` raises a NumberError for targets that it cannot be computed for.
    """

    def __init__(
        self,
        name: str,
        c: "Callable[[Matrix, Matrix], float]",
        c_prime: "Callable[[Matrix, Matrix], Matrix]",
        last_activation: "str | None" = None,
        check_targets: "Callable[[Matrix], None] | None" = None,
    ) -> None:
        if not isinstance(name, str):
            raise TypeError(f"the name of a cost must be text, but is {shown(name)}")
        if not is_function(c) or not is_function(c_prime) or not (check_targets is None or is_function(check_targets)):
            raise TypeError("c, c_prime and check_targets of a cost must be functions")
        if not (last_activation is None or isinstance(last_activation, str)):
            raise TypeError(f"last_activation must be the name of an activation, but is {shown(last_activation)}")
        self.name = name
        self.c = c
        self.c_prime = c_prime
        self.last_activation = last_activation
        self.check_targets = check_targets

    def __repr__(self) -> str:
        return f"Cost({self.name})"

    def of(self, Y: Rows, A: Rows) -> float:
        """C of a table of targets and a table of predictions: the mean over their rows of the cost of one example.

        ShapeError or NumberError if Y and A do not have the same shape or are not tables of numbers.

        >>> HALF_SQUARED_ERROR.of([[1.0], [2.0]], [[4.0], [2.0]])
        2.25
        """
        Y_T, A_T = self._transposed(Y, A)
        return as_number(self.c(Y_T, A_T), "the cost")

    def derivative(self, Y: Rows, A: Rows) -> Matrix:
        """∂C/∂a of each example and output, as a table shaped like Y and A.

        It is the slope of each example's own cost; the mean over the examples is taken later, in ∂C/∂w and ∂C/∂b.

        >>> HALF_SQUARED_ERROR.derivative([[1.0], [2.0]], [[4.0], [2.0]])
        [[3.0], [0.0]]
        """
        Y_T, A_T = self._transposed(Y, A)
        return as_matrix(transpose(self.c_prime(Y_T, A_T)), "∂C/∂a")

    def _transposed(self, Y: Rows, A: Rows) -> "tuple[Matrix, Matrix]":
        targets, predictions = as_same_shape(Y, A)
        if self.check_targets is not None:
            self.check_targets(targets)
        return transpose(targets), transpose(predictions)


def check_cost(cost: Cost, activation: Activation) -> None:
    """TypeError if it is not a Cost; SettingError if it needs another activation in the last layer.

    >>> check_cost(HALF_SQUARED_ERROR, ACTIVATIONS["tanh"])
    """
    if not isinstance(cost, Cost):
        raise TypeError(
            f"the cost is {shown(cost)}, but must be HALF_SQUARED_ERROR, CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY or a "
            "Cost(name, c, c_prime) of your own"
        )
    needed = cost.last_activation
    if needed is not None and activation.name in ACTIVATIONS and activation.name != needed:
        raise SettingError(
            f"the cost {cost.name} needs a last layer with the activation {needed}, "
            f"but this one has {activation.name}: Layer(weights, biases, {needed.upper()})"
        )


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
