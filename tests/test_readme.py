"""The README is true: its examples give the output shown, its command the report shown, and its code is the heart's."""

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import List, Tuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES: List[Tuple[str, str]] = re.findall(r"```python\n(.*?)```\n+```text\n(.*?)```", README, re.DOTALL)


def test_all_examples_are_found() -> None:
    assert len(EXAMPLES) == README.count("```python") == 4


@pytest.mark.parametrize("code, expected", EXAMPLES, ids=range(len(EXAMPLES)))
def test_example(code: str, expected: str) -> None:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(code, "README.md", "exec"), {"__name__": "__main__"})
    assert output.getvalue() == expected


def test_the_report_is_what_the_command_prints() -> None:
    found = re.search(r"```console\n(python3 -m minibackprop)\n```\n+```text\n(.*?)```", README, re.DOTALL)
    assert found is not None
    command = [sys.executable, *found.group(1).split()[1:]]
    environment = {"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1", "SYSTEMROOT": "C:\\Windows"}
    output = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True).stdout
    assert output.decode("utf-8").replace("\r\n", "\n") == found.group(2)


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
    assert len(commands) == 2 and all("\n" not in command for command in commands)
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "grep -m 1 '^python3 -m venv' README.md" in script
    assert commands[1].startswith("python3 -m venv")
