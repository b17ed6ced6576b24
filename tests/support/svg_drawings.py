"""Reading an SVG drawing: its elements, numbers, texts and tooltips, and where things are drawn."""

import xml.etree.ElementTree as ET
from typing import Dict, List, Tuple

from minibackprop.drawing.svg import drawing

SVG = "{http://www.w3.org/2000/svg}"


def elements(svg: str, tag: str) -> List[ET.Element]:
    return list(ET.fromstring(svg).iter(SVG + tag))


def numbers(element: ET.Element, *keys: str) -> List[float]:
    return [float(element.attrib[key]) for key in keys]


def texts(svg: str) -> List[str]:
    return [element.text or "" for element in elements(svg, "text")]


def title_of(svg: str) -> str:
    return elements(svg, "title")[0].text or ""


def description_of(svg: str) -> str:
    return elements(svg, "desc")[0].text or ""


def tooltip(element: ET.Element) -> str:
    return element.findtext(SVG + "title") or ""


def weight_lines(svg: str) -> Dict[str, ET.Element]:
    """The lines between neurons, by their tooltips."""
    return {tooltip(line): line for line in elements(svg, "line") if " from " in tooltip(line)}


def points(polyline: ET.Element) -> List[Tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (point.split(",") for point in polyline.attrib["points"].split())]


def place_of(svg: str, text: str) -> List[float]:
    """x and y of the first <text> element with this text."""
    return [numbers(element, "x", "y") for element in elements(svg, "text") if element.text == text][0]


def listing(svg: str) -> List[str]:
    """The shapes in the order in which they are drawn: what each is, says (text or tooltip) and looks like.

    Left out are their places, and that text has the color of text.
    """
    shapes = []
    for shape in ET.fromstring(svg):
        tag = shape.tag.replace(SVG, "")
        if tag in ("line", "polyline", "circle", "text"):
            look = [
                f"{key}={value}" for key, value in shape.attrib.items()
                if key not in ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "points")
                and not (tag == "text" and key == "fill")
            ]
            says = (shape.text or "") if tag == "text" else tooltip(shape)
            shapes.append(" ".join([tag, *([repr(says)] if says else []), *look]))
    return shapes


def picture_of(shapes: List[str]) -> str:
    """A whole drawing with these shapes."""
    return drawing(100, 100, "a title", "a description", shapes)
