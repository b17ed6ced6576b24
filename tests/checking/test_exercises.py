"""All exercises: they are as listed, each solution passes, and each wrong rule is caught and named."""

from typing import Any, Dict

import pytest

from minibackprop import SettingError
from minibackprop.checking.exercises import ALL_EXERCISES, exercise_numbered, sentence_of
from minibackprop.checking.value_exercise import ValueExercise
from minibackprop.exercise_forms.sources import solution_of

from ..support.exercise_listing import listings
from ..support.ladder import ROOT

NUMBERS = [exercise.number for exercise in ALL_EXERCISES]
WRONG_RULES = [
    (exercise.number, task.name, rule.name)
    for exercise in ALL_EXERCISES if isinstance(exercise, ValueExercise)
    for task in exercise.tasks for rule in task.wrong_rules
]


def solution(number: int) -> Dict[str, Any]:
    names: Dict[str, Any] = {}
    exec(solution_of(number), names)
    return names


def test_all_exercises_are_listed() -> None:
    assert listings() == (ROOT / "tests" / "checking" / "exercises.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_solution_passes(number: int, seed: int) -> None:
    exercise, functions = exercise_numbered(number), solution(number)
    result = exercise.judge(exercise.observe(functions), exercise.observe(functions, seed), seed)
    assert result.passed and result.points == result.max_points == exercise.points
    assert result.mistakes == result.feedback == []


@pytest.mark.parametrize("number, name, rule_name", WRONG_RULES)
def test_a_wrong_rule_is_caught_and_named(number: int, name: str, rule_name: str) -> None:
    exercise: Any = exercise_numbered(number)
    right = solution(number)
    (versions,) = [
        rule.versions for task in exercise.tasks if task.name == name for rule in task.wrong_rules
        if rule.name == rule_name
    ]
    for seed, version in enumerate(versions):
        functions = {**right, name: version}
        for result in (
            exercise.judge(exercise.observe(functions)),
            exercise.judge(exercise.observe(functions), exercise.observe(functions, seed), seed),
        ):
            assert (result.status, result.mistakes) == ("failed", [rule_name])


def test_a_rule_is_a_sentence_and_a_question() -> None:
    for exercise in ALL_EXERCISES:
        for task in exercise.tasks if isinstance(exercise, ValueExercise) else []:
            for rule in task.wrong_rules:
                assert rule.sentence[-1] == "." and rule.question[-1] == "?" and len(rule.sentence) > len(rule.name)


@pytest.mark.parametrize("number", [0, 18, -1, True, 1.5])
def test_there_are_17_exercises(number: Any) -> None:
    with pytest.raises(SettingError) as error:
        exercise_numbered(number)
    assert str(error.value) == f"there is no exercise {number!r}: choose one from 1 to 17"


@pytest.mark.parametrize("number, mistake, sentence", [
    (4, "half-missing", "The ½ is missing."),
    (1, "half-missing", "half-missing"),  # exercise 4 alone knows it
    (1, "bias-missing or bias-subtracted",
     "The bias is not added. Or: The bias is subtracted, but it should be added."),
    (1, "bias-missing and not-known", "The bias is not added. And: not-known"),
    (2, "bias-missing", "The biases are not added."),
])
def test_mistakes_as_sentences(number: int, mistake: str, sentence: str) -> None:
    assert sentence_of(number, mistake) == sentence
