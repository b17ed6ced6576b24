"""Runs a learner's file in a process of its own, within a time limit, and reads its answer."""

import contextlib
import json
import os
import shutil
import signal
import site
import subprocess
import sys
import tempfile
import threading
from typing import TYPE_CHECKING, Any, Dict, List, NamedTuple, Optional, Tuple

from ..checking.value_exercise import ValueExercise
from ..grading.handed_in import HandedIn
from .learner_answer import Fits, LearnerError, LoadingError, RunningError
from .learner_answer import as_answer, in_words, is_batch, is_call, no_sense

if TYPE_CHECKING:
    from ..checking.exercises import AnyExercise

MOST_BYTES = 50_000_000
KINDS_OF_ERRORS = {"syntax": LoadingError, "loading": LoadingError, "running": RunningError}
SECONDS_TO_END = 1.0  # a process that has given its answer, or closed its end of the pipe, ends at once
OF_THE_FOLDER = ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP")
KEPT_VARIABLES = (
    "PATH", "LANG", "LC_ALL", "PYTHONPATH", "PYTHONHOME", "PYTHONNOUSERSITE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
    "SYSTEMROOT",
)  # of the environment, for the process of an exercise: others may hold secrets
PACKAGE = __name__.rsplit(".", 2)[0]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # a folder or a zip file
# What the child needs of the standard library is imported before any folder is on its path that the learner may have
# put files into, such as one named random.py.
CHILD = f"""
import sys
sys.path[:1] = [] if sys.path[:1] == [''] else sys.path[:1]
import argparse, builtins, json, os, re, signal, subprocess, threading, types
try:
    import resource
except ImportError:
    pass
sys.path.insert(0, {ROOT!r})
from {PACKAGE}.cli.learner_child import main
sys.path.remove({ROOT!r})
main(json.loads(sys.stdin.read()))
"""


class Ending(NamedTuple):
    """How the process ended: with this status, or None if it was too slow, or its answer made no sense."""

    status: Optional[int]
    is_too_late: bool


def observed_in_process(
    path: str, function: str, cost: Optional[str], biases: bool, one_example: bool, timeout: float
) -> List[Any]:
    """What `observe` saw for each batch. LearnerError, which says why, if there is no answer within the time."""
    _check_file(path)
    request = {
        "file": os.path.abspath(path), "function": function, "cost": cost, "biases": biases, "one_example": one_example,
        "timeout": timeout,
    }
    return _observed(path, function, request, lambda observed: all(map(is_batch, observed)))


def exercise_in_process(
    handed_in: HandedIn, exercise: "AnyExercise", seed: Optional[int], timeout: float
) -> List[Any]:
    """What the exercise saw, as its method `observe` returns it. LearnerError if there is no answer within the time.

    With a seed, only what was seen with its secret numbers: so the process that has seen them has no say in any text.
    """
    folder = tempfile.mkdtemp()
    try:
        request = {
            "file": handed_in.absolute_path, "parts": handed_in.parts_for(exercise), "exercise": exercise.number,
            "seed": seed, "timeout": timeout, "folder": os.path.realpath(folder),
            "helpers": handed_in.folder_of_helpers,
        }
        names = " or ".join(exercise.names)
        kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
        return _observed(
            handed_in.path, names, request, lambda observed: _fits_exercise(observed, exercise, seed),
            {**kept, **{name: folder for name in OF_THE_FOLDER}, "PYTHONUSERBASE": site.getuserbase()},
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fits_exercise(observed: Any, exercise: "AnyExercise", seed: Optional[int]) -> bool:
    """Whether it can be what this exercise saw: for each function, or each attempt, a list or nothing."""
    if isinstance(exercise, ValueExercise):
        lengths = [len(attempt.calls) for attempt in exercise.attempts(seed)]
        fits = is_call
    else:
        lengths = [len(exercise.shapes)] * len(exercise.names)
        fits = is_batch
    if len(observed) != len(lengths):
        return False
    for seen, length in zip(observed, lengths):
        if seen is not None and not (isinstance(seen, list) and len(seen) == length and all(map(fits, seen))):
            return False
    return True


def _observed(
    path: str, function: str, request: Dict[str, Any], fits: Fits, environment: Optional[Dict[str, str]] = None
) -> List[Any]:
    """What the process observed. LearnerError, which says why, if there is no answer within the time."""
    lines, ending = _lines_of_process(json.dumps(request), request["timeout"], environment or dict(os.environ))
    answers = [as_answer(line, path, fits) for line in lines]
    for answer in answers:
        if "kind" in answer:
            raise KINDS_OF_ERRORS.get(answer["kind"], LearnerError)(in_words(answer, path, function))
        if "observed" in answer:
            observed: List[Any] = answer["observed"]
            return observed
    during = f"while {function} was running" if answers else "while it was being loaded"
    raise _no_answer(path, ending, during, request["timeout"])


def _check_file(path: str) -> None:
    if not os.path.isfile(path):
        exists = "it is a folder" if os.path.isdir(path) else "it is not a file with a program"
        what = exists if os.path.exists(path) else "there is no such file"
        raise LearnerError(f"{path} cannot be diagnosed: {what}")
    if path.endswith(".ipynb"):
        raise LearnerError(
            f"{path} is a notebook: save it as a Python file, or call diagnose(backward) in a cell of the notebook"
        )


def _no_answer(path: str, ending: Ending, during: str, timeout: float) -> LearnerError:
    if ending.is_too_late:
        seconds = "1 second" if timeout == 1 else f"{timeout:g} seconds"
        return LearnerError(
            f"{path} was stopped after {seconds}, {during}: does a loop never end? (--timeout gives it more time)"
        )
    if ending.status is None:
        return no_sense(path)
    if not 0 <= ending.status <= 255:  # a signal, or an exception of Windows
        return LearnerError(
            f"the process of {path} crashed, with status {ending.status}, {during}: "
            "is there a recursion without an end, or a library that crashes?"
        )
    return LearnerError(
        f"the process of {path} ended, with status {ending.status}, {during}: "
        "does the file end it, as os._exit does, or close files that are not its own?"
    )


def _lines_of_process(request: str, timeout: float, variables: Dict[str, str]) -> Tuple[List[bytes], Ending]:
    """The lines that the process wrote, and how it ended."""
    settings: Dict[str, Any] = {"start_new_session": True} if hasattr(os, "killpg") else {}
    environment = {**variables, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # threads take memory
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=environment, **settings,
    )
    if process.stdin is not None:
        with contextlib.suppress(OSError):  # it has ended already
            process.stdin.write(request.encode("ascii"))
            process.stdin.close()
    lines: List[bytes] = []
    reader = threading.Thread(target=_read, args=(process.stdout, lines), daemon=True)
    reader.start()
    ending = Ending(None, is_too_late=True)
    try:
        reader.join(min(timeout, threading.TIMEOUT_MAX))
        if not reader.is_alive():
            ending = Ending(_status_of(process), is_too_late=False)
    finally:
        _kill(process)
        reader.join(SECONDS_TO_END)
        if process.stdout is not None and not reader.is_alive():
            process.stdout.close()
    return lines, ending


def _read(stream: Any, lines: List[bytes]) -> None:
    """Read lines until the last one that matters, or until there are too many bytes."""
    left = MOST_BYTES
    while left > 0:
        line = stream.readline(left)
        if not line.endswith(b"\n"):
            return
        lines.append(line)
        left -= len(line)
        if not line.startswith(b'{"loaded"'):
            return


def _status_of(process: "subprocess.Popen[bytes]") -> Optional[int]:
    """The exit status of a process that should end by itself now; None if it does not."""
    try:
        return process.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        return None


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End the process, and those that it has started, if they are still running."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except OSError:
        pass  # nothing is left to be killed
    process.wait()
