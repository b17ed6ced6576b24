"""A drawing of an activation function needs an Activation and a range from low to high."""

import math
from typing import Callable, Type

import pytest

from minibackprop import TANH, NumberError, SettingError
from minibackprop.drawing.activation_svg import activation_svg
from minibackprop.drawing.activation_text import activation_text


@pytest.mark.parametrize("draw, error, message", [
    (lambda: activation_svg("sigmoid"),  # type: ignore[arg-type]
     TypeError, "the activation is 'sigmoid', but must be SIGMOID, without quotes"),
    (lambda: activation_svg(TANH, 4, -4), SettingError, "low is 4 and high is -4, but low must be clearly below high"),
    (lambda: activation_text(TANH, math.inf), NumberError, "low is inf"),
])
def test_errors_say_what_is_needed(draw: Callable[[], str], error: Type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        draw()
    assert message in str(caught.value)
