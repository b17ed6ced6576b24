"""Names in text drawings: only characters that a terminal shows and, with ascii_only, only ASCII."""

import unicodedata

import pytest

from minibackprop import TANH, Activation, Layer, Network
from minibackprop.drawing.activation_text import activation_text
from minibackprop.drawing.curve_text import cost_text
from minibackprop.drawing.network_text import network_text
from minibackprop.drawing.plain_text import one_line, printable, to_ascii
from minibackprop.drawing.scatter_text import predicted_text, residuals_text

from ..support.sample_drawings import DEEP, SMALL, SMALL_BACKWARD, SMALL_FORWARD

NOT_SHOWN = [
    "\x00", "\x07", "\t", "\n", "\r", "\x1b", "\x7f", "\x85", "\x9b", "\xad", "\u061c", "\u180e", "\u200b", "\u200d",
    "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff", "\ud800",
    "\udfff", "\ufdd0", "\ufdef", "\ufff9", "\uffff", "\U000e0041",
]


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


@pytest.mark.parametrize("character", NOT_SHOWN, ids=ascii)
def test_what_a_terminal_does_not_show_becomes_a_question_mark(character: str) -> None:
    assert printable(f"a{character}b") == one_line(f"a{character}b") == "a?b"


def test_what_a_terminal_shows_stays_as_it_is() -> None:
    text = "Größe in m² → ∂C/∂w ½‖y − a‖² 日本 العربية עברית ✓ 😀 \xa0|"
    assert printable(text) == one_line(text, 100) == text


def test_nothing_that_unicode_calls_a_control_or_a_separator_of_lines_is_left() -> None:
    for code in range(0x110000):
        if unicodedata.category(chr(code)) in ("Cc", "Cs", "Zl", "Zp"):
            assert printable(chr(code)) == "?", hex(code)
        elif unicodedata.bidirectional(chr(code)) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"):
            assert printable(chr(code)) == "?", hex(code)


@pytest.mark.parametrize("num_layers", [2, 9])
def test_no_name_in_a_drawing_reaches_the_terminal_as_a_control(num_layers: int) -> None:
    evil = "".join(NOT_SHOWN)
    layer = Layer([[1.0]], [0.0], Activation(evil, abs, abs))
    for text in (
        network_text(Network(*[layer] * num_layers), input_names=[evil], output_names=[evil]),
        activation_text(layer.activation),
    ):
        assert printable(text.replace("\n", "")) == text.replace("\n", "")
        assert "???" in text


NOT_SHOWN_RANGES = [
    (0x00, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x061C, 0x061C), (0x180E, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E),
    (0x2060, 0x2064), (0x2066, 0x206F), (0xD800, 0xDFFF), (0xFDD0, 0xFDEF), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB),
    (0xFFFE, 0xFFFF), (0xE0000, 0xE007F),
]


@pytest.mark.parametrize("first, last", NOT_SHOWN_RANGES)
def test_the_characters_beside_those_that_a_terminal_does_not_show_are_shown(first: int, last: int) -> None:
    beside = "".join(chr(code) for code in (first - 1, last + 1) if code >= 0)
    assert printable(beside) == beside
    assert set(printable("".join(chr(code) for code in range(first, last + 1)))) == {"?"}


def test_a_name_is_cut_off_after_14_characters() -> None:
    assert one_line("x" * 14) == "x" * 14
    assert one_line("x" * 15) == "x" * 13 + "…"


def test_in_ascii_subscripts_are_digits_and_what_is_not_ascii_is_a_question_mark() -> None:
    assert to_ascii("₀₁₂₃₄₅₆₇₈₉") == "0123456789"
    assert to_ascii("a\u207f\u208a\x7e\x80\x81") == "a??~??"
