"""Running the code of a lesson step by step, and keeping what it shows."""

import contextlib
import io
import traceback
from typing import Any, Dict

from ..drawing.network_text import network_text
from ..network import Network
from ..validation import shown
from .lesson import LessonError, Step


class Shown:
    """What the code of a step has shown: what it printed, its picture or None, and the answer to its question."""

    def __init__(self, output: str, picture: Any, answer: Any) -> None:
        self.output = output
        self.picture = picture
        self.answer = answer


class Run:
    """A run of a lesson: its steps are run one after the other, and what they define stays.

    `path` says where the lesson is, for messages.
    """

    def __init__(self, path: str = "the lesson") -> None:
        self.path = path
        self._names: Dict[str, Any] = {"__name__": "__main__"}

    def step(self, step: Step) -> Shown:
        """Run the code of the next step; LessonError, with the line, if it fails, or if its answer is no answer.

        >>> from .lesson import steps_of
        >>> question = "# %% [markdown]\\n# **Predict.** What is 1 + 2?\\n\\n"
        >>> shown = Run().step(steps_of(question + "# %%\\nanswer = 1 + 2\\nprint(answer)")[0])
        >>> shown.output, shown.answer
        ('3\\n', 3)
        """
        printed = io.StringIO()
        try:
            with contextlib.redirect_stdout(printed):
                exec(compile("\n" * (step.line - 1) + step.code, self.path, "exec"), self._names)
        except (Exception, SystemExit) as error:
            name = "it ends itself" if isinstance(error, SystemExit) else f"{type(error).__name__}: {error}"
            raise LessonError(f"{self.path}, line {self._line_of(error, step)}: {name}") from error
        answer = self._names.get("answer") if step.question else None
        if step.question and (isinstance(answer, bool) or not isinstance(answer, (str, int, float))):
            raise LessonError(f"{self.path}, line {step.line}: answer must be a number or a text, not {shown(answer)}")
        return Shown(printed.getvalue(), self._names.get("picture") if step.shows_picture else None, answer)

    def _line_of(self, error: BaseException, step: Step) -> int:
        """The last line of the lesson that led to the error."""
        if isinstance(error, SyntaxError):
            return error.lineno or step.line
        frames = traceback.extract_tb(error.__traceback__)
        return [step.line, *[frame.lineno or 0 for frame in frames if frame.filename == self.path]][-1]


def picture_text(picture: Any, width: int, ascii_only: bool) -> str:
    """The picture of a step as text: a network, a plot or a slider.

    >>> from minibackprop import Layer
    >>> print(picture_text(Network(Layer([[2]], [1])), width=40, ascii_only=True))
    output (linear), w
         1
    x1  +2 #
    b   +1
    """
    if isinstance(picture, Network):
        return network_text(picture, ascii_only=ascii_only)
    text: str = picture.text(width, ascii_only=ascii_only)
    return text
