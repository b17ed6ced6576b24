"""What counts as a number, and what as a list: plain Python's own, and those of other libraries, such as NumPy."""

import math

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PLAIN = {float, int}


def converted(value: "Any") -> "tuple[float, str]":
    """The value as a float, and in words why it is not a finite number: "" if it is one.

    It is converted only once: an object of another library could answer differently the second time.

    >>> converted(2), converted(None)
    ((2.0, ''), (0.0, 'a number is needed here (int or float)'))
    """
    try:
        if type(value).__name__ == "MaskedConstant":  # NumPy's, for an entry that is missing
            return 0.0, "it is masked, but a number is needed here"
        if type(value) not in PLAIN:
            value = without_dimensions(value)
            if isinstance(value, (str, bytes)) or is_bool(value) or type(value).__name__[:7] == "complex":
                return 0.0, "a number is needed here (int or float), not text, True/False or a complex number"
            if is_list(value) or not (hasattr(value, "__float__") or hasattr(value, "__index__")):
                return 0.0, "a number is needed here (int or float)"
        number = float(value)
    except OverflowError:
        return 0.0, "it is too large to calculate with"
    except Exception:  # whatever the __float__ of an object raises
        return 0.0, "a number is needed here (int or float)"
    return number, "" if math.isfinite(number) else "only finite numbers can be used"


def without_dimensions(value: "Any") -> "Any":
    """The number in a scalar of NumPy or in an array without dimensions; anything else as it is.

    >>> without_dimensions(2)
    2
    """
    return value.item() if getattr(value, "ndim", None) == 0 and hasattr(value, "item") else value


def is_bool(value: object) -> bool:
    """Whether it is True or False, or NumPy's own kind of them.

    >>> is_bool(True), is_bool(1)
    (True, False)
    """
    return type(value).__name__[:4] == "bool"


def is_function(value: object) -> bool:
    """Whether it can be called.

    >>> is_function(abs), is_function(1)
    (True, False)
    """
    # MicroPython's functions, methods and classes have no `__call__`
    return type(value).__name__ in ("function", "closure", "bound_method", "type") or hasattr(value, "__call__")


def is_list(value: object) -> bool:
    """Whether it is a list, a tuple or an array, rather than a single number.

    >>> is_list((1, 2)), is_list(1)
    (True, False)
    """
    return isinstance(value, (list, tuple)) or getattr(value, "ndim", 0) > 0


def is_vector(values: "Any") -> bool:
    """Whether it is a list, a tuple or an array of numbers, at least one.

    >>> is_vector([1, 2]), is_vector([[1, 2]]), is_vector([])
    (True, False, False)
    """
    return is_list(values) and len(values) > 0 and [entry for entry in values if converted(entry)[1]] == []


def is_table(values: "Any") -> bool:
    """Whether it is a list, a tuple or an array whose first entry is a row.

    >>> is_table([[1, 2]]), is_table([1, 2])
    (True, False)
    """
    return is_list(values) and len(values) > 0 and is_list(values[0])
