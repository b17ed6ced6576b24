"""The README is true: its examples give the output shown, its command the report shown, and its code is the heart's."""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import List, Tuple

import pytest

import minibackprop
from minibackprop.tools.bundle import bundle

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES: List[Tuple[str, str]] = re.findall(r"```python\n(.*?)```\n+```text\n(.*?)```", README, re.DOTALL)


def test_all_examples_are_found() -> None:
    assert len(EXAMPLES) == README.count("```python") == 7


@pytest.mark.parametrize("code, expected", EXAMPLES, ids=range(len(EXAMPLES)))
def test_example(code: str, expected: str, tmp_path: Path) -> None:
    if "ProcessPoolExecutor" in code:  # its processes begin by reading the script again: there has to be one
        (tmp_path / "script.py").write_text(code, encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "script.py"]
        printed = subprocess.run(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, check=True).stdout
        assert printed.decode("utf-8").replace("\r\n", "\n") == expected
        return
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(code, "README.md", "exec"), {"__name__": "__main__"})
    assert output.getvalue() == expected


@pytest.mark.parametrize("command", ["python3 -m minibackprop", "python3 -m minibackprop explain"])
def test_the_output_of_a_command_is_what_it_prints(command: str) -> None:
    found = re.search(rf"```console\n({command}(?: --[^\n]*)?)\n```\n+```text\n(.*?)```", README, re.DOTALL)
    assert found is not None
    arguments = [sys.executable, *found.group(1).split()[1:]]
    environment = {"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1", "SYSTEMROOT": "C:\\Windows"}
    output = subprocess.run(arguments, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True).stdout
    assert output.decode("utf-8").replace("\r\n", "\n") == found.group(2)


@pytest.mark.parametrize("written, start", [("minibackprop.py", "python3 -m minibackprop bundle"), ("minibackprop.pyz", "python3 -c"), ("step.html", "python3 -m minibackprop page")])
def test_a_command_that_writes_a_file_does(written: str, start: str, tmp_path: Path) -> None:
    command = next(line for line in README.splitlines() if line.startswith(start))
    for folder in ("minibackprop", "data"):
        shutil.copytree(str(ROOT / folder), str(tmp_path / folder), ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run([sys.executable, *shlex.split(command)[1:]], cwd=tmp_path, check=True)
    shutil.rmtree(str(tmp_path / "minibackprop"))
    if written == "step.html":
        assert (tmp_path / written).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    elif written == "minibackprop.pyz":
        output = subprocess.run([sys.executable, written, "--version"], cwd=tmp_path, stdout=subprocess.PIPE).stdout
        assert output.decode().strip() == f"minibackprop {minibackprop.__version__}"
    else:
        assert (tmp_path / written).read_text(encoding="utf-8") == bundle()


def test_the_lines_beside_the_chain_rule_are_lines_of_the_code() -> None:
    source = (ROOT / "minibackprop" / "backprop.py").read_text(encoding="utf-8")
    lines = re.findall(r"^\|[^`\n]*\| `(.* = .*)` \|$", README, re.MULTILINE)
    assert len(lines) == 8
    for line in lines:
        assert f"  {line}  #" in source, line


def test_every_file_of_the_package_is_on_the_map() -> None:
    links = set(re.findall(r"\]\(([^)#]+)\)", README))
    assert all((ROOT / link).exists() for link in links), links
    for path in (ROOT / "minibackprop").iterdir():
        if path.suffix == ".py" or path.is_dir() and path.name != "__pycache__":
            assert path.name == "__main__.py" or f"minibackprop/{path.name}" in links, path


def test_ci_runs_the_command_of_the_readme() -> None:
    commands = re.findall(r"```console\n(.*?)\n```", README, re.DOTALL)
    assert all("\n" not in command for command in commands)
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "grep -m 1 '^python3 -m venv' README.md" in script
    assert sum(command.startswith("python3 -m venv") for command in commands) == 1


def test_the_names_are_all_the_public_names() -> None:
    table = README.split("## The names")[1].split("## The map")[0]
    first_cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert sorted(re.findall(r"`(\w+)`", " ".join(first_cells))) == minibackprop.__all__
