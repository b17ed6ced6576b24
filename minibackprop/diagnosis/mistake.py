"""A mistake: a named wrong version of one line of the chain rule, in words and formulas, and as code."""

from ..teaching.rules import Rule
from .sources import SOURCES
from .version import Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .version import Change


class Mistake:
    """A mistake that people make: its name, what it is in one sentence, the right and the wrong formula, who made it.

    `question` leads to the wrong line without naming it, `rule` is the rule that is broken. `versions` are the wrong
    versions of the chain rule that count as this mistake: in every layer or in some, for weights, biases or both.
    """

    def __init__(
        self,
        name: str,
        sentence: str,
        rule: "Rule | None",
        right: str,
        wrong: str,
        question: str,
        changes: "list[list[Change]]",
        factor: str = "",
    ) -> None:
        self.name = name
        self.sentence = sentence
        self.rule = rule
        self.right = right
        self.wrong = wrong
        self.question = question
        self.source = SOURCES[name]
        self.factor = factor  # what the wrong factor is, in words, where it is a number that one can see
        self.versions = [Version(lines) for lines in changes]

    def __repr__(self) -> str:
        return f"Mistake({self.name})"
