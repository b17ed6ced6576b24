"""The points of a scatter plot: the actual and the predicted value of each example, and the residual between them."""

from ..linalg import NumberError, Rows, ShapeError, Vector
from ..validation import as_matrix, as_vector, counted
from .axes import LARGEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..linalg import Numbers

    Values = Numbers | Rows
else:
    Values = list


def paired_values(actual: Values, predicted: Values) -> "tuple[Vector, Vector]":
    """Return both as lists of floats. Each is a list of numbers, or a table of one column, such as Y.

    ShapeError if there is not one of each for every example, or more than one column; NumberError if an entry is not a
    finite number.

    >>> paired_values([1, 2], [[3], [4]])
    ([1.0, 2.0], [3.0, 4.0])
    """
    actual_values, predicted_values = _as_column(actual, "actual"), _as_column(predicted, "predicted")
    if len(actual_values) != len(predicted_values):
        raise ShapeError(
            f"actual has {counted(len(actual_values), 'value')}, but predicted has {len(predicted_values)}: "
            "each example needs both"
        )
    return actual_values, predicted_values


def predicted_and_residuals(actual: Values, predicted: Values) -> "tuple[Vector, Vector]":
    """Return the predicted values and the residuals, predicted − actual.

    Arguments and errors are those of paired_values; NumberError also if a residual is too large for a float.

    >>> predicted_and_residuals([1, 2], [3, 1.5])
    ([3.0, 1.5], [2.0, -0.5])
    """
    actual_values, predicted_values = paired_values(actual, predicted)
    residuals = [a - y for y, a in zip(actual_values, predicted_values)]
    if max([abs(residual) for residual in residuals]) > LARGEST:
        raise NumberError("the difference between a predicted and an actual value is too large to calculate with")
    return predicted_values, residuals


def _as_column(values: Values, name: str) -> Vector:
    """A list of numbers, or a table of one column, as a checked list."""
    is_list = isinstance(values, (list, tuple)) and len(values) > 0 and isinstance(values[0], (list, tuple))
    if not is_list and getattr(values, "ndim", 1) != 2:
        return as_vector(values, name)  # type: ignore[arg-type]
    matrix = as_matrix(values, name)  # type: ignore[arg-type]
    if len(matrix[0]) != 1:
        raise ShapeError(f"{name} has {len(matrix[0])} columns: choose one, as in [row[0] for row in {name}]")
    return [row[0] for row in matrix]
