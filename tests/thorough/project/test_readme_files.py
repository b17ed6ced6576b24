"""The commands in the README that write a file write it."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import minibackprop
from minibackprop.files.bundle import bundle

from ...support.ladder import ROOT
from ...support.readmes import BARE, COMMANDS, README


@pytest.mark.parametrize("written, start", [
    ("minibackprop.py", "python3 -m minibackprop bundle"), ("minibackprop.pyz", "python3 -c"),
    ("step.html", "python3 -m minibackprop page"), ("lessons.html", "python3 -m minibackprop lesson all"),
])
def test_a_command_writes_the_file_that_it_names(written: str, start: str, tmp_path: Path) -> None:
    for folder in ("minibackprop", "data"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    commands = COMMANDS + re.findall(r"`(python3 -[^`]*)`", README)
    command = next(each for each in commands if each.startswith(start) and written in each)
    arguments = [sys.executable, *shlex.split(command)[1:]]
    subprocess.run(arguments, cwd=tmp_path, env=BARE, check=True)
    if written.endswith(".pyz"):
        output = subprocess.run([sys.executable, written, "--version"], cwd=tmp_path, stdout=subprocess.PIPE).stdout
        assert output.decode().strip() == f"minibackprop {minibackprop.__version__}"
        page = [sys.executable, written, "page", "--epochs", "1"]
        assert b"</html>" in subprocess.run(page, cwd=tmp_path, stdout=subprocess.PIPE, check=True).stdout
    elif written.endswith(".html"):
        assert (tmp_path / written).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    else:
        assert (tmp_path / written).read_text(encoding="utf-8") == bundle()
