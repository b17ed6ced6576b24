"""The picture of a network shows its weights, its passes and its size correctly."""

import math
import re

import pytest
from published_examples import MAZUR

from minibackprop import Layer, Network, backward, forward
from minibackprop.drawing.network_svg import network_svg
from minibackprop.drawing.svg import BLUE, ORANGE

from ..support.sample_drawings import DEEP, HOUSING, SMALL, SMALL_BACKWARD, SMALL_FORWARD, TABLE
from ..support.svg_drawings import description_of, elements, numbers, texts, title_of, tooltip, weight_lines


def test_the_larger_a_weight_the_thicker_its_line() -> None:
    network = Network(Layer([[0.5, -1.0], [2.0, 0.0]], [0, 0]), Layer([[-4.0, 1e-6]], [0]))
    drawn = weight_lines(network_svg(network))
    widths = {name: float(line.attrib["stroke-width"]) for name, line in drawn.items()}
    assert widths == {
        "w from x₁ to neuron 1 of layer 1 = 0.5": 0.75,
        "w from x₂ to neuron 1 of layer 1 = -1": 1.5,
        "w from x₁ to neuron 2 of layer 1 = 2": 3.0,
        "w from x₂ to neuron 2 of layer 1 = 0": 0.0,
        "w from neuron 1 of layer 1 to output 1 = -4": 6.0,
        "w from neuron 2 of layer 1 to output 1 = 1e-06": 0.5,
    }
    for name, line in drawn.items():
        is_below_0 = " = -" in name
        assert line.attrib["stroke"] == (ORANGE if is_below_0 else BLUE)
        assert ("stroke-dasharray" in line.attrib) == is_below_0
    assert list(widths.values()) == sorted(widths.values())  # the thick ones are drawn last, on top


def test_lines_run_between_the_rims_of_their_neurons() -> None:
    svg = network_svg(SMALL)
    centres = {tooltip(circle).split(",")[0]: numbers(circle, "cx", "cy", "r") for circle in elements(svg, "circle")}
    assert list(centres) == ["x₁", "x₂", "neuron 1 of layer 1", "neuron 2 of layer 1", "output 1", "output 2"]
    assert centres["x₁"][0] < centres["neuron 1 of layer 1"][0] < centres["output 1"][0]
    for name, line in weight_lines(svg).items():
        match = re.match("w from (.*) to (.*) = ", name)
        assert match is not None
        x1, y1, x2, y2 = numbers(line, "x1", "y1", "x2", "y2")
        (from_x, from_y, radius), (to_x, to_y, _) = (centres[name] for name in match.groups())
        share = radius / math.hypot(to_x - from_x, to_y - from_y)
        assert (x1, y1) == pytest.approx((from_x + share * (to_x - from_x), from_y + share * (to_y - from_y)), abs=0.02)
        assert (x2, y2) == pytest.approx((to_x - share * (to_x - from_x), to_y - share * (to_y - from_y)), abs=0.02)


def test_a_small_network_has_its_numbers_written_in() -> None:
    shown = texts(network_svg(SMALL, SMALL_FORWARD, input_names=["in 1", "in 2"], output_names=["out 1", "out 2"]))
    for text in "0.15 0.2 0.25 0.3 0.4 0.45 0.5 0.55 0.05 0.1 0.593 0.597 0.751 0.773".split():
        assert text in shown
    assert shown.count("b 0.35") == shown.count("b 0.6") == 2
    assert {"in 1", "in 2", "out 1", "out 2", "inputs", "layer 1", "output", "sigmoid"} <= set(shown)
    assert "0.593" not in texts(network_svg(SMALL, SMALL_FORWARD, example=2))
    assert {"1", "2"} <= set(texts(network_svg(SMALL, SMALL_FORWARD, example=2)))


def test_with_a_backward_pass_the_lines_show_the_gradient() -> None:
    svg = network_svg(SMALL, SMALL_FORWARD, SMALL_BACKWARD)
    assert {"0.0822", "0.0827", "−0.0226", "−0.0227", "∂C/∂w", "∂C/∂b 0.138"} <= set(texts(svg))
    assert "the gradient ∂C/∂w; solid blue above 0, dashed orange below 0, at most 0.08267" in description_of(svg)
    widths = {name: float(line.attrib["stroke-width"]) for name, line in weight_lines(svg).items()}
    assert widths["∂C/∂w from neuron 2 of layer 1 to output 1 = 0.0826676"] == 6
    share = MAZUR["exact"]["dC_dW2"][1][0] / MAZUR["exact"]["dC_dW2"][0][1]
    assert widths["∂C/∂w from neuron 1 of layer 1 to output 2 = -0.0226025"] == pytest.approx(-6 * share, abs=0.01)


def test_it_says_that_a_gradient_is_the_mean_over_the_examples() -> None:
    svg = network_svg(HOUSING, None, backward(HOUSING, forward(HOUSING, TABLE.X), TABLE.Y))
    assert "mean of 506 examples" in texts(svg)
    assert "the mean of 506 examples" in description_of(svg)


def test_it_says_which_example_the_activations_are_of() -> None:
    assert "the inputs and activations of example 2" in description_of(network_svg(SMALL, SMALL_FORWARD, example=2))
    assert "activations" not in description_of(network_svg(SMALL))


def test_a_large_network_is_drawn_in_part_and_says_so() -> None:
    svg = network_svg(DEEP)
    assert len(elements(svg, "circle")) == 5 * 9
    assert len(weight_lines(svg)) == 3 * 9 * 9
    assert texts(svg).count("… 38 more") == 5 and "8 more layers" in texts(svg)
    description = description_of(svg)
    assert "47 → 47 → 47 → 47 → … → 47" in description and "47 → 47 → 47 → 47 → … → 47" in title_of(svg)
    assert "Not drawn: 8 layers." in description and "Not drawn: 38 of the 47 neurons of layer 1." in description
    assert "Not drawn: 38 of the 47 inputs." in description and "Not drawn: 38 of the 47 outputs." in description
    housing = network_svg(HOUSING, input_names=TABLE.feature_names)
    assert "… 4 more" in texts(housing) and {"CRIM", "DIS", "LSTAT"} <= set(texts(housing))
    assert "RAD" not in texts(housing) and "Not drawn" not in network_svg(SMALL)
