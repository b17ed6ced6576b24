"""Change the package in many small ways, and see whether the tests notice: `python -m tests.mutation [MODULE…]`.

It takes all modules unless some are named: `costs.py`, the folder `drawing`, or `core`. mutants.py says what is
changed, scope.py what is left out, and equivalents.txt which changes no test can notice, with the reasons. Results are
kept in .mutation_results.jsonl, so that a run that was interrupted goes on where it was.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Dict, List, Sequence

from ..support.ladder import ROOT
from .equivalents import equivalents
from .mutants import Mutant
from .results import FILE, Results
from .scope import modules, mutants_of
from .suite import NOT_TRIED, in_suite
from .table import print_table
from .trial import Trial, forked, in_processes, try_imported

FOLDERS = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")} - {"project"}
TESTS = [*[f"tests/{name}" for name in sorted(FOLDERS)], "tests/project/test_docstrings.py"]


def tried(mutants: Sequence[Mutant], tests: List[str], workers: int, results: Results) -> None:
    """Try the mutants in the functions of the package, and those that do not show there with a new import."""
    start = time.time()
    left: Dict[str, Mutant] = {mutant.name: mutant for mutant in mutants}
    near: Dict[str, List[str]] = {}

    def keep(mutant: Mutant, trial: Trial) -> None:
        results.keep(mutant, trial)
        del left[mutant.name]
        done = len(mutants) - len(left)
        if done % 100 == 0 or not left:
            print(f"... {done} of {len(mutants)} mutants, {time.time() - start:.0f} s", file=sys.stderr, flush=True)

    pipe, _ = forked(lambda say: in_suite(mutants, tests, workers, say))
    for line in pipe:
        kind, name, *rest = json.loads(line)
        if kind == "failed":
            print(f"left out, as it fails without any change, or when it runs again: {name}", file=sys.stderr)
        elif kind == "near":
            near[name] = rest[0]
        elif rest[0] != NOT_TRIED:
            keep(left[name], Trial(*rest))
    if not near:
        raise SystemExit("the tests could not be run: see what pytest says of them")
    for mutant, trial in in_processes(list(left.values()), lambda each: try_imported(each, near[each.module]), workers):
        keep(mutant, trial)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="such as costs.py, drawing or core (default: all)")
    parser.add_argument(
        "--tests", nargs=argparse.REMAINDER, default=TESTS, help="what pytest collects, as the last option"
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes at a time (default: cores)")
    parser.add_argument("--results", type=Path, default=FILE, metavar="FILE", help="keep the results there")
    options = parser.parse_args()
    try:
        chosen = modules(options.modules)
    except ValueError as error:
        parser.error(str(error))
    mutants = {module: mutants_of(module) for module in chosen}
    results = Results(options.results.resolve())
    os.chdir(ROOT)
    new = [mutant for module in chosen for mutant in mutants[module] if results.of(mutant) is None]
    try:
        if new:
            tried(new, options.tests, options.workers, results)
    except KeyboardInterrupt:
        print("\ninterrupted: the same command goes on from here", file=sys.stderr)
        return 130
    return print_table(mutants, results, equivalents(), is_all=not options.modules)


if __name__ == "__main__":
    sys.exit(main())
