"""Check a function of one's own that solves an exercise, or a part of it."""

from ..kinds import is_function
from ..validation import SettingError, shown
from .exercises import ALL_EXERCISES, exercise_numbered, exercises_with
from .result import NOT_STARTED, ExerciseResult

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    from .exercises import AnyExercise

ONE_EXAMPLE = "x"  # what the second parameter of `backward` is called in exercise 11


def check(*functions: "Callable[..., Any]", exercise: "int | None" = None) -> ExerciseResult:
    """Call the functions with many numbers; say whether they solve the exercise, or which mistake explains them.

    Print what it returns: print(check(weighted_input)). The exercise is found by the names of the functions; with
    `exercise`, its number, a function may have any name. It is called in this process, so it can be stepped through.

    TypeError if it is given no function; SettingError if it is not clear which exercise is meant.

    >>> def weighted_input(w, x, b):
    ...     return sum(w_i * x_i for w_i, x_i in zip(w, x))
    >>> check(weighted_input).mistakes
    ['bias-missing']
    >>> check(lambda w, x, b: sum(w_i * x_i for w_i, x_i in zip(w, x)) + b, exercise=1).passed
    True
    """
    if not functions:
        raise TypeError("check needs a function of yours, as in check(weighted_input)")
    for function in functions:
        if not is_function(function):
            raise TypeError(f"this is {shown(function)}, but must be a function of yours, as in check(weighted_input)")
    chosen = _exercise_of(functions[0]) if exercise is None else exercise_numbered(exercise)
    if exercise is not None and len(functions) > len(chosen.names):
        raise SettingError(f"exercise {chosen.number} asks for {', '.join(chosen.names)}, and for no more functions")
    by_name = {_name_of(function): function for function in functions if _name_of(function) in chosen.names}
    for function in functions:
        missing = [name for name in chosen.names if name not in by_name]
        if _name_of(function) not in chosen.names and missing:
            by_name[missing[0]] = function
    result = chosen.judge(chosen.observe(by_name))
    following = next_exercise(chosen.number)
    if result.status == NOT_STARTED:
        result.go_on = f"Write {', '.join(chosen.names)}({chosen.parameters})."
    elif result.passed and following is not None:
        result.go_on = f"Next: exercise {following.number}, {following.title}."
    return result


def _name_of(function: "Any") -> str:
    return str(getattr(function, "__name__", ""))


def _exercise_of(function: "Any") -> "AnyExercise":
    name = _name_of(function)
    found = exercises_with(name)
    if not found:
        raise SettingError(
            f"no exercise asks for a function {shown(name)}: say which one it solves, as in check({name}, exercise=12)"
        )
    if len(found) == 1:
        return found[0]
    code = getattr(function, "__code__", None)
    parameters = code.co_varnames[: code.co_argcount] if code is not None else ()
    for candidate in found:
        if candidate.parameters.split(", ") == list(parameters):
            return candidate
    numbers = ", ".join([str(candidate.number) for candidate in found])
    raise SettingError(f"{name} is asked for in exercises {numbers}: say which one you mean, as in exercise=12")


def next_exercise(number: int) -> "AnyExercise | None":
    """The exercise after this one, or None after the last.

    >>> next_exercise(1), next_exercise(len(ALL_EXERCISES)) is None
    (Exercise(2, the output of a layer), True)
    """
    return exercise_numbered(number + 1) if number < len(ALL_EXERCISES) else None
