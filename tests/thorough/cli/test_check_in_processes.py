"""The command `check` in a process of its own: it watches a file, and Ctrl-C ends it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from minibackprop.exercise_forms.sources import solution_of

from ...support.command import TIMEOUT, command, environment
from ...support.ladder import ROOT
from ...support.learner_files import WITHOUT_BIAS, written
from ...support.optional import not_everywhere


def read_until(stream: Any, words: str) -> str:
    text, end = "", time.monotonic() + TIMEOUT
    while words not in text and time.monotonic() < end:
        text += stream.readline()
    return text


def test_watching_checks_again_when_a_file_changes_until_ctrl_c(tmp_path: Path) -> None:
    if not hasattr(signal, "SIGINT") or os.name == "nt":
        not_everywhere("signals")
    mine = written(tmp_path, WITHOUT_BIAS)
    process = subprocess.Popen(
        command("check", mine, "--watch"), cwd=str(ROOT), env=environment({"PYTHONUNBUFFERED": "1"}),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdout is not None
    try:
        assert "bias-missing" in read_until(process.stdout, "Watching")
        written(tmp_path, solution_of(1) + "# saved again\n")
        assert "passed, 3 of 3 points" in read_until(process.stdout, "Watching")
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=TIMEOUT)
        assert (process.returncode, err) == (0, "")
    finally:
        process.kill()


def test_watching_says_what_is_missing(tmp_path: Path) -> None:
    process = subprocess.Popen(
        command("check", str(tmp_path / "mine.py"), "--watch"), cwd=str(ROOT),
        env=environment({"PYTHONUNBUFFERED": "1"}), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )
    assert process.stdout is not None and process.stderr is not None
    try:
        assert "there is no such file or folder" in read_until(process.stdout, "Watching")
        written(tmp_path, solution_of(1))
        assert "passed, 3 of 3 points" in read_until(process.stdout, "Watching")
    finally:
        process.kill()
        process.communicate()


def test_ctrl_c_ends_a_check(tmp_path: Path) -> None:
    if os.name == "nt" or sys.platform == "emscripten":
        not_everywhere("signals")
    mine = written(tmp_path, "def weighted_input(w, x, b):\n    while True: pass\n")
    process = subprocess.Popen(
        command("check", mine, "--timeout", "60"), cwd=str(ROOT), env=environment(),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    time.sleep(2.0)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=TIMEOUT)
    assert (process.returncode, out) == (1, "") and "interrupted before there was a result to show" in err
