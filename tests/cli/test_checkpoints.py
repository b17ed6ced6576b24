"""Checkpoints: a run that was killed goes on where it was, and ends as if nothing had happened."""

import json
from pathlib import Path
from typing import Any, Callable, Dict, List

import pytest

from minibackprop.cli import checkpoint as checkpoint_module
from minibackprop.cli import train_command
from minibackprop.files.json_file import write_json
from minibackprop.files.whole_file import OutputError

from ..support.command import Here
from ..support.killed_run import killed


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "checkpoint.json")


def test_it_can_be_killed_again_and_again(here: Here, flats: List[str], file: str) -> None:
    options = [*flats, "--epochs", "9", "--patience", "2"]
    at_once = here.text(*options)
    killed(here, 2, *options, "--checkpoint", file)
    for epoch in (2, 3, 6):
        killed(here, epoch, "--resume", file)
    assert here.text("--resume", file) == at_once


def test_more_epochs_can_be_added(here: Here, flats: List[str], file: str) -> None:
    here.text(*flats, "--epochs", "5", "--checkpoint", file)
    assert here.text("--resume", file, "--epochs", "9") == here.text(*flats, "--epochs", "9")
    assert here.text("--resume", file) == here.text(*flats, "--epochs", "9")  # the checkpoint has gone on, too
    message = here.error_line(2, "--resume", file, "--epochs", "3")
    assert "9 epochs are already done: give --epochs 9 or more" in message


def test_a_classification_goes_on_too(here: Here, tmp_path: Path, file: str) -> None:
    table = tmp_path / "kinds of things.csv"
    table.write_text("x;kind\n" + "\n".join(f"{n},5;{'ab'[n // 20]}" for n in range(40)), encoding="utf-8")
    options = ["--data", str(table), "--target", "kind", "--epochs", "6"]
    killed(here, 3, *options, "--checkpoint", file)
    assert here.text("--resume", file) == here.text(*options)


def test_an_existing_checkpoint_is_not_started_anew(
    here: Here, flats: List[str], file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.text(*flats, "--epochs", "2", "--checkpoint", file)
    monkeypatch.setattr(train_command, "run_experiment", lambda *_: pytest.fail("it has trained"))
    message = here.error_line(1, *flats, "--checkpoint", file)
    assert f"{file} already exists; use --force to overwrite it, or go on with it: --resume {file}" in message


def test_another_table_is_noticed(here: Here, tmp_path: Path, file: str) -> None:
    table = tmp_path / "flats.csv"
    lines = ["size,rent"] + [f"{n},{3 * n}" for n in range(20)]
    table.write_text("\n".join(lines), encoding="utf-8")
    here.text("--data", str(table), "--target", "rent", "--epochs", "2", "--checkpoint", file)
    table.write_text("\n".join(lines[:-1] + ["19,58"]), encoding="utf-8")
    assert "the table has changed since the checkpoint was written" in here.error_line(1, "--resume", file)


def changed(file: str, change: "Callable[[Dict[str, Any]], object]") -> None:
    path = Path(file)
    fields = json.loads(path.read_text(encoding="utf-8"))
    change(fields)
    path.write_text(json.dumps(fields), encoding="utf-8")


@pytest.mark.parametrize("change, message", [
    (lambda fields: fields.update(version=2), "it was saved by a later version of minibackprop"),
    (lambda fields: fields.update(format="minibackprop model"), "this is not a minibackprop checkpoint"),
    (lambda fields: fields.pop("costs"), "the file lacks the field 'costs'"),
    (lambda fields: fields.update(costs=[]), "costs must be a list of numbers"),
    (lambda fields: fields.update(costs=[1.0, "2"]), "entry 2 of costs"),
    (lambda fields: fields.update(best_epoch=99), "its best_epoch or its random_state is too large"),
    (lambda fields: fields.update(random_state=2**31), "its best_epoch or its random_state is too large"),
    (lambda fields: fields.update(random_state=0), "random_state is 0, but must be a whole number, 1 or more"),
    (lambda fields: fields.update(arguments="--raw"), "its field arguments is '--raw'"),
    (lambda fields: fields.update(arguments=["--save=/tmp/elsewhere"]), "only --layers, --activation"),
    (lambda fields: fields.update(arguments=["explain"]), "only --layers, --activation"),
    (lambda fields: fields.update(arguments=["--epochs=many"]), "it is damaged: argument --epochs: epochs is 'many'"),
    (lambda fields: fields.update(network={"layers": []}), "a network needs at least one layer"),
    (lambda fields: fields["network"]["layers"].pop(0), "but the checkpoint's network is Network(4 -> 1)"),
    (lambda fields: fields.update(table="another"), "the table has changed since the checkpoint was written"),
    (lambda fields: fields.update(table=7), "its field table is 7"),
])
def test_a_damaged_checkpoint_is_refused_with_what_is_wrong(
    change: Callable[[Dict[str, Any]], object], message: str, here: Here, flats: List[str], file: str
) -> None:
    here.text(*flats, "--layers", "4", "--epochs", "2", "--checkpoint", file)
    changed(file, change)
    assert message in here.error_line(1, "--resume", file)


def test_a_model_is_no_checkpoint(here: Here, flats: List[str], file: str) -> None:
    here.text(*flats, "--epochs", "2", "--save", file)
    assert "this is not a minibackprop checkpoint" in here.error_line(1, "--resume", file)
    assert "no_such_file: there is no such file" in here.error_line(1, "--resume", "no_such_file")


@pytest.mark.parametrize("option", ["--seed=3", "--seed=0", "--raw", "--target=a", "--checkpoint=b", "--layers=none"])
def test_the_options_of_the_training_are_in_the_checkpoint(option: str, here: Here) -> None:
    assert f"{option.split('=')[0]} has no effect with --resume" in here.error_line(2, "--resume", "file", option)


@pytest.mark.parametrize("calls", [0, 3])
def test_a_checkpoint_that_cannot_be_written_ends_the_training_only_at_its_beginning(
    calls: int, here: Here, flats: List[str], file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: List[Any] = []

    def full_after_a_while(*arguments: Any) -> None:
        if len(written) == calls:
            raise OutputError("the disk is full")
        written.append(arguments)
        write_json(*arguments)

    monkeypatch.setattr(checkpoint_module, "write_json", full_after_a_while)
    outcome = here.run(*flats, "--epochs", "6", "--checkpoint", file)
    assert outcome.status == 1 and "the disk is full" in outcome.err
    assert ("all 6 epochs are done" in outcome.out) is (calls > 0)
    assert len(written) == calls


def test_a_file_that_appears_before_the_first_checkpoint_is_not_overwritten(
    here: Here, flats: List[str], file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train_command, "check_output_file", lambda *_: Path(file).write_text("precious"))
    assert "already exists" in here.error_line(1, *flats, "--epochs", "2", "--checkpoint", file)
    assert Path(file).read_text() == "precious"


def test_the_table_may_have_been_moved(here: Here, tmp_path: Path, file: str) -> None:
    table = tmp_path / "flats.csv"
    table.write_text("\n".join(["size,rent"] + [f"{n},{3 * n}" for n in range(20)]), encoding="utf-8")
    options = ["--target", "rent", "--epochs", "4"]
    expected = here.text("--data", str(table), *options, "--checkpoint", file)
    moved = tmp_path / "elsewhere.csv"
    table.rename(moved)
    assert "flats.csv: there is no such file" in here.error_line(1, "--resume", file)
    assert here.text("--resume", file, "--data", str(moved)) == expected
