"""The parts of the picture of a network: every shape of a tiny one, and what changes in a large one."""

from typing import List

import pytest

from minibackprop import Activation, Layer, Network, backward, forward
from minibackprop.drawing.network_svg import network_svg
from minibackprop.drawing.svg import BLUE, ORANGE

from ..support.sample_drawings import DEEP, SMALL
from ..support.svg_drawings import (
    description_of, elements, listing, numbers, place_of, texts, title_of, tooltip, weight_lines,
)

TINY = Network(Layer([[2.0, -1.0]], [0.5]))
NEURON = "fill=currentColor fill-opacity=0.06 stroke=currentColor stroke-width=1.5"
LEGEND = [
    "text '{}' text-anchor=start font-weight=600",
    f"line stroke={ORANGE} stroke-width=6 stroke-dasharray=7 4", "text '−2' text-anchor=start font-size=13",
    f"line stroke={ORANGE} stroke-width=2 stroke-dasharray=7 4", "text '−0.667' text-anchor=start font-size=13",
    f"line stroke={BLUE} stroke-width=2", "text '0.667' text-anchor=start font-size=13",
    f"line stroke={BLUE} stroke-width=6", "text '2' text-anchor=start font-size=13",
]


def dense(*sizes: int) -> Network:
    """A network of these sizes with weights of 1 and biases of 7."""
    return Network(*[
        Layer([[1.0] * before for _ in range(after)], [7.0] * after) for before, after in zip(sizes, sizes[1:])
    ])


def test_every_shape_of_a_tiny_network() -> None:
    svg = network_svg(TINY, forward(TINY, [[3, 1]]), input_names=["size", "age"], output_names=["price"])
    assert listing(svg) == [
        f"line 'w from age to price = -1' stroke={ORANGE} stroke-width=3 stroke-dasharray=7 4",
        f"line 'w from size to price = 2' stroke={BLUE} stroke-width=6",
        "text 'inputs' text-anchor=middle font-weight=600",
        f"circle 'size' r=24 {NEURON}", "text '3' text-anchor=middle font-weight=600 font-size=13",
        "text 'size' text-anchor=end font-size=13",
        f"circle 'age' r=24 {NEURON}", "text '1' text-anchor=middle font-weight=600 font-size=13",
        "text 'age' text-anchor=end font-size=13",
        "text 'output' text-anchor=middle font-weight=600", "text 'linear' text-anchor=middle",
        f"circle 'price, b = 0.5' r=24 {NEURON}",
        "text '5.5' text-anchor=middle font-weight=600 font-size=13",  # 2 · 3 − 1 · 1 + 0.5
        "text 'b 0.5' text-anchor=middle font-size=12 class=halo", "text 'price' text-anchor=start font-size=13",
        "text '2' text-anchor=middle font-size=13 class=halo", "text '−1' text-anchor=middle font-size=13 class=halo",
        *[shape.format("w") for shape in LEGEND],
    ]
    assert title_of(svg) == "A network: 2 → 1"
    assert description_of(svg) == (
        "Inputs and neurons: 2 → 1. Lines: the weights w; solid blue above 0, dashed orange below 0, at most 2 in "
        "absolute value. Inside the circles: the inputs and activations of example 1."
    )


def test_a_gradient_says_what_it_is_the_mean_of() -> None:
    X, Y = [[2, -1], [2, -1]], [[4.5], [4.5]]  # a = 5.5, so the gradient is (a − y) x = x
    mean = network_svg(TINY, None, backward(TINY, forward(TINY, X), Y), title="Two examples")
    assert listing(mean)[-10:] == [shape.format("∂C/∂w") for shape in LEGEND] + [
        "text 'mean of 2 examples' text-anchor=start font-size=12"
    ]
    assert title_of(mean) == "Two examples"
    assert description_of(mean) == (
        "Inputs and neurons: 2 → 1. Lines: the gradient ∂C/∂w, the mean of 2 examples; solid blue above 0, dashed "
        "orange below 0, at most 2 in absolute value."
    )
    legend_x, legend_y = place_of(mean, "∂C/∂w")
    assert place_of(mean, "mean of 2 examples") == [legend_x, legend_y + 22]
    single = network_svg(TINY, None, backward(TINY, forward(TINY, X[:1]), Y[:1]))
    assert "mean" not in single and listing(single)[-9:] == listing(mean)[-10:-1]
    height, lower, lowest = (numbers(elements(svg, "svg")[0], "height")[0] for svg in (mean, single, network_svg(TINY)))
    assert height > lower == lowest


@pytest.mark.parametrize("sizes, with_numbers", [([3, 3], True), ([10, 1], False), ([9, 1], True), ([2, 3, 4], False)])
def test_more_than_nine_weights_between_two_layers_are_not_written_beside_their_lines(
    sizes: List[int], with_numbers: bool
) -> None:
    svg = network_svg(dense(*sizes))
    halos = [shape.split("'")[1] for shape in listing(svg) if "class=halo" in shape]
    assert halos == (["b 7"] * sizes[1] + ["1"] * (sizes[0] * sizes[1]) if with_numbers else [])
    assert {float(line.attrib["stroke-width"]) for line in weight_lines(svg).values()} == {6 if with_numbers else 4}
    centers = [numbers(circle, "cx", "cy") for circle in elements(svg, "circle")]
    tallest = [y for x, y in centers if x == centers[0 if sizes[0] > 4 or sizes[0] == sizes[1] else -1][0]]
    pitch = 88 if with_numbers else 42
    assert [after - before for before, after in zip(tallest, tallest[1:])] == [pitch] * (len(tallest) - 1)
    assert centers[sizes[0]][0] - centers[0][0] == (230 if with_numbers else 150)
    assert tallest[0] == pytest.approx((34 if with_numbers else 54) + pitch / 2)


def test_a_circle_without_an_activation_is_smaller() -> None:
    assert {circle.attrib["r"] for circle in elements(network_svg(TINY), "circle")} == {"15"}


@pytest.mark.parametrize("sizes, share", [([2, 1], 1 / 2), ([1, 3], 1 / 2), ([2, 2], 1 / 3), ([2, 3], 1 / 4)])
def test_numbers_are_beside_their_lines_where_no_two_overlap(sizes: List[int], share: float) -> None:
    svg = network_svg(dense(*sizes))
    lines = sorted(numbers(line, "y1", "y2", "x1", "x2") for line in weight_lines(svg).values())
    places = [numbers(text, "x", "y") for text in elements(svg, "text")
              if text.text == "1" and text.attrib.get("class") == "halo"]
    assert sorted(places) == [
        pytest.approx(place, abs=0.02)
        for place in sorted([x1 + share * (x2 - x1), y1 + share * (y2 - y1) + 4] for y1, y2, x1, x2 in lines)
    ]


def test_long_names_are_cut_off_after_16_characters() -> None:
    names = {16: "x" * 16, 17: "x" * 15 + "…", 40: "x" * 15 + "…"}
    widths = set()
    for length, shown in names.items():
        name = "x" * length
        network = Network(Layer([[1.0]], [0.0], Activation(name, abs, abs)))
        svg = network_svg(network, input_names=[name], output_names=[name])
        assert texts(svg).count(shown) == 3  # of the input, the activation and the output
        widths.add(elements(svg, "svg")[0].attrib["width"])
    assert len(widths) == 1


def test_what_is_left_out_is_marked_by_dots() -> None:
    drawn = listing(network_svg(DEEP))
    assert drawn.count("text '… 38 more' text-anchor=middle class=halo") == 5
    dots = drawn.index("text '…' text-anchor=middle font-size=26")
    assert drawn[dots + 1] == "text '8 more layers' text-anchor=middle"
    assert [tooltip(circle) for circle in elements(network_svg(SMALL), "circle")][2] == "neuron 1 of layer 1, b = 0.35"
