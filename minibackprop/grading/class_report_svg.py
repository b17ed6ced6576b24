"""The report of a class as a picture: a bar for each exercise, with those who passed and those who did not."""

from typing import List

from ..drawing.svg import BLUE, ORANGE, Attributes, drawing, label, line, text_width
from ..validation import counted
from .class_report import ClassReport, ExerciseCount

NAME_SIZE = 13.0
ROW_HEIGHT = 28.0
TOP = 56.0  # where the first row begins, below the legend
LONGEST_BAR = 260.0
MARGIN = 16.0
PASSED: Attributes = [("stroke", BLUE), ("stroke-width", 14.0)]
NOT_PASSED: Attributes = [("stroke", ORANGE), ("stroke-width", 14.0), ("stroke-dasharray", "3 3")]


def report_svg(report: ClassReport, title: str = "How many passed each exercise") -> str:
    """Draw a bar for each exercise: in solid blue those who passed, in striped orange those who did not.

    >>> from ..checking.check import check
    >>> from .graded import Graded
    >>> report_svg(ClassReport([Graded([check(lambda w, x, b: 0, exercise=1)], 0.5)])).count(">0 of 1<")
    1
    """
    names = [f"{exercise.number}  {exercise.title}" for exercise in report.exercises]
    left = MARGIN + max([text_width(name, NAME_SIZE) for name in names + ["exercise"]]) + 12
    most = max([exercise.handed_in for exercise in report.exercises] + [1])
    shapes = _legend(left)
    y = TOP
    for name, exercise in zip(names, report.exercises):
        shapes += _row(name, exercise, left, y + ROW_HEIGHT / 2, LONGEST_BAR / most)
        y += ROW_HEIGHT
    if report.without_exercise:
        words = f"no exercise found: {report.without_exercise}"
        shapes.append(label(MARGIN, y + ROW_HEIGHT / 2 + 5, words, "start", [("font-size", NAME_SIZE)]))
        y += ROW_HEIGHT
    width = left + LONGEST_BAR + text_width(f"{most} of {most}", NAME_SIZE) + 8 + MARGIN
    return drawing(width, max(y + MARGIN, 160.0), title, _description(report), shapes)


def _legend(left: float) -> List[str]:
    y = 28.0
    words: Attributes = [("font-size", NAME_SIZE)]
    return [
        label(MARGIN, y + 5, "exercise", "start", [("font-size", NAME_SIZE), ("font-weight", 600)]),
        line(left, y, left + 28, y, PASSED),
        label(left + 36, y + 5, "passed", "start", words),
        line(left + 110, y, left + 138, y, NOT_PASSED),
        label(left + 146, y + 5, "not passed", "start", words),
    ]


def _row(name: str, exercise: ExerciseCount, left: float, y: float, unit: float) -> List[str]:
    """The name, the bar and the numbers of an exercise; `unit` is the length for one learner."""
    middle, right = left + exercise.passed * unit, left + exercise.handed_in * unit
    failed = exercise.handed_in - exercise.passed
    words: Attributes = [("font-size", NAME_SIZE)]
    shapes = [label(MARGIN, y + 5, name, "start", words)]
    if exercise.passed:
        shapes.append(line(left, y, middle, y, PASSED, f"{exercise.passed} passed"))
    if failed:
        shapes.append(line(middle, y, right, y, NOT_PASSED, f"{failed} did not pass"))
    shapes.append(label(right + 8, y + 5, f"{exercise.passed} of {exercise.handed_in}", "start", words))
    return shapes


def _description(report: ClassReport) -> str:
    sentences = [
        f"Exercise {exercise.number}, {exercise.title}: {exercise.passed} of {exercise.handed_in} passed."
        for exercise in report.exercises
    ]
    if report.without_exercise:
        sentences.append(f"No exercise was found in {counted(report.without_exercise, 'file')}.")
    return " ".join([f"The results of {counted(report.num_learners, 'learner')}."] + sentences)
