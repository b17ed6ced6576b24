"""Why does the cost have this slope? The chain rule for one weight, with the learner's own numbers."""

from ..costs import HALF_SQUARED_ERROR, Cost
from ..drawing.notation import ASCII, UNICODE
from ..linalg import Numbers, Rows
from ..network import Network, as_inputs, as_targets
from ..validation import SettingError, as_list, positive_number, whole_number
from .explanation_numbers import ExplanationNumbers
from .explanation_text import explanation_latex, explanation_text
from .place import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Explanation(ExplanationNumbers):
    """The slope with respect to one weight or bias, with every number that it follows from. `str()` gives its text."""

    def __repr__(self) -> str:
        return f"Explanation({ASCII.slope(('C',), self.place.symbol)} = {self.gradient:.6g})"

    def __str__(self) -> str:
        return self.text()

    def text(self, ascii_only: bool = False) -> str:
        """The explanation in words and numbers.

        >>> from minibackprop import Layer, Network
        >>> explanation = explain(Network(Layer([[2.0]], [1.0])), [3.0], [5.0], layer=1, neuron=1, input=1)
        >>> print(explanation.text(ascii_only=True).split("\\n\\n")[1])
        1. The chain rule
           dC/dw1[1,1] = dC/da1 * da1/dz1 * dz1/dw1[1,1]
        """
        return explanation_text(self, ASCII if ascii_only else UNICODE)

    def latex(self) -> str:
        r"""The chain and its numbers in LaTeX, for use in math mode.

        >>> from minibackprop import Layer, Network
        >>> explanation = explain(Network(Layer([[2.0]], [1.0])), [3.0], [5.0], layer=1, neuron=1, input=1)
        >>> print(explanation.latex().split("\n")[0])
        \begin{aligned}
        """
        return explanation_latex(self)

    def _repr_html_(self) -> str:
        return "<pre>" + self.text().replace("&", "&amp;").replace("<", "&lt;") + "</pre>"


def explain(
    network: Network,
    x: "Numbers | Rows",
    y: "Numbers | Rows",
    layer: int,
    neuron: int,
    input: "int | None" = None,
    learning_rate: float = 0.1,
    cost: Cost = HALF_SQUARED_ERROR,
) -> Explanation:
    """Explain the slope of the cost with respect to one weight of a neuron or, without `input`, its bias.

    `layer`, `neuron` and `input` are counted from 1. x and y are one example, or tables of several. `learning_rate` is
    that of the update at the end of the explanation.

    ShapeError or NumberError if x or y does not fit; SettingError if there is no such layer, neuron or input, or if the
    cost does not fit the network.

    >>> from minibackprop import Layer, Network
    >>> explain(Network(Layer([[2.0]], [1.0])), [3.0], [5.0], layer=1, neuron=1, input=1)
    Explanation(dC/dw1[1,1] = 6)
    """
    X, Y = _as_batch(x, "x", "the inputs"), _as_batch(y, "y", "the targets")
    inputs = as_inputs(network, X, "x")
    targets = as_targets(network, Y, len(inputs), cost, "y")
    k = _counted_from_0(layer, "layer", len(network.layers), "the network")
    j = _counted_from_0(neuron, "neuron", network.layers[k].num_neurons, f"layer {layer}")
    i = None if input is None else _counted_from_0(input, "input", network.layers[k].num_inputs, f"layer {layer}")
    rate = positive_number(learning_rate, "the learning rate")
    return Explanation(network, inputs, targets, Place(k, j, i), rate, cost)


def _as_batch(example: "Numbers | Rows", name: str, what: str) -> Rows:
    """One example as a batch of one row; a batch as it is."""
    entries: "list[Any]" = as_list(example, name, f"{what} of an example, as in [1, 2], or a table with a row for each")
    try:
        iter(entries[0])
    except TypeError:  # a number, not a row of numbers
        return [entries]
    return entries


def _counted_from_0(number: int, what: str, count: int, where: str) -> int:
    """The index in its list of something that a person counts from 1; SettingError if there is no such thing."""
    if whole_number(number, f"the {what}", at_least=1) > count:
        only = f"only {what} 1" if count == 1 else f"{what}s 1 to {count}"
        raise SettingError(f"there is no {what} {number}: {where} has {only}")
    return number - 1
