"""The report of a small class in every form, whole: mistakes, other reasons, and files without an exercise."""

import json
from typing import List

import pytest

from minibackprop.checking.exercises import exercise_numbered
from minibackprop.checking.result import FAILED, NOT_RUN, NOT_STARTED, PASSED, ExerciseResult
from minibackprop.grading.class_report import ClassReport
from minibackprop.grading.class_report_files import report_csv, report_json
from minibackprop.grading.class_report_svg import report_svg
from minibackprop.grading.class_report_text import report_text
from minibackprop.grading.graded import Graded, not_an_exercise

from ..support.svg_drawings import description_of, elements, texts


def learner(number: int, status: str, mistakes: "List[str]") -> Graded:
    return Graded([ExerciseResult(exercise_numbered(number), status, [], mistakes, [])], 0.25)


SCALE, BIAS, FIRST = "bias-scaled", "bias-missing", "first-product-only"
CLASS = [
    *[learner(11, FAILED, ["no-gradient"])] * 2, learner(11, FAILED, []),
    learner(1, PASSED, []), learner(1, FAILED, [FIRST, BIAS]), learner(1, FAILED, [BIAS]),
    learner(1, FAILED, ["unknown <mistake>"]),
    learner(1, FAILED, []), learner(1, NOT_STARTED, []), learner(1, NOT_RUN, []), learner(1, NOT_RUN, []),
    Graded([not_an_exercise("ada.py", NOT_RUN, "SyntaxError", points=1)], 0.25),
]
REPORT = ClassReport(CLASS)
