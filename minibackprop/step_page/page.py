"""The step page as one file: page.html, filled in with the style, the script, the drawings and the records.

The page fetches nothing, and its content-security policy lets only its own script run. All numbers and explanations
are computed in Python; the script only shows them.
"""

import base64
import hashlib
import json
import pkgutil
import re
from typing import Dict, Optional, Sequence

from ..costs import HALF_SQUARED_ERROR, Cost
from ..drawing.svg import escape
from ..linalg import NumberError, Rows
from ..network import Network
from ..validation import as_text
from .curve import step_curve
from .figure import step_figure
from .names import PageNames
from .records import TrainingRun, page_records

# < > & could end the element that holds the JSON, and U+2028 and U+2029 end a line of JavaScript. The others are
# control characters, and lone surrogates, which no UTF-8 file can hold.
UNSAFE = re.compile("[<>&\u2028\u2029\x7f-\x9f\ud800-\udfff]")


class PageError(ValueError):
    """A part of the page is missing in this copy of minibackprop."""


def step_page(
    network: Network,
    X: Rows,
    Y: Rows,
    learning_rate: float,
    epochs: int = 10,
    input_names: Optional[Sequence[str]] = None,
    output_names: Optional[Sequence[str]] = None,
    example_names: Optional[Sequence[str]] = None,
    title: str = "Backpropagation, step by step",
    about: str = "",
    cost: Cost = HALF_SQUARED_ERROR,
) -> str:
    """Return a web page that walks through the training of the network, full batch: each step of every epoch.

    X and Y are tables of one to 12 examples; `about` says where they come from.

    ShapeError, NumberError or SettingError if an argument does not fit or there is too much to show;
    DivergenceError if the learning rate is too large.

    >>> from minibackprop import Layer
    >>> page = step_page(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], learning_rate=0.1, epochs=1)
    >>> page.startswith("<!DOCTYPE html>"), "w¹₁₁ is the weight from input 1 to neuron 1 of layer 1." in page
    (True, True)
    """
    run = TrainingRun(network, X, Y, learning_rate, epochs, cost)
    names = PageNames(network, run.num_examples, input_names, output_names, example_names)
    style, script = "\n" + _text_of("style.css"), "\n" + _text_of("script.js")
    parts = {
        "policy": escape(policy(style, script)),
        "title": escape(as_text(title, "the title")),
        "about": escape(as_text(about, "about")),
        "last epoch": str(epochs - 1),
        "figure": step_figure(network, names, run.num_examples),
        "curve": step_curve(run.costs),
        "style": style,
        "script": script,
        "data": json_in_html(page_records(run, names)),
    }
    return _filled_in(_text_of("page.html"), parts)


def policy(style: str, script: str) -> str:
    """Return the content-security policy: nothing is fetched, and only this style and this script are allowed.

    >>> policy("", "").split("; ")[:2]
    ["default-src 'none'", "style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"]
    """
    directives = [
        "default-src 'none'",
        f"style-src '{_hash_of(style)}'",
        f"script-src '{_hash_of(script)}'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    ]
    return "; ".join(directives)


def json_in_html(value: object) -> str:
    r"""Return the value as JSON that is safe inside an HTML element: nothing in it can end the element.

    NumberError if a number is not finite; TypeError if JSON cannot represent the value.

    >>> print(json_in_html({"name": "</script>", "cost": 0.5}))
    {"name":"\u003c/script\u003e","cost":0.5}
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except ValueError:
        raise NumberError("a number for the page is infinite or NaN: only finite numbers can be shown") from None
    return UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _hash_of(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _text_of(name: str) -> str:
    """The text of a file in this folder, which may be inside a zip; its lines end the same way on every system."""
    try:
        contents = pkgutil.get_data(__name__.rpartition(".")[0], name)
    except OSError:
        contents = None
    if contents is None:
        raise PageError(f"minibackprop/step_page/{name} is missing: copy the whole folder")
    return contents.decode("utf-8").replace("\r\n", "\n")


def _filled_in(template: str, parts: Dict[str, str]) -> str:
    """The template with each {{part}} filled in. Braces within a part are left as they are."""
    return re.sub(r"\{\{(.*?)\}\}", lambda found: parts[found.group(1)], template)
