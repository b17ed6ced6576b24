"""What the functions of an exercise give for one call: the right one, and all those that a wrong rule makes."""

import copy
from typing import Any, Dict, List

from minibackprop.checking.exercises import exercise_numbered
from minibackprop.checking.task import Task
from minibackprop.checking.value_exercise import ValueExercise

DIGITS = 10  # after the point, so that the last ones, which depend on the order of a sum, are not compared


def exercise_of(number: int) -> ValueExercise:
    """The exercise with this number, which asks for functions that return values."""
    exercise = exercise_numbered(number)
    assert isinstance(exercise, ValueExercise)
    return exercise


def task_of(number: int, name: str) -> Task:
    """The task of this exercise that asks for this function."""
    (task,) = [task for task in exercise_of(number).tasks if task.name == name]
    return task


def calls_of(number: int, seed: int) -> List[List[List[Any]]]:
    """The calls of each attempt with secret numbers."""
    return [attempt.calls for attempt in exercise_of(number).attempts(seed)]


def values_of(number: int, name: str, *arguments: Any) -> Dict[str, List[Any]]:
    """By the name of each wrong rule, what each of its versions returns; by "right", what the right function does."""
    task = task_of(number, name)
    versions = {"right": [task.right], **{rule.name: rule.versions for rule in task.wrong_rules}}
    return {rule: [value_of(version, *arguments) for version in versions[rule]] for rule in versions}


def value_of(function: Any, *arguments: Any) -> Any:
    """What it returns for copies of the arguments, rounded; or the name of the error that it raises."""
    try:
        return rounded(function(*copy.deepcopy(arguments)))
    except (ArithmeticError, IndexError) as error:
        return type(error).__name__


def rounded(value: Any) -> Any:
    """The same, with all the numbers in it rounded."""
    if isinstance(value, (list, tuple)):
        return type(value)(map(rounded, value))
    return round(value, DIGITS)
