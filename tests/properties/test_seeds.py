"""The seeds of the random cases: a failure says how to run its one case again, and the option chooses other seeds."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import List

import pytest

from ..support.ladder import ROOT
from ..support.seeds import seeds_in, with_seeds

PROGRAM = """
import pytest
from tests.support.seeds import with_seeds

@pytest.mark.parametrize("kind", ["a", "b"])
@with_seeds(5)
def test_it(seed, kind):
    assert kind == "a" or seed not in (3, 1003)
"""


def pytest_in(folder: Path, arguments: List[str]) -> str:
    """What pytest prints about the tests in a folder that is not of this project."""
    of_project = ["-p", "tests.conftest", "-p", "no:cacheprovider", "--rootdir", str(folder)]
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import pytest; sys.exit(pytest.main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", program, *of_project, *arguments], cwd=folder, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, universal_newlines=True,
    ).stdout


def test_a_failure_says_how_to_run_its_case_again_and_that_runs_it(tmp_path: Path) -> None:
    (tmp_path / "test_odd.py").write_text(PROGRAM, encoding="utf-8")
    usual = pytest_in(tmp_path, ["test_odd.py"])
    assert "1 failed, 9 passed" in usual and 'pytest "test_odd.py::test_it[seed 3-b]" --seeds 3' in usual, usual
    others = pytest_in(tmp_path, ["test_odd.py", "--seeds", "1000-1009"])
    assert "1 failed, 19 passed" in others, others
    found = re.search("to run this case again: python -m pytest (.*)", others)
    assert found is not None, others
    again = pytest_in(tmp_path, shlex.split(found[1]))
    assert "1 failed in" in again and found[0] in again, again


@with_seeds(3)
def test_the_seed_of_a_case_is_in_its_name(seed: int, request: pytest.FixtureRequest) -> None:
    assert request.node.name == f"test_the_seed_of_a_case_is_in_its_name[seed {seed}]"


@pytest.mark.parametrize("text", ["", "a", "-1", "3-", "5-4", "1.5", "1-2-3", "0x10"])
def test_what_names_no_seeds_is_refused(text: str) -> None:
    with pytest.raises(Exception, match="names no seeds: give one, as in 17, or the first and the last, as in 1000-20"):
        seeds_in(text)


def test_one_seed_or_all_between_two() -> None:
    assert (list(seeds_in("17")), list(seeds_in("0-2"))) == ([17], [0, 1, 2])
