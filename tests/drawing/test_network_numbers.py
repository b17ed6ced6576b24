"""The passes that are drawn must be records of the network that is drawn."""

import copy
from typing import Any

import pytest

from minibackprop import LayerGradient, Network, NumberError, SettingError, ShapeError, forward
from minibackprop.drawing.network_numbers import shown_parameters
from minibackprop.drawing.network_svg import network_svg
from minibackprop.drawing.network_text import network_text

from ..support.sample_drawings import HOUSING, SMALL, SMALL_BACKWARD, SMALL_FORWARD


@pytest.mark.parametrize("forward_pass", [SMALL_FORWARD, [], 3, [3, 3], SMALL_BACKWARD], ids=range(5))
def test_a_forward_pass_of_another_network_is_refused(forward_pass: Any) -> None:
    with pytest.raises(ShapeError) as caught:
        network_svg(HOUSING, forward_pass)
    assert str(caught.value) == "forward_pass is not from this network; pass what forward(network, X) returned"


@pytest.mark.parametrize("backward_pass", [
    [], 3, [3, 3], forward(HOUSING, [[1.0] * 13]),
    [LayerGradient(layer.weights, layer.biases) for layer in HOUSING.layers],
], ids=range(5))
def test_a_backward_pass_of_another_network_is_refused(backward_pass: Any) -> None:
    with pytest.raises(ShapeError) as caught:
        network_text(HOUSING, None, backward_pass)
    assert str(caught.value) == (
        "backward_pass is not from this network; it must have a LayerBackward for each layer, "
        "as backward(network, forward_pass, Y) returns"
    )


def test_a_backward_pass_of_other_shapes_is_refused() -> None:
    with pytest.raises(ShapeError, match="layer 1 needs 5 rows of ∂C/∂w of length 13"):
        network_text(HOUSING, None, SMALL_BACKWARD)
    for dC_dW, dC_db in ([[1.0, 2.0], [3.0, 4.0]], [5.0]), ([[1.0, 2.0], [3.0]], [5.0, 6.0]), ([], []):
        changed = [copy.copy(record) for record in SMALL_BACKWARD]
        changed[0].dC_dW, changed[0].dC_db = dC_dW, dC_db
        with pytest.raises(ShapeError, match="layer 1 needs 2 rows of ∂C/∂w of length 2"):
            network_svg(SMALL, None, changed)


def test_an_example_that_the_forward_pass_does_not_have_is_refused() -> None:
    with pytest.raises(SettingError, match="example is 3, but the forward pass has 2 examples"):
        network_svg(SMALL, SMALL_FORWARD, example=3)


def test_a_weight_that_is_no_longer_a_number_is_named() -> None:
    infinite = SMALL.layers[1].with_parameters([[float("inf"), 0.0], [0.0, 0.0]], [0.0, 0.0])
    with pytest.raises(NumberError, match="entry 1 of row 1 of w of layer 2 is inf"):
        network_svg(Network(SMALL.layers[0], infinite))


def test_a_bias_that_is_no_longer_a_number_is_named() -> None:
    infinite = SMALL.layers[1].with_parameters([[1.0, 0.0], [0.0, 0.0]], [0.0, float("inf")])
    with pytest.raises(NumberError, match="entry 2 of b of layer 2 is inf"):
        network_svg(Network(SMALL.layers[0], infinite))


def test_only_a_gradient_is_the_mean_of_examples() -> None:
    assert shown_parameters(SMALL, None).num_examples == 0
    assert shown_parameters(SMALL, SMALL_BACKWARD).num_examples == 1
