"""The worked examples that the package comes with are those whose figures are tested."""

import pytest
from published_examples import HAGAN, HAN_KAMBER, HMKCODE, MAZUR, Example, network_of

from minibackprop import SettingError
from minibackprop.teaching.published_examples import published_example


@pytest.mark.parametrize("name, tested", [
    ("mazur", MAZUR), ("han-kamber", HAN_KAMBER), ("hagan", HAGAN), ("hmkcode", HMKCODE),
])
def test_the_examples_to_explain_are_those_of_the_tests(name: str, tested: Example) -> None:
    shipped, network = published_example(name), network_of(tested)
    assert (shipped.x, shipped.y, shipped.learning_rate) == (tested["x"], tested["y"], tested["learning_rate"])
    assert [(layer.weights, layer.biases, layer.activation) for layer in shipped.network.layers] == [
        (layer.weights, layer.biases, layer.activation) for layer in network.layers
    ]
    assert isinstance(shipped.source, str)
    assert repr(shipped) == f"WorkedExample({network})"


def test_an_example_that_does_not_exist_is_refused_with_the_names_of_those_that_do() -> None:
    with pytest.raises(SettingError) as error:
        published_example("nobody")
    assert str(error.value) == "there is no example 'nobody'; choose one of these: hagan, han-kamber, hmkcode, mazur"
