"""Learners' programs, right and wrong, in four styles; they share no code with each other or with the catalogue.

Those of `per_example` and `records` were written by somebody who had not read the catalogue's code.
"""

from types import ModuleType
from typing import List

from . import arrays, loops, per_example, records

STYLES: List[ModuleType] = [loops, arrays, per_example, records]
