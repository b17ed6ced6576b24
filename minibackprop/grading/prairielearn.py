"""The results for PrairieLearn: its results.json, as in "External Grading", "Grading results", of its documentation.

With "gradable" false, the learner loses no attempt; "format_errors" then says why. The file must stay below 1 MB.
"""

from typing import Dict, List

from ..checking.result import Trial
from .graded import Graded
from .readable import NOTHING, cut, readable
from .strict_json import rounded, strict_json
from .text import as_text, points_of

MOST_BYTES = 1000000
MOST_CHARACTERS = 100000  # of a text, unless the whole becomes too large


def as_prairielearn(graded: Graded, hint: int = 3, hides_secret: bool = False) -> str:
    """The score from 0 to 1, the whole text, and a test for each trial; or why nothing could be run.

    >>> import json
    >>> json.loads(as_prairielearn(Graded([], 0.5)))["gradable"]
    False
    """
    graded = readable(graded, hides_secret)
    output = as_text(graded, hint)
    most = MOST_CHARACTERS
    text = _results(graded, output, most)
    while len(text) > MOST_BYTES and most > 0:
        most //= 2
        text = _results(graded, output, most)
    return text


def _results(graded: Graded, output: str, most: int) -> str:
    """The JSON, with no text longer than `most` characters."""
    fields: Dict[str, object] = {
        "gradable": graded.could_be_run,
        "score": rounded(graded.fraction),
        "message": points_of(graded),
        "output": cut(output, most),
    }
    if graded.could_be_run:
        fields["tests"] = [
            _test(f"{result.exercise.name}: {trial.title}", trial, most)
            for result in graded.results for trial in result.trials
        ]
    else:
        fields["message"] = "It could not be run, so this attempt is not counted."
        fields["format_errors"] = _reasons(graded, most)
    return strict_json(fields)


def _reasons(graded: Graded, most: int) -> List[str]:
    trials = [trial for result in graded.results for trial in result.trials if not trial.passed]
    return [cut(f"{trial.title}: {trial.message}", most) for trial in trials] or [NOTHING]


def _test(name: str, trial: Trial, most: int) -> Dict[str, object]:
    return {
        "name": cut(name, most),
        "description": "with secret numbers" if trial.is_secret else "with numbers that you can see",
        "points": rounded(trial.points),
        "max_points": rounded(trial.max_points),
        "message": cut(trial.message, most),
        "output": "",
    }
