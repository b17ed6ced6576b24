"""What a learner's function is given besides numbers: functions with a name, curves, costs, networks as plain lists."""

from ..activations import Activation
from ..linalg import Vector
from ..network import Network

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable


class NamedFunction:
    """A function of one number that is shown by its name.

    >>> NamedFunction("double", lambda z: 2 * z), NamedFunction("double", lambda z: 2 * z)(3.0)
    (double, 6.0)
    """

    def __init__(self, name: str, function: "Callable[[Any], Any]") -> None:
        self.name = name
        self.function = function

    def __call__(self, value: "Any") -> "Any":
        return self.function(value)

    def __repr__(self) -> str:
        return self.name


class Curve:
    """A cost that depends on one weight: C(w) = p + q·w + r·w² + s·w³.

    >>> Curve(1.0, 0.0, 2.0, 0.0), Curve(1.0, 0.0, 2.0, 0.0)(3.0)
    (lambda w: 1 + 0 * w + 2 * w * w + 0 * w * w * w, 19.0)
    """

    def __init__(self, p: float, q: float, r: float, s: float) -> None:
        self.coefficients = [p, q, r, s]

    def __call__(self, w: float) -> float:
        p, q, r, s = self.coefficients
        return p + q * w + r * w * w + s * w * w * w

    def __repr__(self) -> str:
        p, q, r, s = [f"{number:g}" for number in self.coefficients]
        return f"lambda w: {p} + {q} * w + {r} * w * w + {s} * w * w * w"


class CostAfterEpochs:
    """The cost after each epoch. Here a network is a list with one number, the epochs done; the last cost stays.

    >>> CostAfterEpochs([9.0, 5.0])([1]), CostAfterEpochs([9.0, 5.0])
    (5.0, lambda network: [9, 5][min(network[0], 1)])
    """

    def __init__(self, costs: Vector) -> None:
        self.costs = costs

    def __call__(self, network: "Any") -> float:
        return self.costs[min(int(network[0]), len(self.costs) - 1)]

    def __repr__(self) -> str:
        costs = ", ".join([f"{cost:g}" for cost in self.costs])
        return f"lambda network: [{costs}][min(network[0], {len(self.costs) - 1})]"


class NextEpoch:
    """Train such a network for one more epoch.

    >>> NextEpoch()([1]), NextEpoch()
    ([2], lambda network: [network[0] + 1])
    """

    def __call__(self, network: "Any") -> "Any":
        return [network[0] + 1]

    def __repr__(self) -> str:
        return "lambda network: [network[0] + 1]"


def as_plain_layers(network: Network) -> "list[Any]":
    """The network as the exercises have it: for each layer (weights, biases, f, f_prime).

    The lists are the network's, not copies.

    >>> from minibackprop import Layer
    >>> as_plain_layers(Network(Layer([[1]], [0])))
    [([[1.0]], [0.0], linear, linear_prime)]
    """
    return [
        (layer.weights, layer.biases, _as_named(layer.activation, ""), _as_named(layer.activation, "_prime"))
        for layer in network.layers
    ]


def _as_named(activation: Activation, ending: str) -> NamedFunction:
    return NamedFunction(activation.name + ending, activation.f_prime if ending else activation.f)
