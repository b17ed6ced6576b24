"""Input validation: what a caller passes in is checked here, once, and copied into lists of floats.

Inputs, targets and weights become lists of finite floats. Settings, the numbers that a person chooses, such as the
learning rate, must be in range. An error message says what was given, what is needed and what to do.
"""

import math

from .kinds import PLAIN, converted, is_bool, is_vector, without_dimensions
from .linalg import Matrix, NumberError, Numbers, Rows, ShapeError, Vector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable

    from .linalg import T


class SettingError(ValueError):
    """A setting that cannot work, such as a learning rate of 0."""


def as_number(value: float, name: str) -> float:
    """Return `value` as a float; NumberError if it is text, a boolean, NaN or infinite. `name` is for the message.

    >>> as_number(3, "x")
    3.0
    """
    number, problem = converted(value)
    if problem:
        raise NumberError(f"{name} is {shown(value)}: {problem}")
    return number


def as_list(values: "Iterable[T]", name: str, wanted: str, error: type = ShapeError, at_least: int = 1) -> "list[T]":
    """Return the entries of a list, a tuple, an array or whatever else has an order; a list is returned as it is.

    `error` if it has fewer than `at_least` entries or cannot be read. Text and bytes are no lists; a set has no order.

    >>> as_list((1, 2), "x", "a list of numbers")
    [1, 2]
    """
    if type(values) is list and values:
        return values
    try:
        is_other = isinstance(values, (str, bytes, dict)) or type(values).__name__ in ("bytearray", "memoryview")
        is_set = hasattr(values, "isdisjoint")  # the keys of a dict are a kind of set
        entries = None if is_other or is_set else list(values)
    except TypeError:
        entries = None
    except Exception as problem:
        raise error(f"{name} cannot be read: {type(problem).__name__}: {problem}")
    if entries is None or len(entries) < at_least:
        raise error(f"{name} must be {wanted}, but this is {shown(values)}")
    return entries


def as_vector(numbers: Numbers, name: str) -> Vector:
    """Return a list, a tuple or a row of a NumPy array as a new list of floats.

    ShapeError if it is empty or not a list; NumberError if an entry is not a finite number.

    >>> as_vector((1, 2), "x")
    [1.0, 2.0]
    """
    if type(numbers) is list and numbers and set(map(type, numbers)) <= PLAIN:
        try:
            floats = list(map(float, numbers))
            if math.isfinite(sum(floats)):
                return floats  # the fast path
        except OverflowError:
            pass  # the entry that is too large is named below
    vector: Vector = []
    for entry in as_list(numbers, name, "a list of numbers, as in [1, 2]"):
        number, problem = converted(entry)
        if problem:
            raise NumberError(f"entry {len(vector) + 1} of {name} is {shown(entry)}: {problem}")
        vector.append(number)
    return vector


def as_matrix(rows: Rows, name: str) -> Matrix:
    """Return a list of rows, each as in `as_vector`, as a new list of lists of floats.

    ShapeError if it is empty, ragged or not a list of rows; NumberError if an entry is not a finite number.

    >>> as_matrix([(1, 2), (3, 4)], "X")
    [[1.0, 2.0], [3.0, 4.0]]
    """
    matrix: Matrix = []
    entries = as_list(rows, name, "a list of rows, as in [[1, 2], [3, 4]]")
    if not isinstance(entries[0], (list, tuple)) and is_vector(entries):
        lone_row = "" if len(entries) == 1 else f" or, for a single row, {shown([entries])}"
        raise ShapeError(
            f"{name} is {shown(entries)}, a list of numbers, but must be a list of rows: "
            f"{shown([[entry] for entry in entries])}{lone_row}"
        )
    for row in entries:
        vector = as_vector(row, f"row {len(matrix) + 1} of {name}")
        if matrix and len(vector) != len(matrix[0]):
            raise ShapeError(
                f"row {len(matrix) + 1} of {name} has length {len(vector)}, but row 1 has length {len(matrix[0])}: "
                "make all rows the same length"
            )
        matrix.append(vector)
    return matrix


def check_finite(owner: str, matrices: "list[tuple[str, Matrix]]") -> None:
    """NumberError, which says where, if a number in one of these named matrices has become NaN or infinite.

    >>> check_finite("layer 1", [("Z", [[1.0, 2.0]])])
    """
    try:
        if math.isfinite(sum([sum(map(sum, M)) for _, M in matrices])):
            return
    except (TypeError, OverflowError):
        pass  # a function of one's own, such as an activation, may return anything
    for name, M in matrices:
        as_matrix(M, f"{name} of {owner}")


def whole_number(value: int, name: str, at_least: int) -> int:
    """Return `value` as an int; SettingError unless it is a whole number, `at_least` or more.

    >>> whole_number(3, "epochs", at_least=0)
    3
    """
    try:
        scalar = without_dimensions(value)
        number = scalar if type(scalar) is int else scalar.__index__()  # of another library's kind of whole number
        fits = type(number) is int and not is_bool(scalar) and number >= at_least
    except Exception:  # it has no __index__, or one that fails
        fits = False
    if not fits:
        raise SettingError(f"{name} is {shown(value)}, but must be a whole number, {at_least} or more")
    return number


def positive_number(value: float, name: str) -> float:
    """Return `value` as a float; SettingError unless it is a finite number above 0.

    >>> positive_number(0.5, "the learning rate")
    0.5
    """
    number, problem = converted(value)
    if problem or number <= 0:  # a fraction above 0 can be so small that as a float it is 0
        raise SettingError(f"{name} is {shown(value)}, but must be a number above 0, such as 0.01")
    return number


def as_text(value: object, name: str) -> str:
    """Return `value` as text, a name or a title for example; TypeError if it cannot be converted to text.

    >>> as_text(1970, "the title")
    '1970'
    """
    try:
        return str(value)
    except Exception:
        raise TypeError(f"{name} cannot be converted to text: it is {shown(value)}")


def counted(number: int, thing: str) -> str:
    """The number and the thing, in the plural unless there is exactly one.

    >>> counted(1, "row"), counted(2, "row")
    ('1 row', '2 rows')
    """
    if number == 1:
        return f"1 {thing}"
    return f"{number} {thing}es" if thing.endswith("s") else f"{number} {thing}s"


def shown(value: object) -> str:
    """The value as an error message shows it: its repr, cut off after 40 characters.

    >>> shown("a" * 100)
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa..."
    """
    try:
        text = repr(value)
    except Exception:  # an int of thousands of digits, lists nested too deeply, a __repr__ that fails
        return f"a value of type {type(value).__name__} that cannot be shown"
    return text if len(text) <= 40 else text[:37] + "..."


def quoted(name: str) -> str:
    """Return a name as messages show it: in quotation marks if it is not just one word.

    >>> quoted("size"), quoted("floor area"), quoted("")
    ('size', "'floor area'", "''")
    """
    is_word = all([character.isalpha() or character.isdigit() or character in "_.-" for character in name])
    return name if is_word and 0 < len(name) <= 40 else shown(name)
