"""The worked examples that the package comes with are those whose figures are tested."""

import pytest
from published_examples import HAGAN, HAN_KAMBER, HMKCODE, MAZUR, Example, network_of

from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES


@pytest.mark.parametrize("name, tested", [
    ("mazur", MAZUR), ("han-kamber", HAN_KAMBER), ("hagan", HAGAN), ("hmkcode", HMKCODE),
])
def test_the_examples_to_explain_are_those_of_the_tests(name: str, tested: Example) -> None:
    shipped, network = PUBLISHED_EXAMPLES[name], network_of(tested)
    assert (shipped.x, shipped.y, shipped.learning_rate) == (tested["x"], tested["y"], tested["learning_rate"])
    assert [(layer.weights, layer.biases, layer.activation) for layer in shipped.network.layers] == [
        (layer.weights, layer.biases, layer.activation) for layer in network.layers
    ]
