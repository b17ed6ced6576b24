"""Grading files: each exercise in them is run in a process of its own, and judged here."""

import difflib
import os
import time
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence, Tuple

from ..checking.exercises import exercise_numbered, next_exercise
from ..checking.result import FAILED, NOT_RUN, NOT_STARTED, ExerciseResult, Trial
from ..exercise_forms.sources import GENERATED, seed_in, stub_of
from ..grading.graded import Graded, not_an_exercise
from ..grading.handed_in import HandedIn, files_in
from ..grading.source import NotReadable
from .learner_answer import LearnerError, LoadingError
from .learner_process import exercise_in_process
from .parser import command_as_typed

if TYPE_CHECKING:
    from ..checking.exercises import AnyExercise


USUAL_TIMEOUT = 5.0


class Grading:
    """How to grade: which exercises are assigned (None: those that are there), the seed of secret numbers, the time
    that an exercise has, and whether other files beside a single one are the same learner's."""

    def __init__(
        self,
        assigned: Optional[List[int]],
        seed: Optional[int],
        timeout: float = USUAL_TIMEOUT,
        has_helpers: bool = True,
    ) -> None:
        self.assigned = assigned
        self.seed = seed
        self.timeout = timeout
        self.has_helpers = has_helpers

    def graded(self, paths: Sequence[str]) -> Graded:
        """Judge what is in these files and folders, which are one learner's: of each exercise, the best result."""
        start = time.perf_counter()
        results: List[Tuple[str, ExerciseResult]] = []
        without_exercise: List[ExerciseResult] = []
        for path in paths:
            try:
                files = files_in(path)
            except NotReadable as problem:
                without_exercise.append(self._without_exercise(path, NOT_RUN, str(problem)))
                continue
            for file in files:
                handed_in = HandedIn(file, self.assigned, self.has_helpers or os.path.isdir(path))
                results += [(file, self._result(handed_in, exercise_numbered(each))) for each in handed_in.numbers]
                if not handed_in.numbers and not handed_in.is_not_assigned and (file == path or handed_in.problem):
                    without_exercise.append(self._nothing_in(handed_in))
        best = _best(results)
        if self.assigned is not None:
            missing = [number for number in self.assigned if number not in [each.exercise.number for each in best]]
            best += [_not_handed_in(exercise_numbered(number)) for number in missing]
            best.sort(key=lambda result: result.exercise.number)
        elif not best and not without_exercise:
            without_exercise = [self._without_exercise(" ".join(paths), NOT_STARTED, "there is no exercise in it")]
        elif len(best) == 1 and best[0].passed:
            best[0].go_on = "\n".join([text for text in (best[0].go_on, _what_comes_next(best[0])) if text])
        return Graded(best + without_exercise, time.perf_counter() - start)

    def _result(self, handed_in: HandedIn, exercise: "AnyExercise") -> ExerciseResult:
        problem = handed_in.problem_with(exercise)
        if problem:
            return _with_one_trial(exercise, NOT_RUN, problem)
        try:
            observed = exercise_in_process(handed_in, exercise, None, self.timeout)
        except LoadingError as error:
            return _with_one_trial(exercise, NOT_RUN, str(error))
        except LearnerError as error:
            return _with_one_trial(exercise, FAILED, str(error))
        secretly = None if self.seed is None else self._secretly_observed(handed_in, exercise, self.seed)
        result = exercise.judge(observed, secretly, self.seed)
        if _is_unchanged(handed_in, exercise):
            result.status, result.feedback = NOT_STARTED, []
        if result.status == NOT_STARTED:
            result.go_on = _misspelt(handed_in, exercise) or exercise.how_to_begin()
        return result

    def _secretly_observed(self, handed_in: HandedIn, exercise: "AnyExercise", seed: int) -> List[Any]:
        """What was seen with the secret numbers; if there is no answer, nothing of anything."""
        try:
            return exercise_in_process(handed_in, exercise, seed, self.timeout)
        except LearnerError:
            return exercise.observe({}, seed)

    def _nothing_in(self, handed_in: HandedIn) -> ExerciseResult:
        if handed_in.problem:
            return self._without_exercise(handed_in.path, NOT_RUN, handed_in.problem)
        is_empty = not handed_in.source.strip()
        message = "it is empty" if is_empty else "it has none of the functions that an exercise asks for"
        return self._without_exercise(handed_in.path, NOT_STARTED, message)

    def _without_exercise(self, title: str, status: str, message: str) -> ExerciseResult:
        """A file in which there is no exercise. What is worth points is known if exercises are assigned."""
        return not_an_exercise(title, status, message, points=1 if self.assigned is None else 0)


def _best(results: List[Tuple[str, ExerciseResult]]) -> List[ExerciseResult]:
    """The best result of each exercise, in the order of the exercises; if there are several, it says which one."""
    best: Dict[int, Tuple[str, ExerciseResult]] = {}
    files: Dict[int, List[str]] = {}
    for file, result in results:
        number = result.exercise.number
        files[number] = files.get(number, []) + [file]
        if number not in best or result.points > best[number][1].points:
            best[number] = (file, result)
    for number, (file, result) in best.items():
        if len(files[number]) > 1:
            several = f"Found in several files: {', '.join(files[number])}. Counted: {file}"
            result.go_on = "\n".join([text for text in (result.go_on, several) if text])
    return [best[number][1] for number in sorted(best)]


def _what_comes_next(result: ExerciseResult) -> str:
    following = next_exercise(result.exercise.number)
    if following is None:
        return ""
    command = f"{command_as_typed()} exercises start {following.number}"
    return f"Next: exercise {following.number}, {following.title} ({command})"


def _is_unchanged(handed_in: HandedIn, exercise: "AnyExercise") -> bool:
    """Whether it is a generated program as it was handed out: that of exercise 17 can be run, but is not an answer."""
    if exercise.number not in GENERATED:
        return False
    return handed_in.source.split() == stub_of(exercise.number, seed_in(handed_in.source)).split()


def _misspelt(handed_in: HandedIn, exercise: "AnyExercise") -> str:
    """What to do if a function that is asked for is not there, but one whose name is much like it."""
    for name in exercise.names:
        if name not in handed_in.names:
            for close in difflib.get_close_matches(name, handed_in.names, 1, 0.8):
                return f"The file has {close}, but {name} is needed: is it a slip in the name?"
    return ""


def _with_one_trial(exercise: "AnyExercise", status: str, problem: str) -> ExerciseResult:
    return ExerciseResult(exercise, status, [Trial("it can be run", exercise.points, problem, is_secret=False)], [], [])


def _not_handed_in(exercise: "AnyExercise") -> ExerciseResult:
    result = _with_one_trial(exercise, NOT_STARTED, NOT_STARTED)
    result.go_on = exercise.how_to_begin()
    return result
