"""The two colours of a drawing's style, and the colours of its shapes."""

import re
import xml.etree.ElementTree as ET

import pytest

from minibackprop.drawing.svg import BLUE, ORANGE

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
