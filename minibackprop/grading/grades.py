"""The grades of a class as CSV, for a spreadsheet: a row for each learner, with the points in each exercise."""

import csv
import io
from typing import Dict, List

from .class_report_files import without_formula
from .graded import Graded
from .strict_json import rounded


def grades_csv(learners: Dict[str, Graded]) -> str:
    """The points of each learner, by the name of the file or folder, and the names of the mistakes.

    >>> from ..checking.check import check
    >>> print(grades_csv({"anna.py": Graded([check(lambda w, x, b: w[0] * x[0] + b, exercise=1)], 0.5)}), end="")
    learner,exercise 1,points,of,mistakes
    anna.py,1.0,1.0,3.0,1 first-product-only
    """
    numbers = sorted({result.exercise.number for graded in learners.values() for result in graded.results} - {0})
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["learner", *[f"exercise {number}" for number in numbers], "points", "of", "mistakes"])
    for name, graded in learners.items():
        points = {result.exercise.number: rounded(result.points) for result in graded.results}
        mistakes: List[str] = []
        for result in graded.results:
            mistakes += [f"{result.exercise.number} {mistake}" for mistake in result.mistakes]
        in_exercises = [points.get(number) for number in numbers]
        totals = [rounded(graded.points), rounded(graded.max_points)]
        writer.writerow([without_formula(name), *in_exercises, *totals, "; ".join(mistakes)])
    return file.getvalue()
