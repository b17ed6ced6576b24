"""Runs of the command that are killed or interrupted on the way."""

import os
import signal
import subprocess
import time
from pathlib import Path
from typing import NamedTuple, Sequence

from ..support.command import TIMEOUT, command, environment
from ..support.ladder import ROOT


class Ended(NamedTuple):
    """How a run ended: its report, its error output, and what is in the file that it saved."""

    status: int
    out: str
    err: str
    model: bytes


def start(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command(*arguments), cwd=ROOT, env=environment(), encoding="utf-8", stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # a background job may ignore it
    )


def finish(process: "subprocess.Popen[str]", model: Path) -> Ended:
    out, err = process.communicate(timeout=TIMEOUT)
    return Ended(process.returncode, out, err, model.read_bytes() if model.exists() else b"")


def undisturbed(settings: Sequence[str], folder: Path) -> Ended:
    """A run that nobody disturbs."""
    model = folder / "model.json"
    return finish(start(*settings, "--save", str(model)), model)


def killed_and_resumed(settings: Sequence[str], folder: Path, moments: Sequence[float]) -> Ended:
    """A run that is killed (kill -9) after each of these times in seconds, and then goes on from its checkpoint."""
    model, checkpoint = folder / "model.json", folder / "checkpoint.json"
    for moment in [*moments, None]:
        begin = ["--resume", str(checkpoint)] if checkpoint.exists() else [*settings, "--checkpoint", str(checkpoint)]
        process = start(*begin, "--save", str(model), "--force")
        if moment is None:
            return finish(process, model)
        time.sleep(moment)
        process.kill()
        process.communicate(timeout=TIMEOUT)
    raise AssertionError("there is always a last run")


def interrupted_twice(settings: Sequence[str], moment: float, pause: float) -> Ended:
    """A run in which Ctrl-C is pressed after this time, and once more after the pause."""
    process = start(*settings)
    for wait in (moment, pause):
        time.sleep(wait)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGINT)
    return finish(process, Path(os.devnull))


def is_whole_report_or_nothing(ended: Ended) -> bool:
    """Was what was learned shown in full, or nothing, with one line that says why?"""
    if ended.status == 0:
        return "Try next" in ended.out and ended.err == ""
    return ended.out == "" and ended.err.startswith("minibackprop: error: interrupted") and ended.err.count("\n") == 1
