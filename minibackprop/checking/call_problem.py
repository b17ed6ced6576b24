"""What is wrong with one call of a learner's function, in words; numbers agree up to rounding."""

from ..diagnosis.evidence import ROUNDING_OF_DOUBLES, ROUNDING_OF_SINGLES
from ..diagnosis.evidence import are_of_single_precision, first_difference, largest_of, numbers_in
from .call import as_seen_value
from .shown_call import shown_call, shown_value
from .task import Task

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .call import Seen

LEAST_DIFFERENCE = 1e-12
LOOKS_EQUAL = 1e-5  # of the largest number: so far apart that the six digits that are shown may be the same
IN_WORDS = {
    "EOFError": "it waits for input, but its numbers come as arguments",
    "FileNotFoundError": "it is run in an empty folder: begin paths with os.path.dirname(__file__)",
    "MemoryError": "it needs more memory than it may have",
    "RecursionError": "it calls itself again and again",
    "SystemExit": "it ends the program, where it should return a value",
}


def call_problem(task: Task, arguments: "list[Any]", seen: "Seen") -> str:
    """What is wrong with what was seen in this call of the task; empty if nothing is.

    >>> from minibackprop import check
    >>> task = check(len, exercise=1).exercise.tasks[0]
    >>> seen = {"kind": "", "problem": "", "value": 6.0, "changed": False, "varies": False}
    >>> call_problem(task, [[2.0], [3.0], 1.0], seen)
    'weighted_input([2], [3], 1) gives 6, but 7 is right'
    """
    call = shown_call(task.name, arguments)
    if seen["kind"]:
        where = "" if seen["line"] is None else f", in line {seen['line']}"
        meaning = f" ({IN_WORDS[seen['kind']]})" if seen["kind"] in IN_WORDS else ""
        return f"{call} raises {seen['error']}{where}{meaning}"
    if seen["problem"]:
        return f"{call}: {seen['problem']}"
    if seen["value"] is None:
        return f"{call} returns nothing: is a return missing?"
    if seen["changed"]:
        return f"{call} changes a list that it was given. Its value may be right, but make a new list instead"
    if seen["varies"]:
        return f"{call} gives something else when it is called again: is something kept from call to call?"
    right = as_seen_value(task.right(*arguments))
    if agree(right, seen["value"]):
        return ""
    if first_difference(right, seen["value"], LOOKS_EQUAL * largest_of(numbers_in(right))) is None:
        return f"{call} gives nearly the right value, {shown_value(right)}: is it rounded?"
    return f"{call} gives {shown_value(seen['value'])}, but {shown_value(right)} is right"


def has_value(seen: "Seen") -> bool:
    """Whether the call returned a value, and did nothing else that it should not.

    >>> has_value({"kind": "", "problem": "", "value": 6.0, "changed": False, "varies": False})
    True
    """
    return not (seen["kind"] or seen["problem"] or seen["changed"] or seen["varies"] or seen["value"] is None)


def agree(right: "Any", value: "Any") -> bool:
    """Whether all numbers are the same, up to rounding; single precision, as in some arrays, is rounded more.

    >>> agree([1.0, 2.0], [1.0, 2.0 + 1e-10]), agree([1.0, 2.0], [1.0, 2.1])
    (True, False)
    """
    share = ROUNDING_OF_SINGLES if are_of_single_precision(numbers_in(value)) else ROUNDING_OF_DOUBLES
    return first_difference(right, value, max(LEAST_DIFFERENCE, share * largest_of(numbers_in(right)))) is None
