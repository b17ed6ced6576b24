"""The commands `explain` and `page` as a user types them: what they show, and one line for what does not work."""

import os
from pathlib import Path
from typing import List, Tuple

import pytest

from minibackprop import SIGMOID, Layer, Network, explain
from minibackprop.cli import main
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES
from minibackprop.tools.page_file import page_of_example

OWN_NUMBERS = ["--weights", ".5 -.2; .3, .8", "--biases", "0 .1", "--weights", "1 -1", "--biases", "0.25",
               "--x", "1 2", "--y", "0"]


def printed(capsys: "pytest.CaptureFixture[str]", *arguments: str) -> str:
    assert main(arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize("name", sorted(PUBLISHED_EXAMPLES))
def test_explain_a_published_example(name: str, capsys: "pytest.CaptureFixture[str]") -> None:
    example = PUBLISHED_EXAMPLES[name]
    expected = explain(example.network, example.x, example.y, 2, 1, 2, learning_rate=example.learning_rate)
    out = printed(capsys, "explain", "--example", name, "--layer", "2", "--input", "2")
    assert out == f"{example.source}\n\n{expected}\n"


def test_explain_one_s_own_numbers(capsys: "pytest.CaptureFixture[str]") -> None:
    network = Network(Layer([[0.5, -0.2], [0.3, 0.8]], [0, 0.1], SIGMOID), Layer([[1, -1]], [0.25], SIGMOID))
    expected = explain(network, [1, 2], [0], 1, 2, 1, learning_rate=0.3)
    place = ["--neuron", "2", "--input", "1", "--learning-rate", "0.3"]
    out = printed(capsys, "explain", *OWN_NUMBERS, *place)
    assert out == f"Your own Network(2 -> 2 -> 1)\n\n{expected}\n"
    assert printed(capsys, "explain", *OWN_NUMBERS, *place, "--latex") == expected.latex() + "\n"
    assert expected.text(ascii_only=True) in printed(capsys, "explain", *OWN_NUMBERS, *place, "--ascii")


def test_each_layer_may_have_an_activation_of_its_own(capsys: "pytest.CaptureFixture[str]") -> None:
    out = printed(capsys, "explain", *OWN_NUMBERS, "--activation", "tanh", "--activation", "linear")
    assert "the slope of tanh at" in out and "the slope of linear at" in out


def test_explain_a_house(capsys: "pytest.CaptureFixture[str]") -> None:
    out = printed(capsys, "explain", "--house", "7", "--input", "6", "--ascii")
    assert "House 7" in out and "6 RM" in out and "dC/dw1[1,6]" in out
    assert out != printed(capsys, "explain", "--house", "8", "--input", "6", "--ascii")


BAD: List[Tuple[str, str]] = [
    ("explain --example foo", "there is no example 'foo'; there are hagan, han-kamber, hmkcode, mazur"),
    ("explain --layer 3", "there is no layer 3: the network has layers 1 to 2"),
    ("explain --neuron 4", "there is no neuron 4: layer 1 has neurons 1 to 3"),
    ("explain --input 14", "there is no input 14: layer 1 has inputs 1 to 13"),
    ("explain --house 507", "there is no house 507: the table has 506"),
    ("explain --x 1", "a network of your own needs --weights and --biases for each layer, --x and --y"),
    ("explain --weights 1 --weights 1 --biases 0 --x 1 --y 1", "there are 2 --weights, but 1 --biases"),
    ("explain --weights 1,a --biases 0 --x 1 --y 1", "--weights is '1,a', but must be numbers with spaces between them"),
    ("explain --weights 1 --biases 0 --x 1,2 --y 1", "each row of x has length 2, but layer 1 takes 1 input"),
    ("explain --weights 1 --biases 0 --activation relu --activation relu --x 1 --y 1", "there are 2 --activation for 1"),
    ("page --example foo", "there is no example 'foo'"),
    ("page --data flats.csv", "--data FILE.csv and --target COLUMN go together"),
    ("page --example mazur --without B", "--example has its own numbers"),
    ("page --epochs 1000", "choose fewer neurons, inputs or epochs"),
    ("page --without NOPE", "there is no column 'NOPE'; the columns are CRIM"),
]


@pytest.mark.parametrize("line, message", BAD, ids=[line for line, _ in BAD])
def test_what_does_not_work_is_said_in_one_line(line: str, message: str, capsys: "pytest.CaptureFixture[str]") -> None:
    assert main(line.split()) in (1, 2)
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and message in err


def test_page_writes_a_file_whole_or_not_at_all(tmp_path: Path, capsys: "pytest.CaptureFixture[str]") -> None:
    path = str(tmp_path / "step.html")
    arguments = ["page", "--example", "mazur", "--epochs", "2", "-o", path]
    assert printed(capsys, *arguments) == ""
    expected = page_of_example(PUBLISHED_EXAMPLES["mazur"], epochs=2)
    assert Path(path).read_text(encoding="utf-8") == expected
    assert main(arguments) == 1
    assert "is there already" in capsys.readouterr().err
    assert printed(capsys, *arguments, "--force") == ""
    assert os.listdir(str(tmp_path)) == ["step.html"]


def test_page_of_a_table_of_one_s_own_says_its_names_as_text(tmp_path: Path, capsys: "pytest.CaptureFixture[str]") -> None:
    table = tmp_path / "flats.csv"
    table.write_text('"<script>alert(1)</script>",rent\n1,2\n3,5\n4,9\n', encoding="utf-8")
    path = tmp_path / "step.html"
    printed(capsys, "page", "--data", str(table), "--target", "rent", "--epochs", "1", "-o", str(path))
    page = path.read_text(encoding="utf-8")
    assert "alert(1)" in page and "<script>alert" not in page
