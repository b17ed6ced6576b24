"""Secret numbers: they are tried, they count, and nothing shows them."""

import re
from typing import Any, List

import pytest

from minibackprop.checking.exercises import ALL_EXERCISES, exercise_numbered
from minibackprop.checking.result import ExerciseResult
from minibackprop.checking.value_exercise import ValueExercise
from minibackprop.exercise_forms.sources import solution_of

VALUE_EXERCISES = [exercise for exercise in ALL_EXERCISES if isinstance(exercise, ValueExercise)]


def judged(number: int, functions: Any, seed: int) -> ExerciseResult:
    exercise = exercise_numbered(number)
    return exercise.judge(exercise.observe(functions), exercise.observe(functions, seed), seed)


def numbers_in(arguments: Any) -> List[float]:
    if isinstance(arguments, (list, tuple)):
        return [number for argument in arguments for number in numbers_in(argument)]
    return [arguments] if isinstance(arguments, float) and arguments not in (0.0, 1.0) else []


def right_if_seen_before(exercise: ValueExercise, name: str) -> Any:
    """A function that knows the answers to all visible calls, and tells its arguments otherwise."""
    seen = [
        (attempt.calls, attempt.task.right) for attempt in exercise.attempts(None) if attempt.task.name == name
    ]

    def function(*arguments: Any) -> Any:
        for calls, right in seen:
            for call in calls:
                if repr(call) == repr(list(arguments)):
                    return right(*arguments)
        raise ValueError(f"the secret call was {arguments}")

    return function


@pytest.mark.parametrize("exercise", VALUE_EXERCISES, ids=lambda exercise: exercise.number)
def test_fixed_answers_get_no_more_than_the_visible_part(exercise: ValueExercise) -> None:
    functions = {name: right_if_seen_before(exercise, name) for name in exercise.names}
    assert exercise.judge(exercise.observe(functions)).passed
    result = judged(exercise.number, functions, 7)
    assert not result.passed and result.points == pytest.approx(0.5 * result.max_points)
    text = result.text()
    assert "wrong, or an error" in text and "the secret call" not in text
    assert f"{exercise.names[0]} is right with the numbers that you see, but not with others" in text
    text = text.split("\n", 1)[1]  # without the points
    visible = " ".join([repr(attempt.calls) for attempt in exercise.attempts(None)])
    for attempt in exercise.attempts(7):
        for number in numbers_in(attempt.calls):
            if f"{number:g}" not in visible:
                assert not re.search(rf"(?<![\d.]){re.escape(f'{number:g}')}(?![\d.])", text), number


def test_a_mistake_that_only_secret_numbers_show_is_named_without_them() -> None:
    names: Any = {}
    exec(solution_of(12), names)
    right = names["backward"]
    exercise: Any = exercise_numbered(12)
    first = [Y for _, _, Y in exercise.attempts(None)]

    def backward(network: Any, X: Any, Y: Any) -> Any:
        gradients = right(network, X, Y)
        if Y in first:
            return gradients
        return [([[-slope for slope in row] for row in dC_dW], [-b for b in dC_db]) for dC_dW, dC_db in gradients]

    result = judged(12, {"backward": backward}, 7)
    assert (result.mistakes, result.points) == (["sign"], 7.5)
    text = result.text()
    assert "sign: The sign is wrong" in text and "Proof" not in text
    assert text.count(", other numbers: wrong, or an error") == 5


def test_another_seed_draws_other_numbers_of_the_same_kinds() -> None:
    for exercise in VALUE_EXERCISES:
        one, other = exercise.attempts(1), exercise.attempts(2)
        assert [attempt.title for attempt in one] == [attempt.title for attempt in other]
        assert repr([attempt.calls for attempt in one]) != repr([attempt.calls for attempt in other])
        assert repr([attempt.calls for attempt in one]) == repr([attempt.calls for attempt in exercise.attempts(1)])


def test_hidden_trials_are_one_entry_with_the_same_points() -> None:
    result = judged(1, {"weighted_input": lambda w, x, b: sum(a * c for a, c in zip(w, x))}, 7)
    hidden = result.with_hidden_trials()
    assert [trial.title for trial in hidden.trials if trial.is_secret] == ["hidden numbers"]
    assert hidden.points == result.points and "other numbers" not in hidden.text()
    assert "bias-missing" in hidden.text()
