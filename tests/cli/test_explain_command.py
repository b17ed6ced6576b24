"""The command `explain`: a published example, a house, or the user's own numbers."""

from typing import List, Tuple

import pytest

from minibackprop import SIGMOID, Layer, Network, explain
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES

from ..support.command import Here

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


BAD: List[Tuple[int, str, str]] = [
    (2, "--example foo", "there is no example 'foo'; choose one of these: hagan, han-kamber, hmkcode, mazur"),
    (2, "--layer 3", "there is no layer 3: the network has layers 1 to 2"),
    (2, "--neuron 4", "there is no neuron 4: layer 1 has neurons 1 to 3"),
    (2, "--input 14", "there is no input 14: layer 1 has inputs 1 to 13"),
    (2, "--house 507", "there is no house 507: the table has 506"),
    (2, "--x 1", "a network of your own needs --weights and --biases for each layer, and --x and --y"),
    (2, "--weights 1 --weights 1 --biases 0 --x 1 --y 1", "there are 2 --weights, but 1 --biases"),
    (1, "--weights 1,a --biases 0 --x 1 --y 1", "--weights is '1,a', but must be numbers, separated by spaces"),
    (1, "--weights 1 --biases 0 --x 1,2 --y 1", "each row of x has length 2, but layer 1 takes 1 input"),
    (2, "--weights 1 --biases 0 --activation relu --activation relu --x 1 --y 1",
     "there are 2 --activation for 1 layer: give one, or one for each layer"),
    (2, "--exampel mazur",
     "there is no option --exampel: did you mean --example? (options: minibackprop explain --help)"),
]


@pytest.mark.parametrize("status, options, message", BAD, ids=[options for _, options, _ in BAD])
def test_an_error_is_reported_in_one_line(status: int, options: str, message: str, here: Here) -> None:
    assert message in here.error_line(status, "explain", *options.split())
