"""In a notebook a network and a training result are drawings; everywhere else they stay one line."""

import xml.etree.ElementTree as ElementTree
from typing import Union

import pytest

from minibackprop import SIGMOID, Layer, Network, TrainingResult, train

NETWORK = Network(Layer([[1, 2], [3, 4]], [0, 1], SIGMOID), Layer([[1, -1]], [0]))
RESULT = train(NETWORK, [[1, 2], [3, 4]], [[1], [2]], 0.1, epochs=3, held_out=([[1, 1]], [[1]]))


@pytest.mark.parametrize("shown", [NETWORK, RESULT], ids=repr)
def test_it_is_a_drawing_in_a_notebook_and_a_line_elsewhere(shown: Union[Network, TrainingResult]) -> None:
    root = ElementTree.fromstring(shown._repr_svg_())
    assert root.tag.endswith("svg")
    assert "\n" not in repr(shown) and repr(shown) == str(shown)
