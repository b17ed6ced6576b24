"""Vectors and matrices on plain lists: a vector is a list of numbers, a matrix is a list of rows.

The first half are the doors: `as_vector` and `as_matrix` copy what a caller hands in to lists of floats and check
it once. The second half are the operations. They trust what came through a door and only check that shapes fit.
"""

import math

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Iterable, TypeVar

    T = TypeVar("T")
    Vector = list[float]
    Matrix = list[list[float]]
    Function = Callable[[float], float]
    Numbers = Iterable[float]  # what a caller may hand in for a Vector: a list, a tuple, a row of a NumPy array
    Rows = Iterable[Iterable[float]]  # and for a Matrix
else:
    Vector = Matrix = Function = Numbers = Rows = list


class ShapeError(ValueError):
    """Lists whose lengths do not fit together, or that are no lists of numbers at all."""


class NumberError(ValueError):
    """Something that is not a finite number where a number belongs."""


def as_number(value: float, name: str) -> float:
    """Return `value` as a float; NumberError if it is text, a boolean, NaN or infinite. `name` is for the message.

    >>> as_number(3, "x")
    3.0
    """
    problem = _problem_with(value)
    if problem:
        raise NumberError(f"{name} is {shown(value)}: {problem}")
    return float(value)


def as_vector(numbers: Numbers, name: str) -> Vector:
    """Return a list, a tuple or a row of a NumPy array as a new list of floats.

    ShapeError if it is empty or no list; NumberError if an entry is not a finite number.

    >>> as_vector((1, 2), "x")
    [1.0, 2.0]
    """
    entries = _entries(numbers, name, "a list of numbers, as in [1, 2]")
    if set(map(type, entries)) == {float} and math.isfinite(sum(entries)):
        return entries  # the usual case, seen at a glance
    vector: Vector = []
    for entry in entries:
        problem = _problem_with(entry)
        if problem:
            raise NumberError(f"entry {len(vector) + 1} of {name} is {shown(entry)}: {problem}")
        vector.append(float(entry))
    return vector


def as_matrix(rows: Rows, name: str) -> Matrix:
    """Return a list of rows, each fit for `as_vector`, as a new list of lists of floats.

    ShapeError if it is empty, ragged or no list of rows; NumberError if an entry is not a finite number.

    >>> as_matrix([(1, 2), (3, 4)], "X")
    [[1.0, 2.0], [3.0, 4.0]]
    """
    matrix: Matrix = []
    for row in _entries(rows, name, "a list of rows, as in [[1, 2], [3, 4]]"):
        vector = as_vector(row, f"row {len(matrix) + 1} of {name}")
        if matrix and len(vector) != len(matrix[0]):
            raise ShapeError(
                f"row {len(matrix) + 1} of {name} has length {len(vector)}, but row 1 has length {len(matrix[0])}: "
                "make all rows equally long"
            )
        matrix.append(vector)
    return matrix


def shape(M: Matrix) -> "tuple[int, int]":
    """Return (rows, columns).

    >>> shape([[1.0, 2.0, 3.0]])
    (1, 3)
    """
    return len(M), len(M[0])


def plain_dot(v: Vector, w: Vector) -> float:
    """v · w = v₁w₁ + … + vₙwₙ, one product at a time.

    >>> plain_dot([1.0, 2.0], [3.0, 4.0])
    11.0
    """
    if len(v) != len(w):
        raise ShapeError(f"a dot product needs two vectors of one length, but these have lengths {len(v)} and {len(w)}")
    total = 0.0
    for v_i, w_i in zip(v, w):
        total += v_i * w_i
    return total


# The same sum where the runtime has it built in (CPython 3.12 and later): the one line where speed lives.
dot: "Callable[[Vector, Vector], float]" = getattr(math, "sumprod", plain_dot)


def transpose(M: Matrix) -> Matrix:
    """Mᵀ: the columns of M as rows.

    >>> transpose([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]
    """
    return [list(column) for column in zip(*M)]


def matmul(A: Matrix, B: Matrix) -> Matrix:
    """A · B: the entry in row i, column j is the dot product of row i of A and column j of B.

    >>> matmul([[1.0, 2.0]], [[3.0, 4.0], [5.0, 6.0]])
    [[13.0, 16.0]]
    """
    if len(A[0]) != len(B):
        raise ShapeError(f"A · B needs as many columns in A as rows in B, but A is {_size(A)} and B is {_size(B)}")
    B_columns = transpose(B)
    return [[dot(row, column) for column in B_columns] for row in A]


def affine(X: Matrix, W: Matrix, b: Vector) -> Matrix:
    """W·x + b for every row x of X. X: m×n, W: k×n, b: k; the result: m×k.

    >>> affine([[1.0, 2.0]], [[3.0, 4.0], [5.0, 6.0]], [0.5, 0.0])
    [[11.5, 17.0]]
    """
    if len(X[0]) != len(W[0]) or len(W) != len(b):
        raise ShapeError(f"W·x + b: rows x of X ({_size(X)}), W ({_size(W)}) and b (length {len(b)}) do not fit")
    rows_of_W = list(zip(W, b))
    return [[dot(w, x) + b_j for w, b_j in rows_of_W] for x in X]


def apply(f: Function, M: Matrix) -> Matrix:
    """f of every entry of M.

    >>> apply(abs, [[-1.0, 2.0]])
    [[1.0, 2.0]]
    """
    return [list(map(f, row)) for row in M]


def subtract(A: Matrix, B: Matrix) -> Matrix:
    """A − B, entry by entry.

    >>> subtract([[3.0, 4.0]], [[1.0, 1.5]])
    [[2.0, 2.5]]
    """
    check_same_shape(A, B, "A", "B")
    return [[a - b for a, b in zip(row_A, row_B)] for row_A, row_B in zip(A, B)]


def hadamard(A: Matrix, B: Matrix) -> Matrix:
    """A ⊙ B: the product entry by entry.

    >>> hadamard([[3.0, 4.0]], [[2.0, 0.5]])
    [[6.0, 2.0]]
    """
    check_same_shape(A, B, "A", "B")
    return [[a * b for a, b in zip(row_A, row_B)] for row_A, row_B in zip(A, B)]


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


def check_same_shape(A: Matrix, B: Matrix, name_A: str, name_B: str) -> None:
    """ShapeError unless A and B have as many rows and columns.

    >>> check_same_shape([[1.0]], [[2.0]], "Y", "A")
    """
    if shape(A) != shape(B):
        raise ShapeError(f"{name_A} is {_size(A)} and {name_B} is {_size(B)}: they must have the same shape")


def counted(number: int, thing: str) -> str:
    """The number and the thing, in the plural where there is not just one.

    >>> counted(1, "row"), counted(2, "row")
    ('1 row', '2 rows')
    """
    if number == 1:
        return f"1 {thing}"
    return f"{number} {thing}es" if thing.endswith("s") else f"{number} {thing}s"


def shown(value: object) -> str:
    """The value as an error message shows it: its repr, cut to 40 characters.

    >>> shown("a" * 100)
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa..."
    """
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _size(M: Matrix) -> str:
    return f"{len(M)}x{len(M[0])}"


def _problem_with(value: float) -> str:
    """What keeps `value` from being a finite number, in words; empty if nothing does."""
    if type(value) is float and math.isfinite(value):
        return ""
    kind = type(value).__name__  # by name, for NumPy's own kinds of True and of complex number
    if isinstance(value, (str, bytes)) or kind[:4] == "bool" or kind[:7] == "complex":
        return "a number is needed here (int or float), not text, True/False or a complex number"
    try:
        number = float(value)
    except (TypeError, ValueError):
        return "a number is needed here (int or float)"
    except OverflowError:
        return "it is too large to calculate with"
    return "" if math.isfinite(number) else "only finite numbers can be calculated with"


def _entries(values: "Iterable[T]", name: str, wanted: str) -> "list[T]":
    """The entries of a list, a tuple or an array; text, a set or a dict has no rows or no order to rely on."""
    try:
        if isinstance(values, (str, bytes, dict, set)):
            raise TypeError
        entries = list(values)
    except TypeError:
        raise ShapeError(f"{name} must be {wanted}, but is {shown(values)}") from None
    if not entries:
        raise ShapeError(f"{name} is empty: it must be {wanted}")
    return entries
