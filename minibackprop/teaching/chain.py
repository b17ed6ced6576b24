"""The chain rule for one weight and one example: the paths from the cost to the weight, and the factors along each."""

from ..costs import HALF_SQUARED_ERROR, Cost
from ..cross_entropy import CROSS_ENTROPY
from ..drawing.notation import Symbol
from ..linalg import Matrix
from ..network import Network
from ..records import LayerBackward, LayerForward
from .place import Place, neuron_symbol
from .rules import BACK, BIASES, ERROR, SLOPE, WEIGHTS

MOST_PATHS = 12


class Factor:
    """One factor of a chain: the slope ∂top/∂bottom, its value, what it means, and a remark if it is unusual.

    >>> Factor(("C",), ("a", 2), 0.5, "the error of the output")
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


def product_of(factors: "list[Factor]") -> float:
    """The product of the factors along a path: what this path contributes to the slope.

    >>> product_of([Factor(("C",), ("a", 1), 2.0, ""), Factor(("a", 1), ("z", 1), 3.0, "")])
    6.0
    """
    result = 1.0
    for factor in factors:
        result *= factor.value
    return result


def chains(
    network: Network,
    forward_pass: "list[LayerForward]",
    backward_pass: "list[LayerBackward]",
    Y: Matrix,
    n: int,
    place: Place,
    cost: Cost = HALF_SQUARED_ERROR,
) -> "list[list[Factor]]":
    """Return the factors of every path from the cost to the place, for example n (counted from 0) of the table Y.

    The products of the paths add up to the slope. If there are more than 12 paths, they start at the ∂C/∂z of the
    next layer, which `backward` has computed: one path for each neuron there.

    >>> from minibackprop import Layer, backward, forward
    >>> network = Network(Layer([[2.0]], [1.0]), Layer([[0.5]], [0.0]))
    >>> forward_pass = forward(network, [[3.0]])
    >>> backward_pass = backward(network, forward_pass, [[5.0]])
    >>> for factor in chains(network, forward_pass, backward_pass, [[5.0]], 0, Place(0, 0, 0))[0]:
    ...     print(factor)
    Factor(dC/da2 = -1.5)
    Factor(da2/dz2 = 1)
    Factor(dz2/da1 = 0.5)
    Factor(da1/dz1 = 1)
    Factor(dz1/dw111 = 3)
    """
    factors = _Factors(network, forward_pass, backward_pass, Y, n, cost)
    return [factors.along(path, place) for path in _paths(network, place)]


def _paths(network: Network, place: Place) -> "list[list[int]]":
    """The neurons that each path passes through, one in every layer from the place's own to the last one.

    If there are more than 12 paths: one in the place's own layer and one in the next.
    """
    paths = [[place.j]]
    for layer in network.layers[place.k + 1 :]:
        if len(paths) * layer.num_neurons > MOST_PATHS:
            return [[place.j, j] for j in range(network.layers[place.k + 1].num_neurons)]
        paths = [path + [j] for path in paths for j in range(layer.num_neurons)]
    return paths


class _Factors:
    """The factors of example n, read from the records of the forward and the backward pass."""

    def __init__(
        self,
        network: Network,
        forward_pass: "list[LayerForward]",
        backward_pass: "list[LayerBackward]",
        Y: Matrix,
        n: int,
        cost: Cost,
    ) -> None:
        self.network = network
        self.forward_pass = forward_pass
        self.backward_pass = backward_pass
        self.Y = Y
        self.n = n
        self.cost = cost

    def along(self, path: "list[int]", place: Place) -> "list[Factor]":
        """The factors from the cost to the place. A path lists its neurons from the place's layer onwards."""
        k, j = place.k + len(path) - 1, path[-1]
        if k == len(self.network.layers) - 1:
            factors = [self.output_error(j), self.neuron(k, j)]
        else:
            factors = [self.passed_back(k, j)]
        for step in reversed(range(1, len(path))):
            k, j, i = place.k + step, path[step], path[step - 1]
            factors += [self.weight(k, j, i), self.neuron(k - 1, i)]
        return factors + [self.bias(place) if place.i is None else self.input(place, place.i)]

    def output_error(self, j: int) -> Factor:
        """∂C/∂a for output j; a − y, if the cost is ½‖y − a‖²."""
        k = len(self.network.layers) - 1
        a, y = self.forward_pass[k].A[j][self.n], self.Y[self.n][j]
        value = self.backward_pass[k].dC_dA[j][self.n]
        verdict = "too high" if value > 0 else "too low" if value < 0 else "exactly right, so this factor is 0"
        if a == y and value != 0:  # the slope of cross-entropy where a has been rounded to 0 or 1
            verdict = "right to the last digit"
        target = f"{y:.9g}" if y >= 0 else f"({y:.9g})"
        meaning = f"{ERROR.meaning}, a - y = {a:.9g} - {target}: a is {verdict}"
        if self.cost is not HALF_SQUARED_ERROR:
            meaning = f"the slope of the cost, {self.cost.name}, at a = {a:.9g} with y = {y:.9g}: a is {verdict}"
        return Factor(("C",), self._symbol("a", k, j), value, meaning)

    def neuron(self, k: int, j: int) -> Factor:
        """∂a/∂z = f′(z)"""
        name, z = self.network.layers[k].activation.name, self.forward_pass[k].Z[j][self.n]
        value = self.backward_pass[k].dA_dZ[j][self.n]
        remark = ""
        if name == "relu" and value == 0:
            remark = "this relu is off (its z is not above 0), so no gradient passes through it"
        elif name == "sigmoid" and self.cost is CROSS_ENTROPY and k == len(self.network.layers) - 1:
            error = self.forward_pass[k].A[j][self.n] - self.Y[self.n][j]
            remark = (
                f"cross-entropy cancels this slope: the product of these two factors is a - y = {error:.9g}, however "
                f"saturated the sigmoid is; with half squared error it would be {error * value:.9g}"
            )
        elif name in ("sigmoid", "tanh") and value < 0.01:
            remark = f"this {name} is saturated (its z is far from 0), so almost no gradient passes through it"
        meaning = f"{SLOPE.meaning}, the slope of {name} at z = {z:.9g}"
        return Factor(self._symbol("a", k, j), self._symbol("z", k, j), value, meaning, remark)

    def weight(self, k: int, j: int, i: int) -> Factor:
        """∂z/∂a_in = w, where a_in is the activation of neuron i of the layer before."""
        value = self.network.layers[k].weights[j][i]
        remark = "this weight is 0, so no gradient passes along this path" if value == 0 else ""
        return Factor(self._symbol("z", k, j), self._symbol("a", k - 1, i), value, BACK.meaning, remark)

    def passed_back(self, k: int, j: int) -> Factor:
        """∂C/∂z, which `backward` has computed: the sum over all paths from the cost to this z."""
        meaning = "the sum over all paths from C to this z, as the backward pass computed it"
        return Factor(("C",), self._symbol("z", k, j), self.backward_pass[k].dC_dZ[j][self.n], meaning)

    def input(self, place: Place, i: int) -> Factor:
        """∂z/∂w = a_in"""
        value = self.forward_pass[place.k].A_in[i][self.n]
        name = "input" if place.k == 0 else "activation"
        remark = f"the {name} is 0, so the gradient is 0" if value == 0 else ""
        meaning = f"{WEIGHTS.meaning}: the {name}"
        return Factor(self._symbol("z", place.k, place.j), place.symbol, value, meaning, remark)

    def bias(self, place: Place) -> Factor:
        """∂z/∂b = 1"""
        return Factor(self._symbol("z", place.k, place.j), place.symbol, 1.0, BIASES.meaning)

    def _symbol(self, letter: str, k: int, j: int) -> Symbol:
        return neuron_symbol(self.network, letter, k, j)
