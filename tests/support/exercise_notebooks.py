"""The notebooks of exercises, as cells, and functions to write into them."""

import json
from typing import Any, Dict, List

import pytest

from minibackprop.checking.exercise import Exercise
from minibackprop.checking.exercises import ALL_EXERCISES
from minibackprop.exercise_forms.notebook import exercises_notebook
from minibackprop.exercise_forms.sources import GENERATED

IN_NOTEBOOKS: List[Exercise] = [exercise for exercise in ALL_EXERCISES if exercise.number not in GENERATED]
both_forms = pytest.mark.parametrize("for_teacher", [True, False], ids=["teacher", "learner"])

ONE_RIGHT_OF_THREE = """
def sigmoid(z):
    import math, sys, warnings
    warnings.warn("a warning is no mistake")
    print("nor is this", file=sys.stderr)
    return math.exp(min(z, 0)) / (1 + math.exp(-abs(z)))

def sigmoid_prime(z):
    return 2

def relu_prime(z):
    raise NotImplementedError()
"""
CHANGES_THE_CHECK = """
from minibackprop.checking import exercises, result, value_exercise

class Full:
    points = 3.0

_exercise_numbered = exercises.exercise_numbered = result = Full
value_exercise.ValueExercise.judge = lambda self, observed, seed: Full()

def weighted_input(w, x, b):
    return 0
"""


def cells_of(exercises: List[Exercise], for_teacher: bool) -> List[Dict[str, Any]]:
    cells: List[Dict[str, Any]] = json.loads(exercises_notebook(exercises, for_teacher))["cells"]
    return cells


def source_of(cell: Dict[str, Any]) -> str:
    return "".join(cell["source"])
