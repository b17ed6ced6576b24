"""Check a function of one's own that solves an exercise, or a part of it."""

from ..kinds import is_function
from ..validation import SettingError, shown, whole_number
from .exercises import exercise_numbered, exercises_with, next_exercise
from .result import NOT_STARTED, ExerciseResult

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    from .exercises import AnyExercise


def check(*functions: "Callable[..., Any]", exercise: "int | None" = None) -> ExerciseResult:
    """Call the functions with many numbers; say whether they solve the exercise, or which mistake explains them.

    Print what it returns: print(check(weighted_input)), or print(check(weighted_input).text(hint=1)) for a question
    only. The exercise is found by the name of the first function and, for `backward`, by its parameters: with
    (network, x, y) it is exercise 11, with (network, X, Y) 12. With `exercise`, the number, they may have any names.
    They are called in this process, so they can be stepped through.

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
    if exercise is None:
        chosen = _exercise_of(functions[0])
    else:
        chosen = exercise_numbered(whole_number(exercise, "the exercise", at_least=1))
    by_name = {_name_of(function): function for function in functions}
    others = [function for function in functions if _name_of(function) not in chosen.names]
    missing = [name for name in chosen.names if name not in by_name]
    if len(others) > (0 if exercise is None else len(missing)):
        raise SettingError(f"exercise {chosen.number} asks for {', '.join(chosen.names)}, and for no other functions")
    for name, function in zip(missing, others):
        by_name[name] = function
    result = chosen.judge(chosen.observe(by_name))
    following = next_exercise(chosen.number)
    if result.status == NOT_STARTED:
        result.go_on = chosen.how_to_begin()
    elif result.passed and following is not None:
        result.go_on = f"Next: exercise {following.number}, {following.title}."
    return result


def _name_of(function: "Any") -> str:
    try:
        return str(function.__name__)
    except Exception:  # it has none, or whatever an object raises that is asked for its name
        return ""


def _exercise_of(function: "Any") -> "AnyExercise":
    name = _name_of(function)
    found = exercises_with(name)
    if not found:
        raise SettingError(
            f"no exercise asks for a function {shown(name)}: say which one it solves, as in check(mine, exercise=12)"
        )
    if len(found) == 1:
        return found[0]
    code = getattr(function, "__code__", None)
    parameters = code.co_varnames[: code.co_argcount] if code is not None else ()
    for candidate in found:
        if candidate.parameters[0].split(", ") == list(parameters):
            return candidate
    numbers = ", ".join([str(candidate.number) for candidate in found])
    raise SettingError(f"{name} is asked for in exercises {numbers}: say which one you mean, as in exercise=12")
