"""What is wrong with the gradients that a learner's backward pass returned, in words."""

from ..backprop import backward, forward
from ..diagnosis.diagnosis_text import slope_of
from ..diagnosis.difference import Difference
from ..diagnosis.evidence import first_difference
from ..drawing.notation import UNICODE
from ..teaching.rules import Rule
from .call import NOT_IMPLEMENTED
from .call_problem import agree
from .result import NOT_STARTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..diagnosis.observation import Observed
    from ..diagnosis.probes import Probe

NO_BIASES = " (if it has no biases"  # what the diagnosis says of a function that returns no ∂C/∂b; here it must


def is_started(seen: "list[Observed] | None") -> bool:
    """Whether there is a function, and it does something in at least one of these calls.

    >>> is_started(None), is_started([{"error": "NotImplementedError"}]), is_started([{"error": ""}])
    (False, False, True)
    """
    return seen is not None and [each for each in seen if each["error"].split(":")[0] != NOT_IMPLEMENTED] != []


def message_about(probes: "list[Probe]", seen: "list[Observed] | None", rule: Rule, is_last: bool) -> str:
    """The first wrong number of this gradient, in the last layer or in those before it; empty if there is none.

    >>> from minibackprop import MISTAKES, check
    >>> exercise = check(len, exercise=11).exercise
    >>> (seen,) = exercise.observe({"backward": lambda network, x, y: None})
    >>> message_about(exercise.attempts(None), seen, MISTAKES["input-dropped"].rule, is_last=True)
    'there is none: is a return missing?'
    """
    if not is_started(seen):
        return NOT_STARTED
    for (network, X, Y), each in zip(probes, seen or []):
        if each["error"]:
            return f"it raises {each['error']}" + ("" if each["line"] is None else f", in line {each['line']}")
        theirs, name = each["layers"], rule.result
        if theirs is None or len(theirs) != len(network.layers):
            return each["problem"].split(NO_BIASES)[0] or "a gradient for each layer is needed"
        right = backward(network, forward(network, X), Y)
        for k in [len(right) - 1] if is_last else range(len(right) - 1):
            message = _compared(k, rule, getattr(right[k], name), theirs[k].get(name))
            if message:
                return message
    return ""


def _compared(k: int, rule: Rule, mine: "Any", theirs: "Any") -> str:
    if theirs is None:
        return "there is none: is a return missing?"
    if agree(mine, theirs):
        return ""
    where = Difference(k, rule, first_difference(mine, theirs, 0.0) or [], mine, theirs)
    if where.yours is None or where.right is None:
        return f"in layer {k + 1} it has another shape"
    yours, right = f"{where.yours + 0.0:.6g}", f"{where.right + 0.0:.6g}"
    if yours == right:
        return f"{slope_of(where, UNICODE)} is nearly right: is it rounded?"
    return f"{slope_of(where, UNICODE)} is {yours}, but {right} is right"


def what_is_changed(seen: "list[Observed]") -> str:
    """What else is wrong in these calls: something that was given has changed, or two rows are one; empty if nothing.

    >>> what_is_changed([{"changed": "inputs", "again": [], "shares_rows": False}])
    'the inputs have changed'
    """
    for each in seen:
        if each["changed"]:
            return "the weights or biases have changed" if each["changed"] == "network" else "the inputs have changed"
        if each["again"]:
            return "the same call gives other numbers each time"
        if each["shares_rows"]:
            return "two rows of ∂C/∂w are one and the same list"
    return ""
