"""The tests of the core run every line of it."""

import subprocess
import sys

from ...support.ladder import ROOT


def test_every_line_of_the_core_is_run() -> None:
    """In a process of its own: the tracer has to be there before the package is imported."""
    result = subprocess.run(
        [sys.executable, "-m", "tests.support.line_coverage"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
    )
    assert result.returncode == 0, result.stdout
