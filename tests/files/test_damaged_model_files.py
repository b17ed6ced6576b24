"""A model file that is damaged, of a later version or no model is refused in one line that says what is wrong."""

import json
import math
import sys
from pathlib import Path
from typing import Any, List

import pytest

from minibackprop import SIGMOID, Layer, ModelFileError, Network, Standardizer, load_model, save_model

GOOD = Network(Layer([[0.5, -1e-05], [2.0, 10.0]], [0.0, 1.5], SIGMOID), Layer([[1.0, 2.0]], [-0.25]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a small model in it that uses every field."""
    path = tmp_path / "model.json"
    save_model(
        path, GOOD, X_standardizer=Standardizer([0.0, 1.0], [1.0, 2.0]), Y_standardizer=Standardizer([3.0], [4.0]),
        feature_names=["size", "floor"], target_names=["rent"], classes=["no", "yes"],
    )
    return path


def refusal(path: Path) -> str:
    """What the error says about the file."""
    with pytest.raises(ModelFileError) as raised:
        load_model(path)
    message = str(raised.value)
    assert message.startswith(f"{path}: ") and "\n" not in message and len(message) < len(str(path)) + 300
    return message[len(f"{path}: ") :]


@pytest.mark.parametrize("content, message", [
    (b"", "the file is empty"),
    (b" \n", "the file is empty"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is not text in UTF-8, so it is no file of minibackprop"),
    (b"size,floor,rent\n20,1,300\n", "it is not JSON, or it is damaged, at line 1, column 1 (Expecting value)"),
    (b"[1, 2]", 'this is not a minibackprop model: its first field would be "format": "minibackprop model"'),
    (b"{}", 'this is not a minibackprop model: its first field would be "format": "minibackprop model"'),
    (b'{"format": ["minibackprop model"]}', "this is not a minibackprop model: "),
    (b'{"format": "minibackprop model"}', "the version of its format is None, but must be a whole number, 1 or more"),
    (b'{"format": "minibackprop model", "version": true}', "the version of its format is True, but must be a whole"),
    (b'{"format": "minibackprop model", "version": 1.0}', "the version of its format is 1.0, but must be a whole"),
    (b'{"format": "minibackprop model", "version": 0}', "the version of its format is 0, but must be a whole number"),
    (b'{"format": "minibackprop model", "version": NaN}', "it contains NaN, but only finite numbers can be used"),
    (b'{"format": "minibackprop model", "version": 2, "units": []}',
        "it was saved by a later version of minibackprop, in version 2 of the format, but this one reads version 1: "
        "update minibackprop"),
    (b'{"format": "minibackprop model", "version": 1}', "the file lacks the field 'cost'"),
    (b'{"format": "a", "b": 1, "format": "minibackprop model"}', "the field 'format' appears twice in the same place"),
    (b"9" * 5000, "it contains a whole number of 5000 digits, which is too large"),
], ids=lambda value: value[:30] if isinstance(value, bytes) else None)
def test_a_file_without_a_model_is_refused(content: bytes, message: str, path: Path) -> None:
    path.write_bytes(content)
    assert message in refusal(path)


@pytest.mark.skipif(sys.platform == "emscripten", reason="missing: an error if lists are nested too deeply")
@pytest.mark.parametrize("opening", [b"[", b'{"format": '])
def test_brackets_without_end_are_refused(opening: bytes, path: Path) -> None:
    path.write_bytes(opening * 100000)
    assert "the brackets in it are nested too deeply" in refusal(path)


def test_a_file_that_cannot_be_read_is_refused(path: Path, tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.json") == "there is no such file"
    assert refusal(tmp_path).startswith("it cannot be read (")
    assert refusal(Path("a\0b")) == "'a\\x00b' is not the name of a file"
    with pytest.raises(TypeError, match="the name of a file is needed here"):
        load_model(3)  # type: ignore[arg-type]


def test_a_byte_order_mark_does_no_harm(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_model(path).classes == ["no", "yes"]


ITS_LAYER = "the network: layer 1"


@pytest.mark.parametrize("field, value, message", [
    ("network", 5, "the network is 5, but must have the fields layers"),
    ("network", {"layers": []}, "the network: a network needs at least one layer"),
    ("network", {"layers": {}}, "the layers of the network are {}, but must be a list"),
    ("network", {"layers": [3]}, f"{ITS_LAYER} is 3, but must have the fields activation, weights, biases"),
    ("network.layers.0.activation", ["sigmoid"], f"{ITS_LAYER}: its activation ['sigmoid'] is none of linear, relu, "),
    ("network.layers.0.activation", "SIGMOID", f"{ITS_LAYER}: its activation 'SIGMOID' is none of linear, relu, "),
    ("network.layers.0.weights", [[1.0, 2.0], [3.0]], f"{ITS_LAYER}: row 2 of weights has length 1, but row"),
    ("network.layers.0.weights", {"0": 1}, f"{ITS_LAYER}: weights must be a list of rows"),
    ("network.layers.0.weights", "12", f"{ITS_LAYER}: weights must be a list of rows"),
    ("network.layers.0.weights", [["1", 2.0], [3.0, 4.0]], f"{ITS_LAYER}: entry 1 of row 1 of weights is '1': a "),
    ("network.layers.0.weights", [[None, 2.0], [3.0, 4.0]], f"{ITS_LAYER}: entry 1 of row 1 of weights is None: "),
    ("network.layers.0.weights", [[True, 2.0], [3.0, 4.0]], f"{ITS_LAYER}: entry 1 of row 1 of weights is True: "),
    ("network.layers.0.biases", [1.0], f"{ITS_LAYER}: a layer has one row of weights and one bias per neuron, "),
    ("network.layers.1.weights", [[1.0]], "the network: layer 2 takes 1 input, but layer 1 has 2 neurons"),
    ("network.layers.1.slopes", [[1.0]], "the network: layer 2 has a field 'slopes', which is none of activation, "),
    ("cost", "entropy", "its cost 'entropy' is none of half squared error, cross-entropy, softmax cross-entropy: if "),
    ("cost", "cross-entropy", "the cost cross-entropy needs a last layer with the activation sigmoid, but this "),
    ("cost", {}, "its cost {} is none of half squared error, "),
    ("classes", 0, "classes must be a list of names, such as ['size', 'rooms'], but this is 0"),
    ("classes", [1], "classes must be a list of names, such as ['size', 'rooms'], but this is [1]"),
    ("feature_names", {"a": 1, "b": 2}, "feature_names must be a list of names, such as ['size', 'rooms'], but "),
    ("feature_names", ["a"], "feature_names has 1 name for 2 inputs"),
    ("feature_names", ["a", "a"], "feature_names contains 'a' twice: give each its own name"),
    ("X_standardizer", [1.0], "X_standardizer is [1.0], but must have the fields means, deviations"),
    ("X_standardizer.means", [1.0], "X_standardizer"),
    ("X_standardizer.means", ["0", 1.0], "X_standardizer: entry 1 of the means is '0': a number is needed here"),
    ("Y_standardizer.deviations", [0.0], "deviation"),
    ("Y_standardizer.deviations", [-1.0], "deviation"),
    ("extra\x1b", 1, "the file has a field 'extra\\x1b', which is none of format, version, cost, "),
], ids=str)
def test_a_field_of_the_wrong_kind_is_named(field: str, value: Any, message: str, path: Path) -> None:
    everything = json.loads(path.read_text())
    holder: Any = everything
    *above, last = field.split(".")
    for name in above:
        holder = holder[int(name) if name.isdigit() else name]
    holder[last] = value
    path.write_text(json.dumps(everything))
    assert message in refusal(path)


@pytest.mark.parametrize("number, message", [
    ("1e999", "is inf: only finite numbers can be used"), ("-1e999", "is -inf: only finite numbers can be used"),
    ("NaN", "it contains NaN, but only finite numbers can be used"), ("-Infinity", "it contains -Infinity, but only"),
    ("1" * 400, "it contains a whole number of 400 digits"), ("[" * 500 + "]" * 500, ""),
])
def test_a_number_that_cannot_be_used_is_refused(number: str, message: str, path: Path) -> None:
    text = path.read_text()
    for good in ("0.5", "-1e-05", "1.5", "-0.25", "3.0", "4.0"):
        assert text.count(good) == 1
        path.write_text(text.replace(good, number))
        assert message in refusal(path)


def test_a_file_that_ends_too_early_is_refused(path: Path) -> None:
    content = path.read_bytes()
    for length in range(0, len(content) - 2, 3):  # the last two bytes are a brace and the end of its line
        path.write_bytes(content[:length])
        assert refusal(path)


def test_any_damaged_byte_is_noticed_or_leaves_a_model(path: Path) -> None:
    """Each byte is left out, doubled or changed; no error but ModelFileError, and no model without finite numbers."""
    content = path.read_bytes()
    others = [bytes([byte]) for byte in b'09-eE.,:{}[]"\\ N\n\0\x80\xff']
    loaded, refused = 0, 0
    for place in range(len(content)):
        before, byte, after = content[:place], content[place : place + 1], content[place + 1 :]
        for instead in (b"", byte + byte, *others[place % 5 :: 5]):
            path.unlink()  # to write a new file is faster than to change one
            path.write_bytes(before + instead + after)
            try:
                model = load_model(path)
            except ModelFileError as error:
                refused += 1
                assert str(error).startswith(f"{path}: ") and "\n" not in str(error)
            else:
                loaded += 1
                assert math.isfinite(sum(all_numbers(model)))
                assert len(model.predict_all([[0.0, 1.0]])[0]) == 1
    assert loaded > 100 and refused > 1000


def all_numbers(model: Any) -> List[float]:
    numbers = []
    for layer in model.network.layers:
        numbers += layer.biases + [weight for row in layer.weights for weight in row]
    for standardizer in (model.X_standardizer, model.Y_standardizer):
        numbers += standardizer.means + standardizer.deviations if standardizer is not None else []
    return numbers
