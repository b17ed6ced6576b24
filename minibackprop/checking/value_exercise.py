"""An exercise whose functions return values, which are compared with the right ones and with those of wrong rules."""

from ..validation import counted
from .call import NOT_IMPLEMENTED, observe_call
from .call_problem import agree, call_problem, has_value
from .drawn import numbers_for
from .exercise import Exercise
from .feedback import feedback_about, feedback_on
from .result import FAILED, NOT_STARTED, PASSED, ExerciseResult, Trial
from .secret import NO_ANSWER, ONLY_WITH_OTHERS, OTHER_NUMBERS, SHARE_OF_SECRET, WRONG_IN_SECRET
from .task import Task
from .wrong_rule import WrongRule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .call import Seen
    from .task import Calls

BY_HAND = "the example worked by hand"
ONLY_BY_HAND = "it is right, but counts only once something else is right too"
UNKNOWN = (
    "None of the mistakes that are known here gives these values. Work out one of the calls above on paper, step by "
    "step, and print what each line of {name} gives: where do the two differ first?"
)


class Attempt:
    """What a task is tried with at a time: a title, and the calls."""

    def __init__(self, task: Task, title: str, calls: "Calls", is_secret: bool) -> None:
        self.task = task
        self.title = title
        self.calls = calls
        self.is_secret = is_secret

    def __repr__(self) -> str:
        return f"Attempt({self.task.name}, {self.title})"


class ValueExercise(Exercise):
    """An exercise that asks for functions which return numbers or lists of numbers."""

    def __init__(
        self, number: int, title: str, lesson: int, points: int, tasks: "list[Task]", hints: "list[str]", showed: str
    ) -> None:
        names, parameters = [task.name for task in tasks], [task.parameters for task in tasks]
        Exercise.__init__(self, number, title, points, lesson, names, parameters, hints, showed)
        self.tasks = tasks

    def attempts(self, seed: "int | None") -> "list[Attempt]":
        """All that the tasks are tried with, the same for everybody.

        With a seed, the same kinds of calls, but with secret numbers.

        >>> from minibackprop import check
        >>> [attempt.title for attempt in check(len, exercise=1).exercise.attempts(None)]
        ['the example worked by hand', 'one input', 'several inputs']
        """
        attempts = []
        rng = numbers_for(self.number, seed)
        ending = "" if seed is None else OTHER_NUMBERS
        for task in self.tasks:
            if seed is None:
                attempts.append(Attempt(task, BY_HAND, [task.example], is_secret=False))
            attempts += [Attempt(task, title + ending, calls(rng), seed is not None) for title, calls in task.kinds]
        return attempts

    def observe(self, functions: "dict[str, Any]", seed: "int | None" = None) -> "list[Any]":
        """Call the functions; for each attempt what was seen in each call, or None if there is no such function.

        >>> from minibackprop import check
        >>> seen = check(len, exercise=1).exercise.observe({"weighted_input": lambda w, x, b: 7})
        >>> [[call["value"] for call in calls] for calls in seen][0]
        [7.0]
        """
        return self.observe_with(functions, self.attempts(seed))

    def observe_with(self, functions: "dict[str, Any]", attempts: "list[Attempt]") -> "list[Any]":
        """The same for attempts that were made before.

        >>> from minibackprop import check
        >>> exercise = check(len, exercise=1).exercise
        >>> exercise.observe_with({}, exercise.attempts(None))
        [None, None, None]
        """
        observed: "list[Any]" = []
        for attempt in attempts:
            function = functions.get(attempt.task.name)
            if function is None:
                observed.append(None)
            else:
                observed.append([observe_call(function, arguments) for arguments in attempt.calls])
        return observed

    def judge(
        self, observed: "list[Any]", secretly: "list[Any] | None" = None, seed: "int | None" = None
    ) -> ExerciseResult:
        """Compare what was seen with the right values; name the wrong rules that give all the learner's values.

        `secretly` is what was seen with the secret numbers of the seed, if there is one; None in it where there was no
        answer.

        >>> from minibackprop import check
        >>> exercise = check(len, exercise=1).exercise
        >>> exercise.judge(exercise.observe({"weighted_input": lambda w, x, b: b}))
        ExerciseResult(1, failed)
        """
        tried = list(zip(self.attempts(None), observed))
        tried += list(zip(self.attempts(seed), secretly)) if secretly is not None else []
        trials = [self._trial(attempt, calls, tried, secretly is not None) for attempt, calls in tried]
        if [trial for trial in trials if not trial.passed] == []:
            return ExerciseResult(self, PASSED, trials, [], [])
        if [calls for calls in observed if _is_written(calls)] == []:
            return ExerciseResult(self, NOT_STARTED, trials, [], [])
        mistakes: "list[str]" = []
        feedback: "list[list[str]]" = []
        for task in self.tasks:
            of_task = [(attempt, calls) for attempt, calls in tried if attempt.task is task and calls is not None]
            if [pair for pair in of_task if _message(pair[0], pair[1])]:
                found = _explanations(task, of_task)
                mistakes += [" or ".join([rule.name for rule in found])] if found else []
                feedback += _feedback(task, found, of_task)
        return ExerciseResult(self, FAILED, trials, mistakes, feedback_on(feedback))

    def _trial(
        self, attempt: Attempt, calls: "list[Seen] | None", tried: "list[tuple[Attempt, Any]]", has_secrets: bool
    ) -> Trial:
        """How an attempt went, and its points. The example by hand counts only if something else is right, too."""
        of_its_kind = len([other for other, _ in tried if other.is_secret == attempt.is_secret])
        share = SHARE_OF_SECRET if has_secrets else 1.0
        message = _message(attempt, calls)
        others = [pair for pair in tried if pair[0].task is attempt.task and pair[0].title != BY_HAND]
        if attempt.title == BY_HAND and not message and not [pair for pair in others if not _message(pair[0], pair[1])]:
            message = ONLY_BY_HAND
        title = attempt.title if len(self.tasks) == 1 else f"{attempt.task.name}, {attempt.title}"
        return Trial(title, self.points * share / of_its_kind, message, attempt.is_secret)


def _is_written(calls: "list[Seen] | None") -> bool:
    return calls is not None and [seen for seen in calls if seen["kind"] != NOT_IMPLEMENTED] != []


def _message(attempt: Attempt, calls: "list[Seen] | None") -> str:
    """What is wrong in the first call in which something is wrong; empty if nothing is."""
    if calls is None:
        return NO_ANSWER if attempt.is_secret else NOT_STARTED
    if not _is_written(calls):
        return NOT_STARTED
    for arguments, seen in zip(attempt.calls, calls):
        problem = call_problem(attempt.task, arguments, seen)
        if problem:
            return WRONG_IN_SECRET if attempt.is_secret else problem
    return ""


def _explanations(task: Task, tried: "list[tuple[Attempt, list[Seen]]]") -> "list[WrongRule]":
    """The wrong rules of which one version gives what the learner's function gave, in all calls."""
    found = []
    for rule in task.wrong_rules:
        for version in rule.versions:
            if rule not in found and _is_explained_by(version, tried):
                found.append(rule)
    return found


def _is_explained_by(version: "Any", tried: "list[tuple[Attempt, list[Seen]]]") -> bool:
    """Whether the version gives the same value, or raises the same error, in every call."""
    for attempt, calls in tried:
        for arguments, seen in zip(attempt.calls, calls):
            other = observe_call(version, arguments)
            same = other["kind"] == seen["kind"] and other["changed"] == seen["changed"]
            if not same or seen["problem"] or seen["varies"] or not agree(other["value"], seen["value"]):
                return False
    return True


def _feedback(task: Task, found: "list[WrongRule]", tried: "list[tuple[Attempt, list[Seen]]]") -> "list[list[str]]":
    """About the mistakes of one function: a question, the rule, all of it. Nothing, if a message above has said it."""
    if not found:
        visible = [(attempt, calls) for attempt, calls in tried if not attempt.is_secret]
        wrong = [calls for attempt, calls in visible if _message(attempt, calls)]
        if [seen for calls in wrong for seen in calls if not has_value(seen)]:
            return []
        text = (UNKNOWN if wrong else ONLY_WITH_OTHERS).format(name=task.name)
        return [[text, text, text]]
    num_calls = sum([len(calls) for _, calls in tried])
    proof = f"   The wrong formula gives exactly what {task.name} gives, in all {counted(num_calls, 'call')}."
    if len(found) > 1:
        proof = f"   Each of these wrong formulas gives exactly what {task.name} gives, in all {num_calls} calls."
    return [feedback_about(found, proof)]
