"""The results for Moodle VPL: comments and a grade, as in "Automated program assessment" of its documentation.

A line of the block that begins with "-" is a title, and one that begins with ">" is shown exactly as it is. Each line
begins with one of them, so that no text of a learner can be taken for a grade or for the end of the block.
"""

from typing import List

from .graded import Graded
from .readable import NOTHING, readable


def as_vpl(
    graded: Graded, hint: int = 3, hides_secret: bool = False, max_grade: float = 100.0, min_grade: float = 0.0
) -> str:
    """The texts of the exercises as comments, and a grade from `min_grade` to `max_grade`.

    VPL has the limits of the activity's grade in the environment variables VPL_GRADEMAX and VPL_GRADEMIN.

    >>> print(as_vpl(Graded([], 0.5)), end="")
    <|--
    - There is no exercise to check.
    --|>
    Grade :=>> 0
    """
    graded = readable(graded, hides_secret)
    lines: List[str] = []
    for result in graded.results:
        heading, _, rest = result.text(hint).partition("\n\n")
        lines.append("- " + heading)
        lines += [("> " + line).rstrip() for line in rest.splitlines()]
    grade = min_grade + graded.fraction * (max_grade - min_grade)
    shown_grade = f"{grade:.6f}".rstrip("0").rstrip(".")
    return "\n".join(["<|--", *(lines or ["- " + NOTHING]), "--|>", f"Grade :=>> {shown_grade}"]) + "\n"
