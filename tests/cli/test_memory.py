"""A network that does not fit into memory: one line says so."""

import subprocess
import sys
from typing import List

import pytest

from minibackprop.cli.failure import fail

from ..support.command import TIMEOUT, Here, environment
from ..support.ladder import ROOT
from ..support.optional import missing

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


def test_the_memory_is_free_again_before_the_message_is_made(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    class Large:
        """Stands for the numbers of the network that did not fit."""

        alive = 0

        def __init__(self) -> None:
            Large.alive += 1

        def __del__(self) -> None:
            Large.alive -= 1

    def out_of_memory(*arguments: object) -> None:
        network = Large()
        raise MemoryError(network is None)

    def failing(problem: str, status: int) -> int:
        assert Large.alive == 0
        return fail(problem, status)

    monkeypatch.setattr("minibackprop.cli.fail", failing)
    monkeypatch.setattr("minibackprop.cli.train_command.run_experiment", out_of_memory)
    assert "there is not enough memory" in here.error_line(1)
