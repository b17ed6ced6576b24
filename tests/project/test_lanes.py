"""The lanes of the tests: `tests/thorough` mirrors `tests`, and is run only if it is named."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import List

import pytest

from ..support.ladder import ROOT

TESTS = ROOT / "tests"
QUICK, SLOW = "tests/core/test_quick.py::test_it", "tests/thorough/core/test_slow.py::test_it"


def test_the_readme_ci_and_the_workflow_run_thorough_too() -> None:
    for name in ("README.md", ".ci/run", ".github/workflows/tests.yml"):
        assert " -m pytest tests/thorough" in (ROOT / name).read_text(encoding="utf-8"), name


def test_each_folder_of_thorough_tests_mirrors_one_of_the_others() -> None:
    thorough = TESTS / "thorough"
    folders = {path.parent.relative_to(thorough) for path in thorough.rglob("test_*.py")}
    assert folders and [folder for folder in folders if not (TESTS / folder / "__init__.py").exists()] == []


@pytest.mark.parametrize("arguments, expected", [
    ([], [QUICK]), (["tests/core"], [QUICK]), (["tests/thorough"], [SLOW]), (["tests/thorough/core"], [SLOW]),
], ids=["nothing", "core", "thorough", "thorough core"])
def test_what_is_collected_if_this_is_named(arguments: List[str], expected: List[str], tmp_path: Path) -> None:
    """With the configuration of this project, in a folder with a few tests."""
    shutil.copy(str(ROOT / "pyproject.toml"), str(tmp_path))
    for name in (QUICK, SLOW, "tests/runtimes/node_modules/gyp/test_gyp.py::test_it"):
        path = tmp_path / name.split("::")[0]
        path.parent.mkdir(parents=True)
        path.write_text("def test_it(): pass\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8")
    assert [line for line in done.stdout.splitlines() if "::" in line] == expected
