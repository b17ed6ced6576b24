"""A network that does not fit into memory gets one line that says so; a long training needs little more memory."""

import subprocess
import sys
from typing import List

import pytest

from ...support.command import TIMEOUT, Here, environment
from ...support.ladder import ROOT
from ...support.optional import missing

MEGABYTES = 150


@pytest.mark.parametrize("options", [["--layers", "100000000"], ["--layers", "1,100000000"]], ids=" ".join)
def test_a_network_that_is_too_large_gets_one_line(options: List[str]) -> None:
    if not sys.platform.startswith("linux"):
        missing("a limit to the memory of a process")
    script = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, ({MEGABYTES} * 2 ** 20, {MEGABYTES} * 2 ** 20))
from minibackprop.__main__ import run
run()
"""
    done = subprocess.run(
        [sys.executable, "-c", script, *options], cwd=ROOT, env=environment(), timeout=TIMEOUT, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert done.stderr.startswith("minibackprop: error: there is not enough memory")


def test_a_long_training_needs_little_more_memory_than_a_short_one(here: Here, flats: List[str]) -> None:
    try:
        import tracemalloc
    except ImportError:
        missing("tracemalloc")

    def most_memory(epochs: int) -> int:
        tracemalloc.start()
        try:
            here.text(*flats, "--layers", "none", "--epochs", str(epochs), "--batch-size", "all")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    most_memory(1)  # what is needed only once, such as imported modules
    bytes_per_epoch = (most_memory(500) - most_memory(100)) / 400
    assert bytes_per_epoch < 200  # enough for the costs and their curve, but a network takes 1,000
