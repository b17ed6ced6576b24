"""Change the core in every small way that tests/mutation knows, and expect a failing test each time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ...support.ladder import ROOT

if sys.version_info < (3, 9) or not hasattr(os, "fork"):
    pytest.skip("missing: Linux or macOS, with Python 3.9", allow_module_level=True)

CORE = ["linalg.py", "activations.py", "costs.py", "network.py", "records.py", "backprop.py", "update.py"]
TESTS = ["tests/core", "tests/drawing/test_notebook.py", "tests/project/test_docstrings.py"]


def test_no_small_change_of_the_core_goes_unnoticed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.mutation", *CORE, "--results", str(tmp_path / "results"), "--tests", *TESTS]
    found = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
    assert found.returncode == 0, found.stdout
    mutants, killed = [int(cell) for cell in found.stdout.split("| all |")[1].split("|")[:2]]
    assert mutants > 500 and killed > 0.9 * mutants
