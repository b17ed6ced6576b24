"""All formats of results, by their names."""

from typing import Callable, Dict

from .coderunner import as_coderunner
from .graded import Graded
from .gradescope import as_gradescope
from .json_report import as_json
from .junit import as_junit
from .prairielearn import as_prairielearn
from .text import as_text
from .vpl import as_vpl

Writer = Callable[[Graded, int, bool], str]  # results, how much the feedback tells (1 to 3), whether to hide secrets

FORMATS: Dict[str, Writer] = {
    "text": as_text,
    "json": as_json,
    "gradescope": as_gradescope,
    "prairielearn": as_prairielearn,
    "coderunner": as_coderunner,
    "vpl": as_vpl,
    "junit": as_junit,
}
