"""The report of a class as files for other programs: JSON, and CSV for a spreadsheet."""

import csv
import io
from typing import Dict, List

from ..drawing.plain_text import printable
from .class_report import ClassReport, ExerciseCount
from .strict_json import strict_json

FORMAT_NAME = "minibackprop class report"
VERSION = 1
COLUMNS = [
    "exercise", "title", "learners", "passed", "not_started", "could_not_be_run", "no_known_mistake",
    "mistake", "count", "sentence",
]
FORMULA_STARTS = ("=", "+", "-", "@")


def report_json(report: ClassReport) -> str:
    """The counts as JSON.

    >>> print(report_json(ClassReport([])), end="")
    {
      "format": "minibackprop class report",
      "version": 1,
      "learners": 0,
      "no_exercise_found": 0,
      "exercises": []
    }
    """
    return strict_json({
        "format": FORMAT_NAME,
        "version": VERSION,
        "learners": report.num_learners,
        "no_exercise_found": report.without_exercise,
        "exercises": [_fields(exercise) for exercise in report.exercises],
    })


def report_csv(report: ClassReport) -> str:
    """The counts as CSV: a row for each exercise and, below it, a row for each mistake in it.

    >>> report_csv(ClassReport([]))
    'exercise,title,learners,passed,not_started,could_not_be_run,no_known_mistake,mistake,count,sentence\\n'
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for exercise in report.exercises:
        start: List[object] = [exercise.number, without_formula(exercise.title)]
        counts = [exercise.learners, exercise.passed, exercise.not_started, exercise.could_not_be_run, exercise.unknown]
        writer.writerow([*start, *counts, "", "", ""])
        for mistake, count in exercise.mistakes:
            sentence = without_formula(exercise.sentences[mistake])
            writer.writerow([*start, "", "", "", "", "", without_formula(mistake), count, sentence])
    if report.without_exercise:
        writer.writerow(["", "no exercise found", report.without_exercise, *[""] * 7])
    return file.getvalue()


def without_formula(text: str) -> str:
    """The text of a cell on one line, with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> without_formula("=1+1"), without_formula("bias-missing")
    ("'=1+1", 'bias-missing')
    """
    text = printable(text)
    return "'" + text if text.startswith(FORMULA_STARTS) else text


def _fields(exercise: ExerciseCount) -> Dict[str, object]:
    return {
        "number": exercise.number,
        "title": exercise.title,
        "learners": exercise.learners,
        "passed": exercise.passed,
        "not_started": exercise.not_started,
        "could_not_be_run": exercise.could_not_be_run,
        "no_known_mistake": exercise.unknown,
        "mistakes": [
            {"mistake": mistake, "count": count, "sentence": exercise.sentences[mistake]}
            for mistake, count in exercise.mistakes
        ],
    }
