"""Keeping what was learned: --save, and `predict` with what was saved."""

import csv
import io
import json
from pathlib import Path
from typing import Any, List

import pytest

from minibackprop import Layer, Network, load_housing, load_model, save_model
from minibackprop.cli import train_command
from minibackprop.cli.experiment import run_experiment
from minibackprop.files.whole_file import OutputError

from ..support.command import Here, own_table


@pytest.fixture
def saved(here: Here, flats: List[str], tmp_path: Path) -> str:
    """A network that has learned the rents of flats, in a file."""
    path = str(tmp_path / "rents.json")
    assert here.text(*flats, "--epochs", "5", "--save", path).endswith(f"\n\nThe network is in {path}\n")
    return path


def test_a_saved_network_predicts_what_the_report_says(here: Here, tmp_path: Path) -> None:
    path = str(tmp_path / "houses.json")
    result = here.json("--epochs", "3", "--save", path)
    model = load_model(path)
    assert model.feature_names == load_housing().feature_names and model.target_names == ["MEDV"]
    predictions = model.predict_all(load_housing().X)
    for row in result["before_and_after"]:
        assert [row["after"]] in predictions


def test_predict_finds_the_columns_by_name(here: Here, saved: str, tmp_path: Path) -> None:
    new = tmp_path / "new.csv"
    new.write_text("floor,street,size\n3,Elm,70\n0,,25.5\n", encoding="utf-8")
    expected = [row[0] for row in load_model(saved).predict_all([[70, 3], [25.5, 0]])]

    predictions = json.loads(here.text("predict", saved, "--data", str(new), "--json"))["predictions"]
    assert predictions == [{"row": n + 1, "predicted rent": rent} for n, rent in enumerate(expected)]

    rows = list(csv.DictReader(io.StringIO(here.text("predict", saved, "--data", str(new), "--csv"))))
    assert [float(row.pop("predicted rent")) for row in rows] == expected
    assert [dict(row) for row in rows] == [
        {"floor": "3", "street": "Elm", "size": "70"}, {"floor": "0", "street": "", "size": "25.5"}
    ]

    lines = here.text("predict", saved, "--data", str(new)).splitlines()
    assert [line.split() for line in lines] == [
        ["predicted", "rent"], ["line", "2", f"{expected[0]:.6g}"], ["line", "3", f"{expected[1]:.6g}"]
    ]


def test_missing_columns_are_named_all_at_once(here: Here, saved: str, tmp_path: Path) -> None:
    new = tmp_path / "new.csv"
    new.write_text("Size,level\n70,3\n", encoding="utf-8")
    message = here.error_line(2, "predict", saved, "--data", str(new))
    assert "there are no columns 'size', 'floor'; the columns are Size, level" in message


def test_empty_cells_are_named_or_left_out(here: Here, saved: str, tmp_path: Path) -> None:
    new = tmp_path / "new.csv"
    new.write_text("size,floor\n70,3\n,4\n50,1\n", encoding="utf-8")
    outcome = here.run("predict", saved, "--data", str(new))
    assert (outcome.status, outcome.out) == (1, "")
    assert "line 3, column size is empty" in outcome.err and "--drop-missing" in outcome.err
    lines = here.text("predict", saved, "--data", str(new), "--drop-missing").splitlines()
    assert [line.split()[:2] for line in lines[1:]] == [["line", "2"], ["line", "4"]]


def test_classes_are_predicted_with_their_probability(here: Here, tmp_path: Path) -> None:
    text = "x,kind\n" + "\n".join(f"{n},{'low' if n < 20 else 'high'}" for n in range(40))
    path = str(tmp_path / "kinds.json")
    own = own_table(tmp_path, text, "kind")
    here.text(*own, "--save", path)
    predictions = json.loads(here.text("predict", path, "--data", own[1], "--json"))["predictions"]
    assert [row["predicted kind"] for row in predictions[:15]] == ["low"] * 15
    assert [row["predicted kind"] for row in predictions[-15:]] == ["high"] * 15
    assert all(0.5 <= row["probability"] <= 1 for row in predictions)


def test_a_model_without_column_names_cannot_be_used_on_a_table(here: Here, tmp_path: Path, flats: List[str]) -> None:
    path = str(tmp_path / "nameless.json")
    save_model(path, Network(Layer([[1.0]], [0.0])))
    assert "it has no column names" in here.error_line(1, "predict", path, "--data", flats[1])


def test_predictions_that_are_too_large_are_refused(here: Here, tmp_path: Path) -> None:
    path, new = str(tmp_path / "steep.json"), tmp_path / "new.csv"
    save_model(path, Network(Layer([[1e300]], [0.0])), feature_names=["x"])
    new.write_text("x\n1e300\n", encoding="utf-8")
    assert "only finite numbers can be used" in here.error_line(1, "predict", path, "--data", str(new))
    new.write_text("x\n2\n", encoding="utf-8")
    (prediction,) = json.loads(here.text("predict", path, "--data", str(new), "--json"))["predictions"]
    assert prediction == {"row": 1, "predicted output 1": 2e300}


def test_a_file_is_not_overwritten_without_force_and_that_is_said_before_training(
    here: Here, flats: List[str], saved: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Path(saved).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(train_command, "run_experiment", lambda *_: pytest.fail("it has trained"))
        message = here.error_line(1, *flats, "--save", saved)
        assert f"{saved} already exists; use --force to overwrite it, or choose another name" in message
        nowhere = str(Path(saved).parent / "nowhere" / "m.json")
        assert "there is no folder" in here.error_line(1, *flats, "--save", nowhere)
        assert "it is a folder" in here.error_line(1, *flats, "--force", "--save", str(Path(saved).parent))
    assert Path(saved).read_bytes() == old
    here.text(*flats, "--epochs", "6", "--save", saved, "--force")
    assert Path(saved).read_bytes() != old


def test_if_it_cannot_be_saved_in_the_end_the_report_is_shown_all_the_same(
    here: Here, flats: List[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disk_full(*_: object, **__: object) -> None:
        raise OutputError("m.json cannot be written: the disk is full")

    monkeypatch.setattr(train_command, "write_model", disk_full)
    outcome = here.run(*flats, "--epochs", "2", "--save", str(tmp_path / "m.json"))
    assert outcome.status == 1 and "the disk is full" in outcome.err
    assert "How good is that" in outcome.out and "The network is in" not in outcome.out


def test_a_file_that_appears_during_the_training_is_not_overwritten_without_force(
    here: Here, flats: List[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.json"
    def run_while_another_saves(*arguments: Any) -> Any:
        experiment = run_experiment(*arguments)
        path.write_text("of another", encoding="utf-8")
        return experiment

    monkeypatch.setattr(train_command, "run_experiment", run_while_another_saves)
    outcome = here.run(*flats, "--epochs", "2", "--save", str(path))
    assert outcome.status == 1 and f"{path} already exists; use --force to overwrite it, or" in outcome.err
    assert "How good is that" in outcome.out and "The network is in" not in outcome.out
    assert path.read_text(encoding="utf-8") == "of another"
    here.text(*flats, "--epochs", "2", "--save", str(path), "--force")
    assert load_model(path).target_names == ["rent"]


def test_the_model_and_the_checkpoint_need_two_files(
    here: Here, flats: List[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    here.text(*flats, "--epochs", "2", "--checkpoint", "c.json")
    monkeypatch.setattr(train_command, "run_experiment", lambda *_: pytest.fail("it has trained"))
    for path in ("m.json", str(tmp_path / "m.json")):
        message = here.error_line(2, *flats, "--save", path, "--checkpoint", "m.json")
        assert "--save and --checkpoint need two different files" in message
    message = here.error_line(2, "--resume", "c.json", "--save", "./c.json", "--force")
    assert "--save and --resume need two different files" in message


@pytest.mark.parametrize("arguments, message", [
    (["--force"], "--force has no effect without --save or --checkpoint"),
    (["predict", "m.json"], "the following arguments are required: --data"),
    (["predict", "m.json", "--data", "a.csv", "--json", "--csv"], "--json has no effect with --csv"),
    (["predict"], "the following arguments are required: MODEL.json"),
])
def test_bad_usage_is_said(here: Here, arguments: List[str], message: str) -> None:
    assert message in here.error_line(2, *arguments)


def test_no_column_that_the_network_needs_is_advised_to_be_left_out(here: Here, saved: str, tmp_path: Path) -> None:
    new = tmp_path / "new.csv"
    for text in ("size,floor\n70,high\n50,low\n", "size,floor\n70,\n50,\n", "size,floor\n70,1\n50,2\n60,x\n"):
        new.write_text(text, encoding="utf-8")
        error = here.run("predict", saved, "--data", str(new)).err
        assert "floor" in error and "--without" not in error
