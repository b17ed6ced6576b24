"""The report of a class as a picture: for each exercise a bar of those who passed, tried, and had not started."""

from typing import List

from ..drawing.svg import BLUE, ORANGE, Attributes, drawing, label, line, text_width
from ..validation import counted
from .class_report import ClassReport, ExerciseCount

TITLE = "How many passed each exercise"
SIZE = 13.0
SMALL = 11.0
TITLE_SIZE = 18.0
NAME_HEIGHT = 18.0  # above a bar
BAR_HEIGHT = 22.0
MISTAKE_HEIGHT = 16.0  # below a bar, for each mistake
GAP = 12.0
TOP = 92.0  # where the first exercise begins, below the title and the legend
LONGEST_BAR = 420.0
MARGIN = 16.0
MOST_MISTAKES = 2
WORDS: Attributes = [("font-size", SIZE)]
PASSED_LINE: Attributes = [("stroke", BLUE), ("stroke-width", 14.0)]
TRIED_LINE: Attributes = [("stroke", ORANGE), ("stroke-width", 8.0)]
NOT_STARTED_LINE: Attributes = [("stroke", "#8a8a8a"), ("stroke-width", 2.0)]
KINDS = [("passed", PASSED_LINE), ("did not pass", TRIED_LINE), ("not started", NOT_STARTED_LINE)]


def report_svg(report: ClassReport) -> str:
    """Draw a bar for each exercise, with the two most frequent mistakes below it.

    >>> from ..checking.check import check
    >>> from .graded import Graded
    >>> report_svg(ClassReport([Graded([check(lambda w, x, b: 0, exercise=1)], 0.5)])).count(">0 of 1<")
    1
    """
    most = max([exercise.learners for exercise in report.exercises] + [1])
    heading: Attributes = [("font-size", TITLE_SIZE), ("font-weight", 600)]
    shapes = [label(MARGIN, 32.0, f"{TITLE}: {counted(report.num_learners, 'learner')}", "start", heading)]
    shapes += _legend()
    y = TOP
    widest = [text_width(TITLE, TITLE_SIZE) * 1.5]
    for exercise in report.exercises:
        shapes += _bar(exercise, y, LONGEST_BAR / most)
        texts = _mistakes_of(exercise)
        for place, text in enumerate(texts):
            below = y + NAME_HEIGHT + BAR_HEIGHT + 12.0 + place * MISTAKE_HEIGHT
            shapes.append(label(MARGIN + 12.0, below, text, "start", [("font-size", SMALL)]))
            widest.append(text_width(text, SMALL) + 12.0)
        y += NAME_HEIGHT + BAR_HEIGHT + len(texts) * MISTAKE_HEIGHT + GAP
        widest.append(text_width(_name_of(exercise), SIZE))
    if report.without_exercise:
        note = f"In {counted(report.without_exercise, 'file')}, no exercise was found."
        shapes.append(label(MARGIN, y + 16.0, note, "start", [("font-size", SMALL), ("font-style", "italic")]))
        y += 24.0
    width = max(widest + [LONGEST_BAR + text_width(f"{most} of {most}", SIZE) + 8.0]) + 2 * MARGIN
    return drawing(width, max(y + MARGIN, 160.0), TITLE, _description(report), shapes)


def _legend() -> List[str]:
    shapes, x = [], MARGIN
    for words, attributes in KINDS:
        shapes += [line(x, 60.0, x + 28.0, 60.0, attributes), label(x + 36.0, 65.0, words, "start", WORDS)]
        x += 36.0 + text_width(words, SIZE) + 24.0
    return shapes


def _name_of(exercise: ExerciseCount) -> str:
    return f"{exercise.number}  {exercise.title}"


def _bar(exercise: ExerciseCount, y: float, unit: float) -> List[str]:
    """The name and, below it, the bar and the numbers of an exercise; `unit` is the length for one learner."""
    tried = exercise.learners - exercise.passed - exercise.not_started
    shapes = [label(MARGIN, y + 12.0, _name_of(exercise), "start", WORDS)]
    x, middle = MARGIN, y + NAME_HEIGHT + BAR_HEIGHT / 2.0 - 2.0
    for (words, attributes), count in zip(KINDS, (exercise.passed, tried, exercise.not_started)):
        if count > 0:
            shapes.append(line(x, middle, x + count * unit, middle, attributes, f"{count} {words}"))
            x += count * unit
    shapes.append(label(x + 8.0, middle + 5.0, f"{exercise.passed} of {exercise.learners}", "start", WORDS))
    return shapes


def _mistakes_of(exercise: ExerciseCount) -> List[str]:
    """The most frequent mistakes, in words."""
    found = []
    for mistake, count in exercise.mistakes[:MOST_MISTAKES]:
        found.append(f"{count} × {exercise.sentences[mistake]}")
    return found


def _description(report: ClassReport) -> str:
    sentences = [
        f"Exercise {exercise.number}, {exercise.title}: {exercise.passed} of {exercise.learners} passed."
        for exercise in report.exercises
    ]
    if report.without_exercise:
        sentences.append(f"No exercise was found in {counted(report.without_exercise, 'file')}.")
    return " ".join([f"The results of {counted(report.num_learners, 'learner')}."] + sentences)
