"""The legend of a network has a sample line for each sign that its numbers have."""

from minibackprop import Layer, Network
from minibackprop.drawing.network_svg import network_svg

from ..support.sample_drawings import SMALL
from ..support.svg_drawings import texts


def test_the_legend_has_the_signs_that_occur() -> None:
    assert {"0.183", "0.55"} <= set(texts(network_svg(SMALL))) and "−0.55" not in texts(network_svg(SMALL))
    assert {"−3", "−1"} <= set(texts(network_svg(Network(Layer([[-3]], [0])))))
    assert "every w is 0: no lines" in texts(network_svg(Network(Layer([[0]], [0]))))
