"""Why does the cost have this slope in this weight? The chain rule for one weight, with the learner's own numbers."""

from ..backprop import backward, forward
from ..checks import SettingError, positive_number, whole_number
from ..costs import HALF_SQUARED_ERROR
from ..finite_differences import cost_with_nudge
from ..linalg import Matrix, Numbers, Rows, Vector, transpose
from ..network import Network, as_inputs, as_targets
from ..training import gradient_step
from .chains import Place, chains, product
from .explanation_text import explanation_latex, explanation_text
from .notation import ASCII, UNICODE, Notation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NUDGE = 1e-4  # larger than that of gradient_check, so that the printed costs show the slope to several digits


class Explanation:
    """The slope of the cost in one weight or bias, with everything it is made of. `str()` says it in words.

    `chains` has for every example the paths from the cost to the weight, each a list of factors; `gradients` the sum
    of their products for every example; `gradient` the mean of those. The witness: `cost_above` and `cost_below` are
    the costs with the weight nudged up and down by `h`, `nudged_slope` is the slope between them. The step: `old`,
    `learning_rate`, `new`; `cost_before`, and `cost_after` a step of all weights.
    """

    def __init__(self, network: Network, X: Matrix, Y: Matrix, place: Place, learning_rate: float) -> None:
        forward_pass = forward(network, X)
        backward_pass = backward(network, forward_pass, Y)
        stepped = gradient_step(network, backward_pass, learning_rate)
        self.network = network
        self.place = place
        self.chains = [chains(network, forward_pass, backward_pass, Y, n, place) for n in range(len(X))]
        self.gradients = [sum([product(path) for path in paths]) for paths in self.chains]
        self.gradient = _at(backward_pass[place.k].dC_dW, backward_pass[place.k].dC_db, place)
        self.old = _at(network.layers[place.k].weights, network.layers[place.k].biases, place)
        self.learning_rate = learning_rate
        self.new = _at(stepped.layers[place.k].weights, stepped.layers[place.k].biases, place)
        self.h = NUDGE * max(1.0, abs(self.old))
        upright_X, upright_Y = transpose(X), transpose(Y)
        self.cost_above = cost_with_nudge(network, upright_X, upright_Y, place.k, place.j, place.i, self.h)
        self.cost_below = cost_with_nudge(network, upright_X, upright_Y, place.k, place.j, place.i, -self.h)
        self.nudged_slope = (self.cost_above - self.cost_below) / (2.0 * self.h)
        self.cost_before = HALF_SQUARED_ERROR.of(Y, forward_pass[-1].A)
        self.cost_after = HALF_SQUARED_ERROR.of(Y, stepped.predict_all(X))

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
        r"""The chain and its numbers in LaTeX, to stand in mathematics mode.

        >>> from minibackprop import Layer, Network
        >>> explanation = explain(Network(Layer([[2.0]], [1.0])), [3.0], [5.0], layer=1, neuron=1, input=1)
        >>> print(explanation.latex().split("\n")[0])
        \begin{aligned}
        """
        return explanation_latex(self)

    def title(self, notation: Notation) -> str:
        """What is explained, in words.

        >>> from minibackprop import Layer, Network
        >>> explain(Network(Layer([[2.0]], [1.0])), [3.0], [5.0], layer=1, neuron=1).title(ASCII)
        'b1[1] is the bias of neuron 1 of layer 1.'
        """
        name, place = notation.symbol(self.place.symbol), self.place
        neuron = f"neuron {place.j + 1} of layer {place.k + 1}"
        if place.i is None:
            return f"{name} is the bias of {neuron}."
        source = f"input {place.i + 1}" if place.k == 0 else f"neuron {place.i + 1} of layer {place.k}"
        return f"{name} is the weight from {source} to {neuron}."

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
) -> Explanation:
    """Explain the slope of the cost in one weight, or without `input` in the bias, of one neuron; all count from 1.

    x and y are one example, or a batch of them by rows. `learning_rate` is for the step that the explanation ends with.
    ShapeError or NumberError if x or y does not fit; SettingError if there is no such layer, neuron or input.

    >>> from minibackprop import Layer, Network
    >>> explain(Network(Layer([[2.0]], [1.0])), [3.0], [5.0], layer=1, neuron=1, input=1)
    Explanation(dC/dw1[1,1] = 6)
    """
    X, Y = as_batch(x), as_batch(y)
    inputs = as_inputs(network, X, "x")
    targets = as_targets(network, Y, len(inputs), "y")
    chosen = network.layers[_counted_from_1(layer, "layer", len(network.layers), "the network")]
    k = layer - 1
    j = _counted_from_1(neuron, "neuron", chosen.num_neurons, f"layer {layer}")
    i = None if input is None else _counted_from_1(input, "input", chosen.num_inputs, f"layer {layer}")
    return Explanation(network, inputs, targets, Place(k, j, i), positive_number(learning_rate, "the learning rate"))


def as_batch(example: "Numbers | Rows") -> Rows:
    """One example as a batch of one row; a batch as it is.

    >>> as_batch([1.0, 2.0]), as_batch([[1.0, 2.0]])
    ([[1.0, 2.0]], [[1.0, 2.0]])
    """
    try:
        entries: "list[Any]" = list(example)
        list(entries[0])
    except (TypeError, IndexError):  # its first entry is a number, no row of numbers
        return [example]  # type: ignore[list-item]
    return entries


def _counted_from_1(number: int, what: str, count: int, where: str) -> int:
    """The place of something in its list, which counts from 0."""
    if whole_number(number, f"the {what}", at_least=1) > count:
        only = f"only {what} 1" if count == 1 else f"{what}s 1 to {count}"
        raise SettingError(f"there is no {what} {number}: {where} has {only}")
    return number - 1


def _at(weights: Matrix, biases: Vector, place: Place) -> float:
    return biases[place.j] if place.i is None else weights[place.j][place.i]
