"""Each lesson runs as a program, and prints what it prints everywhere else."""

import subprocess
import sys
from pathlib import Path

from ...support.lessons import each_lesson, output_of, path_of_lesson


@each_lesson
def test_it_runs_as_a_program_with_nothing_installed(number: int, tmp_path: Path) -> None:
    """Straight from the checkout, as an editor starts it: the package is neither installed nor on the path."""
    command = [sys.executable, "-S", "-E", "-B", "-W", "error", str(path_of_lesson(number))]
    done = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
                          env={"PYTHONIOENCODING": "utf-8", "SYSTEMROOT": "C:\\Windows"})
    assert (done.returncode, done.stderr) == (0, b"")
    printed = done.stdout.decode("utf-8").replace("\r\n", "\n")
    for line in output_of(number).splitlines():
        assert line in printed
