"""Calls the function of a learner's file in a process of its own, which may do what it likes, but not for ever."""

import difflib
import json
import os
import signal
import subprocess
import sys
import threading
from typing import Any, Dict, List, Optional, Tuple

from ..validation import quoted, shown

MOST_BYTES = 50_000_000
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
main(json.loads(sys.argv[1]))
"""
OBSERVED: Dict[str, Tuple[type, ...]] = {
    "error": (str,), "file": (str,), "line": (int, type(None)), "problem": (str,), "layers": (list, type(None)),
    "changed": (str,), "shares_rows": (bool,), "again": (list,),
}  # what `observe` returns, and of what types


class LearnerError(ValueError):
    """The learner's file could not be run, or it gave no answer."""


def observed_in_process(
    path: str, function: str, cost: Optional[str], biases: bool, one_example: bool, timeout: float
) -> List[Dict[str, Any]]:
    """What `observe` saw for each batch. LearnerError, which says why, if there is no answer within the time."""
    if not os.path.isfile(path):
        what = "it is a folder" if os.path.isdir(path) else "there is no such file"
        raise LearnerError(f"{path} cannot be diagnosed: {what}")
    request = {
        "file": os.path.abspath(path), "function": function, "cost": cost, "biases": biases, "one_example": one_example,
    }
    answers, status = _answers(json.dumps(request), timeout)
    for answer in answers:
        if "kind" in answer:
            raise LearnerError(_in_words(path, function, answer))
        if "observed" in answer:
            return _checked(answer["observed"])
    during = f"while {function} was running" if answers else "while it was being loaded"
    if status is None:
        raise LearnerError(
            f"{path} was stopped after {timeout:g} seconds, {during}: does a loop never end? "
            "(--timeout gives it more time)"
        )
    raise LearnerError(f"the process of {path} ended, with status {status}, {during}: does it exit by itself?")


def _answers(request: str, timeout: float) -> "tuple[List[Dict[str, Any]], Optional[int]]":
    """The lines that the process wrote, and its exit status, or None if it had to be stopped."""
    settings: Dict[str, Any] = {"start_new_session": True} if hasattr(os, "killpg") else {}
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # threads take memory
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD, request], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env=environment, **settings,
    )
    lines: List[bytes] = []
    reader = threading.Thread(target=_read, args=(process.stdout, lines), daemon=True)
    reader.start()
    try:
        reader.join(timeout)
        was_stopped = reader.is_alive()
    finally:
        _end(process)
        reader.join(1.0)
        if process.stdout is not None and not reader.is_alive():
            process.stdout.close()
    return [_as_answer(line) for line in lines], None if was_stopped else process.returncode


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


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process, and those that it has started, if they are still running."""
    try:
        process.wait(0.2)  # it ends by itself after its last line
    except subprocess.TimeoutExpired:
        pass
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except OSError:
        pass  # nothing is left to be killed
    process.wait()


def _as_answer(line: bytes) -> Dict[str, Any]:
    try:
        answer = json.loads(line.decode("ascii"))
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise LearnerError("the answer of the file's process makes no sense: does the file write to all open files?")
    return answer


def _checked(observed: Any) -> List[Dict[str, Any]]:
    entries: List[Any] = observed if isinstance(observed, list) and observed else [None]
    for each in entries:
        is_right = isinstance(each, dict) and set(each) == set(OBSERVED)
        if not is_right or not all(type(each[name]) in OBSERVED[name] for name in OBSERVED):
            raise LearnerError("the answer of the file's process makes no sense: does it write to all open files?")
    return entries


def _in_words(path: str, function: str, answer: Dict[str, Any]) -> str:
    kind, line = answer["kind"], answer.get("line")
    where = f", in line {line}" if line is not None else ""
    if kind == "syntax":
        return f"{path} is not valid Python: {answer['problem']}{source_line(path, line)}"
    if kind == "loading":
        return f"{path} could not be loaded: {answer['problem']}{where}{source_line(path, line)}"
    names = [name for name in answer.get("functions", []) if isinstance(name, str)]
    if answer.get("is_there"):
        return f"{quoted(function)} in {path} is not a function: it must take (network, X, Y)"
    if not names:
        return f"{path} has no function {quoted(function)}, and no other: it needs one that takes (network, X, Y)"
    has = f"it has {', '.join(names[:10])}" + (", …" if len(names) > 10 else "")
    closest = (difflib.get_close_matches(function, names, 1) or names)[0]
    return f"{path} has no function {shown(function)}; {has}: name one of them, as in {path}:{closest}"


def source_line(path: str, line: Optional[int]) -> str:
    """This line of the file, below the message; empty if it cannot be read."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read().splitlines()[(line or 0) - 1]
    except (OSError, ValueError, IndexError):
        return ""
    return f"\n   {line}: {text.strip()[:100]}" if line else ""
