"""A network as text: the tables, what they leave out, and how wide they are."""

import pytest

from minibackprop import Activation, Layer, Network, backward, forward
from minibackprop.drawing.network_text import network_text

from ..support.sample_drawings import DEEP, SMALL, SMALL_BACKWARD, SMALL_FORWARD


def test_a_table_has_the_weights_biases_and_activations_of_a_layer() -> None:
    assert network_text(SMALL, SMALL_FORWARD, input_names=["one", "two"]) == (
        "layer 1 (sigmoid), w\n"
        "        a      1        2\n"
        "one  0.05  +0.15 ▒  +0.25 ▒\n"
        "two   0.1   +0.2 ▒   +0.3 ▓\n"
        "b          +0.35    +0.35\n"
        "a          0.593    0.597\n"
        "\n"
        "output (sigmoid), w\n"
        "       a      1        2\n"
        "1  0.593   +0.4 ▓   +0.5 █\n"
        "2  0.597  +0.45 █  +0.55 █\n"
        "b          +0.6     +0.6\n"
        "a         0.751    0.773"
    )


def test_with_a_backward_pass_a_table_has_the_gradient() -> None:
    assert network_text(SMALL, None, SMALL_BACKWARD, ascii_only=True).endswith(
        "output (sigmoid), dC/dw\n"
        "             1          2\n"
        "1      +0.0822 #  -0.0226 :\n"
        "2      +0.0827 #  -0.0227 :\n"
        "dC/db   +0.138    -0.0381"
    )


def test_a_large_network_is_shown_in_part_and_fits_the_terminal() -> None:
    text = network_text(DEEP, forward(DEEP, [[1.0] * 47]), output_names=["a very long\nname of an output"] * 47)
    assert "… 8 more layers …\n\noutput (relu): 47 neurons" in text
    assert "layer 1 (relu), w, 43 of 47 neurons not shown" in text and "… 32 more" in text
    assert max(len(line) for line in text.splitlines()) <= 80


def test_a_single_output_after_layers_left_out_is_one_neuron() -> None:
    network = Network(*[Layer([[1.0]], [0.0]) for _ in range(9)])
    assert network_text(network).endswith("… 5 more layers …\n\noutput (linear): 1 neuron")


def test_a_line_break_in_a_name_does_not_break_the_table() -> None:
    network = Network(Layer.random(2, 2))
    assert len(network_text(network, output_names=["a\nb", "c"]).splitlines()) == 5


def test_a_gradient_says_what_it_is_the_mean_of() -> None:
    network = Network(Layer([[2.0]], [0.0]))
    for X, heading in (([[1]], "dC/dw"), ([[1], [1]], "dC/dw, mean of 2 examples")):
        records = backward(network, forward(network, X), [[1]] * len(X))
        assert network_text(network, None, records, ascii_only=True).splitlines()[0] == f"output (linear), {heading}"


@pytest.mark.parametrize("name, shown", [("f" * 40, "f" * 40), ("f" * 41, "f" * 39 + "…")])
def test_the_name_of_an_activation_is_cut_off_after_40_characters(name: str, shown: str) -> None:
    text = network_text(Network(*[Layer([[1.0]], [0.0], Activation(name, abs, abs)) for _ in range(9)]))
    assert f"layer 1 ({shown}), w\n" in text and f"output ({shown}): 1 neuron" in text
