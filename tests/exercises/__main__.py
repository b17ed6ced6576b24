"""`python -m tests.exercises` checks the exercises themselves, and prints how many of each are as they should be.

`python -m tests.exercises class` grades a class of thirty in every format, and prints how long that takes.
"""

import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Callable, List, Tuple

from minibackprop.checking.exercises import ALL_EXERCISES

from ..support.ladder import ROOT
from . import self_check
from .hostile import hostile_files
from .right_variants import RIGHT_VARIANTS
from .school_class import FORMATS, REPORTS, learners, seconds_to_grade_all


def main() -> int:
    """Run all checks; return 0 if every one is as it should be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        has_numpy = find_spec("numpy") is not None
        num_variants = sum(map(len, RIGHT_VARIANTS.values()))
        checks: List[Tuple[Any, int, Callable[[], List[str]]]] = [
            (self_check.stubs, len(ALL_EXERCISES), lambda: self_check.stubs(folder)),
            (self_check.solutions, len(ALL_EXERCISES) * self_check.SEEDS, self_check.solutions),
            (self_check.mistakes, 2 * self_check.num_planted(), self_check.mistakes),
            (self_check.idle, len(self_check.IDLE) * len(ALL_EXERCISES), self_check.idle),
            (self_check.catalogue, 2 * len(self_check.CATALOGUE), self_check.catalogue),
            (self_check.variants, num_variants, lambda: self_check.variants(folder, has_numpy)),
            (self_check.hostile, len(hostile_files(ROOT.as_posix())), lambda: self_check.hostile(folder)),
            (self_check.gradients, len(self_check.BACKWARD_EXERCISES), self_check.gradients),
        ]
        failed = 0
        for described, number, check in checks:
            start = time.perf_counter()
            problems = check()
            failed += len(problems)
            seconds = time.perf_counter() - start
            print(f"{number - len(problems):>4} of {number:<4} {seconds:5.1f} s  {self_check.described(described)}")
            for problem in problems:
                print("     " + problem.replace("\n", "\n     "))
    return 1 if failed else 0


def grade_class() -> int:
    """Grade the class, and print how long it takes."""
    with tempfile.TemporaryDirectory() as name:
        seconds = seconds_to_grade_all(Path(name))
    print(f"{len(learners())} files in {len(FORMATS)} formats and {len(REPORTS)} reports: {seconds:.0f} seconds")
    return 0


if __name__ == "__main__":
    sys.exit(grade_class() if sys.argv[1:] == ["class"] else main())
