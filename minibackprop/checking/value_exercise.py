"""An exercise whose functions return values, which are compared with the right ones and with those of wrong rules."""

from ..diagnosis.evidence import ROUNDING_OF_DOUBLES, first_difference, numbers_in
from ..validation import counted
from .call import NOT_IMPLEMENTED, as_seen_value, observe_call
from .drawn import numbers_for
from .exercise import Exercise
from .result import FAILED, NOT_STARTED, PASSED, ExerciseResult, Trial
from .shown_call import shown_call, shown_value
from .task import Task
from .wrong_rule import WrongRule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .call import Seen
    from .task import Calls

LEAST_DIFFERENCE = 1e-12
BY_HAND = "the example worked by hand"
OTHER_NUMBERS = ", other numbers"
UNKNOWN = "Compare each line of your function with the formula of the exercise, with the numbers of a call above."
NOT_WITH_OTHERS = (
    "It is right with the numbers that you see, but not with others: does it work for any numbers, or only for these?"
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
        self.number = number
        self.title = title
        self.lesson = lesson
        self.points = points
        self.tasks = tasks
        self.names = [task.name for task in tasks]
        self.parameters = tasks[0].parameters
        self.hints = hints
        self.showed = showed

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
        observed: "list[Any]" = []
        for attempt in self.attempts(seed):
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

        `secretly` is what was seen with the secret numbers of the seed, if there is one.

        >>> from minibackprop import check
        >>> exercise = check(len, exercise=1).exercise
        >>> exercise.judge(exercise.observe({"weighted_input": lambda w, x, b: b}))
        ExerciseResult(1, failed)
        """
        tried = list(zip(self.attempts(None), observed))
        if secretly is not None:
            tried += list(zip(self.attempts(seed), secretly))
        trials = []
        for attempt, calls in tried:
            title = attempt.title if len(self.tasks) == 1 else f"{attempt.task.name}, {attempt.title}"
            trials.append(Trial(title, self.points / len(tried), _message(attempt, calls), attempt.is_secret))
        if [trial for trial in trials if not trial.passed] == []:
            return ExerciseResult(self, PASSED, trials, [], [])
        if [calls for _, calls in tried if _is_written(calls)] == []:
            return ExerciseResult(self, NOT_STARTED, trials, [], [])
        mistakes: "list[str]" = []
        feedback: "list[list[str]]" = []
        for task in self.tasks:
            of_task = [pair for pair in tried if pair[0].task is task]
            if _is_written(of_task[0][1]) and [pair for pair in of_task if _message(pair[0], pair[1])]:
                found = _explanations(task, of_task)
                mistakes += [" or ".join([rule.name for rule in found])] if found else []
                feedback.append(_feedback(found, of_task))
        return ExerciseResult(self, FAILED, trials, mistakes, ["\n\n".join(texts) for texts in zip(*feedback)])


def _is_written(calls: "list[Seen] | None") -> bool:
    return calls is not None and [seen for seen in calls if seen["kind"] != NOT_IMPLEMENTED] != []


def _message(attempt: Attempt, calls: "list[Seen] | None") -> str:
    """What is wrong in the first call in which something is wrong; empty if nothing is."""
    if not _is_written(calls):
        return "not started"
    for arguments, seen in zip(attempt.calls, calls or []):
        problem = _problem(attempt.task, arguments, seen)
        if problem:
            return _without_numbers(seen) if attempt.is_secret else problem
    return ""


def _problem(task: Task, arguments: "list[Any]", seen: "Seen") -> str:
    call = shown_call(task.name, arguments)
    if seen["kind"]:
        return f"{call} raises {seen['error']}" + ("" if seen["line"] is None else f", in line {seen['line']}")
    if seen["problem"]:
        return f"{call}: {seen['problem']}"
    if seen["value"] is None:
        return f"{call} returns nothing: is a return missing?"
    if seen["changed"]:
        return f"{call} changes a list that it was given: return new lists"
    if seen["varies"]:
        return f"{call} gives something else when it is called again: is something kept from call to call?"
    right = task.right(*arguments)
    if _agree(as_seen_value(right), seen["value"]):
        return ""
    return f"{call} gives {shown_value(seen['value'])}, but {shown_value(as_seen_value(right))} is right"


def _without_numbers(seen: "Seen") -> str:
    if seen["kind"]:
        return f"an error, {seen['kind']}"
    return "wrong"


def _agree(right: "Any", value: "Any") -> bool:
    largest = max([abs(number) for number in numbers_in(right)] + [0.0])
    return first_difference(right, value, max(LEAST_DIFFERENCE, ROUNDING_OF_DOUBLES * largest)) is None


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
            if other["kind"] != seen["kind"] or other["changed"] != seen["changed"] or seen["problem"]:
                return False
            if (other["value"] is None) != (seen["value"] is None) or seen["varies"]:
                return False
            if other["value"] is not None and not _agree(other["value"], seen["value"]):
                return False
    return True


def _feedback(found: "list[WrongRule]", tried: "list[tuple[Attempt, list[Seen]]]") -> "list[str]":
    """About the mistakes of one function: a question, the rule, all of it."""
    if not found:
        wrong_if_seen = [attempt for attempt, calls in tried if not attempt.is_secret and _message(attempt, calls)]
        text = UNKNOWN if wrong_if_seen else NOT_WITH_OTHERS
        return [text, text, text]
    num_calls = sum([len(calls) for _, calls in tried])
    proof = f"   The wrong formula gives exactly what your function gives, in all {counted(num_calls, 'call')}."
    if len(found) > 1:
        proof = f"   Each of these wrong formulas gives exactly what your function gives, in all {num_calls} calls."
    questions = "\n".join([rule.question for rule in found])
    rules = "\n".join([f"{rule.question}\n   right: {rule.right}" for rule in found])
    whole = [f"{rule.name}: {rule.sentence}\n   wrong: {rule.wrong}\n   right: {rule.right}" for rule in found]
    return [questions, rules, "\n".join(whole + [proof])]
