"""Learners' programs, right and wrong, in four styles; they share no code with each other or with the catalogue."""

from types import ModuleType
from typing import List

from . import arrays, loops, per_example, records

STYLES: List[ModuleType] = [loops, arrays, per_example, records]
