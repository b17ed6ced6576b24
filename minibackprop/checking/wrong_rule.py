"""A wrong rule: a named mistake in a function that an exercise asks for, in words and as the function that makes it."""

from ..diagnosis.mistake import NamedMistake
from ..diagnosis.mistakes import MISTAKES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    WrongVersion = Callable[..., Any]


class WrongRule(NamedMistake):
    """A mistake in a function. `versions` are functions that take the same arguments, and make this mistake."""

    def __init__(
        self, name: str, sentence: str, wrong: str, right: str, question: str, versions: "list[WrongVersion]"
    ) -> None:
        NamedMistake.__init__(self, name, sentence, wrong, right, question)
        self.versions = versions

    def __repr__(self) -> str:
        return f"WrongRule({self.name})"


def known_mistake(name: str, *versions: "WrongVersion", question: str = "") -> WrongRule:
    """A mistake that is in the catalogue of the diagnosis, in its words, with x for a_in; or with another question.

    >>> known_mistake("sign", lambda y, a: y - a).right, known_mistake("input-dropped").right
    ('∂C/∂a = a − y', '∂C/∂w = ∂C/∂z · x')
    """
    mistake = MISTAKES[name]
    texts = [mistake.sentence, mistake.wrong, mistake.right, question or mistake.question]
    sentence, wrong, right, asked = [text.replace("a_in", "x") for text in texts]
    return WrongRule(name, sentence, wrong, right, asked, list(versions))
