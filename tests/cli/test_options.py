"""What the options of the default command do."""

from typing import Any, Dict, List, Tuple

import pytest

from minibackprop import LINEAR, Layer, Network, RandomNumbers, __version__, load_housing, train, train_test_split

from ..support.command import Here

EPOCHS = 3
SETTINGS: List[Tuple[str, Dict[str, Any]]] = [
    ("", {"layers": [8, 4, 1], "activations": ["sigmoid", "sigmoid", "linear"], "learning_rate": 0.2,
          "batch_size": 10, "seed": 0, "scaled": True, "epoch": EPOCHS,
          "features": ["size", "floor"], "target": "rent", "training_rows": 30, "held_out_rows": 10}),
    ("--layers none", {"layers": [1], "activations": ["linear"], "learning_rate": 0.01}),
    ("--layers 5,3", {"layers": [5, 3, 1]}),
    ("--layers 2 --activation linear",
     {"layers": [2, 1], "activations": ["linear", "linear"], "learning_rate": 0.01}),
    ("--activation relu", {"activations": ["relu", "relu", "linear"], "learning_rate": 0.02}),
    ("--activation tanh", {"activations": ["tanh", "tanh", "linear"], "learning_rate": 0.05}),
    ("--activation sigmoid --learning-rate 0.125", {"learning_rate": 0.125}),
    ("--lr 0.125", {"learning_rate": 0.125}),
    ("--batch-size 7", {"batch_size": 7}),
    ("--batch-size all", {"batch_size": 30}),
    ("--seed 5", {"seed": 5}),
    ("--without floor", {"features": ["size"], "target": "rent"}),
    ("--raw", {"layers": [5, 3, 1], "activations": ["linear"] * 3, "learning_rate": 8e-7, "batch_size": 30}),
    ("--raw", {"scaled": False}),
    ("--raw --layers 4 --activation tanh --learning-rate 1e-5 --batch-size 2",
     {"layers": [4, 1], "activations": ["tanh", "linear"], "learning_rate": 1e-5, "batch_size": 2}),
]


@pytest.mark.parametrize("options, expected", SETTINGS, ids=[case[0] for case in SETTINGS])
def test_the_options_decide_the_settings(options: str, expected: Dict[str, Any], here: Here, flats: List[str]) -> None:
    result = here.json(*flats, "--epochs", str(EPOCHS), *options.split())
    facts = {**result["table"], **result["network"], **result["training"]}
    assert {name: facts[name] for name in expected} == expected
    assert len(facts["costs"]) == EPOCHS + 1 and facts["costs"][-1] != facts["costs"][0]


def test_raw_uses_the_settings_of_the_course_notebook(here: Here) -> None:
    rng = RandomNumbers(0)
    training, held_out = train_test_split(load_housing(), 0.25, rng)
    sizes = [(13, 5), (5, 3), (3, 1)]
    network = Network(*[Layer.random(inputs, neurons, LINEAR, rng) for inputs, neurons in sizes])
    notebook = train(network, training.X, training.Y, learning_rate=8e-7, epochs=30)

    result = here.json("--raw")
    assert result["training"]["costs"] == pytest.approx(notebook.costs)
    predictions = [house["after"] for house in result["before_and_after"]]
    assert predictions == pytest.approx([a for [a] in notebook.network.predict_all(held_out.X[:10])])


def test_a_column_can_be_left_out(here: Here) -> None:
    features = here.json("--without", "B", "--epochs", "0")["table"]["features"]
    assert features == [name for name in load_housing().feature_names if name != "B"] and len(features) == 12


def test_0_epochs_change_nothing(here: Here, flats: List[str]) -> None:
    result = here.json(*flats, "--epochs", "0")
    assert len(result["training"]["costs"]) == 1
    assert all(flat["before"] == flat["after"] for flat in result["before_and_after"])


def test_patience_ends_training_with_the_best_epoch(here: Here, flats: List[str]) -> None:
    training = here.json(*flats, "--patience", "2", "--epochs", "1000", "--learning-rate", "0.5")["training"]
    assert training["stop_reason"] == "no better cost in 2 epochs"
    assert training["epoch"] == training["costs"].index(min(training["costs"])) == len(training["costs"]) - 3


@pytest.mark.parametrize("command", ["", "explain", "diagnose", "page", "bundle"])
def test_help_is_in_ascii_and_fits_80_columns(command: str, here: Here) -> None:
    text = here.text(*command.split(), "--help")
    assert text.isascii()
    assert max(len(line) for line in text.splitlines()) <= 80
    assert ("--lr R" in text) == (command != "bundle")


def test_help_teaches(here: Here) -> None:
    text = here.text("--help")
    for part in ("z = w*x + b", "a = f(z)", "cost C = 1/2 (y - a)^2", "new w = w - learning rate * slope"):
        assert part in text


def test_the_version_is_that_of_the_package(here: Here) -> None:
    assert here.text("--version") == f"minibackprop {__version__}\n"
