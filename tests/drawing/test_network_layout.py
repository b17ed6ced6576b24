"""The names that are given for a network must fit it."""

from typing import Callable, Type

import pytest

from minibackprop import SettingError, ShapeError
from minibackprop.drawing.network_layout import NetworkLayout
from minibackprop.drawing.network_svg import network_svg
from minibackprop.drawing.network_text import network_text

from ..support.sample_drawings import DEEP, SMALL, SMALL_FORWARD


@pytest.mark.parametrize("draw, error, message", [
    (lambda: network_svg(3),  # type: ignore[arg-type]
     TypeError, "the network must be a Network, but is 3"),
    (lambda: network_svg(SMALL, SMALL_FORWARD, example=0),
     SettingError, "example is 0, but must be a whole number, 1 or more"),
    (lambda: network_text(SMALL, input_names=["a"]),
     ShapeError, "input_names has 1 name, but the network has 2 inputs: give each a name"),
    (lambda: network_text(SMALL, output_names=[]),
     ShapeError, "output_names has 0 names, but the network has 2 outputs: give each a name"),
    (lambda: network_svg(SMALL, input_names=5),  # type: ignore[arg-type]
     ShapeError, "input_names must be a list with a name for each input, but this is 5"),
    (lambda: network_svg(SMALL, output_names="ab"),
     ShapeError, "output_names must be a list with a name for each output, but this is 'ab'"),
])
def test_errors_say_what_was_given_and_what_is_needed(
    draw: Callable[[], str], error: Type[Exception], message: str
) -> None:
    with pytest.raises(error) as caught:
        draw()
    assert message in str(caught.value)


def test_its_text_tells_the_size_of_each_layer() -> None:
    assert repr(NetworkLayout(SMALL, None, None, 1, None, None, 10)) == "NetworkLayout(2 → 2 → 2)"
    assert repr(NetworkLayout(DEEP, None, None, 1, None, None, 10)) == "NetworkLayout(47 → 47 → 47 → 47 → … → 47)"
