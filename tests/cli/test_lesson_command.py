"""The command `lesson`: the list, a lesson in text, files in every form, progress, and what is wrong with a call."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import List

import pytest

from minibackprop.lesson_forms.notebook import notebook_of
from minibackprop.lesson_forms.page import lessons_page
from minibackprop.lesson_forms.program import program_of

from ..support.command import Here, run
from ..support.ladder import ROOT
from ..support.lessons import NUMBERS, lesson


def test_without_a_number_it_lists_the_lessons(here: Here) -> None:
    lines = here.text("lesson").splitlines()
    assert lines[0] == "Backpropagation in 11 lessons"
    for number in NUMBERS:
        (line,) = [line for line in lines if line.startswith(f"{number:>2}  ")]
        assert lesson(number).title in line
        assert line.endswith(f"{lesson(number).minutes} min")
    assert "finished" not in "\n".join(lines)


def test_the_list_says_what_to_type_next_as_it_was_typed(tmp_path: Path) -> None:
    printed = run("lesson", env={"COLUMNS": "100"}).out
    assert "python3 -m minibackprop lesson 1\n" in printed
    assert "python3 -m minibackprop lesson all -o lessons.html makes one web page of them" in printed


def test_in_40_columns_and_ascii_prose_fits(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("lesson", "3", env={"COLUMNS": "40", "PYTHONIOENCODING": "ascii"}, encoding="ascii")
    assert done.status == 0 and "?" not in done.out.replace("?\n", "\n").replace("?", "", done.out.count("? "))
    prose = [line for line in done.out.splitlines() if not line.startswith(("|", "    "))]
    assert max(len(line) for line in prose) <= 60
    assert "dC/dw = (a - y) * 1 * x" in done.out
    two_layers = run("lesson", "6", env={"PYTHONIOENCODING": "ascii"}, encoding="ascii").out
    assert "dC/dw^2_11 = (a^2 - y) * 1 * a^1_1" in two_layers


def test_each_form_is_written_by_the_ending_of_its_name(here: Here, tmp_path: Path) -> None:
    for name, expected in (
        ("lesson_3.py", program_of(lesson(3))), ("lesson_3.ipynb", notebook_of(lesson(3))),
        ("lesson_3.HTML", lessons_page([lesson(3)])),
    ):
        assert here.text("lesson", "3", "-o", str(tmp_path / name)) == ""
        assert (tmp_path / name).read_text(encoding="utf-8") == expected


def test_a_file_is_overwritten_only_by_force(here: Here, tmp_path: Path) -> None:
    path = tmp_path / "lesson.py"
    path.write_text("mine", encoding="utf-8")
    message = here.error_line(1, "lesson", "1", "-o", str(path))
    assert "already exists; use --force to overwrite it" in message and path.read_text(encoding="utf-8") == "mine"
    here.text("lesson", "1", "-o", str(path), "--force")
    assert path.read_text(encoding="utf-8") == program_of(lesson(1))


@pytest.mark.parametrize("arguments, message", [
    (["12"], "there is no lesson 12: choose one from 1 to 11"),
    (["0"], "there is no lesson 0"),
    (["three"], "there is no lesson 'three': give a number, such as 1, or all"),
    (["-3"], "-3"),
    (["-o", "x.html"], "which lesson? Give its number, such as 1, or all"),
    (["--all"], "which lesson?"),
    (["3", "-o", "x.pdf"], "x.pdf ends with none of .py, .ipynb, .html"),
    (["3", "-o", "x"], "x ends with none of"),
    (["all", "-o", "x.py"], "all lessons together make a web page: -o lessons.html; for .py, choose one lesson"),
    (["all", "-o", "x.ipynb"], "choose one lesson"),
    (["3", "--force"], "--force has no effect without --output"),
    (["3", "--all", "-o", "x.py"], "--all has no effect with --output"),
    (["3", "--all", "--progress", "x"], "--progress has no effect with --all"),
    (["3", "--progress", "x"], "--progress has no effect here: a lesson is only played on a terminal"),
    (["all", "--progress", "x"], "--progress has no effect here"),
    (["9" * 5000], "there is no lesson '9999"),
    (["3", "--pogress", "x"], "did you mean --progress?"),
])
def test_a_wrong_call_is_answered_in_one_line(arguments: List[str], message: str, here: Here) -> None:
    assert message in here.error_line(2, "lesson", *arguments)


def test_a_folder_that_does_not_exist_is_noticed_before_anything_is_computed(here: Here, tmp_path: Path) -> None:
    assert "there is no folder" in here.error_line(1, "lesson", "all", "-o", str(tmp_path / "no" / "lessons.html"))


def test_an_error_in_a_lesson_that_was_changed_is_said_in_one_line(tmp_path: Path) -> None:
    for folder in ("minibackprop", "data"):
        shutil.copytree(str(ROOT / folder), str(tmp_path / folder), ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "minibackprop" / "teaching" / "lessons" / "lesson_03_which_way_is_down.py"
    source = path.read_text(encoding="utf-8")
    path.write_text(source.replace("step = 0.001", "step = 1 / 0"), encoding="utf-8")
    number = source.split("\n").index("step = 0.001") + 1
    message = f"minibackprop: error: minibackprop/teaching/lessons/{path.name}, line {number}: ZeroDivisionError: "
    for arguments in (["3"], ["3", "-o", "lesson.html"], ["all", "-o", "lessons.html"]):
        done = subprocess.run([sys.executable, "-m", "minibackprop", "lesson", *arguments], cwd=tmp_path,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert done.stderr.startswith(message)
    assert not list(tmp_path.glob("*.html"))


# Progress


def test_what_is_finished_is_listed_only_if_it_is_asked_for(here: Here, tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    path.write_text('{"format": "minibackprop progress", "version": 1, "finished": [1, 3]}', encoding="utf-8")
    lines = here.text("lesson", "--progress", str(path)).splitlines()
    assert [line.split()[0] for line in lines if line.endswith("finished")] == ["1", "3"]
    assert any(line.startswith("Go on") and line.endswith("lesson 2") for line in lines)
    assert "finished" not in here.text("lesson")


def test_a_file_that_is_not_there_yet_means_that_nothing_is_finished(here: Here, tmp_path: Path) -> None:
    text = here.text("lesson", "--progress", str(tmp_path / "progress.json"))
    assert "finished" not in text and "\nBegin " in text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("contents", [
    "", "[]", '{"format": "minibackprop progress", "version": 1, "finished": ["1"]}',
    '{"format": "minibackprop progress", "version": 1, "finished": 3}',
    '{"format": "something else", "version": 1, "finished": []}',
])
def test_a_file_of_another_kind_is_refused(contents: str, here: Here, tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    path.write_text(contents, encoding="utf-8")
    assert here.error_line(1, "lesson", "--progress", str(path)).startswith(f"minibackprop: error: {path}: ")
    assert path.read_text(encoding="utf-8") == contents


def test_other_commands_start_without_the_lessons() -> None:
    code = "import sys; from minibackprop.cli import main; main(['--version']); " \
        "print([name for name in sys.modules if 'lesson_forms' in name])"
    printed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE).stdout
    assert printed.decode().splitlines()[-1] == "[]"


def test_the_notebook_on_the_command_line_is_json(here: Here, tmp_path: Path) -> None:
    here.text("lesson", "11", "-o", str(tmp_path / "l.ipynb"))
    assert json.loads((tmp_path / "l.ipynb").read_text(encoding="utf-8"))["nbformat"] == 4
