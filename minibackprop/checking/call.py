"""One call of a learner's function: what it did, as plain data. Nothing is judged here."""

from ..diagnosis.observation import as_plain, error_in_words, place_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    Seen = dict[str, Any]

NOT_IMPLEMENTED = "NotImplementedError"  # what a function raises that has not been written yet
MOST_RETURNED = 10000
OF_ANY_KIND = "Exception"
KNOWN_ERRORS = [
    NOT_IMPLEMENTED, "ArithmeticError", "AssertionError", "AttributeError", "EOFError", "FileNotFoundError",
    "ImportError", "IndexError", "KeyError", "MemoryError", "NameError", "OSError", "OverflowError", "PermissionError",
    "RecursionError", "RuntimeError", "SystemExit", "TypeError", "UnboundLocalError", "ValueError",
    "ZeroDivisionError",
]


def observe_call(function: "Callable[..., Any]", arguments: "list[Any]") -> "Seen":
    """Call the function twice with copies of the arguments; return what was seen.

    "kind", "error", "file" and "line": which error it raised, what that says, and in which line of the learner's file.
    "problem": in words, why what it returned cannot be read. "value": what it returned, in lists of floats. "changed":
    whether it changed its arguments. "varies": whether the second call gave something else.

    >>> observe_call(lambda x: 2 * x, [3])["value"], observe_call(lambda x: x / 0, [3])["kind"]
    (6.0, 'ZeroDivisionError')
    """
    first = _called(function, arguments)
    if not first["kind"] and not first["problem"]:
        first["varies"] = not _are_same(_called(function, arguments)["value"], first["value"])
    return first


def _called(function: "Callable[..., Any]", arguments: "list[Any]") -> "Seen":
    seen: "Seen" = {
        "kind": "", "error": "", "file": "", "line": None, "problem": "", "value": None, "changed": False,
        "varies": False,
    }
    given = [_copied(argument) for argument in arguments]
    try:
        returned = function(*given)
    except (Exception, SystemExit) as error:
        name = type(error).__name__
        seen["kind"] = name if name in KNOWN_ERRORS else OF_ANY_KIND
        seen["error"] = error_in_words(error)
        seen["file"], seen["line"] = place_of(error)
        return seen
    try:
        seen["changed"] = not _are_same(_without_functions(given), _without_functions(arguments))
        seen["value"] = as_plain(returned, [MOST_RETURNED])
    except TypeError as problem:
        seen["problem"] = str(problem)
    except Exception as error:  # whatever an object of another library raises when it is read
        seen["problem"] = "what it returned cannot be read: " + error_in_words(error)
    return seen


def _copied(value: "Any") -> "Any":
    """Lists in lists as new lists; anything else as it is."""
    if isinstance(value, list):
        return [_copied(entry) for entry in value]
    if isinstance(value, tuple):
        return tuple([_copied(entry) for entry in value])
    return value


def _without_functions(value: "Any") -> "Any":
    """The lists and numbers of arguments; None for a function, and for whatever else was put in place of a number."""
    if isinstance(value, (list, tuple)):
        return [_without_functions(entry) for entry in value]
    return value if isinstance(value, (int, float)) else None


def _are_same(value: "Any", other: "Any") -> bool:
    """Whether both are the same, where a NaN is the same as another."""
    if isinstance(value, list) and isinstance(other, list):
        return len(value) == len(other) and all([_are_same(*pair) for pair in zip(value, other)])
    return bool(value == other or (value != value and other != other))


def as_seen_value(value: "Any") -> "Any":
    """A value as one that was seen: lists in lists, and numbers as floats.

    >>> as_seen_value((1, [2]))
    [1.0, [2.0]]
    """
    return as_plain(value, [MOST_RETURNED])
