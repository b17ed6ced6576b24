"""Output that goes nowhere: a closed pipe, a closed stream, a full disk."""

import os
import subprocess
from typing import List

import pytest

from ...support.command import TIMEOUT, Outcome, command, environment, redirected, run
from ...support.ladder import ROOT
from ...support.optional import missing

COMMANDS = [
    ["--epochs", "0"], ["--json", "--epochs", "0"], ["--help"], ["--version"], ["bundle"], ["explain"], ["page"],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_closed_pipe_gives_no_traceback(arguments: List[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        command(*arguments), cwd=ROOT, env=environment(), timeout=TIMEOUT,
        stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_standard_output_may_be_closed(arguments: List[str]) -> None:
    assert redirected(">&-", *arguments)[1:] == ("", "")


def test_standard_error_may_be_closed() -> None:
    assert redirected("2>&-", "--without", "NOPE") == Outcome(2, "", "")
    assert redirected("2>&-", "--epochs", "x") == Outcome(2, "", "")
    assert redirected("2>&-", "--epochs", "0") == run("--epochs", "0")


@pytest.mark.parametrize(
    "arguments", [["--epochs", "x"], ["--without", "NOPE"], ["explain", "--x", "abc"]], ids=" ".join
)
def test_bad_usage_ends_with_2_wherever_standard_error_leads(arguments: List[str]) -> None:
    if not os.path.exists("/dev/full"):
        missing("/dev/full")
    for streams in ("2> /dev/full", "2>&-", "> /dev/full 2> /dev/full", ">&- 2>&-"):
        assert redirected(streams, *arguments) == Outcome(2, "", "")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command(*arguments), cwd=ROOT, env=environment(), timeout=TIMEOUT, stderr=writer)
    os.close(writer)
    assert done.returncode == 2


def test_a_failure_ends_with_1_wherever_standard_error_leads() -> None:
    for stream in ("2> /dev/full", "2>&-"):
        assert redirected(stream, "--data", "nope.csv", "--target", "rent") == Outcome(1, "", "")


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_full_disk_is_reported(arguments: List[str]) -> None:
    if not os.path.exists("/dev/full"):
        missing("/dev/full")
    status, out, err = redirected("> /dev/full", *arguments)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("minibackprop: error: ") and "No space left" in err
