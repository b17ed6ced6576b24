"""The two colours of a drawing's style, and the colours of its shapes."""

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from minibackprop.drawing.svg import BLUE, ORANGE, drawing, escape, label, line, polyline, text_width

from ..support.sample_drawings import DRAWINGS
from ..support.svg_drawings import elements


def test_text_and_background_have_the_colours_of_the_page() -> None:
    svg = DRAWINGS["network"]()
    style = elements(svg, "style")[0].text or ""
    assert "CanvasText" in style and "color-scheme:light dark" in style and "@media print" in style
    for selector in re.findall(r"([^{}]+)\{", style.replace("@media print{", "")):
        assert selector.startswith(".minibackprop"), selector  # no rule applies to the rest of the page
    for element in ET.fromstring(svg).iter():
        for key in ("fill", "stroke"):
            assert element.attrib.get(key, "none") in ("none", "currentColor", BLUE, ORANGE)


@pytest.mark.parametrize("colour", [BLUE, ORANGE])
@pytest.mark.parametrize("background", ["#ffffff", "#121212"])
def test_colours_stand_out_on_light_and_dark(colour: str, background: str) -> None:
    """A contrast of 3 : 1, which WCAG 2.1 requires of graphics."""

    def luminance(hexadecimal: str) -> float:
        parts = [int(hexadecimal[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted([luminance(colour), luminance(background)])
    assert (light + 0.05) / (dark + 0.05) >= 3


@pytest.mark.parametrize("code", [
    0x00, 0x08, 0x1F, 0x7F, 0x80, 0x9F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF, 0x10FFFE, 0x10FFFF,
])
def test_what_xml_forbids_or_discourages_becomes_a_question_mark(code: int) -> None:
    assert escape(f"a{chr(code)}b") == "a?b"


@pytest.mark.parametrize("code", [0x20, 0x7E, 0xA0, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x1FFFD, 0x20000, 0x10FFFD])
def test_every_other_character_stays(code: int) -> None:
    assert escape(f"a{chr(code)}b") == f"a{chr(code)}b"


def test_a_line_break_in_a_text_is_a_space() -> None:
    assert escape("a\tb\nc\rd") == "a b c d"


def test_coordinates_have_at_most_two_decimals_and_0_has_no_sign() -> None:
    drawn = line(-0.001, 1.0, 100.0, 1 / 3, [("stroke", "red")])
    assert drawn == '<line x1="0" y1="1" x2="100" y2="0.33" stroke="red"/>'


@pytest.mark.parametrize("text, width", [
    ("wide", 4 * 0.6), ("日本", 2), ("\u10ff", 0.6), ("\u1100", 1), ("ab…−∂→⋮⋯", 8 * 0.6), ("", 0),
])
def test_a_letter_is_about_half_as_wide_as_an_ideograph(text: str, width: float) -> None:
    assert text_width(text, 10) == pytest.approx(10 * width)


def test_a_shape_is_in_the_color_of_the_text_unless_it_has_its_own() -> None:
    assert 'stroke="currentColor"' in line(0, 0, 1, 1, []) and 'stroke="currentColor"' in polyline([(0, 0)], [])
    assert "currentColor" not in line(0, 0, 1, 1, [("stroke", "red")]) + polyline([(0, 0)], [("stroke", "red")])


def test_a_drawing_is_a_list_of_its_parts_line_by_line() -> None:
    svg: Any = drawing(20, 10.5, "A & B", "a dot", [label(1, 2, "", "end"), label(1, 2, "0")])
    assert svg._repr_svg_() == svg
    opening, *parts = svg.split("\n")
    assert 'viewBox="0 0 20 10.5" width="20" height="10.5"' in opening
    assert [part.split(">")[0] for part in parts] == [
        "<title", "<desc", "<style", '<text x="1" y="2" text-anchor="start" fill="currentColor"', "</svg",
    ]
