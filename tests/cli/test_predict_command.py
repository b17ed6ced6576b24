"""The command `predict`: what the outputs of a network say about classes, and its table as CSV."""

import json
from pathlib import Path
from typing import Any, List

import pytest

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, LINEAR, SIGMOID, SOFTMAX_CROSS_ENTROPY, Layer, Network, load_csv, save_model,
    softmax,
)

from ..support.command import Here, on_a_terminal


def predicted(here: Here, folder: Path, *layer: Any, cost: Any, classes: List[str]) -> Any:
    """What a network of one layer predicts for x = -1, 0 and 2."""
    model, new = folder / "model.json", folder / "new.csv"
    save_model(model, Network(Layer(*layer)), cost, feature_names=["x"], target_names=["kind"], classes=classes)
    new.write_text("x\n-1\n0\n2\n", encoding="utf-8")
    rows = json.loads(here.text("predict", str(model), "--data", str(new), "--json"))["predictions"]
    return [list(row.values())[1:] for row in rows]


def test_softmax_makes_logits_probabilities(here: Here, tmp_path: Path) -> None:
    layer = [[1.0], [-1.0], [0.0]], [0.0, 0.0, 0.5], LINEAR
    rows = predicted(here, tmp_path, *layer, cost=SOFTMAX_CROSS_ENTROPY, classes=["up", "down", "same"])
    assert rows == [
        ["down", softmax([-1, 1, 0.5])[1]], ["same", softmax([0, 0, 0.5])[2]], ["up", softmax([2, -2, 0.5])[0]]
    ]


def test_with_cross_entropy_the_output_is_the_probability(here: Here, tmp_path: Path) -> None:
    layer = [[1.0], [-1.0]], [0.0, 0.0], SIGMOID
    rows = predicted(here, tmp_path, *layer, cost=CROSS_ENTROPY, classes=["up", "down"])
    assert rows == [["down", SIGMOID.f(1.0)], ["up", 0.5], ["up", SIGMOID.f(2.0)]]


def test_a_single_output_tells_two_classes_apart(here: Here, tmp_path: Path) -> None:
    layer = [[1.0]], [0.0], SIGMOID
    rows = predicted(here, tmp_path, *layer, cost=CROSS_ENTROPY, classes=["no", "yes"])
    assert rows == [["no", 1.0 - SIGMOID.f(-1.0)], ["yes", 0.5], ["yes", SIGMOID.f(2.0)]]


@pytest.mark.parametrize("layer, classes, expected", [
    (([[1.0]], [0.0]), ["no", "yes"], [["no"], ["no"], ["yes"]]),
    (([[1.0], [-1.0]], [0.0, 1.0]), ["up", "down"], [["down"], ["down"], ["up"]]),
])
def test_with_another_cost_there_is_no_probability(
    layer: Any, classes: List[str], expected: Any, here: Here, tmp_path: Path
) -> None:
    assert predicted(here, tmp_path, *layer, cost=HALF_SQUARED_ERROR, classes=classes) == expected


@pytest.fixture
def halves(tmp_path: Path) -> str:
    """A network that predicts y = x / 2."""
    path = str(tmp_path / "halves.json")
    save_model(path, Network(Layer([[0.5]], [0.0])), feature_names=["x"], target_names=["y"])
    return path


@pytest.mark.parametrize("text, expected", [
    ("x,note\n3,a;b\n8,c\n", "x,note,predicted y\n3,a;b,1.5\n8,c,4.0\n"),
    ("x;note\n3,5;a,b\n8;c\n", "x;note;predicted y\n3,5;a,b;1,75\n8;c;4,0\n"),
    ("x;note\n3.5;a,b\n8;c\n", "x;note;predicted y\n3.5;a,b;1.75\n8;c;4.0\n"),
    ("x\tnote\n3\ta,b\n8\tc\n", "x\tnote\tpredicted y\n3\ta,b\t1.5\n8\tc\t4.0\n"),
    ("x;note\n3e-9;a,b\n8,5;c\n", "x;note;predicted y\n3e-9;a,b;1,5e-09\n8,5;c;4,25\n"),
])
def test_the_csv_is_written_as_the_table_is(text: str, expected: str, halves: str, here: Here, tmp_path: Path) -> None:
    new, out = tmp_path / "new.csv", tmp_path / "out.csv"
    new.write_text(text, encoding="utf-8")
    written = here.text("predict", halves, "--data", str(new), "--csv")
    assert written == expected
    out.write_text(written, encoding="utf-8")
    table = load_csv(out, "predicted y", without="note")
    assert table.Y == [[x / 2] for (x,) in table.X]


@pytest.mark.parametrize("separator", ",;\t")
def test_csv_on_a_terminal_never_tells_it_what_to_do(separator: str, halves: str, here: Here, tmp_path: Path) -> None:
    new = tmp_path / "new.csv"
    new.write_text(f"\ufdd0note{separator}x\n\033[31mred\ufdd0{separator}3\n", encoding="utf-8")
    arguments = ["predict", halves, "--data", str(new), "--csv"]
    shown = on_a_terminal(*arguments, stream="stdout").out
    gap = separator.replace("\t", " ")
    assert "\033" not in shown and shown.split("\n")[0].startswith(f"?note{gap}") and f"?[31mred?{gap}" in shown
    assert shown.endswith("1.5\n") and not shown.endswith("\n\n")
    assert here.text(*arguments).startswith(f"\ufdd0note{separator}x{separator}predicted y\n\033[31mred")
