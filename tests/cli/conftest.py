"""Fixtures for the tests of the command."""

import json
from typing import Any, List, Tuple

import pytest

from minibackprop import RandomNumbers

from ..support.command import Here, own_table, run_all


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


@pytest.fixture(scope="session")
def default_run() -> Tuple[str, Any]:
    """What the command prints without options, as text and as JSON."""
    outcomes = run_all([[], ["--json"]])
    assert [(outcome.status, outcome.err) for outcome in outcomes] == [(0, ""), (0, "")]
    return outcomes[0].out, json.loads(outcomes[1].out)
