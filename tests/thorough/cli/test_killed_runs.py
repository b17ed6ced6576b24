"""Runs that are killed, after any epoch or at any moment, go on from their checkpoints and end as if undisturbed."""

import json
from pathlib import Path
from typing import List

import pytest

from ...endurance.runs import killed_and_resumed, undisturbed
from ...support.command import Here
from ...support.killed_run import killed

SETTINGS = ["", "--patience 3 --lr 1", "--batch-size all", "--raw", "--layers none", "--activation tanh --seed 4"]


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("epoch", [0, 1, 7, 12])
def test_resumed_after_any_epoch_the_result_is_the_same(
    settings: str, epoch: int, here: Here, flats: List[str], tmp_path: Path
) -> None:
    file = str(tmp_path / "checkpoint.json")
    options = [*flats, *settings.split(), "--epochs", "12"]
    at_once = here.text(*options, "--json", "--save", str(tmp_path / "at once.json"))
    killed(here, min(epoch, json.loads(at_once)["training"]["epoch"]), *options, "--checkpoint", file)
    resumed = here.text("--resume", file, "--json", "--save", str(tmp_path / "resumed.json"))
    assert resumed == at_once
    assert (tmp_path / "resumed.json").read_bytes() == (tmp_path / "at once.json").read_bytes()


@pytest.mark.parametrize("moments", [[0.45], [0.6, 0.5]])
def test_a_process_that_was_killed_goes_on(moments: List[float], tmp_path: Path) -> None:
    settings = ["--epochs", "40"]
    expected = undisturbed(settings, tmp_path)
    folder = tmp_path / "killed"
    folder.mkdir()
    ended = killed_and_resumed(settings, folder, moments)
    assert (ended.status, ended.err, ended.model) == (0, "", expected.model)
    assert ended.out.rpartition("\n\n")[0] == expected.out.rpartition("\n\n")[0]
