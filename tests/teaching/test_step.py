"""The rows of a step say which quantity they show: as a symbol, in spoken words, and as a place in the figure."""

from typing import Tuple

import pytest

from minibackprop import Layer, Network
from minibackprop.teaching.step import row_of, slope_row_of

NETWORK = Network(Layer([[1.0, 2.0], [3.0, 4.0]], [5.0, 6.0]), Layer([[7.0, 8.0]], [9.0]))
Names = Tuple[str, str, str, str]


@pytest.mark.parametrize("quantity, names", [
    (("x", 2), ("x₂", "input 2", "x.2", "")),
    (("y", 1), ("y₁", "target 1", "y.1", "")),
    (("w", 1, 2, 1), ("w¹₂₁", "the weight of layer 1, neuron 2, input 1", "w.1.2.1", "1.2.1")),
    (("b", 1, 2), ("b¹₂", "the bias of layer 1, neuron 2", "b.1.2", "1.2")),
    (("z", 1, 2), ("z¹₂", "z of layer 1, neuron 2", "z.1.2", "")),
    (("a", 2, 1), ("a²", "a of layer 2, neuron 1", "a.2.1", "")),
])
def test_a_quantity_has_a_symbol_spoken_words_and_a_place(quantity: Tuple[str, int], names: Names) -> None:
    row = row_of(NETWORK, quantity, [(1.0, "")])
    assert (row.symbol, row.spoken, row.place, row.weight) == names


@pytest.mark.parametrize("top, quantity, names", [
    ("C", ("a", 1, 2), ("∂C/∂a¹₂", "the slope of the cost with respect to a of layer 1, neuron 2", "dC_da.1.2", "")),
    ("a", ("z", 1, 2),
     ("∂a¹₂/∂z¹₂", "the slope of a of layer 1, neuron 2 with respect to z of layer 1, neuron 2", "da_dz.1.2", "")),
    ("C", ("z", 2, 1), ("∂C/∂z²", "the slope of the cost with respect to z of layer 2, neuron 1", "dC_dz.2.1", "")),
    ("C", ("w", 1, 2, 1), (
        "∂C/∂w¹₂₁", "the slope of the cost with respect to the weight of layer 1, neuron 2, input 1", "w.1.2.1", "1.2.1"
    )),
    ("C", ("b", 2, 1),
     ("∂C/∂b²₁", "the slope of the cost with respect to the bias of layer 2, neuron 1", "b.2.1", "2.1")),
])
def test_a_slope_has_its_own_place_but_that_of_a_weight_is_shown_at_the_weight(
    top: str, quantity: Tuple[str, int], names: Names
) -> None:
    row = slope_row_of(NETWORK, top, quantity, [(1.0, "")])
    assert (row.symbol, row.spoken, row.place, row.weight) == names
