"""How a class did: how many passed each exercise, and why the others did not. No name is kept."""

from typing import Dict, List, Tuple

from ..checking.exercise import Exercise
from ..checking.exercises import sentence_of
from ..checking.result import FAILED, NOT_RUN, NOT_STARTED, ExerciseResult
from .graded import Graded


class ExerciseCount:
    """One exercise: how many learners there are, how many passed it, and how many did not for each reason.

    A reason is a mistake by its name, with its sentence; or that no known mistake explains it, that it was not started,
    or that it could not be run.
    """

    def __init__(self, exercise: Exercise, results: List[ExerciseResult]) -> None:
        self.number = exercise.number
        self.title = exercise.title
        self.learners = len(results)
        self.passed = len([result for result in results if result.passed])
        self.not_started = len([result for result in results if result.status == NOT_STARTED])
        self.could_not_be_run = len([result for result in results if result.status == NOT_RUN])
        self.unknown = len([result for result in results if result.status == FAILED and not result.mistakes])
        self.mistakes = _counted_mistakes(results)
        self.sentences = {mistake: sentence_of(exercise.number, mistake) for mistake, _ in self.mistakes}

    def __repr__(self) -> str:
        return f"ExerciseCount({self.number}, {self.passed} of {self.learners} passed)"

    @property
    def reasons(self) -> List[Tuple[str, int]]:
        """Why the others did not pass, in words, and how many: the mistakes first, the most frequent first.

        >>> from ..checking.check import check
        >>> ExerciseCount(check(len, exercise=1).exercise, [check(lambda w, x, b: 0, exercise=1)]).reasons
        [('no known mistake', 1)]
        """
        others = [
            ("no known mistake", self.unknown), ("not started", self.not_started),
            ("could not be run", self.could_not_be_run),
        ]
        named = [(f"{mistake}: {self.sentences[mistake]}", count) for mistake, count in self.mistakes]
        return named + [(reason, count) for reason, count in others if count > 0]


class ClassReport:
    """The counts of all exercises that were handed in, in the order of their numbers.

    `without_exercise` is how many files there are in which no exercise was found.

    >>> from ..checking.check import check
    >>> report = ClassReport([Graded([check(lambda w, x, b: 0, exercise=1)], 0.5)])
    >>> report.num_learners, report.exercises
    (1, [ExerciseCount(1, 0 of 1 passed)])
    """

    def __init__(self, graded: List[Graded]) -> None:
        by_number: Dict[int, List[ExerciseResult]] = {}
        for learner in graded:
            for result in learner.results:
                by_number.setdefault(result.exercise.number, []).append(result)
        self.num_learners = len(graded)
        self.without_exercise = len(by_number.pop(0, []))
        self.exercises = [ExerciseCount(results[0].exercise, results) for _, results in sorted(by_number.items())]

    def __repr__(self) -> str:
        return f"ClassReport({self.num_learners} learners, {len(self.exercises)} exercises)"


def _counted_mistakes(results: List[ExerciseResult]) -> List[Tuple[str, int]]:
    """The mistakes, each with the number of results that it is in, the most frequent first."""
    counts: Dict[str, int] = {}
    for result in results:
        for mistake in set(result.mistakes):
            counts[mistake] = counts.get(mistake, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
