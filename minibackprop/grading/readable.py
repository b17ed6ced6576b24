"""Results as all writers use them: a title or a message is one line, not very long, of characters that can be shown."""

import copy

from ..checking.result import ExerciseResult, Trial
from ..drawing.plain_text import printable
from .graded import Graded

MOST_CHARACTERS = 2000  # of a title or a message
NOTHING = "There is no exercise to check."


def readable(graded: Graded, hides_secret: bool) -> Graded:
    """The same results, with each title and message on one line, and question marks for characters without a shape.

    With `hides_secret`, the secret trials of an exercise are one entry.

    >>> from .graded import not_an_exercise
    >>> graded = Graded([not_an_exercise("a.py", "failed", "Oh\\nno\\x1b[31m", points=1)], 0.5)
    >>> readable(graded, hides_secret=False).results[0].trials
    [Trial(a.py: Oh no?[31m)]
    """
    if hides_secret:
        graded = graded.with_hidden_trials()
    return Graded([_readable_result(result) for result in graded.results], graded.seconds)


def cut(text: str, most: int) -> str:
    """The text, cut off after so many characters.

    >>> cut("a long text", 6)
    'a long…'
    """
    return text if len(text) <= most else text[:most] + "…"


def _readable_result(result: ExerciseResult) -> ExerciseResult:
    readable_result = copy.copy(result)
    readable_result.exercise = copy.copy(result.exercise)
    readable_result.exercise.title = _line(result.exercise.title)  # which may be the name of a file
    readable_result.trials = [_readable_trial(trial) for trial in result.trials]
    readable_result.feedback = ["\n".join([_line(line) for line in text.splitlines()]) for text in result.feedback]
    return readable_result


def _readable_trial(trial: Trial) -> Trial:
    readable_trial = copy.copy(trial)
    readable_trial.title = _line(trial.title)
    readable_trial.message = _line(trial.message)
    return readable_trial


def _line(text: str) -> str:
    return printable(cut(" ".join(text.expandtabs().splitlines()), MOST_CHARACTERS))
