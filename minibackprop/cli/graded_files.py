"""Grading files: each exercise in them is run in a process of its own, and judged here."""

import time
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence

from ..checking.check import next_exercise
from ..checking.exercises import exercise_numbered
from ..checking.result import FAILED, NOT_RUN, NOT_STARTED, ExerciseResult, Trial
from ..exercise_forms.sources import GENERATED, seed_in, stub_of
from ..grading.graded import Graded, not_an_exercise
from ..grading.handed_in import HandedIn, NotReadable, files_in
from .learner_answer import LearnerError, LoadingError
from .learner_process import exercise_in_process
from .parser import command_as_typed

if TYPE_CHECKING:
    from ..checking.exercises import AnyExercise


class Grading:
    """How to grade: which exercises are assigned (None: those that are there), the seed of secret numbers, the time
    that an exercise has, and whether the files in a folder are one learner's."""

    def __init__(
        self, assigned: Optional[List[int]], seed: Optional[int], timeout: float, has_helpers: bool = True
    ) -> None:
        self.assigned = assigned
        self.seed = seed
        self.timeout = timeout
        self.has_helpers = has_helpers

    def graded(self, paths: Sequence[str]) -> Graded:
        """Judge what is in these files and folders, which are one learner's: of each exercise, the best result."""
        start = time.perf_counter()
        results: List[ExerciseResult] = []
        without_exercise: List[ExerciseResult] = []
        for path in paths:
            try:
                files = files_in(path)
            except NotReadable as problem:
                without_exercise.append(not_an_exercise(path, NOT_RUN, str(problem)))
                continue
            for file in files:
                handed_in = HandedIn(file, self.assigned, self.has_helpers)
                results += [self._result(handed_in, exercise_numbered(number)) for number in handed_in.numbers]
                if not handed_in.numbers and not handed_in.is_not_assigned and (file == path or handed_in.problem):
                    without_exercise.append(_without_exercise(handed_in))
        best = _best(results)
        if self.assigned is not None:
            missing = [number for number in self.assigned if number not in [each.exercise.number for each in best]]
            best = _best(best + [_not_handed_in(exercise_numbered(number)) for number in missing])
        elif not best and not without_exercise:
            without_exercise = [not_an_exercise(" ".join(paths), NOT_STARTED, "there is no exercise in it")]
        return Graded(best + without_exercise, time.perf_counter() - start)

    def _result(self, handed_in: HandedIn, exercise: "AnyExercise") -> ExerciseResult:
        if handed_in.problem:
            return _not_run(exercise, NOT_RUN, handed_in.problem)
        if _is_unchanged(handed_in, exercise):
            return _not_handed_in(exercise)
        try:
            observed = exercise_in_process(handed_in, exercise, None, self.timeout)
        except LoadingError as problem:
            return _not_run(exercise, NOT_RUN, str(problem))
        except LearnerError as problem:
            return _not_run(exercise, FAILED, str(problem))
        secretly = None if self.seed is None else self._secretly_observed(handed_in, exercise, self.seed)
        result = exercise.judge(observed, secretly, self.seed)
        following = next_exercise(exercise.number)
        if result.status == NOT_STARTED:
            result.go_on = _how_to_begin(exercise)
        elif result.passed and following is not None:
            start = f"{command_as_typed()} exercises start {following.number}"
            result.go_on = f"Next: exercise {following.number}, {following.title} ({start})"
        return result


    def _secretly_observed(self, handed_in: HandedIn, exercise: "AnyExercise", seed: int) -> List[Any]:
        """What was seen with the secret numbers: if there is no answer, as if there were no function."""
        try:
            return exercise_in_process(handed_in, exercise, seed, self.timeout)
        except LearnerError:
            return exercise.observe({}, seed)


def _best(results: List[ExerciseResult]) -> List[ExerciseResult]:
    """The best result of each exercise, in the order of the exercises."""
    best: Dict[int, ExerciseResult] = {}
    for result in results:
        number = result.exercise.number
        if number not in best or result.points > best[number].points:
            best[number] = result
    return [best[number] for number in sorted(best)]


def _is_unchanged(handed_in: HandedIn, exercise: "AnyExercise") -> bool:
    """Whether it is a generated program as it was handed out: that of exercise 17 can be run, but is not an answer."""
    if exercise.number not in GENERATED:
        return False
    return handed_in.source.split() == stub_of(exercise.number, seed_in(handed_in.source)).split()


def _not_run(exercise: "AnyExercise", status: str, problem: str) -> ExerciseResult:
    return ExerciseResult(exercise, status, [Trial("it can be run", exercise.points, problem, is_secret=False)], [], [])


def _not_handed_in(exercise: "AnyExercise") -> ExerciseResult:
    result = _not_run(exercise, NOT_STARTED, NOT_STARTED)
    result.go_on = _how_to_begin(exercise)
    return result


def _how_to_begin(exercise: "AnyExercise") -> str:
    return f"Write {', '.join(f'{name}({exercise.parameters})' for name in exercise.names)}."


def _without_exercise(handed_in: HandedIn) -> ExerciseResult:
    if handed_in.problem:
        return not_an_exercise(handed_in.path, NOT_RUN, handed_in.problem)
    is_empty = not handed_in.source.strip()
    message = "it is empty" if is_empty else "it has none of the functions that an exercise asks for"
    return not_an_exercise(handed_in.path, NOT_STARTED, message)
