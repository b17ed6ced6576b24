"""A call, its arguments and its value as text: as one would type it, so that it can be tried again."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_CHARACTERS = 400


def shown_call(name: str, arguments: "list[Any]") -> str:
    """The call, as Python code.

    >>> shown_call("weighted_input", [[2.0, -1.0], [3.0, 4.0], 0.5])
    'weighted_input([2, -1], [3, 4], 0.5)'
    """
    return _cut(whole_call(name, arguments))


def whole_call(name: str, arguments: "list[Any]") -> str:
    """The same, however long it is.

    >>> len(whole_call("cost", [[1.0] * 1000])) > MOST_CHARACTERS
    True
    """
    return f"{name}({', '.join([_shown(argument) for argument in arguments])})"


def shown_value(value: "Any") -> str:
    """A number with six digits, or lists of such.

    >>> shown_value([[1.0, 1 / 3]]), shown_value(None)
    ('[[1, 0.333333]]', 'None')
    """
    return _cut(_shown(value))


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def _shown(value: "Any") -> str:
    if isinstance(value, list):
        return "[" + ", ".join([_shown(entry) for entry in value]) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join([_shown(entry) for entry in value]) + ")"
    if isinstance(value, float):
        return f"{value + 0.0:.6g}"
    return repr(value)
