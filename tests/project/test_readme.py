"""What the READMEs say is true: examples and commands print what is shown, and the lines of code are backprop.py's."""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import List, Tuple

import pytest

import minibackprop
from minibackprop.teaching.lessons import LESSONS

from ..support.ladder import PACKAGE, ROOT
from ..support.readmes import BARE, COMMANDS, README, READMES

EXAMPLES: List[Tuple[str, str]] = [
    pair for text in READMES.values()
    for pair in re.findall(r"```python\n(.*?)```\n+```text\n(.*?)```", text, re.DOTALL)
]


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 370


def test_all_examples_are_found() -> None:
    outputs = sum(text.count("```python") for text in READMES.values())
    assert len(EXAMPLES) == outputs - 2  # that of the data card prints nothing, that for CodeRunner is a template


@pytest.mark.parametrize("code, expected", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_prints_what_is_shown(code: str, expected: str, tmp_path: Path) -> None:
    if "ProcessPoolExecutor" in code:  # its processes begin by reading the script again, so it has to be a file
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


def printed_by(command: str) -> str:
    arguments = [sys.executable, *shlex.split(command)[1:]]
    output = subprocess.run(arguments, cwd=ROOT, env=BARE, stdout=subprocess.PIPE, check=True).stdout
    return output.decode("utf-8").replace("\r\n", "\n")


def test_the_report_is_what_the_first_command_prints() -> None:
    shown = re.search(r"## What it prints\n.*?```text\n(.*?)```", README, re.DOTALL)
    assert shown is not None and "python3 -m minibackprop" in COMMANDS
    assert printed_by("python3 -m minibackprop") == shown.group(1)


def test_the_first_screen_says_how_to_begin_with_the_lessons() -> None:
    first_screen = README.splitlines()[:24]
    assert COMMANDS[0] == "python3 -m minibackprop lesson" and COMMANDS[0] in first_screen
    listed = printed_by(COMMANDS[0])
    assert listed.startswith(f"Backpropagation in {len(LESSONS)} lessons\n") and "lesson 1\n" in listed
    assert "with eleven lessons" in " ".join(first_screen) and len(LESSONS) == 11


def test_the_explanation_is_what_its_command_prints_first() -> None:
    found = re.search(r"```console\n(python3 -m minibackprop explain .*?)\n```\n+```text\n(.*?)```", README, re.DOTALL)
    assert found is not None
    assert printed_by(found.group(1)).startswith(found.group(2) + "\n3. What each factor means")


def test_it_counts_the_mistakes_of_the_catalogue() -> None:
    assert f"It knows {len(minibackprop.MISTAKES)} mistakes, also two at once" in README


def test_the_lines_beside_the_chain_rule_are_lines_of_the_code() -> None:
    source = (PACKAGE / "backprop.py").read_text(encoding="utf-8")
    lines = re.findall(r"^\|[^`\n]*\| `(.* = .*)` \|$", README, re.MULTILINE)
    assert len(lines) == 8
    for line in lines:
        assert f"  {line}  #" in source, line


@pytest.mark.parametrize("name", ["lessons_page.png", "step_page.png"])
def test_a_picture_is_small(name: str) -> None:
    assert f"](.github/{name})" in README
    assert 20_000 < (ROOT / ".github" / name).stat().st_size <= 200_000


@pytest.mark.parametrize("name", READMES)
def test_links_lead_to_files(name: str) -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", READMES[name]) if "://" not in link]
    assert links or name == "data/README.md"
    for link in links:
        assert (ROOT / name).parent.joinpath(link).resolve().exists(), link


def test_every_file_of_the_package_is_listed() -> None:
    links = set(re.findall(r"\]\(([^)#]+)\)", README))
    for path in PACKAGE.iterdir():
        if path.suffix == ".py" or path.is_dir() and path.name != "__pycache__":
            assert path.name == "__main__.py" or f"minibackprop/{path.name}" in links, path


def test_ci_and_the_workflow_run_the_command_of_the_readme() -> None:
    assert all("\n" not in command for command in COMMANDS)
    for script in (ROOT / ".ci" / "run", ROOT / ".github" / "workflows" / "tests.yml"):
        assert "grep -m 1 '^python3 -m venv' README.md" in script.read_text(encoding="utf-8")
    assert sum(command.startswith("python3 -m venv") for command in COMMANDS) == 1
    assert len(re.findall(r"^`py -m venv .*pytest`", README, re.MULTILINE)) == 1


def test_the_names_are_all_the_public_names() -> None:
    table = README.split("## The names")[1].split("## The files")[0]
    first_cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert sorted(re.findall(r"`(\w+)`", " ".join(first_cells))) == minibackprop.__all__


def text_and_numbers(session: str) -> Tuple[str, List[float]]:
    """The session without folders and line numbers, and its decimals, the last digits of which may differ."""
    place = re.compile(r"^(> |Breakpoint 1 at ).*?([^/\\]+\.py)[(:]\d+", re.MULTILINE)
    parts = re.split(r"(-?\d+\.\d+(?:e-\d+)?)", place.sub(r"\1\2", session))
    return "#".join(parts[::2]), [float(number) for number in parts[1::2]]


def test_the_debugger_session_is_what_pdb_shows(tmp_path: Path) -> None:
    found = re.search(r"```pdb\n\$ cat step\.py\n(.*?)\$ python3 -m pdb step\.py\n(.*?)```", README, re.DOTALL)
    assert found is not None, "README.md has no session with pdb"
    script, expected = found.groups()
    (tmp_path / "step.py").write_text(script, encoding="utf-8")
    commands = re.findall(r"^\(Pdb\) (.*)$", expected, re.MULTILINE)
    environment = {**BARE, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    output = subprocess.run(
        [sys.executable, "-m", "pdb", "step.py"], cwd=tmp_path, env=environment, timeout=60,
        input="\n".join(commands).encode("utf-8"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ).stdout.decode("utf-8").replace("\r\n", "\n")
    typed = [""] + [f"(Pdb) {command}\n" for command in commands]
    session = "".join([command + answer for command, answer in zip(typed, output.split("(Pdb) "))])
    text, numbers = text_and_numbers(session)
    expected_text, expected_numbers = text_and_numbers(expected)
    assert text == expected_text
    assert numbers == pytest.approx(expected_numbers)
