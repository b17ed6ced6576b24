"""The report of a class as text, with a bar of characters for each exercise."""

import textwrap
from typing import List

from ..drawing.plain_text import one_line, to_ascii
from ..drawing.text_table import text_table
from ..validation import counted
from .class_report import ClassReport, ExerciseCount

LONGEST_BAR = 30
SHORTEST_BAR = 5


def report_text(report: ClassReport, width: int = 72, unicode: bool = True) -> str:
    """A table of the exercises, and why some did not pass, in lines of at most `width` characters, 40 or more.

    >>> from ..checking.check import check
    >>> from .graded import Graded
    >>> learners = [Graded([check(lambda w, x, b: answer, exercise=1)], 0.5) for answer in (0, 1)]
    >>> print(report_text(ClassReport(learners), unicode=False), end="")
    2 learners
    <BLANKLINE>
    exercise                                              passed
    1 the weighted input  ..............................  0 of 2
    <BLANKLINE>
    How many did not pass, and why:
    1 the weighted input
        2  no known mistake
    """
    parts = [counted(report.num_learners, "learner")]
    if report.exercises:
        parts.append(_table(report.exercises, width, unicode))
    reasons = [line for exercise in report.exercises for line in _lines_of_reasons(exercise, width, unicode)]
    if reasons:
        parts.append("\n".join(["How many did not pass, and why:"] + reasons))
    if report.without_exercise:
        parts.append(f"no exercise found: {report.without_exercise}")
    return "\n\n".join(parts) + "\n"


def _table(exercises: List[ExerciseCount], width: int, unicode: bool) -> str:
    names = [_name(exercise, unicode) for exercise in exercises]
    counts = [f"{exercise.passed} of {exercise.learners}" for exercise in exercises]
    widest_count = max([len(count) for count in counts + ["passed"]])
    widest_name = max([len(name) for name in names + ["exercise"]])
    bar = min(max(width - widest_name - widest_count - 4, SHORTEST_BAR), LONGEST_BAR)
    most = width - bar - widest_count - 4
    rows = []
    for exercise, name, count in zip(exercises, names, counts):
        rows.append([_shortened(name, most, unicode), _bar(exercise, bar, unicode), count])
    return text_table(["exercise", "", "passed"], rows)


def _name(exercise: ExerciseCount, unicode: bool) -> str:
    name = f"{exercise.number} {exercise.title}"
    return name if unicode else to_ascii(name)


def _shortened(name: str, most: int, unicode: bool) -> str:
    return one_line(name, most) if unicode else one_line(name, most).replace("…", ".")


def _bar(exercise: ExerciseCount, length: int, unicode: bool) -> str:
    """Full only if all passed, and empty only if none did."""
    filled = exercise.passed * length // exercise.learners
    if exercise.passed and not filled:
        filled = 1
    full, empty = ("█", "░") if unicode else ("#", ".")
    return full * filled + empty * (length - filled)


def _lines_of_reasons(exercise: ExerciseCount, width: int, unicode: bool) -> List[str]:
    if not exercise.reasons:
        return []
    lines = [_shortened(_name(exercise, unicode), width, unicode)]
    for reason, count in exercise.reasons:
        start = f"  {count:3}  "
        text = reason if unicode else to_ascii(reason)
        lines += textwrap.wrap(text, width, initial_indent=start, subsequent_indent=" " * len(start))
    return lines
