"""mypy, as the tests run it."""

import subprocess
import sys

from .ladder import ROOT


def mypy(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run mypy for this version of Python; without arguments, over what pyproject.toml says."""
    version = f"3.{max(sys.version_info[1], 10)}"
    cache = f".mypy_cache/under-{sys.version_info[0]}.{sys.version_info[1]}"  # another mypy could not read it
    command = [sys.executable, "-m", "mypy", "--python-version", version, "--cache-dir", cache, *arguments]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
