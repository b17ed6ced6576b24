"""A place in a network: which weight or bias is meant, its symbol, and its value in lists of weights and biases."""

from ..drawing.notation import Symbol
from ..linalg import Matrix, Vector
from ..network import Network


class Place:
    """Weight i of neuron j of layer k, or with `i` None the neuron's bias; all are counted from 0, as in the lists.

    >>> Place(0, 1, 2), Place(0, 1, None)
    (Place(0, 1, 2), Place(0, 1, None))
    """

    def __init__(self, k: int, j: int, i: "int | None") -> None:
        self.k = k
        self.j = j
        self.i = i

    def __repr__(self) -> str:
        return f"Place({self.k}, {self.j}, {self.i})"

    @property
    def symbol(self) -> Symbol:
        """The symbol of the weight or bias, such as ("w", 1, 2, 3): a symbol counts from 1."""
        return ("b", self.k + 1, self.j + 1) if self.i is None else ("w", self.k + 1, self.j + 1, self.i + 1)

    def value_in(self, weights: Matrix, biases: Vector) -> float:
        """The value at this place, from the weights and biases of its layer, or from their gradient.

        >>> Place(0, 1, 0).value_in([[2.0], [3.0]], [4.0, 5.0]), Place(0, 1, None).value_in([[2.0], [3.0]], [4.0, 5.0])
        (3.0, 5.0)
        """
        return biases[self.j] if self.i is None else weights[self.j][self.i]


def parameters(network: Network) -> "list[tuple[Symbol, float]]":
    """All weights and biases in order, each with its symbol.

    >>> from minibackprop import Layer
    >>> parameters(Network(Layer([[2.0, 3.0]], [1.0])))
    [(('w', 1, 1, 1), 2.0), (('w', 1, 1, 2), 3.0), (('b', 1, 1), 1.0)]
    """
    found: "list[tuple[Symbol, float]]" = []
    for k, layer in enumerate(network.layers, 1):
        for j, (weights, bias) in enumerate(zip(layer.weights, layer.biases), 1):
            found += [(("w", k, j, i), w) for i, w in enumerate(weights, 1)]
            found.append((("b", k, j), bias))
    return found


def neuron_symbol(network: Network, letter: str, k: int, j: int) -> Symbol:
    """The symbol of z or a of neuron j of layer k, counted from 0; the only neuron of a layer needs no number.

    >>> from minibackprop import Layer
    >>> network = Network(Layer([[1.0], [2.0]], [0.0, 0.0]), Layer([[3.0, 4.0]], [0.0]))
    >>> neuron_symbol(network, "z", 0, 1), neuron_symbol(network, "a", 1, 0)
    (('z', 1, 2), ('a', 2))
    """
    return (letter, k + 1) if network.layers[k].num_neurons == 1 else (letter, k + 1, j + 1)
