"""Of two processes that write a file at once one wins, and one that is killed leaves the old file or the new one."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import List

import pytest

from ...support.ladder import ROOT
from ...support.optional import missing

RIVAL = """
import os, sys
from minibackprop.files.whole_file import write_whole
me, other, tries = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(tries):
    open(f"{number}.{me}.ready", "w").close()
    while not os.path.exists(f"{number}.{other}.ready"):
        pass
    try:
        write_whole(f"{number}.txt", me * 1000)
        print(number)
    except FileExistsError:
        pass
"""


def python(code: str, *arguments: str, folder: Path) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=str(folder), env=environment, stdout=subprocess.PIPE
    )


def test_of_two_processes_at_once_exactly_one_wins(tmp_path: Path) -> None:
    tries = 100
    rivals = {me: python(RIVAL, me, other, str(tries), folder=tmp_path) for me, other in (("a", "b"), ("b", "a"))}
    won = {me: set(map(int, process.communicate(timeout=60)[0].split())) for me, process in rivals.items()}
    assert sorted([*won["a"], *won["b"]]) == list(range(tries))
    for number in range(tries):
        winner = "a" if number in won["a"] else "b"
        assert (tmp_path / f"{number}.txt").read_text() == winner * 1000
    assert len(os.listdir(str(tmp_path))) == 3 * tries


ENDS_AT_A_LINE = """
import os, signal, sys
from minibackprop.files import whole_file
last_line, seen = int(sys.argv[1]), 0
def trace(frame, event, argument):
    global seen
    if frame.f_code.co_filename != whole_file.__file__:
        return None
    seen += event == "line"
    if seen == last_line:
        os.kill(os.getpid(), signal.SIGKILL)
    return trace
sys.settrace(trace)
whole_file.write_whole("file.txt", "new" * 100000, replace=sys.argv[2] == "replace")
"""


@pytest.mark.parametrize("old", ["", "old"])
def test_a_process_that_is_killed_at_any_line_leaves_the_old_file_or_the_new_one(old: str, tmp_path: Path) -> None:
    if not hasattr(signal, "SIGKILL"):
        missing("kill -9")
    contents: List[str] = []
    status = -signal.SIGKILL
    while status == -signal.SIGKILL:
        for left in tmp_path.iterdir():
            left.unlink()
        if old:
            (tmp_path / "file.txt").write_text(old)
        process = python(ENDS_AT_A_LINE, str(len(contents) + 1), "replace" if old else "", folder=tmp_path)
        process.communicate(timeout=60)
        status = process.returncode
        path = tmp_path / "file.txt"
        contents.append(path.read_text() if path.exists() else "")
    new = "new" * 100000
    assert status == 0 and contents[-1] == new and set(contents) == {old, new}
    assert len(contents) > 15 and contents == sorted(contents, key=lambda content: content == new)
