"""A mistake: a named wrong version of one line of the chain rule, in words and formulas, and as code."""

from ..teaching.rules import Rule
from .sources import SOURCES
from .version import Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .version import Change


class NamedMistake:
    """A mistake that people make, in words: its name, what it is in one sentence, the wrong and the right formula.

    `question` leads to the wrong line without naming it.
    """

    def __init__(self, name: str, sentence: str, wrong: str, right: str, question: str) -> None:
        self.name = name
        self.sentence = sentence
        self.wrong = wrong
        self.right = right
        self.question = question

    def __repr__(self) -> str:
        return f"NamedMistake({self.name})"


class Mistake(NamedMistake):
    """A mistake in the chain rule, and who made it.

    `rule` is the rule that is broken. `versions` are the wrong versions of the chain rule that count as this mistake:
    in every layer or in some, for weights, biases or both.
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
        NamedMistake.__init__(self, name, sentence, wrong, right, question)
        self.rule = rule
        self.source = SOURCES[name]
        self.factor = factor  # what the wrong factor is, in words, where it is a number that one can see
        self.versions = [Version(lines) for lines in changes]

    def __repr__(self) -> str:
        return f"Mistake({self.name})"
