"""The tests of the core run every line of it."""

import subprocess
import sys
from pathlib import Path


def test_every_line_of_the_core_is_run() -> None:
    """In a process of its own: the tracer has to be there before the package is imported."""
    result = subprocess.run(
        [sys.executable, "-m", "tests.line_coverage"],
        cwd=Path(__file__).resolve().parent.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
    )
    assert result.returncode == 0, result.stdout
