"""A lesson that is saved elsewhere: it runs, and says what to do where the package is missing."""

import subprocess
import sys
from pathlib import Path

from minibackprop.lesson_forms.lesson import cells_of
from minibackprop.lesson_forms.program import FIND_THE_PACKAGE, program_of

from ..support.ladder import ROOT
from ..support.lessons import each_lesson, lesson, output_of


@each_lesson
def test_it_is_the_lesson_with_one_cell_more(number: int) -> None:
    cells = [cell[:2] for cell in cells_of(program_of(lesson(number)))]
    assert cells[1] == (False, FIND_THE_PACKAGE)
    assert cells[:1] + cells[2:] == [cell[:2] for cell in cells_of(lesson(number).source)]


def run_in(folder: Path, number: int, path: str) -> "subprocess.CompletedProcess[str]":
    (folder / "lesson.py").write_text(program_of(lesson(number)), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-S", "lesson.py"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        encoding="utf-8", env={"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "SYSTEMROOT": "C:\\Windows"},
    )


def test_it_runs_where_the_package_is_found(tmp_path: Path) -> None:
    done = run_in(tmp_path, 3, str(ROOT))
    assert (done.returncode, done.stderr) == (0, "") and output_of(3).splitlines()[0] in done.stdout


def test_where_the_package_is_missing_it_says_what_to_do_in_one_sentence(tmp_path: Path) -> None:
    done = run_in(tmp_path, 3, "")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("This lesson needs minibackprop: save it beside the folder minibackprop, or install")
    assert done.stderr.count("\n") == 1
