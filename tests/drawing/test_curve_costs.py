"""Costs that cannot be drawn are refused, with a message that says why."""

import math
from typing import Callable, Type

import pytest

from minibackprop import NumberError, ShapeError
from minibackprop.drawing.curve_svg import cost_svg
from minibackprop.drawing.curve_text import cost_text


@pytest.mark.parametrize("draw, error, message", [
    (lambda: cost_svg([]), ShapeError, "costs must be a list of numbers"),
    (lambda: cost_svg([1, math.nan]), NumberError, "entry 2 of costs is nan"),
    (lambda: cost_text([1, math.nan]), NumberError, "entry 2 of costs is nan"),
    (lambda: cost_svg([1], "23"),  # type: ignore[arg-type]
     ShapeError, "held_out_costs must be a list of numbers"),
    (lambda: cost_svg([1], ""),  # type: ignore[arg-type]
     ShapeError, "held_out_costs must be a list of numbers"),
    (lambda: cost_text([1], [math.inf]), NumberError, "entry 1 of held_out_costs is inf"),
    (lambda: cost_svg([0, -1], log=True), NumberError, "no value is above 0"),
    (lambda: cost_text([0, -1], log=True), NumberError, "no value is above 0"),
])
def test_errors_say_which_cost_is_wrong(draw: Callable[[], str], error: Type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        draw()
    assert message in str(caught.value)
