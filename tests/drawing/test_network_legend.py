"""The legend of a network has a sample line for each sign that its numbers have."""

from typing import List

import pytest

from minibackprop import Layer, Network
from minibackprop.drawing.network_legend import Legend
from minibackprop.drawing.network_svg import network_svg
from minibackprop.drawing.svg import BLUE, ORANGE

from ..support.sample_drawings import SMALL
from ..support.svg_drawings import elements, listing, numbers, picture_of, texts


def test_the_legend_has_the_signs_that_occur() -> None:
    assert {"0.183", "0.55"} <= set(texts(network_svg(SMALL))) and "−0.55" not in texts(network_svg(SMALL))
    assert {"−3", "−1"} <= set(texts(network_svg(Network(Layer([[-3]], [0])))))
    assert "every w is 0: no lines" in texts(network_svg(Network(Layer([[0]], [0]))))


@pytest.mark.parametrize("numbers, samples", [
    ([3, 1], [1, 3]), ([0, 3], [1, 3]), ([-3, -1], [-3, -1]), ([-3, 0], [-3, -1]), ([-3, 1], [-3, -1, 1, 3]),
    ([-1, 3], [-3, -1, 1, 3]), ([0, 0], []),
])
def test_the_samples_are_the_largest_number_and_a_third_of_it(numbers: List[float], samples: List[float]) -> None:
    assert Legend("w", numbers, 6.0).samples == samples


def test_the_legend_is_a_line_with_a_heading_and_samples_with_their_numbers() -> None:
    legend = Legend("dC/dw", [-3, 1], 6.0)
    svg = picture_of(legend.shapes(20, 10))
    assert listing(svg) == [
        "text 'dC/dw' text-anchor=start font-weight=600",
        f"line stroke={ORANGE} stroke-width=6 stroke-dasharray=7 4", "text '−3' text-anchor=start font-size=13",
        f"line stroke={ORANGE} stroke-width=2 stroke-dasharray=7 4", "text '−1' text-anchor=start font-size=13",
        f"line stroke={BLUE} stroke-width=2", "text '1' text-anchor=start font-size=13",
        f"line stroke={BLUE} stroke-width=6", "text '3' text-anchor=start font-size=13",
    ]
    first = 20 + 5 * 0.6 * 14 + 16  # the heading has five letters, each 0.6 times as wide as its font size
    negative, positive = 54 + 2 * 0.6 * 13, 54 + 0.6 * 13  # the width of a sample with a number of two signs, or one
    places = [first, first + negative, first + 2 * negative, first + 2 * negative + positive]
    assert [numbers(line, "x1", "x2", "y1", "y2") for line in elements(svg, "line")] == [
        pytest.approx([x, x + 32, 6, 6]) for x in places
    ]
    assert [numbers(text, "x", "y") for text in elements(svg, "text")] == [
        pytest.approx([x, 10]) for x in [20] + [place + 38 for place in places]
    ]
    assert 20 + legend.width == pytest.approx(places[-1] + positive)


def test_the_legend_of_zeros_is_a_sentence() -> None:
    (text,) = elements(picture_of(Legend("w", [0, 0], 6.0).shapes(20, 10)), "text")
    assert (text.text, numbers(text, "x", "y")) == ("every w is 0: no lines", [20, 10])


def test_its_text_tells_what_it_is() -> None:
    assert repr(Legend("w", [-3, 1], 6.0)) == "Legend(w up to 3)"
