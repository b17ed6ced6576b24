"""In a notebook an explanation is its text."""

import xml.etree.ElementTree as ElementTree

from minibackprop import SIGMOID, Layer, Network, explain

NETWORK = Network(Layer([[1, 2], [3, 4]], [0, 1], SIGMOID), Layer([[1, -1]], [0]))


def test_an_explanation_is_its_text() -> None:
    html = explain(NETWORK, [1, 2], [1], layer=1, neuron=2, input=1)._repr_html_()
    assert ElementTree.fromstring(html).text == str(explain(NETWORK, [1, 2], [1], layer=1, neuron=2, input=1))
