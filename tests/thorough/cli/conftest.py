"""The fixtures for the tests of the command."""

import json
from typing import Any, Tuple

import pytest

from ...support.command import run_all
from ...support.command_fixtures import flats, here, in_a_folder

__all__ = ["default_run", "flats", "here", "in_a_folder"]


@pytest.fixture(scope="session")
def default_run() -> Tuple[str, Any]:
    """What the command prints without options, as text and as JSON."""
    outcomes = run_all([[], ["--json"]])
    assert [(outcome.status, outcome.err) for outcome in outcomes] == [(0, ""), (0, "")]
    return outcomes[0].out, json.loads(outcomes[1].out)
