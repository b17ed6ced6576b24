"""The results for Gradescope: its results.json, as in "Autograder Specifications" of the Gradescope documentation.

Gradescope shows a test with the visibility "hidden" to instructors only; then learners do not see the total score.
"""

from typing import Dict

from ..checking.result import ExerciseResult, Trial
from .graded import Graded
from .readable import readable
from .strict_json import rounded, strict_json
from .text import as_text

TEXT = "text"  # nothing in it is taken for HTML


def as_gradescope(graded: Graded, hint: int = 3, hides_secret: bool = False) -> str:
    """The score, the whole text, and a test for each trial. With `hides_secret`, learners do not see the secret ones.

    >>> import json
    >>> json.loads(as_gradescope(Graded([], 0.5)))["output"]
    'There is no exercise to check.\\n'
    """
    tests = []
    for result in readable(graded, hides_secret=False).results:
        for place, trial in enumerate(result.trials, 1):
            tests.append(_test(result, place, trial, hides_secret))
    return strict_json({
        "score": rounded(graded.points),
        "execution_time": rounded(graded.seconds),
        "output": as_text(graded, hint, hides_secret),
        "output_format": TEXT,
        "tests": tests,
    })


def _test(result: ExerciseResult, place: int, trial: Trial, hides_secret: bool) -> Dict[str, object]:
    return {
        "score": rounded(trial.points),
        "max_score": rounded(trial.max_points),
        "status": "passed" if trial.passed else "failed",
        "name": f"{result.exercise.name}: {trial.title}",
        "name_format": TEXT,
        "number": f"{result.exercise.number}.{place}",
        "output": trial.message,
        "output_format": TEXT,
        "visibility": "hidden" if trial.is_secret and hides_secret else "visible",
    }
