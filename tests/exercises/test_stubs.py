"""The files to hand out: the example worked by hand in each is right, and is the one that the check begins with."""

import contextlib
import io
import re
from typing import Any, List

import pytest

from minibackprop.checking.exercises import ALL_EXERCISES
from minibackprop.checking.shown_call import shown_call
from minibackprop.checking.value_exercise import ValueExercise
from minibackprop.exercise_forms.sources import GENERATED, solution_of, stub_of
from minibackprop.exercise_forms.stub import Stub

FILES = [exercise.number for exercise in ALL_EXERCISES if exercise.number not in GENERATED]
WITH_FUNCTIONS_AS_ARGUMENTS = {5, 10, 13}


def numbers_in(text: str) -> List[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", text)]


def printed(number: int) -> str:
    """What the last lines of the stub print, with the functions of the solution."""
    names: Any = {}
    exec("import math\n" + solution_of(number), names)
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(Stub(stub_of(number)).trial, names)
    return output.getvalue().replace("\nshould be", " should be")


@pytest.mark.parametrize("number", FILES)
def test_what_should_be_is(number: int) -> None:
    lines = [line for line in printed(number).splitlines() if "should be" in line]
    assert lines
    for line in lines:
        value, right = line.split("should be")
        assert numbers_in(value) == pytest.approx(numbers_in(right), abs=1e-4) and numbers_in(right)


@pytest.mark.parametrize("number", FILES)
def test_the_text_has_the_numbers_of_the_example(number: int) -> None:
    stub = Stub(stub_of(number))
    text = stub.text.replace("−", "-")
    for _, right in re.findall(r"(.*) should be (.*)", printed(number)):
        for value in numbers_in(right):
            assert re.search(rf"(?<![\d.]){re.escape(f'{value:g}')}(?![\d.])", text), value


@pytest.mark.parametrize("exercise", [each for each in ALL_EXERCISES if isinstance(each, ValueExercise)])
def test_the_check_begins_with_the_same_example(exercise: ValueExercise) -> None:
    if exercise.number not in WITH_FUNCTIONS_AS_ARGUMENTS:
        for task in exercise.tasks:
            assert shown_call(task.name, task.example) in stub_of(exercise.number)


@pytest.mark.parametrize("number", FILES)
def test_it_says_what_to_do_and_asks_for_the_right_functions(number: int) -> None:
    exercise, stub = ALL_EXERCISES[number - 1], Stub(stub_of(number))
    assert stub.title.startswith(f"Exercise {number}: ")
    assert [function.name for function in stub.functions] == exercise.names
    for name, parameters in zip(exercise.names, exercise.parameters):
        assert f"def {name}({parameters}):" in stub_of(number)
    assert "\n    " in stub.text and "y hand" in stub.text
