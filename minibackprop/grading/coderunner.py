"""The results for Moodle CodeRunner, as in "Per-test-case template grading" of its documentation.

The question has one test, for which its template runs the check; what is written here is the whole output.
"""

from typing import Dict

from .graded import Graded
from .readable import readable
from .strict_json import rounded, strict_json
from .text import as_text


def as_coderunner(graded: Graded, hint: int = 3, hides_secret: bool = False) -> str:
    """One line of JSON: the fraction of the mark, what is shown, and "abort" if nothing could be run.

    >>> as_coderunner(Graded([], 0.5))
    '{"fraction": 0.0, "got": "There is no exercise to check.\\\\n", "abort": true}\\n'
    """
    graded = readable(graded, hides_secret)
    fields: Dict[str, object] = {"fraction": rounded(graded.fraction), "got": as_text(graded, hint)}
    if not graded.could_be_run:
        fields["abort"] = True
    return strict_json(fields, indent=None)
