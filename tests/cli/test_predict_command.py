"""The command `predict`: what the outputs of a network say about classes, and its table as CSV."""

import json
from pathlib import Path
from typing import Any, List

import pytest

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, LINEAR, SIGMOID, SOFTMAX_CROSS_ENTROPY, Layer, Network, save_model, softmax,
)

from ..support.command import Here


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
