"""Every SVG drawing is well-formed, described, safe in any page, complete, and readable without colour."""

import math
import re
import xml.etree.ElementTree as ET
from typing import Callable

import pytest

from minibackprop.drawing.curve_svg import cost_svg
from minibackprop.drawing.network_svg import network_svg
from minibackprop.drawing.scatter_svg import predicted_svg
from minibackprop.drawing.svg import escape

from ..support.sample_drawings import DRAWINGS, MALICIOUS, SMALL, each_drawing
from ..support.svg_drawings import SVG, numbers, texts


@each_drawing
def test_it_is_well_formed_and_described(name: str) -> None:
    root = ET.fromstring(DRAWINGS[name]())
    assert [child.tag for child in root][:3] == [SVG + "title", SVG + "desc", SVG + "style"]
    assert (root[0].text or "").strip() and (root[1].text or "").strip()
    assert root.attrib["role"] == "img"
    width, height = numbers(root, "width", "height")
    assert root.attrib["viewBox"].split() == ["0", "0", root.attrib["width"], root.attrib["height"]]
    assert 200 < width < 1500 and 150 < height < 1500


@each_drawing
def test_it_is_safe_in_any_page(name: str) -> None:
    svg = DRAWINGS[name]()
    root = ET.fromstring(svg)
    assert {element.tag.replace(SVG, "") for element in root.iter()} <= {
        "svg", "title", "desc", "style", "line", "polyline", "circle", "text"
    }
    for element in root.iter():
        for key in element.attrib:
            assert key in (
                "class viewBox width height role font-family font-size font-weight font-style text-anchor points x y "
                "x1 y1 x2 y2 cx cy r fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray "
                "stroke-linejoin"
            ).split(), key
    assert "url(" not in svg and "@import" not in svg and "id=" not in svg
    assert "<script" not in svg and svg.count("http") == 1
    assert {element.attrib["class"] for element in root.iter() if "class" in element.attrib} <= {"minibackprop", "halo"}


@each_drawing
def test_its_numbers_are_finite_and_inside(name: str) -> None:
    root = ET.fromstring(DRAWINGS[name]())
    width, height = numbers(root, "width", "height")
    for element in root.iter():
        for key, value in element.attrib.items():
            if key in ("x", "x1", "x2", "cx"):
                assert 0 <= float(value) <= width, (element.tag, key)
            if key in ("y", "y1", "y2", "cy"):
                assert 0 <= float(value) <= height, (element.tag, key)
            if key in ("stroke-width", "r", "font-size", "fill-opacity"):
                assert math.isfinite(float(value))
            if key == "points":
                for point in value.split():
                    x, y = (float(part) for part in point.split(","))
                    assert 0 <= x <= width and 0 <= y <= height
    assert not re.search(r"\b(nan|inf)\b", " ".join(root.itertext()))


@each_drawing
def test_no_text_is_cut_off_or_too_small(name: str) -> None:
    """By the rule of thumb that a letter is 0.6 times as wide as its font size."""
    root = ET.fromstring(DRAWINGS[name]())
    width = float(root.attrib["width"])
    for element in root.iter(SVG + "text"):
        size = float(element.attrib.get("font-size", "14"))
        assert size >= 9
        length = 0.6 * size * len(element.text or "")
        x, anchor = float(element.attrib["x"]), element.attrib["text-anchor"]
        left = x - {"start": 0.0, "middle": length / 2, "end": length}[anchor]
        if "malicious" not in name:
            assert -1 <= left and left + length <= width + 1, element.text


def test_malicious_text_stays_text() -> None:
    svg = DRAWINGS["network, malicious"]()
    shown = escape(MALICIOUS)
    assert f"<title>{shown}</title>" in svg and "]]>" not in svg and "\x00" not in svg
    assert ET.fromstring(svg)[0].text == "<script>alert(1)</script>\"' ]]> & ??? onload=x"
    assert "<script>alert(1…" in texts(svg)


class Broken:
    """An object that cannot be shown."""

    def __repr__(self) -> str:
        raise RuntimeError("no text")


@pytest.mark.parametrize("call, name", [
    (lambda: cost_svg([1], title=Broken()), "the title"),  # type: ignore[arg-type]
    (lambda: predicted_svg([1], [1], unit=Broken()), "the unit"),  # type: ignore[arg-type]
    (lambda: network_svg(SMALL, output_names=["a", Broken()]), "a name in output_names"),  # type: ignore[list-item]
], ids=["title", "unit", "names"])
def test_a_text_that_cannot_be_shown_is_named(call: Callable[[], object], name: str) -> None:
    with pytest.raises(TypeError, match=f"{name} cannot be converted to text: it is a value of type Broken"):
        call()
