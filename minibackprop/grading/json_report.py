"""The results as JSON with all that is known about them: a format of minibackprop's own, with a version."""

from typing import Dict

from ..checking.result import ExerciseResult, Trial
from .graded import Graded
from .readable import readable
from .strict_json import rounded, strict_json

FORMAT_NAME = "minibackprop results"
VERSION = 1


def as_json(graded: Graded, hint: int = 3, hides_secret: bool = False) -> str:
    """The points, the seconds and, for each exercise, its status, its mistakes, the feedback and all that was tried.

    `hint` chooses the feedback, as in the text; the names of the mistakes are always there.

    >>> import json
    >>> json.loads(as_json(Graded([], 0.5)))["seconds"]
    0.5
    """
    graded = readable(graded, hides_secret)
    return strict_json({
        "format": FORMAT_NAME,
        "version": VERSION,
        "points": rounded(graded.points),
        "max_points": rounded(graded.max_points),
        "passed": graded.passed,
        "seconds": rounded(graded.seconds),
        "exercises": [_exercise(result, hint) for result in graded.results],
    })


def _exercise(result: ExerciseResult, hint: int) -> Dict[str, object]:
    return {
        "number": result.exercise.number,
        "title": result.exercise.title,
        "status": result.status,
        "points": rounded(result.points),
        "max_points": result.max_points,
        "mistakes": result.mistakes,
        "feedback": result.feedback[hint - 1] if result.feedback else "",
        "trials": [_trial(trial) for trial in result.trials],
    }


def _trial(trial: Trial) -> Dict[str, object]:
    return {
        "title": trial.title,
        "points": rounded(trial.points),
        "max_points": rounded(trial.max_points),
        "passed": trial.passed,
        "message": trial.message,
        "is_secret": trial.is_secret,
    }
