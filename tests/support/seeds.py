"""Tests of random cases: one test for each seed, and the command that runs one of them again."""

import argparse
import re
from typing import Any

import pytest

OPTION = "--seeds"
HELP = "the seeds of the random cases in tests/properties, such as 1000-2000 or 17, in place of the usual ones"
MARKER = "seeds(count): one test for each seed from 0 to count - 1, or for each seed of --seeds"


def with_seeds(count: int) -> pytest.MarkDecorator:
    """Run a test, which takes a `seed`, for this many seeds, from 0 on; or for those of the option --seeds."""
    return pytest.mark.seeds(count)


def seeds_in(text: str) -> range:
    """The seeds that the option names: 17, or from 1000 to 2000.

    >>> seeds_in("1000-2000"), seeds_in("17")
    (range(1000, 2001), range(17, 18))
    """
    found = re.fullmatch(r"(\d+)(?:-(\d+))?", text)
    seeds = range(0) if found is None else range(int(found[1]), int(found[2] or found[1]) + 1)
    if len(seeds) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} names no seeds: give one, as in 17, or the first and the last, "
                                         "as in 1000-2000")
    return seeds


def give_seeds(metafunc: Any) -> None:
    """Make the tests of a function that is marked `with_seeds`."""
    marker = metafunc.definition.get_closest_marker("seeds")
    if marker is not None:
        seeds = metafunc.config.getoption(OPTION) or range(*marker.args)
        metafunc.parametrize("seed", seeds, ids=[f"seed {seed}" for seed in seeds])


def say_how_to_run_again(report: Any) -> None:
    """Add to the report of a failed test of one seed how to run that one again, in the folder of the project."""
    seed = re.search(r"\bseed (\d+)\b", report.nodeid) if report.failed else None
    if seed is not None:
        again = f'python -m pytest "{report.nodeid}" {OPTION} {seed[1]}'
        report.sections.append((f"seed {seed[1]}", f"to run this case again: {again}"))
