"""What is said about mistakes, in three texts: a question, the rule, and all of it."""

from ..diagnosis.diagnosis_text import formulas_of
from ..diagnosis.mistake import NamedMistake

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence

NUM_HINTS = 3


def feedback_about(mistakes: "Sequence[NamedMistake]", proof: str = "") -> "list[str]":
    """The three texts about these mistakes; the proof goes below all of it.

    >>> from minibackprop import MISTAKES
    >>> question, rule, whole = feedback_about([MISTAKES["sign"]])
    >>> print(rule)
    If an output is too high, should the slope of the cost be positive or negative?
       right: ∂C/∂a = a − y
    """
    questions = [mistake.question for mistake in mistakes]
    rules = [f"{mistake.question}\n   right: {mistake.right}" for mistake in mistakes]
    whole = [line for mistake in mistakes for line in formulas_of(mistake)] + ([proof] if proof else [])
    return ["\n".join(questions), "\n".join(rules), "\n".join(whole)]


def feedback_on(functions: "list[list[str]]") -> "list[str]":
    """The texts about several functions, each with its three, joined hint by hint; nothing if there are none.

    >>> feedback_on([["a?", "a", "A"], ["b?", "b", "B"]]), feedback_on([])
    (['a?\\n\\nb?', 'a\\n\\nb', 'A\\n\\nB'], [])
    """
    return ["\n\n".join([texts[hint] for texts in functions]) for hint in range(NUM_HINTS)] if functions else []
