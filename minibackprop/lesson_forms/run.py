"""Running the code of a lesson step by step, and keeping what it shows."""

import contextlib
import io
from typing import Any, Dict

from ..drawing.network_text import network_text
from ..network import Network
from .lesson import Step


class Shown:
    """What the code of a step has shown: what it printed, its picture or None, and the answer to its question."""

    def __init__(self, output: str, picture: Any, answer: Any) -> None:
        self.output = output
        self.picture = picture
        self.answer = answer


class Run:
    """A run of a lesson: its steps are run one after the other, and what they define stays."""

    def __init__(self) -> None:
        self._names: Dict[str, Any] = {"__name__": "__main__"}

    def step(self, step: Step) -> Shown:
        """Run the code of the next step.

        >>> from .lesson import steps_of
        >>> question = "# %% [markdown]\\n# **Predict.** What is 1 + 2?\\n\\n"
        >>> shown = Run().step(steps_of(question + "# %%\\nanswer = 1 + 2\\nprint(answer)")[0])
        >>> shown.output, shown.answer
        ('3\\n', 3)
        """
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(step.code, "lesson", "exec"), self._names)
        picture = self._names["picture"] if step.shows_picture else None
        return Shown(printed.getvalue(), picture, self._names["answer"] if step.question else None)


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
