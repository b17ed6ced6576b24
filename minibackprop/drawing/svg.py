"""SVG, the vector graphics format of the web, as text: a shape is an element such as <line x1="0" …/>.

How a shape looks is in its attributes, so that a drawing works in a web page, in a slide and in a drawing program. The
style only sets the two colours of the page, text (`currentColor`) and background: dark on light or light on dark.
"""

from ..validation import as_number, as_text
from .notebook import Picture

TYPE_CHECKING = False
if TYPE_CHECKING:
    Attributes = list[tuple[str, object]]
    Points = list[tuple[float, float]]
else:
    Attributes = Points = list

# Colour-blind readers can tell blue and orange apart too; both have a contrast above 3 : 1 on white and on black.
BLUE = "#2b7bba"
ORANGE = "#d2600a"
DASHES = "7 4"

ESCAPED = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\t": " ", "\n": " ", "\r": " ",
}

STYLE = (
    ".minibackprop{color:#1f2328;color:CanvasText;background:#fff;background:Canvas;max-width:100%;height:auto}"
    ".minibackprop:root{color-scheme:light dark}"  # a file of its own follows the reader; in a page, the page decides
    ".minibackprop .halo{paint-order:stroke;stroke:#fff;stroke:Canvas;stroke-width:8px;stroke-linejoin:round}"
    "@media print{.minibackprop{color-scheme:light}}"
)


def escape(text: object) -> str:
    """The text with the special characters of XML escaped, and those that XML forbids replaced by question marks.

    >>> escape("a<b & 'c' \\x00")
    'a&lt;b &amp; &#39;c&#39; ?'
    """
    return "".join([ESCAPED.get(character) or _allowed(character) for character in str(text)])


def _allowed(character: str) -> str:
    code = ord(character)
    is_forbidden = code < 32 or 127 <= code < 160 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE
    return "?" if is_forbidden else character


def _coordinate(value: float) -> str:
    """The number with at most two decimals."""
    text = f"{as_number(value, 'a coordinate'):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def short(value: float) -> str:
    """The number with three significant digits, a true minus sign and a short exponent.

    >>> short(0.59327), short(-123456.0), short(0.00002)
    ('0.593', '−1.23e5', '2e−5')
    """
    digits, e, exponent = f"{value:.3g}".partition("e")
    return (digits + e + (str(int(exponent)) if e else "")).replace("-", "−")


def text_width(text: str, size: float) -> float:
    """An estimate of how wide a text is at a font size: its true width is known only when it is drawn.

    >>> text_width("wide", 10)
    24.0
    """
    return sum([1.0 if ord(character) >= 0x1100 and character not in "…−∂→⋮⋯" else 0.6 for character in text]) * size


def element(name: str, attributes: Attributes, content: str = "") -> str:
    """<name key="value" …>content</name>: the values are escaped here, the content is already SVG.

    >>> element("circle", [("r", 2.5), ("class", "<b>")])
    '<circle r="2.5" class="&lt;b&gt;"/>'
    """
    opening = "<" + name
    for key, value in attributes:
        opening += " " + key + '="' + (_coordinate(value) if isinstance(value, float) else escape(value)) + '"'
    return f"{opening}>{content}</{name}>" if content else opening + "/>"


def line(x1: float, y1: float, x2: float, y2: float, attributes: Attributes, tooltip: str = "") -> str:
    """A straight line, in the colour of the text unless `attributes` set another.

    >>> line(0, 1, 2, 3, [("stroke", "red")], "from 0 to 2")
    '<line x1="0" y1="1" x2="2" y2="3" stroke="red"><title>from 0 to 2</title></line>'
    """
    places: Attributes = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)]
    return element("line", places + _with_stroke(attributes), _title_element(tooltip))


def polyline(points: Points, attributes: Attributes) -> str:
    """A line through all the points (x, y).

    >>> polyline([(0, 1), (2, 3)], [])
    '<polyline points="0,1 2,3" stroke="currentColor" fill="none"/>'
    """
    text = " ".join([_coordinate(x) + "," + _coordinate(y) for x, y in points])
    shape: Attributes = [("points", text)]
    return element("polyline", shape + _with_stroke(attributes) + [("fill", "none")])


def circle(x: float, y: float, radius: float, attributes: Attributes, tooltip: str = "") -> str:
    """A circle around (x, y).

    >>> circle(1, 2, 3, [("fill", "none")])
    '<circle cx="1" cy="2" r="3" fill="none"/>'
    """
    shape: Attributes = [("cx", x), ("cy", y), ("r", radius)]
    return element("circle", shape + attributes, _title_element(tooltip))


def label(x: float, y: float, text: str, anchor: str = "start", attributes: "Attributes | None" = None) -> str:
    """Text that starts at (x, y) or, with `anchor` "middle" or "end", has its middle or end there; "" if it is empty.

    >>> label(1, 2, "a<b", "end")
    '<text x="1" y="2" text-anchor="end" fill="currentColor">a&lt;b</text>'
    """
    shape: Attributes = [("x", x), ("y", y), ("text-anchor", anchor), ("fill", "currentColor")]
    return element("text", shape + (attributes or []), escape(text)) if text else ""


def drawing(width: float, height: float, title: str, description: str, shapes: "list[str]") -> str:
    """A complete SVG, which a notebook shows: the shapes, with a title and a description for those who cannot see them.

    It has no ids, so one page can hold several drawings.

    >>> drawing(20, 10, "Dot", "A dot.", [circle(5, 5, 1, [])])[-37:]
    '\\n<circle cx="5" cy="5" r="1"/>\\n</svg>'
    """
    size = _coordinate(width) + " " + _coordinate(height)
    frame: Attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"), ("class", "minibackprop"), ("viewBox", "0 0 " + size),
        ("width", width), ("height", height), ("role", "img"),
        ("font-family", "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"), ("font-size", 14.0),
    ]
    words = [_title_element(as_text(title, "the title")), element("desc", [], escape(description))]
    parts = words + [element("style", [], STYLE)]
    svg = element("svg", frame, "\n" + "\n".join(parts + [shape for shape in shapes if shape]) + "\n")
    return Picture(svg)


def _title_element(text: str) -> str:
    return element("title", [], escape(text)) if text else ""


def _with_stroke(attributes: Attributes) -> Attributes:
    has_stroke = "stroke" in [key for key, _ in attributes]
    return attributes if has_stroke else attributes + [("stroke", "currentColor")]
