"""A wrong rule: a named mistake in a function that an exercise asks for, in words and as the function that makes it."""

from ..diagnosis.mistakes import MISTAKES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    WrongVersion = Callable[..., Any]


class WrongRule:
    """A mistake that people make: its name, what it is in one sentence, the wrong and the right formula, a question.

    `versions` are functions that take the same arguments as the learner's, and make this mistake.
    """

    def __init__(
        self, name: str, sentence: str, wrong: str, right: str, question: str, versions: "list[WrongVersion]"
    ) -> None:
        self.name = name
        self.sentence = sentence
        self.wrong = wrong
        self.right = right
        self.question = question
        self.versions = versions

    def __repr__(self) -> str:
        return f"WrongRule({self.name})"


def known_mistake(name: str, *versions: "WrongVersion") -> WrongRule:
    """A mistake that is in the catalogue of the diagnosis, in its words, for a single neuron, which is fed x.

    >>> known_mistake("sign", lambda y, a: y - a).right, known_mistake("input-dropped").right
    ('∂C/∂a = a − y', '∂C/∂w = ∂C/∂z · x')
    """
    mistake = MISTAKES[name]
    texts = [mistake.sentence, mistake.wrong, mistake.right, mistake.question]
    sentence, wrong, right, question = [text.replace("a_in", "x") for text in texts]
    return WrongRule(name, sentence, wrong, right, question, list(versions))
