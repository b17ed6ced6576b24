"""Where the exercises are: their files, read from the package, which may be a folder or a zip; or made from a seed."""

import re

from ..checking.exercises import exercise_numbered
from ..step_page.parts import text_in_package
from ..teaching.exercises import EXERCISES
from .backward_program import PACKAGE, backward_lines, forward_lines
from .generated import lines_to_complete, lines_to_order, planted_mistake

FOLDER = "teaching/exercises"
GENERATED = {15: lines_to_order, 16: lines_to_complete, 17: planted_mistake}
SEED = re.compile(r"\(drawn with seed (\d{1,99})\)")
NAMES = {15: "exercise_15_order_the_lines", 16: "exercise_16_complete_the_lines", 17: "exercise_17_find_the_mistake"}


def file_name_of(number: int) -> str:
    """The name of the file of an exercise.

    >>> file_name_of(1), file_name_of(17)
    ('exercise_01_weighted_input.py', 'exercise_17_find_the_mistake.py')
    """
    exercise_numbered(number)
    return (NAMES[number] if number in NAMES else EXERCISES[number - 1]) + ".py"


def stub_of(number: int, seed: int = 0) -> str:
    """The file to hand out; those from 15 on are made from the seed.

    SettingError if there is no exercise with this number; PageError if its file is missing.

    >>> "raise NotImplementedError" in stub_of(1), stub_of(17, 1) == stub_of(17, 2)
    (True, False)
    """
    name = file_name_of(number)
    return GENERATED[number](seed) if number in GENERATED else text_in_package(PACKAGE, f"{FOLDER}/{name}")


def seed_in(source: str) -> int:
    """The seed that a generated program says it was drawn with; 0 if it says none.

    >>> seed_in(stub_of(17, 5)), seed_in("")
    (5, 0)
    """
    found = SEED.search(source)
    return int(found.group(1)) if found else 0


def solution_of(number: int) -> str:
    """The reference solution.

    >>> print(solution_of(5))
    def numerical_slope(C, w, h):
        return (C(w + h) - C(w - h)) / (2 * h)
    <BLANKLINE>
    """
    name = file_name_of(number)
    if number not in GENERATED:
        return text_in_package(PACKAGE, f"{FOLDER}/solutions/{name}")
    backward = "\n".join(backward_lines())
    functions = [backward.replace("def backward(", f"def {name}(") for name in exercise_numbered(number).names]
    return "\n\n\n".join(["\n".join(forward_lines())] + functions) + "\n"
