"""What one learner has handed in, judged: the results of the exercises. Every writer of a format starts from this."""

from typing import List

from ..checking.exercise import Exercise
from ..checking.result import NOT_RUN, PASSED, ExerciseResult, Trial


class Graded:
    """The results of the exercises of one learner, and how many seconds it took to find them out.

    >>> from ..checking.check import check
    >>> Graded([check(lambda w, x, b: 0, exercise=1)], 0.5)
    Graded(0 of 3 points)
    """

    def __init__(self, results: List[ExerciseResult], seconds: float) -> None:
        self.results = results
        self.seconds = seconds

    def __repr__(self) -> str:
        return f"Graded({self.points:.4g} of {self.max_points:.4g} points)"

    @property
    def points(self) -> float:
        return sum(result.points for result in self.results)

    @property
    def max_points(self) -> float:
        return sum(result.max_points for result in self.results)

    @property
    def fraction(self) -> float:
        """The points as a part of all that there are, from 0 to 1."""
        return self.points / self.max_points if self.max_points > 0 else 0.0

    @property
    def passed(self) -> bool:
        """Whether there is something, and all of it is right: silence is never success."""
        return bool(self.results) and all(result.status == PASSED for result in self.results)

    @property
    def could_be_run(self) -> bool:
        """Whether at least one of the exercises could be run."""
        return not all(result.status == NOT_RUN for result in self.results)

    def with_hidden_trials(self) -> "Graded":
        """The same, with one entry in place of all the secret trials of an exercise.

        >>> Graded([], 0.5).with_hidden_trials()
        Graded(0 of 0 points)
        """
        return Graded([result.with_hidden_trials() for result in self.results], self.seconds)


def not_an_exercise(title: str, status: str, message: str, points: int) -> ExerciseResult:
    """The result of a file in which there is no exercise; with a point, so that it is not overlooked.

    >>> not_an_exercise("empty.py", "not started", "it is empty", points=1).text()
    'empty.py: not started, 0 of 1 point\\n\\n   failed  empty.py: it is empty'
    """
    trial = Trial(title, points, message, is_secret=False)
    return ExerciseResult(Exercise(0, title, points), status, [trial], [], [])
