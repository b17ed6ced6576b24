"""The step page as one file: page.html, filled in with the style, the script, the drawings and the records.

The page fetches nothing, and its content-security policy lets only its own script run. All numbers and explanations
are computed in Python; the script only shows them.
"""

from typing import Optional, Sequence

from ..costs import HALF_SQUARED_ERROR, Cost
from ..drawing.svg import escape
from ..linalg import Rows
from ..network import Network
from ..validation import as_text
from .curve import step_curve
from .figure import step_figure
from .names import PageNames
from .parts import filled_in, json_in_html, policy, text_in_package
from .records import TrainingRun, page_records

PACKAGE = __name__.rpartition(".")[0]


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
    palette, style, script = [text_in_package(PACKAGE, name) for name in ("palette.css", "style.css", "script.js")]
    style, script = "\n" + palette + style, "\n" + script
    parts = {
        "policy": escape(policy([style], script)),
        "title": escape(as_text(title, "the title")),
        "about": escape(as_text(about, "about")),
        "last epoch": str(epochs - 1),
        "figure": step_figure(network, names, run.num_examples),
        "curve": step_curve(run.costs),
        "style": style,
        "script": script,
        "data": json_in_html(page_records(run, names)),
    }
    return filled_in(text_in_package(PACKAGE, "page.html"), parts)
