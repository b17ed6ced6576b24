"""Keeping a network in a file: all of it comes back, to the last bit, and what could not come back is refused."""

import json
import math
import os
import random
import struct
from pathlib import Path
from typing import Any, List

import pytest

import minibackprop
from minibackprop import (
    HALF_SQUARED_ERROR, LINEAR, RELU, SIGMOID, SOFTMAX_CROSS_ENTROPY, TANH, Activation, ColumnError, Cost, Layer, Model,
    ModelFileError, Network, NumberError, OutputError, RandomNumbers, SettingError, ShapeError, Standardizer,
    load_model, save_model, train,
)
from minibackprop.files.model_file import write_model
from minibackprop.files.network_json import network_as_json, network_from_json
from minibackprop.lazy import MODULE_OF

SQUARE = Activation("square", lambda z: z * z, lambda z: 2 * z)
MINE = Cost("mine", HALF_SQUARED_ERROR.c, HALF_SQUARED_ERROR.c_prime)


def network(*activations: Activation) -> Network:
    rng = RandomNumbers(6)
    sizes = [3, 4, 2, 3, 2][: len(activations) + 1]
    return Network(*[Layer.random(n, m, f, rng) for n, m, f in zip(sizes, sizes[1:], activations)])


def bits(of: Network) -> List[bytes]:
    numbers = [layer.weights + [layer.biases] for layer in of.layers]
    return [struct.pack(f"{len(row)}d", *row) for rows in numbers for row in rows]


def test_a_network_comes_back_with_all_its_activations(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    original = network(SIGMOID, LINEAR, RELU, TANH)
    save_model(path, original)
    model = load_model(str(path))
    assert [layer.activation for layer in model.network.layers] == [SIGMOID, LINEAR, RELU, TANH]
    assert bits(model.network) == bits(original)
    assert model.cost is HALF_SQUARED_ERROR
    assert [model.X_standardizer, model.Y_standardizer, model.feature_names, model.target_names, model.classes] == (
        [None] * 5
    )
    assert model.predict_all([[1, 2, 3]]) == original.predict_all([[1, 2, 3]])
    assert repr(model) == "Model(Network(3 -> 4 -> 2 -> 3 -> 2), half squared error)"
    assert os.listdir(str(tmp_path)) == ["model.json"]


def test_every_bit_of_every_weight_survives(tmp_path: Path) -> None:
    rng = random.Random(1)
    numbers = [5e-324, -5e-324, 2.2250738585072014e-308, -0.0, 0.0, 1e308, -1.7976931348623157e308, 0.1, 1 / 3, 2.0**53]
    while len(numbers) < 3000:
        (number,) = struct.unpack("d", rng.getrandbits(64).to_bytes(8, "little"))
        if math.isfinite(number):
            numbers.append(number)
    original = Network(Layer([numbers[:1000], numbers[1000:2000]], numbers[2000:2002]), Layer([numbers[2:4]], [-0.0]))
    path = tmp_path / "model.json"
    deviations = [rng.uniform(0.1, 9.0) for _ in range(1000)]
    save_model(path, original, X_standardizer=Standardizer(numbers[2000:], deviations))
    model = load_model(path)
    assert bits(model.network) == bits(original)
    assert model.X_standardizer is not None and model.X_standardizer.deviations == deviations
    assert struct.pack("1000d", *model.X_standardizer.means) == struct.pack("1000d", *numbers[2000:])


def test_standardizers_and_names_come_back(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    X, Y = [[1.0, 20.0], [3.0, 50.0], [8.0, 40.0]], [[100.0], [300.0], [500.0]]
    X_standardizer, Y_standardizer = Standardizer.fit(X), Standardizer.fit(Y)
    rng = RandomNumbers(2)
    before = Network(Layer.random(2, 3, SIGMOID, rng), Layer.random(3, 1, LINEAR, rng))
    trained = train(before, X_standardizer.transform(X), Y_standardizer.transform(Y), 0.1, epochs=3).network
    save_model(path, trained, HALF_SQUARED_ERROR, X_standardizer, Y_standardizer, ("grösse", "floor\x1b"), ["rent"])
    model = load_model(path)
    assert (model.feature_names, model.target_names, model.classes) == (["grösse", "floor\x1b"], ["rent"], None)
    expected = Y_standardizer.inverse_transform(trained.predict_all(X_standardizer.transform(X)))
    assert model.predict_all(X) == expected
    with pytest.raises(ShapeError):
        model.predict_all([[1.0]])
    with pytest.raises(NumberError):
        model.predict_all([[1.0, math.nan]])


def test_classes_come_back(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    save_model(path, network(SIGMOID, LINEAR), target_names=["species"], classes=["oak", "beech"])
    model = load_model(path)
    assert (model.target_names, model.classes) == (["species"], ["oak", "beech"])
    save_model(path, network(SIGMOID, LINEAR), target_names=["height", "age"], classes=[])
    model = load_model(path)
    assert (model.target_names, model.classes) == (["height", "age"], None)


def test_saving_again_replaces_the_file_and_keeps_no_list(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    save_model(path, network(SIGMOID))
    names, standardizer = ["a", "b", "c"], Standardizer([0.0, 0.0, 0.0], [1.0, 1.0, 1.0])
    save_model(path, network(TANH), feature_names=names, X_standardizer=standardizer)
    assert load_model(path).network.layers[0].activation is TANH
    model = Model(network(TANH), feature_names=names, X_standardizer=standardizer)
    names[0] = "changed"
    standardizer.means[0] = 99.0
    assert model.feature_names == ["a", "b", "c"]
    assert model.X_standardizer is not None and model.X_standardizer.means == [0.0, 0.0, 0.0]


def test_the_file_is_json_with_its_format_and_version_first(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    save_model(path, network(SIGMOID, LINEAR), feature_names=["a", "b", "c"])
    lines = path.read_text(encoding="ascii").splitlines()
    assert lines[:4] == ["{", '"format": "minibackprop model",', '"version": 1,', '"cost": "half squared error",']
    assert json.loads(path.read_text())["network"] == network_as_json(network(SIGMOID, LINEAR))


def test_a_network_as_json_is_a_copy_and_comes_back() -> None:
    original = network(SIGMOID, SQUARE)
    before = bits(original)
    value = network_as_json(original)
    back = network_from_json(json.loads(json.dumps(value)), "the best network", {"sigmoid": SIGMOID, "square": SQUARE})
    assert bits(back) == before and [layer.activation for layer in back.layers] == [SIGMOID, SQUARE]
    value["layers"][0]["weights"][0][0] = value["layers"][1]["biases"][0] = 99.0
    assert bits(original) == before
    with pytest.raises(ModelFileError, match="^the best network: layer 1: its activation 'sigmoid' is none of square"):
        network_from_json(value, "the best network", {"square": SQUARE})


def test_an_activation_and_a_cost_of_ones_own_are_given_by_name(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    save_model(path, network(SQUARE, LINEAR, SQUARE), MINE)
    model = load_model(path, activations=[SQUARE], costs=(MINE,))
    assert [layer.activation for layer in model.network.layers] == [SQUARE, LINEAR, SQUARE] and model.cost is MINE
    with pytest.raises(ModelFileError) as raised:
        load_model(path, costs=[MINE])
    assert str(raised.value) == (
        f"{path}: the network: layer 1: its activation 'square' is none of linear, relu, sigmoid, tanh: if it is one "
        "of your own, give it when you load the file, as in load_model(path, activations=[MINE])"
    )
    with pytest.raises(ModelFileError) as raised:
        load_model(path, activations=[SQUARE])
    assert str(raised.value) == (
        f"{path}: its cost 'mine' is none of half squared error, cross-entropy, softmax cross-entropy: if it is one of "
        "your own, give it when you load the file, as in load_model(path, costs=[MINE])"
    )


FALSE_RELU = Activation("relu", SQUARE.f, SQUARE.f_prime)
FALSE_SQUARE = Activation("square", RELU.f, RELU.f_prime)
FALSE_COST = Cost(HALF_SQUARED_ERROR.name, HALF_SQUARED_ERROR.c, lambda Y_T, A: A)
TWO = "^there are two different {} named '{}': give one of your own another name, since a file keeps only the name$"


def test_two_different_functions_of_one_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    for false in ([FALSE_RELU], [RELU, FALSE_RELU], [SQUARE, FALSE_SQUARE]):
        with pytest.raises(ModelFileError, match=TWO.format("activations", false[0].name)):
            save_model(path, network(*false))
    with pytest.raises(ModelFileError, match=TWO.format("costs", "half squared error")):
        save_model(path, network(RELU), FALSE_COST)
    assert os.listdir(str(tmp_path)) == []
    save_model(path, network(RELU))
    with pytest.raises(ModelFileError, match=TWO.format("activations", "relu")):
        load_model(path, activations=[FALSE_RELU])
    with pytest.raises(ModelFileError, match="two different activations named 'square'"):
        load_model(path, activations=[SQUARE, FALSE_SQUARE])
    equal = Activation("relu", RELU.f, RELU.f_prime)  # such as a copy from another process
    save_model(path, network(equal, RELU))
    assert load_model(path, activations=[equal]).network.layers[0].activation is RELU


@pytest.mark.parametrize("arguments, error, message", [
    ({"network": None}, TypeError, "a Network is needed here, such as Network(layer_1, layer_2), but this is None"),
    ({"network": Model(network(SIGMOID))}, TypeError, "(it has a network: .network)"),
    ({"cost": "half squared error"}, TypeError, "the cost is 'half squared error', but must be HALF_SQUARED_ERROR, "),
    ({"cost": SOFTMAX_CROSS_ENTROPY}, SettingError, "needs a last layer with the activation linear, but this one has"),
    ({"cost": SOFTMAX_CROSS_ENTROPY, "network": Network(Layer([[1]], [0]))}, ShapeError,
        "softmax cross-entropy needs an output for each class, but this network has a single one"),
    ({"X_standardizer": [1]}, TypeError, "must be a Standardizer, as from Standardizer.fit(X), but is [1]"),
    ({"X_standardizer": Standardizer([1.0], [1.0])}, ShapeError,
        "X_standardizer was fitted to 1 column, but the network has 3 inputs"),
    ({"Y_standardizer": Standardizer([1.0], [1.0])}, ShapeError,
        "Y_standardizer was fitted to 1 column, but the network has 4 outputs"),
    ({"feature_names": ["a"]}, ColumnError, "feature_names has 1 name for 3 inputs"),
    ({"feature_names": "abc"}, ColumnError, "feature_names has 1 name for 3 inputs"),
    ({"feature_names": ["a", "b", 3]}, ColumnError, "feature_names must be a list of names, such as "),
    ({"feature_names": ["a", "b", "a"]}, ColumnError, "feature_names contains 'a' twice: give each its own name"),
    ({"feature_names": {"a", "b", "c"}}, ColumnError, "feature_names must be a list of names"),
    ({"target_names": ["a"]}, ColumnError, "target_names has 1 name for 4 outputs"),
    ({"classes": ["a"]}, ColumnError, "classes has 1 name for 4 classes"),
    ({"classes": list("abcd"), "target_names": list("abcd")}, ColumnError,
        "target_names has 4 names for 1 column of classes"),
], ids=str)
def test_what_does_not_fit_the_network_is_refused(arguments: Any, error: Any, message: str, tmp_path: Path) -> None:
    with pytest.raises(error) as raised:
        save_model(tmp_path / "model.json", **{"network": network(SIGMOID), **arguments})
    assert message in str(raised.value)
    assert os.listdir(str(tmp_path)) == []


def test_numbers_that_were_spoiled_later_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    for spoil, error in ((math.nan, NumberError), ("1", NumberError), ([1.0], NumberError)):
        spoiled: Any = network(SIGMOID)
        spoiled.layers[0].weights[1][2] = spoil
        with pytest.raises(error, match="entry 3 of row 2 of weights"):
            save_model(path, spoiled)
    standardizer = Standardizer([0.0] * 3, [1.0] * 3)
    for deviation in (0.0, -1.0, math.nan):
        standardizer.deviations[2] = deviation
        with pytest.raises(ValueError, match="the deviation of column 3 is|entry 3 of the deviations is nan"):
            save_model(path, network(SIGMOID), X_standardizer=standardizer)
    assert os.listdir(str(tmp_path)) == []


@pytest.mark.parametrize("own", [SQUARE, [RELU, "square"], {"square": SQUARE}, None], ids=repr)
def test_ones_own_activations_are_a_list_of_activations(own: Any, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="activation"):
        load_model(tmp_path / "model.json", activations=own)
    with pytest.raises(TypeError, match="among the costs of your own, but is no Cost"):
        load_model(tmp_path / "model.json", costs=[SQUARE])  # type: ignore[list-item]


def test_a_file_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it is a folder"):
        save_model(tmp_path, network(SIGMOID))
    with pytest.raises(TypeError, match="the name of a file is needed here"):
        save_model(None, network(SIGMOID))  # type: ignore[arg-type]


def test_the_names_are_public_and_imported_when_asked_for() -> None:
    for name in ("Model", "ModelFileError", "OutputError", "load_model", "save_model"):
        assert name in minibackprop.__all__ and MODULE_OF[name].startswith("files.")


def test_a_model_is_written_over_another_one_only_if_asked(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    write_model(path, Model(network(TANH)), replace=False)
    with pytest.raises(FileExistsError):
        write_model(path, Model(network(SIGMOID)), replace=False)
    assert load_model(path).network.layers[0].activation is TANH
    write_model(path, Model(network(SIGMOID)), replace=True)
    assert load_model(path).network.layers[0].activation is SIGMOID


def test_softmax_cross_entropy_is_for_two_outputs_or_more() -> None:
    assert Model(network(SIGMOID, LINEAR), SOFTMAX_CROSS_ENTROPY).cost is SOFTMAX_CROSS_ENTROPY


def test_the_name_that_is_there_twice_is_named() -> None:
    with pytest.raises(ColumnError, match="^feature_names contains 'a' twice: give each its own name$"):
        Model(network(SIGMOID), feature_names=["b", "a", "a"])
