"""`python -m tests.exercises` checks the exercises themselves, and prints how many of each are as they should be."""

import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Callable, List, Tuple

from minibackprop.checking.exercises import ALL_EXERCISES

from ..support.ladder import ROOT
from . import self_check
from .hostile import hostile_files
from .right_variants import RIGHT_VARIANTS


def main() -> int:
    """Run all checks; return 0 if every one is as it should be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            import numpy  # noqa: F401
            has_numpy = True
        except ImportError:
            has_numpy = False
        checks: List[Tuple[Any, int, Callable[[], List[str]]]] = [
            (self_check.stubs, len(ALL_EXERCISES), lambda: self_check.stubs(folder)),
            (self_check.solutions, len(ALL_EXERCISES) * self_check.SEEDS, self_check.solutions),
            (self_check.mistakes, 2 * self_check.num_planted(), self_check.mistakes),
            (self_check.idle, len(self_check.IDLE) * len(ALL_EXERCISES), self_check.idle),
            (self_check.catalogue, 2 * len(self_check.CATALOGUE), self_check.catalogue),
            (self_check.variants, sum(map(len, RIGHT_VARIANTS.values())), lambda: self_check.variants(folder, has_numpy)),
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


if __name__ == "__main__":
    sys.exit(main())
