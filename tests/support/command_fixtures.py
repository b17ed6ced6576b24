"""Fixtures for the tests of the command."""

from pathlib import Path
from typing import List

import pytest

from minibackprop import RandomNumbers

from .command import Here, own_table


@pytest.fixture
def here(capsys: "pytest.CaptureFixture[str]", monkeypatch: pytest.MonkeyPatch) -> Here:
    """Runs the command inside this process, for a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    return Here(capsys)


@pytest.fixture(scope="session")
def flats(tmp_path_factory: pytest.TempPathFactory) -> List[str]:
    """The options for a table that can be learned quickly: 40 made-up flats, the rent about 8 · size + 50 · floor."""
    rng = RandomNumbers(3)
    lines = ["size,floor,rent"]
    for number in range(40):
        size, floor = rng.uniform(20, 120), number % 5
        lines.append(f"{size:.1f},{floor},{8 * size + 50 * floor + rng.uniform(-9, 9):.0f}")
    return own_table(tmp_path_factory.mktemp("flats"), "\n".join(lines), "rent")


@pytest.fixture
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The test runs in this folder, which is empty at first."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
