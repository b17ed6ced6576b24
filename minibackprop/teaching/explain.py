"""Why does the cost have this slope in this weight? The chain rule for one weight, with the learner's own numbers."""

from ..backprop import LayerBackward, LayerForward, backward, forward
from ..validation import SettingError, positive_number, whole_number
from ..costs import HALF_SQUARED_ERROR
from ..numerical_gradient import cost_with_change
from ..linalg import Matrix, Numbers, Rows, Vector, transpose
from ..network import Network, as_inputs, as_targets
from ..update import gradient_step
from .explanation_text import explanation_latex, explanation_text
from ..drawing.notation import ASCII, UNICODE, Symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_PATHS = 12
NUDGE = 1e-4  # larger than that of gradient_check, so that the printed costs show the slope to several digits


class Factor:
    """One link of a chain: the slope of `top` in `bottom`, its value, what it says, and a remark if it stands out.

    >>> Factor(("C",), ("a", 2), 0.5, "how wrong the output was")
    Factor(dC/da2 = 0.5)
    """

    def __init__(self, top: Symbol, bottom: Symbol, value: float, meaning: str, remark: str = "") -> None:
        self.top = top
        self.bottom = bottom
        self.value = value
        self.meaning = meaning
        self.remark = remark

    def __repr__(self) -> str:
        names = ["".join([str(part) for part in symbol]) for symbol in (self.top, self.bottom)]
        return f"Factor(d{names[0]}/d{names[1]} = {self.value:.6g})"


class Place:
    """One weight (or, with `i` None, the bias) of neuron j of layer k, all counted from 0 as in the lists."""

    def __init__(self, k: int, j: int, i: "int | None") -> None:
        self.k = k
        self.j = j
        self.i = i

    @property
    def symbol(self) -> Symbol:
        return ("b", self.k + 1, self.j + 1) if self.i is None else ("w", self.k + 1, self.j + 1, self.i + 1)


class Explanation:
    """The slope of the cost in one weight or bias, with everything it is made of. `str()` says it in words.

    `chains` has for every example the paths from the cost to the weight, each a list of factors; `gradients` the sum
    of their products for every example; `gradient` the mean of those. The witness: `cost_above` and `cost_below` are
    the costs with the weight nudged up and down by `h`, `numerical_gradient` is the slope between them. The step: `old`,
    `learning_rate`, `new`; `cost_before`, and `cost_after` a step of all weights.
    """

    def __init__(self, network: Network, X: Matrix, Y: Matrix, place: Place, learning_rate: float) -> None:
        forward_pass = forward(network, X)
        backward_pass = backward(network, forward_pass, Y)
        stepped = gradient_step(network, backward_pass, learning_rate)
        self.network = network
        self.place = place
        self.chains = [_chains(network, forward_pass, backward_pass, Y, n, place) for n in range(len(X))]
        self.gradients = [sum([product(path) for path in paths]) for paths in self.chains]
        self.gradient = _at(backward_pass[place.k].dC_dW, backward_pass[place.k].dC_db, place)
        self.old = _at(network.layers[place.k].weights, network.layers[place.k].biases, place)
        self.learning_rate = learning_rate
        self.new = _at(stepped.layers[place.k].weights, stepped.layers[place.k].biases, place)
        self.h = NUDGE * max(1.0, abs(self.old))
        X_T, Y_T = transpose(X), transpose(Y)
        self.cost_above = cost_with_change(network, X_T, Y_T, place.k, place.j, place.i, self.h)
        self.cost_below = cost_with_change(network, X_T, Y_T, place.k, place.j, place.i, -self.h)
        self.numerical_gradient = (self.cost_above - self.cost_below) / (2.0 * self.h)
        self.cost_before = HALF_SQUARED_ERROR.of(Y, transpose(forward_pass[-1].A))
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
    X, Y = _as_batch(x), _as_batch(y)
    inputs = as_inputs(network, X, "x")
    targets = as_targets(network, Y, len(inputs), "y")
    chosen = network.layers[_counted_from_1(layer, "layer", len(network.layers), "the network")]
    k = layer - 1
    j = _counted_from_1(neuron, "neuron", chosen.num_neurons, f"layer {layer}")
    i = None if input is None else _counted_from_1(input, "input", chosen.num_inputs, f"layer {layer}")
    return Explanation(network, inputs, targets, Place(k, j, i), positive_number(learning_rate, "the learning rate"))


def _chains(
    network: Network,
    forward_pass: "list[LayerForward]",
    backward_pass: "list[LayerBackward]",
    Y: Matrix,
    example: int,
    place: Place,
) -> "list[list[Factor]]":
    """Return the factors of every path from the cost to the place, for one example (counted from 0).

    The product of a path is its share of the slope; the shares add up to it. If there are more than 12 paths they
    start at the ∂C/∂z of the layer after, which `backward` has computed: one path for each neuron there.
    """
    paths = [[place.j]]
    for layer in network.layers[place.k + 1 :]:
        if len(paths) * layer.num_neurons > MOST_PATHS:
            paths = [[place.j, neuron] for neuron in range(network.layers[place.k + 1].num_neurons)]
            break
        paths = [path + [neuron] for path in paths for neuron in range(layer.num_neurons)]

    def symbol(letter: str, k: int, neuron: int) -> Symbol:
        return (letter, k + 1) if network.layers[k].num_neurons == 1 else (letter, k + 1, neuron + 1)

    def error(k: int, neuron: int) -> Factor:
        a, y = forward_pass[k].A[neuron][example], Y[example][neuron]
        direction = "too high" if a > y else "too low" if a < y else "exactly right: nothing to learn from it"
        meaning = f"how wrong the output was, a - y = {a:.9g} - {y:.9g}: {direction}"
        return Factor(("C",), symbol("a", k, neuron), backward_pass[k].dC_dA[neuron][example], meaning)

    def response(k: int, neuron: int) -> Factor:
        name, z = network.layers[k].activation.name, forward_pass[k].Z[neuron][example]
        value = backward_pass[k].dA_dZ[neuron][example]
        remark = ""
        if name == "relu" and value == 0:
            remark = "this relu is off (its z is not above 0): no slope gets through it"
        elif name in ("sigmoid", "tanh") and value < 0.01:
            remark = f"this {name} is saturated (its z is far from 0): almost no slope gets through it"
        meaning = f"how responsive the neuron was: the slope of {name} at z = {z:.9g}"
        return Factor(symbol("a", k, neuron), symbol("z", k, neuron), value, meaning, remark)

    def weight(k: int, neuron: int, source: int) -> Factor:
        value = network.layers[k].weights[neuron][source]
        remark = "this weight is 0: nothing passes along this path" if value == 0 else ""
        meaning = "how strongly the next neuron listens: its weight"
        return Factor(symbol("z", k, neuron), symbol("a", k - 1, source), value, meaning, remark)

    def known(k: int, neuron: int) -> Factor:
        value = backward_pass[k].dC_dZ[neuron][example]
        return Factor(("C",), symbol("z", k, neuron), value, "what the layers after have passed back")

    def own_input() -> Factor:
        top = symbol("z", place.k, place.j)
        if place.i is None:
            return Factor(top, place.symbol, 1.0, "the bias counts fully, whatever the input")
        value = forward_pass[place.k].A_in[place.i][example]
        remark = "this input is 0: the weight had no say, so it gets no blame" if value == 0 else ""
        return Factor(top, place.symbol, value, "how large the input was", remark)

    found = []
    for path in paths:
        k = place.k + len(path) - 1
        factors = [error(k, path[-1]), response(k, path[-1])] if k == len(network.layers) - 1 else [known(k, path[-1])]
        for back in range(len(path) - 1, 0, -1):
            factors.append(weight(place.k + back, path[back], path[back - 1]))
            factors.append(response(place.k + back - 1, path[back - 1]))
        found.append(factors + [own_input()])
    return found


def product(factors: "list[Factor]") -> float:
    """The product of the factors' values: the share of their path.

    >>> product([Factor(("C",), ("a", 1), 2.0, ""), Factor(("a", 1), ("z", 1), 3.0, "")])
    6.0
    """
    result = 1.0
    for factor in factors:
        result *= factor.value
    return result


def _as_batch(example: "Numbers | Rows") -> Rows:
    """One example as a batch of one row; a batch as it is."""
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
