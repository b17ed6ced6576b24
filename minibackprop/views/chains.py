"""The chains of factors that lead from the cost back to one weight: one chain for every path through the network."""

from ..backprop import LayerBackward, LayerForward
from ..linalg import Matrix
from ..network import Network
from .notation import Symbol

MOST_PATHS = 12


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


def chains(
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

    >>> from minibackprop import Layer, Network, backward, forward
    >>> network = Network(Layer([[2]], [0]), Layer([[3]], [0]))
    >>> forward_pass = forward(network, [[5]])
    >>> chains(network, forward_pass, backward(network, forward_pass, [[0]]), [[0]], 0, Place(0, 0, 0))
    [[Factor(dC/da2 = 30), Factor(da2/dz2 = 1), Factor(dz2/da1 = 3), Factor(da1/dz1 = 1), Factor(dz1/dw111 = 5)]]
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
        a, y = forward_pass[k].A[example][neuron], Y[example][neuron]
        direction = "too high" if a > y else "too low" if a < y else "exactly right: nothing to learn from it"
        meaning = f"how wrong the output was, a - y = {a:.9g} - {y:.9g}: {direction}"
        return Factor(("C",), symbol("a", k, neuron), backward_pass[k].dC_dA[example][neuron], meaning)

    def response(k: int, neuron: int) -> Factor:
        name, z = network.layers[k].activation.name, forward_pass[k].Z[example][neuron]
        value = backward_pass[k].dA_dZ[example][neuron]
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
        value = backward_pass[k].dC_dZ[example][neuron]
        return Factor(("C",), symbol("z", k, neuron), value, "what the layers after have passed back")

    def own_input() -> Factor:
        top = symbol("z", place.k, place.j)
        if place.i is None:
            return Factor(top, place.symbol, 1.0, "the bias counts fully, whatever the input")
        value = forward_pass[place.k].A_in[example][place.i]
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
