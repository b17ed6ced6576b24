"""Every small change to a solution is noticed by the check of its exercise, but for those that are right as well."""

import ast
import signal
import sys
from typing import Any, Dict, Iterator

import pytest

from minibackprop.checking.exercises import ALL_EXERCISES
from minibackprop.exercise_forms.sources import GENERATED, solution_of

from ...exercises.self_check import judged
from ...mutation.mutants import Mutant, mutants

if sys.version_info < (3, 9) or sys.platform == "win32":
    pytest.skip("missing: Linux or macOS, with Python 3.9", allow_module_level=True)

EXERCISES = [exercise for exercise in ALL_EXERCISES if exercise.number not in GENERATED]  # the others are like 12
SAME_SUM_OR_PRODUCTS = [
    "1 | weighted_input | zip(w, x) → zip(x, w)",
    "2 | weighted_input | zip(w, x) → zip(x, w)",
    "2 | layer_output | weighted_input(w, x, b) → weighted_input(x, w, b)",
    "4 | cost | zip(y, a) → zip(a, y)",
    "6 | neuron_gradient | zip(w, x) → zip(x, w)",
    "7 | neuron_gradient | zip(w, x) → zip(x, w)",
    "7 | mean_gradient | zip(dC_dw, slopes) → zip(slopes, dC_dw)",
    "9 | mean_gradient | zip(w, x) → zip(x, w)",
    "10 | forward | zip(w, a_in) → zip(a_in, w)",
    "11 | backward | zip(w, x) → zip(x, w)",
    "11 | backward | zip(w, a1) → zip(a1, w)",
    "12 | forward | zip(w, a_in) → zip(a_in, w)",
    "12 | backward | zip(dC_da, da_dz) → zip(da_dz, dC_da)",
]
SAME_SIGMOID = [  # its two formulas differ only where one of them overflows; exercise 14 has no such z
    "3 | sigmoid | z < 0 → z <= 0",
    "3 | sigmoid | z < 0 → z < 1",
    "14 | sigmoid | z >= 0 → True",
    "14 | sigmoid | z >= 0 → False",
    "14 | sigmoid | z >= 0 → z > 0",
    "14 | sigmoid | z >= 0 → z >= 1",
]


class TooLong(BaseException):
    pass


@pytest.fixture
def seconds_allowed() -> Iterator[None]:
    """A test may compute for three seconds; a loop without an end is then interrupted."""

    def interrupt(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, interrupt)
    signal.setitimer(signal.ITIMER_PROF, 3.0, 1.0)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


MUTANTS = [
    (exercise.number, mutant)
    for exercise in EXERCISES for mutant in mutants(str(exercise.number), ast.parse(solution_of(exercise.number)))
]


@pytest.mark.parametrize("number, mutant", MUTANTS, ids=[mutant.name for _, mutant in MUTANTS])
@pytest.mark.usefixtures("seconds_allowed")
def test_a_change_is_noticed_or_is_right_as_well(number: int, mutant: Mutant) -> None:
    tree = ast.parse(solution_of(number))
    mutant.apply_to(tree)
    names: Dict[str, Any] = {"__name__": "handed_in"}
    try:
        exec(compile(tree, "solution", "exec"), names)
        passed = judged(ALL_EXERCISES[number - 1], names).passed
    except TooLong:
        passed = False
    assert passed == (mutant.name in SAME_SUM_OR_PRODUCTS + SAME_SIGMOID)


def test_what_is_right_as_well_is_still_there() -> None:
    assert set(SAME_SUM_OR_PRODUCTS + SAME_SIGMOID) <= {mutant.name for _, mutant in MUTANTS}
