"""The command `explain`: a published example, a house, or the user's own numbers."""

import re

import pytest

from minibackprop import SIGMOID, Layer, Network, explain
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES

from ..support.command import Here, on_a_terminal

OWN_NUMBERS = ["--weights", ".5 -.2; .3, .8", "--biases", "0 .1", "--weights", "1 -1", "--biases", "0.25",
               "--x", "1 2", "--y", "0"]


@pytest.mark.parametrize("name", sorted(PUBLISHED_EXAMPLES))
def test_explain_a_published_example(name: str, here: Here) -> None:
    example = PUBLISHED_EXAMPLES[name]
    expected = explain(example.network, example.x, example.y, 2, 1, 2, learning_rate=example.learning_rate)
    out = here.text("explain", "--example", name, "--layer", "2", "--input", "2")
    assert out == f"{example.source}\n\n{expected}\n"


def test_explain_your_own_numbers(here: Here) -> None:
    network = Network(Layer([[0.5, -0.2], [0.3, 0.8]], [0, 0.1], SIGMOID), Layer([[1, -1]], [0.25], SIGMOID))
    expected = explain(network, [1, 2], [0], 1, 2, 1, learning_rate=0.3)
    place = ["--neuron", "2", "--input", "1", "--learning-rate", "0.3"]
    out = here.text("explain", *OWN_NUMBERS, *place)
    assert out == f"Your own Network(2 -> 2 -> 1)\n\n{expected}\n"
    assert here.text("explain", *OWN_NUMBERS, *place, "--latex") == expected.latex() + "\n"
    assert expected.text(ascii_only=True) in here.text("explain", *OWN_NUMBERS, *place, "--ascii")


def test_each_layer_may_have_an_activation_of_its_own(here: Here) -> None:
    out = here.text("explain", *OWN_NUMBERS, "--activation", "tanh", "--activation", "linear")
    assert "the slope of tanh at" in out and "the slope of linear at" in out


def test_explain_a_house(here: Here) -> None:
    out = here.text("explain", "--house", "7", "--input", "6", "--ascii")
    assert "House 7" in out and "6 RM" in out and "dC/dw1[1,6]" in out
    assert out != here.text("explain", "--house", "8", "--input", "6", "--ascii")


def test_numbers_may_begin_with_a_minus(here: Here) -> None:
    network = Network(Layer([[-1, 2], [-3, 4]], [-0.5, -1], SIGMOID))
    expected = explain(network, [-1, 2], [-0.5, -1e-3], 1, 1, 2)
    own = ["--weights", "-1,2;-3,4", "--biases", "-.5,-1", "--x", "-1,2", "--y", "-.5,-1e-3", "--input", "2"]
    assert here.text("explain", *own) == f"Your own Network(2 -> 2)\n\n{expected}\n"


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize("place", ["--layer 1 --input 1", "--layer 2"])
def test_on_a_terminal_long_lines_are_wrapped(columns: int, place: str, here: Here) -> None:
    arguments = ["explain", "--example", "mazur", *place.split()]
    plain = here.text(*arguments)
    outcome = on_a_terminal(*arguments, stream="stdout", env={"COLUMNS": ""}, columns=columns)
    lines = outcome.out.splitlines()
    assert outcome.out.split() == plain.split()
    assert max(map(len, plain.splitlines())) > columns >= max(map(len, lines))
    assert not [line for line in lines if re.search(r" [=·+−-]$", line)], "an operator ends a line"
    unwrapped = re.sub(r"\n {7,}(?=\S)", " ", outcome.out).splitlines()
    assert [line for line in unwrapped if line.startswith("   ")] == re.findall("^   .*$", plain, re.MULTILINE)


def test_into_a_pipe_long_lines_stay_as_they_are(here: Here) -> None:
    text = here.text("explain", "--example", "mazur", "--layer", "1", "--input", "1")
    assert max(map(len, text.splitlines())) > 80


BAD = [
    ("--example foo", "there is no example 'foo'; choose one of these: hagan, han-kamber, hmkcode, mazur"),
    ("--layer 3", "there is no layer 3: the network has layers 1 to 2"),
    ("--neuron 4", "there is no neuron 4: layer 1 has neurons 1 to 3"),
    ("--input 14", "there is no input 14: layer 1 has inputs 1 to 13"),
    ("--house 507", "there is no house 507: the table has 506"),
    ("--x 1", "a network of your own needs --weights and --biases for each layer, and --x and --y"),
    ("--x=", "a network of your own needs --weights and --biases for each layer, and --x and --y"),
    ("--weights 1 --weights 1 --biases 0 --x 1 --y 1",
     "--weights is given 2 times, but --biases 1 time: give both once for each layer"),
    ("--weights 1,a --biases 0 --x 1 --y 1", "--weights is '1,a', but must be numbers, separated by spaces"),
    ("--weights 1 --biases 0 --x -1,a --y 1", "--x is '-1,a', but must be numbers, separated by spaces"),
    ("--weights 1 --biases 0 --x 1,2 --y 1", "each row of x has length 2, but layer 1 takes 1 input"),
    ("--weights 1e300 --biases 0 --x 1e300 --y 1", "inf"),
    ("--weights 1 --biases 0 --activation relu --activation relu --x 1 --y 1",
     "--activation is given 2 times for 1 layer: give one, or one for each layer"),
    ("--house 1 --example mazur", "--house has no effect with --example: leave out one of them"),
    ("--weights 1 --biases 0 --x 1 --y 1 --house 1", "--house has no effect with --weights"),
    ("--y 1 --example mazur", "--example has no effect with --y"),
    ("--activation tanh", "--activation has no effect without --weights: leave it out, or give both"),
    ("--latex --ascii", "--ascii has no effect with --latex: leave out one of them"),
    ("--exampel mazur", "there is no option --exampel: did you mean --example? (options: minibackprop explain --help)"),
]


@pytest.mark.parametrize("options, message", BAD, ids=[options for options, _ in BAD])
def test_bad_usage_is_reported_in_one_line(options: str, message: str, here: Here) -> None:
    assert message in here.error_line(2, "explain", *options.split())
