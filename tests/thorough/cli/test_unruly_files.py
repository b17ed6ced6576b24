"""Files of learners that loop, exit, crash, or write where they should not: one message says it; none runs forever."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from minibackprop.cli.learner_process import CHILD

from ...support.command import Here
from ...support.learner_files import RIGHT, written

# What the file holds, and words of the one message, or of the verdict, that it leads to.
UNRULY = {
    "a loop in the file": ("while True: pass", "was stopped after 1 second, while it was being loaded"),
    "a loop in the function": ("def backward(*_):\n    while True: pass", "1 second, while backward was running"),
    "exit() in the file": ("exit()", "could not be loaded: SystemExit: None, in line 1"),
    "exit() in the function": ("def backward(*_):\n    exit()", "It raised SystemExit"),
    "os._exit in the file": ("import os\nos._exit(0)", "ended, with status 0, while it was being loaded"),
    "os._exit in the function": ("import os\ndef backward(*_):\n    os._exit(3)", "status 3, while backward was"),
    "a syntax error": ("def backward(:\n", "is not valid Python: invalid syntax, in line 1\n   1: def backward(:"),
    "an error in the file": ("x = 1\ny = x / 0", "ZeroDivisionError: division by zero, in line 2\n   2: y = x / 0"),
    "an import that fails": ("import nothing_of_this_name", "ModuleNotFoundError: No module named 'nothing_of_this"),
    "no function": ("x = 1", "has no function 'backward', and the file defines no other: it needs"),
    "minibackprop's function": (
        "from minibackprop import backward\ndef my_backward(*_): pass",
        "backward in {path} is minibackprop's own; it has my_backward: name one of them, as in {path}:my_backward"),
    "an error in another file": ("x = 1\nimport broken", "SyntaxError: invalid syntax (broken.py, line 3), in line 2\n"
                                 "   2: import broken"),
    "Ctrl-C of its own": ("def backward(*_):\n    raise KeyboardInterrupt",
                          "backward in {path} could not be run to its end: KeyboardInterrupt"),
    "an odd object": ("class Odd:\n    def __getattr__(self, name): 1 / 0\nodd = Odd()\ndef backwards(*_): pass",
                      "it has backwards: "),
    "another function": ("def backwards(*_): pass\ndef f(): pass", "it has backwards, f: name one of them, as in"),
    "not a function": ("backward = 5", "backward in {path} is not a function"),
    "reading": ("def backward(*_):\n    input()", "It raised EOFError"),
    "much memory": ("def backward(*_):\n    return [0.0] * 10**10", "It raised MemoryError"),
    "no end of recursion": ("def backward(network, X, Y):\n    return backward(network, X, Y)", "It raised Recursi"),
    "all files closed": ("import os\nos.closerange(0, 99)\n" + RIGHT, "ended, with status"),
    "all files closed, and a loop": ("import os\ndef backward(*_):\n    os.closerange(0, 99)\n    while True: pass",
                                     "makes no sense"),
    "a crash": ("import os, signal\ndef backward(*_):\n    os.kill(os.getpid(), signal.SIGSEGV)",
                "crashed, with status -11, while backward was running: is there a recursion without an end"),
    "too much written": ("import os\nfor n in range(3, 20):\n    try:\n        while True: os.write(n, b'x' * 10**6)"
                         "\n    except OSError: pass", "makes no sense: does the file write to open files"),
    "answers that are not its own": (
        "import os\nfor n in range(3, 20):\n    try: os.write(n, b'{\"observed\": []}\\n')\n    except OSError: pass",
        "makes no sense: does the file write to open files"),
    "nonsense written": ("import os\nfor n in range(3, 20):\n    try: os.write(n, b'[1]\\n')\n    except OSError: pass",
                         "makes no sense: does the file write to open files that are not its own"),
}


@pytest.mark.parametrize("kind", UNRULY)
def test_whatever_the_file_does_one_message_says_it(kind: str, here: Here, tmp_path: Path) -> None:
    text, words = UNRULY[kind]
    if kind == "much memory" and not sys.platform.startswith("linux"):
        pytest.skip("memory is limited on Linux")
    if kind == "a crash" and os.name != "posix":
        pytest.skip("signals")
    written(tmp_path, "\n\ndef f(:\n", "broken.py")
    path = written(tmp_path, text)
    outcome = here.run("diagnose", path, "--timeout", "1" if kind.startswith("a loop") else "60")
    assert outcome.status == 1
    said = (outcome.out + outcome.err).replace("\n  ", "\n")
    assert words.replace("{path}", path) in said
    assert outcome.out == "" or outcome.err == ""


@pytest.mark.skipif(not hasattr(signal, "alarm"), reason="alarms")
def test_the_process_ends_by_itself_if_its_parent_is_gone(tmp_path: Path) -> None:
    path = written(tmp_path, "import time\ntime.sleep(999)\n")
    request = {
        "file": path, "function": "backward", "cost": None, "biases": True, "one_example": False, "timeout": 0.1,
    }
    done = subprocess.run(
        [sys.executable, "-c", CHILD], input=json.dumps(request).encode("ascii"), stdout=subprocess.PIPE, timeout=60,
    )
    assert (done.returncode, done.stdout) == (-signal.SIGALRM, b"")
