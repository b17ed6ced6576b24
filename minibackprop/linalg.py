"""Vectors and matrices as plain lists: a vector is a list of numbers, a matrix is a list of rows.

The operations check that shapes fit. They trust that the entries are numbers: `validation` has checked that.
"""

import math

TYPE_CHECKING = False  # a type checker treats it as True and reads the types below; Python itself needs none
if TYPE_CHECKING:
    from typing import Callable, Iterable, Sequence, TypeVar

    T = TypeVar("T")
    Vector = list[float]
    Matrix = list[list[float]]
    Function = Callable[[float], float]
    Numbers = Iterable[float]  # what a caller may pass as a Vector: a list, a tuple, a row of a NumPy array
    Rows = Iterable[Iterable[float]]  # what a caller may pass as a Matrix
else:
    Vector = Matrix = Function = Numbers = Rows = list


class ShapeError(ValueError):
    """Lists whose lengths do not fit together, or something that is not a list of numbers at all."""


class NumberError(ValueError):
    """Something that is not a finite number, where a number is needed."""


def size(M: Matrix) -> str:
    """Return the shape as text: rows x columns.

    >>> size([[1.0, 2.0, 3.0]])
    '1x3'
    """
    return f"{len(M)}x{len(M[0])}"


def plain_dot(v: "Sequence[float]", w: "Sequence[float]") -> float:
    """v · w = v₁w₁ + … + vₙwₙ, one product at a time.

    >>> plain_dot([1.0, 2.0], [3.0, 4.0])
    11.0
    """
    if len(v) != len(w):
        raise ShapeError(f"a dot product needs vectors of equal length, but these have lengths {len(v)} and {len(w)}")
    total = 0.0
    for v_i, w_i in zip(v, w):
        total += v_i * w_i
    return total


# The same sum, rounded only once, where Python has it built in (CPython 3.12 or newer): the one line written for speed.
dot: "Callable[[Sequence[float], Sequence[float]], float]" = getattr(math, "sumprod", plain_dot)


def transpose(M: Matrix) -> Matrix:
    """Mᵀ: the columns of M as rows.

    >>> transpose([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]
    """
    return list(map(list, zip(*M)))


def matmul(A: Matrix, B: Matrix) -> Matrix:
    """A · B: the entry in row i, column j is the dot product of row i of A and column j of B.

    >>> matmul([[1.0, 2.0]], [[3.0, 4.0], [5.0, 6.0]])
    [[13.0, 16.0]]
    """
    if len(A[0]) != len(B):
        raise ShapeError(f"A · B needs as many columns in A as rows in B, but A is {size(A)} and B is {size(B)}")
    columns = list(zip(*B))
    return [[dot(row, column) for column in columns] for row in A]


def matmul_transposed(A: Matrix, B: Matrix) -> Matrix:
    """A · Bᵀ = matmul(A, transpose(B)): the entry in row i, column j is the dot product of row i of A and row j of B.

    >>> matmul_transposed([[1.0, 2.0]], [[3.0, 4.0], [5.0, 6.0]])
    [[11.0, 17.0]]
    """
    if len(A[0]) != len(B[0]):
        raise ShapeError(f"A · Bᵀ needs as many columns in A as in B, but A is {size(A)} and B is {size(B)}")
    return [[dot(row_A, row_B) for row_B in B] for row_A in A]


def affine(W: Matrix, X: Matrix, b: Vector) -> Matrix:
    """W·x + b for every column x of X: W is neurons × inputs, X is inputs × examples, the result is neurons × examples.

    >>> affine([[3.0, 4.0], [5.0, 6.0]], [[1.0], [2.0]], [0.5, 0.0])
    [[11.5], [17.0]]
    """
    if len(W[0]) != len(X) or len(W) != len(b):
        raise ShapeError(f"W·x + b: W ({size(W)}), columns x of X ({size(X)}) and b (length {len(b)}) do not fit")
    columns = list(zip(*X))
    return [[dot(w, x) + b_j for x in columns] for w, b_j in zip(W, b)]


def apply(f: Function, M: Matrix) -> Matrix:
    """f of every entry of M. NumberError if f fails, or returns what is not a number or too large for one.

    >>> apply(abs, [[-1.0, 2.0]])
    [[1.0, 2.0]]
    """
    try:
        result = [[f(entry) for entry in row] for row in M]
        for row in result:
            sum(row, 0.0)  # what is no number is found here, not later
        return result
    except (TypeError, ValueError, OverflowError, ZeroDivisionError) as error:
        raise NumberError(
            f"f or f′ failed with {type(error).__name__}: {error}. "
            "Functions of your own must return a number for every z"
        )


def subtract(A: Matrix, B: Matrix) -> Matrix:
    """A − B, entry by entry.

    >>> subtract([[3.0, 4.0]], [[1.0, 1.5]])
    [[2.0, 2.5]]
    """
    if len(A) != len(B) or len(A[0]) != len(B[0]):
        raise ShapeError(f"A − B needs two matrices of the same shape, but A is {size(A)} and B is {size(B)}")
    return [[a - b for a, b in zip(row_A, row_B)] for row_A, row_B in zip(A, B)]


def hadamard(A: Matrix, B: Matrix) -> Matrix:
    """A ⊙ B: the product entry by entry.

    >>> hadamard([[3.0, 4.0]], [[2.0, 0.5]])
    [[6.0, 2.0]]
    """
    if len(A) != len(B) or len(A[0]) != len(B[0]):
        raise ShapeError(f"A ⊙ B needs two matrices of the same shape, but A is {size(A)} and B is {size(B)}")
    return [[a * b for a, b in zip(row_A, row_B)] for row_A, row_B in zip(A, B)]


def select_columns(M: Matrix, places: "list[int]") -> Matrix:
    """The columns of M at these places, counted from 0, in this order.

    >>> select_columns([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [2, 0])
    [[3.0, 1.0], [6.0, 4.0]]
    """
    return [[row[place] for place in places] for row in M]


def divide(M: Matrix, divisor: float) -> Matrix:
    """Every entry of M divided by one number.

    >>> divide([[3.0, 4.0]], 2)
    [[1.5, 2.0]]
    """
    return [[entry / divisor for entry in row] for row in M]


def column_means(M: Matrix) -> Vector:
    """The mean of every column.

    >>> column_means([[1.0, 10.0], [3.0, 30.0]])
    [2.0, 20.0]
    """
    return [sum(column) / len(M) for column in zip(*M)]


def row_means(M: Matrix) -> Vector:
    """The mean of every row.

    >>> row_means([[1.0, 3.0], [10.0, 30.0]])
    [2.0, 20.0]
    """
    return [sum(row) / len(row) for row in M]
