"""With ascii_only, every text drawing is ASCII, whatever the names in it."""

import pytest

from minibackprop import TANH, Activation
from minibackprop.drawing.activation_text import activation_text
from minibackprop.drawing.curve_text import cost_text
from minibackprop.drawing.network_text import network_text
from minibackprop.drawing.scatter_text import predicted_text, residuals_text

from ..support.sample_drawings import DEEP, SMALL, SMALL_BACKWARD, SMALL_FORWARD


@pytest.mark.parametrize("text", [
    network_text(SMALL, SMALL_FORWARD, SMALL_BACKWARD, 1, ["é" * 30, "x\n"], ["→", "日本"], True),
    network_text(DEEP, ascii_only=True),
    cost_text([3, 1], [2, 1], log=True, ascii_only=True),
    predicted_text([1, 2], [2, 1], ascii_only=True),
    residuals_text([1, 2], [2, 1], ascii_only=True),
    activation_text(TANH, ascii_only=True),
    activation_text(Activation("é\n", abs, abs), ascii_only=True),
], ids=range(7))
def test_ascii_only_is_ascii(text: str) -> None:
    assert all(character == "\n" or 32 <= ord(character) < 127 for character in text)
