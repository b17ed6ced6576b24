"""The lessons and what their code shows: each lesson is run once, however many tests look at it."""

import time
from functools import lru_cache
from pathlib import Path
from typing import List, Tuple

import pytest

from minibackprop.lesson_forms.lesson import Lesson, Step
from minibackprop.lesson_forms.page import lessons_page
from minibackprop.lesson_forms.run import Run, Shown
from minibackprop.lesson_forms.sources import all_lessons, lesson_numbered
from minibackprop.teaching.lessons import LESSONS

from .ladder import PACKAGE

NUMBERS = range(1, len(LESSONS) + 1)
each_lesson = pytest.mark.parametrize("number", NUMBERS)


def path_of_lesson(number: int) -> Path:
    return PACKAGE / "teaching" / "lessons" / f"{LESSONS[number - 1]}.py"


@lru_cache(maxsize=None)
def lesson(number: int) -> Lesson:
    return lesson_numbered(number)


@lru_cache(maxsize=None)
def shown_by(number: int) -> Tuple[List[Tuple[Step, Shown]], float]:
    """The steps of a lesson with what their code has shown, and how many seconds they took."""
    run, start = Run(), time.perf_counter()
    steps = [(step, run.step(step)) for step in lesson(number).steps]
    return steps, time.perf_counter() - start


def answers_of(number: int) -> List[object]:
    """The answers to the questions of a lesson, as its code works them out."""
    return [shown.answer for step, shown in shown_by(number)[0] if step.question]


def output_of(number: int) -> str:
    """All that a lesson prints, without its pictures."""
    return "".join([shown.output for _, shown in shown_by(number)[0]])


@lru_cache(maxsize=None)
def page() -> str:
    """The page of all lessons."""
    return lessons_page(all_lessons())
