"""Change backprop.py and update.py line by line and expect a failing test each time: every line there matters.

Each change is made in a copy of the package, on which the tests of the figures and the gradients are then run.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ...support.broken_lines import CHANGES
from ...support.ladder import ROOT

TESTS = ["core/test_published_examples.py", "core/test_backprop.py"]


def all_pass(package: Path) -> bool:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(package)}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *TESTS]
    result = subprocess.run(
        command, cwd=package / "tests", env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert result.returncode in (0, 1), result.stdout.decode()
    return result.returncode == 0


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("minibackprop", "tests", "data"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_without_a_change_all_tests_pass(copy: Path) -> None:
    assert all_pass(copy)


@pytest.mark.parametrize("module, line, changed", CHANGES, ids=[f"{a[1].strip()} -> {a[2].strip()}" for a in CHANGES])
def test_a_changed_line_makes_a_test_fail(copy: Path, module: str, line: str, changed: str) -> None:
    path = copy / "minibackprop" / module
    source = path.read_text(encoding="utf-8")
    assert source.count(line) == 1
    path.write_text(source.replace(line, changed), encoding="utf-8")
    assert not all_pass(copy)
