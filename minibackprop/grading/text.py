"""The results as text, for a person who reads them in a terminal."""

from .graded import Graded
from .readable import NOTHING, readable


def as_text(graded: Graded, hint: int = 3, hides_secret: bool = False) -> str:
    """The texts of the exercises and, if there are several, the sum of the points.

    >>> from .graded import not_an_exercise
    >>> print(as_text(Graded([not_an_exercise("empty.py", "not started", "it is empty", points=1)], 0.5)), end="")
    empty.py: not started, 0 of 1 point
    <BLANKLINE>
       failed  empty.py: it is empty
    """
    graded = readable(graded, hides_secret)
    parts = [result.text(hint) for result in graded.results] or [NOTHING]
    if len(graded.results) > 1:
        parts.append(f"Total: {points_of(graded)}")
    return "\n\n".join(parts) + "\n"


def points_of(graded: Graded) -> str:
    """The points and the most that there are, in words.

    >>> points_of(Graded([], 0.0))
    '0 of 0 points'
    """
    return f"{graded.points:.4g} of {graded.max_points:.4g} points"
