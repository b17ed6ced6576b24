"""The examples for graders in the README for teachers, each tried in a folder that is laid out as that grader's."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipapp
from pathlib import Path
from typing import Dict, List

import pytest

from minibackprop.checking.exercises import ALL_EXERCISES
from minibackprop.exercise_forms.backward_program import forward_lines, with_mistake
from minibackprop.exercise_forms.sources import GENERATED, file_name_of, solution_of

from ...support.ladder import PACKAGE, ROOT
from ...support.optional import missing

README = (PACKAGE / "teaching" / "exercises" / "README.md").read_text(encoding="utf-8")
WRONG = "\n".join([*forward_lines(), "", "", *with_mistake("one-path")]) + "\n"
SECONDS = 120


def block_after(heading: str, language: str) -> str:
    """The last block of code in this language below a heading."""
    part = README.split(f"\n### {heading}")[1].split("\n### ")[0]
    return str(re.findall(rf"```{language}\n(.*?)```", part, re.DOTALL)[-1])


def copy_package(folder: Path) -> None:
    shutil.copytree(str(PACKAGE), str(folder / "minibackprop"), ignore=shutil.ignore_patterns("__pycache__"))


def run_script(source: str, folder: Path, **variables: str) -> str:
    if shutil.which("bash") is None:
        missing("bash")
    path = folder / "script.sh"
    path.write_text(source, encoding="utf-8")
    python = folder / "bin"
    python.mkdir(exist_ok=True)
    link = python / "python3"
    if not link.exists():
        link.write_text(f"#!/bin/sh\nexec {shlex.quote(sys.executable)} \"$@\"\n", encoding="utf-8")
        link.chmod(0o755)
    environment = {**os.environ, "PATH": f"{python}{os.pathsep}{os.environ['PATH']}", **variables}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(
        ["bash", str(path)], cwd=str(folder), env=environment, stdout=subprocess.PIPE, timeout=SECONDS,
    )
    return done.stdout.decode("utf-8")


@pytest.fixture()
def archive(tmp_path: Path) -> Path:
    """The command as one file."""
    folder = tmp_path / "to_archive"
    folder.mkdir()
    copy_package(folder)
    path = tmp_path / "minibackprop.pyz"
    zipapp.create_archive(folder, path, main="minibackprop.__main__:run")
    return path


def test_gradescope(tmp_path: Path) -> None:
    for name in ("source", "submission", "results"):
        (tmp_path / name).mkdir()
    copy_package(tmp_path / "source")
    (tmp_path / "source" / "seed.txt").write_text("my secret\n", encoding="utf-8")
    for number in (1, 2, 3, 4):
        (tmp_path / "submission" / file_name_of(number)).write_text(solution_of(number), encoding="utf-8")
    run_script(block_after("Gradescope", "bash").replace("/autograder", tmp_path.as_posix()), tmp_path)
    results = json.loads((tmp_path / "results" / "results.json").read_text(encoding="utf-8"))
    points = [exercise.points for exercise in ALL_EXERCISES[:5]]
    assert results["score"] == sum(points[:4])
    assert sum(test["max_score"] for test in results["tests"]) == pytest.approx(sum(points))
    assert not (tmp_path / "source" / "seed.txt").exists()


def test_prairielearn(tmp_path: Path) -> None:
    for name in ("tests", "student"):
        (tmp_path / name).mkdir()
    copy_package(tmp_path / "tests")
    (tmp_path / "student" / "solution.py").write_text(WRONG, encoding="utf-8")
    run_script(block_after("PrairieLearn", "bash").replace("/grade/", tmp_path.as_posix() + "/"), tmp_path)
    results = json.loads((tmp_path / "results" / "results.json").read_text(encoding="utf-8"))
    assert results["gradable"] and 0 < results["score"] < 1
    assert "one-path: Only one path is left of the sum" in results["output"]


READS_THE_SECRET = """
def backward(network, X, Y):
    for name in ("prog.py", "../prog.py", "vpl_execution", "../vpl_execution"):
        try:
            raise ValueError(open(name).read())
        except OSError:
            pass
"""


@pytest.mark.parametrize("source, fraction", [
    (solution_of(12), 1.0), (WRONG, 0.6), ("x = 'a'\n\"\"\"\n", 0.0), (READS_THE_SECRET, 0.0),
])
def test_coderunner(source: str, fraction: float, archive: Path, tmp_path: Path) -> None:
    escaped = source.replace("\\", "\\\\").replace('"', '\\"')  # as CodeRunner's filter e('py') does
    template = block_after("Moodle: CodeRunner", "python").replace("{{ STUDENT_ANSWER | e('py') }}", escaped)
    (tmp_path / "prog.py").write_text(template, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "prog.py"], cwd=str(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS,
    )
    assert done.stderr == b""
    result = json.loads(done.stdout.decode("ascii"))
    assert result["fraction"] == pytest.approx(fraction)
    assert result.get("abort", False) == (source[:1] == "x") and "SECRET" not in done.stdout.decode("ascii")


def test_vpl(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "exercise_12_backward.py").write_text(WRONG, encoding="utf-8")
    (tmp_path / "vpl_environment.sh").write_text("export VPL_GRADEMIN=0\nexport VPL_GRADEMAX=10\n", encoding="utf-8")
    run_script(block_after("Moodle: VPL", "bash"), tmp_path)
    printed = run_script((tmp_path / "vpl_execution").read_text(encoding="utf-8"), tmp_path)
    assert printed.splitlines()[-1] == "Grade :=>> 6"
    assert "> one-path: Only one path" in printed and "SECRET" not in printed


def test_github_classroom(tmp_path: Path) -> None:
    copy_package(tmp_path)
    (tmp_path / file_name_of(1)).write_text(solution_of(1), encoding="utf-8")
    (tmp_path / file_name_of(2)).write_text("def layer_output(", encoding="utf-8")
    commands: List[str] = re.findall(r"run: (python3 .*)", block_after("GitHub Classroom, and any other CI", "yaml"))
    statuses = [
        subprocess.run([sys.executable, *command.split()[1:]], cwd=str(tmp_path), stdout=subprocess.DEVNULL).returncode
        for command in commands
    ]
    assert statuses == [0, 1]


def test_the_table_lists_the_exercises() -> None:
    rows = dict(re.findall(r"^\| (\d+) \| (.*?) \|$", README, re.MULTILINE))
    assert len(rows) == len(ALL_EXERCISES)
    written: Dict[int, List[str]] = {number: row.split(" | ") for number, row in ((int(n), rows[n]) for n in rows)}
    for exercise in ALL_EXERCISES:
        file, lesson, points, functions = written[exercise.number]
        assert (lesson, points) == (str(exercise.lesson), str(exercise.points))
        if exercise.number not in GENERATED:
            assert f"({file_name_of(exercise.number)})" in file
            assert re.findall(r"`(\w+)\(", functions) == exercise.names


def test_the_commands_in_the_table_are_real(tmp_path: Path) -> None:
    """Each command of the tables runs, one after the other, in one folder."""
    (tmp_path / "submissions").mkdir()
    (tmp_path / "submissions" / "anna.py").write_text(solution_of(1), encoding="utf-8")
    commands = [
        command for row in re.findall(r"^\| (?!You).*? \| (`minibackprop .*) \|$", README, re.MULTILINE)
        for command in re.findall(r"`minibackprop ([^`]*)`", row)
    ]
    assert len(commands) >= 12
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for command in commands:
        if "--watch" in command:
            continue
        done = subprocess.run(
            [sys.executable, "-m", "minibackprop", *command.split()], cwd=str(tmp_path), env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS,
        )
        fails = command.startswith(("check exercise", "solution"))  # nothing has been written yet
        is_missing = command == "check exercise_01_weighted_input.py"
        assert done.returncode == (1 if fails else 0) and (is_missing or done.stderr == b""), (command, done)
