"""The fuzzer: for each seed one call, of the library or of the command, and what is wrong with it."""

from pathlib import Path
from random import Random
from typing import Iterator, Optional, Tuple

from .command_calls import check as check_command
from .command_calls import make_files
from .library_calls import check as check_library
from .library_calls import targets

TARGETS = targets()
COMMAND_SHARE = 0.03  # a command takes much longer than a call of a function
SLOW = {"step_page", "load_housing", "diagnose", "diagnose_gradients", "diagnose_step"}


def check(seed: int, folder: str) -> Tuple[str, Optional[str]]:
    """The name of what is called with this seed, and what is wrong with the call, or None."""
    rng = Random(seed)
    if rng.random() < COMMAND_SHARE:
        return "the command", check_command(seed, folder)
    name = rng.choice(sorted(TARGETS))
    if name in SLOW and rng.random() < 0.8:
        name = rng.choice(sorted(TARGETS))
    return name, check_library(name, TARGETS[name], seed, folder)


def failures(num_calls: int, first_seed: int, folder: str) -> Iterator[str]:
    """What is wrong with these calls, each with the command that makes the call again."""
    make_files(Path(folder))
    for seed in range(first_seed, first_seed + num_calls):
        name, problem = check(seed, folder)
        if problem is not None:
            yield f"{name}: {problem[:600]}\n    again: python -m tests.fuzzing 1 {seed}"
