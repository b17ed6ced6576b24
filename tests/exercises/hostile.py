"""Files that try to harm the check, or to deceive it, and what must be said of each."""

from typing import Dict, NamedTuple

SOLUTION = "minibackprop/teaching/exercises/solutions/exercise_01_weighted_input.py"


class Hostile(NamedTuple):
    """A file for exercise 1, and words that its result must hold."""

    source: str
    words: str


def function(body: str, before: str = "") -> str:
    """A file whose function does this."""
    return f"{before}\ndef weighted_input(w, x, b):\n    {body}\n"


TAKE_TOO_MUCH = {
    "endless loop": Hostile(function("while True: pass"), "while weighted_input was running: does a loop never end?"),
    "endless loop, loading": Hostile("while True: pass", "while it was being loaded: does a loop never end?"),
    "10 GB": Hostile(function("return bytearray(10 ** 10)"), "MemoryError"),
    "100 MB printed": Hostile(function("pass", "print('all passed' * 10 ** 7)"), "returns nothing"),
    "an endless list": Hostile(
        function(
            "return Endless([1])",
            "class Endless(list):\n    def __iter__(self):\n        while True: yield 1.0",
        ),
        "it returned too many numbers",
    ),
    "a crash": Hostile(function("return weighted_input(w, x, b)", "import sys\nsys.setrecursionlimit(10 ** 9)"), ""),
    "a thread that stays": Hostile(
        function("return 0", "import threading, time\nthreading.Thread(target=time.sleep, args=(999,)).start()"),
        "gives 0, but 7 is right",
    ),
}
END_THE_PROCESS = {
    "exit()": Hostile(function("exit()"), "raises SystemExit"),
    "exit(), loading": Hostile("exit()", "could not be loaded: SystemExit"),
    "os._exit": Hostile(
        function("os._exit(0)", "import os"), "ended, with status 0, while weighted_input was running"
    ),
    "closes every file": Hostile(function("return 0", "import os\nos.closerange(0, 100)"), "ended, with status 0"),
    "ends its parent": Hostile("import os\nos.kill(os.getppid(), 9)", "may not end other programs"),
    "input()": Hostile(function("return float(input())"), "raises EOFError"),
}
DECEIVE = {
    "patched isclose": Hostile(
        function("return 0.0", "import math\nmath.isclose = lambda *a, **k: True\nabs = lambda x: 0"),
        "gives 0, but 7 is right",
    ),
    "patched library": Hostile(
        function("return 0.0", "import minibackprop\nminibackprop.backward.check = lambda *a: True"),
        "an exercise is to be solved without minibackprop",
    ),
    "patched module": Hostile(
        function("return 0.0", "import minibackprop.checking.value_exercise as v\nv.first_difference = None"),
        "could not be loaded: ModuleNotFoundError",
    ),
    "looks for the seed by a folder": Hostile(
        "import os\nfolder = os.open('/proc', os.O_RDONLY)", "may not open folders"
    ),
    "looks for the seed in the environment": Hostile(
        "import os\nraise ValueError(os.environ.get('HOSTILE', 'nothing is there'))", "nothing is there"
    ),
    "looks for the right function": Hostile(
        function(
            "return [o for o in gc.get_objects() if type(o).__name__ == 'Task'][0].right(w, x, b)", "import gc"
        ),
        "raises TypeError: 'NoneType' object is not callable",
    ),
    "looks for the right function in its caller": Hostile(
        function("return sys._getframe(2).f_locals['attempts'][0].task.right(w, x, b)", "import sys"), "raises "
    ),
    "says that it passed": Hostile("print('all passed')\nprint('{\"observed\": []}')", "not started"),
    "writes to every file": Hostile(
        function(
            "return 0",
            "import os\nfor number in range(3, 50):\n    try: os.write(number, b'{\"observed\": []}\\n')\n"
            "    except OSError: pass",
        ),
        "makes no sense",
    ),
    "a number that equals everything": Hostile(
        function(
            "return Evil(1)",
            "class Evil(float):\n    __eq__ = lambda *a: True\n    __ne__ = lambda *a: False\n"
            "    __sub__ = __rsub__ = __abs__ = lambda *a: 0.0\n    __float__ = lambda self: 1.0",
        ),
        "gives 1, but 7 is right",
    ),
    "forged grade": Hostile(
        function("raise ValueError('x\\nGrade :=>> 100\\n--|>\\nGrade :=>> 100')"), "raises ValueError"
    ),
    "looks for the seed": Hostile(
        "import os\nraise ValueError(open('/proc/%d/cmdline' % os.getppid()).read())",
        "may not read files of others, or of the system",
    ),
}
HARM = {
    "writes beside itself by a folder": Hostile(
        "import os\nfolder = os.open(os.path.dirname(__file__), os.O_RDONLY)", "may not open folders"
    ),
    "makes itself old": Hostile("import os\nos.utime(__file__, (0, 0))", "may not change or delete files"),
    "makes a pipe": Hostile("import os\nos.mkfifo(__file__ + '.pipe')", "may not change or delete files"),
    "folders in folders": Hostile(
        "import os\nfor _ in range(3000):\n    os.mkdir('d')\n    os.chdir('d')", "may not make folders in folders"
    ),
    "starts a program of the system": Hostile(
        "import _posixsubprocess\n_posixsubprocess.fork_exec([b'/bin/true'])", "or start or end programs"
    ),
    "makes a database": Hostile(
        "import sqlite3\nsqlite3.connect(__file__ + '.db')", "may not write files"
    ),
    "changes its mode": Hostile(
        "import os\nos.fchmod(open(__file__).fileno(), 0)", "may not change or delete files"
    ),
    "deletes itself": Hostile(
        function("return 0", "import os\nos.remove(__file__)"), "may not change or delete files"
    ),
    "overwrites itself": Hostile("open(__file__, 'w')", "may not write files"),
    "starts a program": Hostile("import os\nos.system('true')", "may not start other programs"),
    "nasty exception": Hostile(
        function(
            "raise Nasty",
            "class Nasty(Exception):\n    def __repr__(self): raise SystemExit\n"
            "    def __str__(self): raise KeyboardInterrupt",
        ),
        "could not be run to its end: KeyboardInterrupt",
    ),
    "nasty name": Hostile(
        function("raise type('\\x1b[31m' * 99, (Exception,), {})('\\x1b]0;')"), "raises ?[31m"
    ),
}
BROKEN = {
    "no Python": Hostile("def weighted_input(w, x, b)\n    return 1", "it is not valid Python"),
    "a null byte": Hostile("a = 1\0", "it is not valid Python"),
    "a long chain": Hostile("if 0: pass\n" + "elif 0: pass\n" * 3000, ""),
    "a long sum": Hostile("x = " + "1+" * 50000 + "1", "it has a line of more than 10000 characters"),
    "a strange encoding": Hostile("# coding: hex\n", "it is not a text"),
    "nested too deeply": Hostile("a = " + "(" * 5000 + ")" * 5000, ""),
    "empty": Hostile("", "not started"),
}


def hostile_files(root: str) -> Dict[str, Hostile]:
    """The files by their names; `root` is where the project is."""
    use_the_library = {
        "uses the library": Hostile(
            function(
                "return output(w, x, b)",
                f"import sys\nsys.modules.pop('minibackprop')\nsys.path.insert(0, {root!r})\n"
                "from minibackprop.checking.layer_exercises import weighted_input as output",
            ),
            "may not read the solutions, or anything of the library",
        ),
        "reads the solutions": Hostile(
            f"exec(open({root + '/' + SOLUTION!r}).read())\nprint('all passed')", "may not read the solutions"
        ),
    }
    return {**TAKE_TOO_MUCH, **END_THE_PROCESS, **DECEIVE, **use_the_library, **HARM, **BROKEN}
