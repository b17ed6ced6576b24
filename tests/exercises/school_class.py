"""A class of thirty: right, wrong, empty and hostile files; how long it takes to grade them in every format."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import List, NamedTuple

from minibackprop.exercise_forms.backward_program import forward_lines, with_mistake
from minibackprop.exercise_forms.sources import solution_of, stub_of

from ..support.ladder import ROOT
from .hostile import hostile_files

FORMATS = ["text", "json", "gradescope", "prairielearn", "coderunner", "vpl", "junit"]
REPORTS = ["text", "json", "csv", "svg"]
WRONG = ["sign", "sum-not-mean", "sum-not-mean", "slope-at-a", "one-path", "no-slope"]
HOSTILE = ["endless loop", "os._exit", "10 GB", "reads the solutions", "deletes itself", "forged grade"]


class Learner(NamedTuple):
    """The name of a file, what is in it, and whether it passes."""

    name: str
    source: str
    passes: bool


def learners() -> List[Learner]:
    """The class: each file is one learner's."""
    right = [Learner(f"right_{number}.py", solution_of(number), True) for number in range(1, 15)]
    wrong = [
        Learner(f"wrong_{place}.py", "\n".join(forward_lines() + ["", ""] + with_mistake(name)) + "\n", False)
        for place, name in enumerate(WRONG, 1)
    ]
    empty = [Learner("empty.py", "", False), Learner("stub.py", stub_of(12), False)]
    empty += [Learner("notes.ipynb", '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', False)]
    broken = [Learner("broken.py", "def backward(network, X, Y)\n    pass\n", False)]
    hostile = [
        Learner(f"hostile_{place}.py", hostile_files(ROOT.as_posix())[name].source, False)
        for place, name in enumerate(HOSTILE, 1)
    ]
    return right + wrong + empty + broken + hostile


def write_class(folder: Path) -> List[Learner]:
    """Write the files of the class into a folder."""
    everyone = learners()
    for learner in everyone:
        (folder / learner.name).write_text(learner.source, encoding="utf-8")
    return everyone


def seconds_to_grade_all(folder: Path) -> float:
    """How long the command takes, twice at a time, for each file in each format, and for the reports."""
    commands = [
        ["check", str(folder / learner.name), "--seed", "secret", "--format", form]
        for learner in write_class(folder) for form in FORMATS
    ]
    commands += [["check", str(folder), "--report", "--format", form] for form in REPORTS]
    start = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        for status in pool.map(_status, commands):
            assert status in (0, 1), status
    return time.perf_counter() - start


def _status(command: List[str]) -> int:
    return subprocess.run(
        [sys.executable, "-m", "minibackprop", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd=str(ROOT), env=dict(os.environ), check=False,
    ).returncode
