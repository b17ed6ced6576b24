"""Running the command `minibackprop`: in this process, in a process of its own, through a shell, or on a terminal."""

import json
import os
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Dict, Iterable, List, NamedTuple, Optional, Sequence, cast

import pytest

from minibackprop import cli

from .ladder import ROOT
from .optional import missing

TIMEOUT = 120  # seconds; a command that takes longer has hung
LOOKS = ("COLUMNS", "NO_COLOR", "TERM", "LANG", "LC_", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONUNBUFFERED")

Env = Dict[str, str]


class Outcome(NamedTuple):
    """The result of a command: its exit status, its standard output and its standard error."""

    status: int
    out: str
    err: str


def command(*arguments: str) -> List[str]:
    """The words that run the command in a process of its own."""
    return [sys.executable, "-m", "minibackprop", *arguments]


def environment(changes: Optional[Env] = None) -> Env:
    """This process's environment with the usual settings for the look of the output, and the changes given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(LOOKS)}
    return {**kept, "COLUMNS": "80", "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **(changes or {})}


def run(*arguments: str, env: Optional[Env] = None, encoding: str = "utf-8") -> Outcome:
    """Run the command in a process of its own; its output must be text in the encoding."""
    done = subprocess.run(
        command(*arguments), cwd=ROOT, env=environment(env), timeout=TIMEOUT, encoding=encoding,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def run_all(commands: Iterable[Sequence[str]]) -> List[Outcome]:
    """Run several commands, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda arguments: run(*arguments), commands))


class Here:
    """Runs the command inside this process, which is faster. A test gets one as the fixture `here`."""

    def __init__(self, capsys: "pytest.CaptureFixture[str]") -> None:
        self.capsys = capsys

    def run(self, *arguments: str) -> Outcome:
        try:
            status = cli.main(arguments)
        except SystemExit as end:
            status = cast(int, end.code)
        return Outcome(status, *self.capsys.readouterr())

    def text(self, *arguments: str) -> str:
        """The output of a run that must succeed."""
        outcome = self.run(*arguments)
        assert (outcome.status, outcome.err) == (0, "")
        return outcome.out

    def json(self, *arguments: str) -> Any:
        """The JSON of a run that must succeed."""
        return json.loads(self.text("--json", *arguments))

    def error_line(self, status: int, *arguments: str) -> str:
        """The error message of a run that must end with this status and print nothing but that one line."""
        outcome = self.run(*arguments)
        assert (outcome.status, outcome.out, outcome.err.count("\n")) == (status, "", 1), outcome
        assert outcome.err.startswith("minibackprop: error: ") and outcome.err.endswith("\n")
        return outcome.err


def own_table(folder: Path, text: str, target: str) -> List[str]:
    """The options for a user's own table, which is written to a file in the folder."""
    path = folder / "flats.csv"
    path.write_bytes(text.encode("utf-8"))
    return ["--data", str(path), "--target", target]


def number_in(cell: str) -> float:
    """The number in a cell of the report, such as $12,300."""
    return float(cell.replace("$", "").replace(",", ""))


def on_a_terminal(
    *arguments: str, stream: str, env: Optional[Env] = None, ctrl_c_at: str = "", again: Sequence[float] = (),
    columns: int = 0,
) -> Outcome:
    """Run the command with one stream on a pseudo-terminal of so many columns, or one that does not know its size.

    Once the stream has shown the pattern, press Ctrl-C, and again after each of these waits, in seconds.
    """
    try:
        import pty
        terminal, command_side = pty.openpty()
    except (ImportError, OSError) as error:
        missing(f"a pseudo-terminal ({error})")
    if columns:
        import fcntl
        import termios
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        command(*arguments), cwd=ROOT, env=environment(env), stdin=subprocess.DEVNULL,
        stdout=command_side if stream == "stdout" else subprocess.PIPE,
        stderr=command_side if stream == "stderr" else subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a background job may ignore it
    )
    os.close(command_side)
    seen = b""
    end = time.monotonic() + TIMEOUT
    try:
        while time.monotonic() < end and select.select([terminal], [], [], TIMEOUT)[0]:
            try:
                new_bytes = os.read(terminal, 65536)
            except OSError:  # on Linux, once the command has closed its side
                break
            if not new_bytes:
                break
            seen += new_bytes
            if ctrl_c_at and re.search(ctrl_c_at.encode("ascii"), seen):
                for wait in (0.0, *again):
                    time.sleep(wait)
                    process.send_signal(signal.SIGINT)
                ctrl_c_at = ""
        out, err = process.communicate(timeout=TIMEOUT)
    finally:
        process.kill()
        os.close(terminal)
    out, err = (seen, err) if stream == "stdout" else (out, seen)
    return Outcome(process.wait(), out.decode("utf-8").replace("\r\n", "\n"), err.decode("utf-8"))


def redirected(redirection: str, *arguments: str) -> Outcome:
    """Run the command through a shell, with its streams redirected."""
    shell = shutil.which("sh")
    if shell is None:
        missing("sh")
    done = subprocess.run(
        [shell, "-c", f'exec "$@" {redirection}', shell, *command(*arguments)], cwd=ROOT, env=environment(),
        timeout=TIMEOUT, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
