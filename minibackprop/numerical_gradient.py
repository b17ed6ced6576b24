"""The numerical gradient check: does the gradient from the chain rule agree with how the cost really changes?

Compute the cost with one weight increased by a small h, and again with it decreased by h. That gives the slope
without the chain rule: (C(w + h) − C(w − h)) / 2h. These finite differences are far too slow for training. But they
use nothing of `backward`, so they cannot share a mistake with it.
"""

from .backprop import cost_and_gradients, cost_of
from .costs import HALF_SQUARED_ERROR, Cost
from .linalg import Matrix, Rows, transpose
from .network import Network, as_inputs, as_targets
from .validation import as_number

SMALL_CHANGE = 1e-5  # h for a weight of size 1 or less: small enough for a slope, large enough not to drown in rounding


class GradientCheck:
    """The place where the gradient from the chain rule and the numerical gradient differ most.

    `layer`, `neuron` and `input` count from 1; `input` is None for a bias. `chain_rule` and `numerical` are the two
    slopes there; `largest_error` is their relative error.
    """

    def __init__(
        self, largest_error: float, layer: int, neuron: int, input: "int | None", chain_rule: float, numerical: float
    ) -> None:
        self.largest_error = largest_error
        self.layer = layer
        self.neuron = neuron
        self.input = input
        self.chain_rule = chain_rule
        self.numerical = numerical

    def __repr__(self) -> str:
        place = "bias" if self.input is None else f"weight of input {self.input}"
        return f"GradientCheck(error {self.largest_error:.1e}, layer {self.layer}, neuron {self.neuron}, {place})"


def gradient_check(network: Network, X: Rows, Y: Rows, cost: Cost = HALF_SQUARED_ERROR) -> GradientCheck:
    """Compare ∂C/∂w and ∂C/∂b from the chain rule with finite differences; return the place with the largest error.

    The relative error of two slopes s and t is |s − t| / max(|s|, |t|, C · 1e-5 + 1e-6). The last term keeps slopes
    below the precision of finite differences from counting as wrong, since the cost C has only 16 digits. An error
    below 1e-4 is as good as none. A derivative that is a tenth too small gives 0.1, one with the wrong sign 2. Where a
    relu is exactly at its corner, z = 0, there is no slope, and a large error means nothing.

    ShapeError or NumberError if X or Y does not fit, or if a slope is too large to be a number.

    >>> from minibackprop import Layer, Network
    >>> gradient_check(Network(Layer([[2, 0]], [1])), [[3, 4]], [[5]]).largest_error < 1e-6
    True
    """
    inputs = as_inputs(network, X)
    targets = as_targets(network, Y, len(inputs), cost)
    X_T, Y_T = transpose(inputs), transpose(targets)
    cost_now, backward_pass = cost_and_gradients(network, X_T, Y_T, cost)
    smallest_visible = 1e-5 * as_number(cost_now, "the cost") + 1e-6
    worst = GradientCheck(-1.0, 0, 0, None, 0.0, 0.0)
    for k, record in enumerate(backward_pass):
        for j, (dC_dw, dC_db_j) in enumerate(zip(record.dC_dW, record.dC_db)):
            slopes = list(enumerate(dC_dw)) + [(None, dC_db_j)]
            for i, chain_rule in slopes:
                numerical = numerical_gradient(network, X_T, Y_T, k, j, i, cost)
                for slope in (chain_rule, numerical):
                    as_number(slope, f"a slope in layer {k + 1}, neuron {j + 1}")
                error = abs(chain_rule - numerical) / max(abs(chain_rule), abs(numerical), smallest_visible)
                if error > worst.largest_error:
                    worst = GradientCheck(error, k + 1, j + 1, None if i is None else i + 1, chain_rule, numerical)
    return worst


def numerical_gradient(
    network: Network, X_T: Matrix, Y_T: Matrix, k: int, j: int, i: "int | None", cost: Cost = HALF_SQUARED_ERROR
) -> float:
    """(C(w + h) − C(w − h)) / 2h for weight i (None: the bias) of neuron j of layer k, counted from 0 as in the lists.

    >>> from minibackprop import Layer, Network
    >>> round(numerical_gradient(Network(Layer([[2.0, 0.0]], [1.0])), [[3.0], [4.0]], [[5.0]], k=0, j=0, i=1), 6)
    8.0
    """
    layer = network.layers[k]
    h = SMALL_CHANGE * max(1.0, abs(layer.biases[j] if i is None else layer.weights[j][i]))
    cost_above = cost_with_change(network, X_T, Y_T, k, j, i, h, cost)
    cost_below = cost_with_change(network, X_T, Y_T, k, j, i, -h, cost)
    return (cost_above - cost_below) / (2.0 * h)


def cost_with_change(
    network: Network,
    X_T: Matrix,
    Y_T: Matrix,
    k: int,
    j: int,
    i: "int | None",
    h: float,
    cost: Cost = HALF_SQUARED_ERROR,
) -> float:
    """C with h added to weight i (None: the bias) of neuron j of layer k; the network itself stays as it is.

    >>> from minibackprop import Layer, Network
    >>> cost_with_change(Network(Layer([[2.0, 0.0]], [1.0])), [[3.0], [4.0]], [[5.0]], k=0, j=0, i=1, h=0.5)
    8.0
    """
    layer = network.layers[k]
    weights, biases = [list(row) for row in layer.weights], list(layer.biases)
    if i is None:
        biases[j] += h
    else:
        weights[j][i] += h
    layers = list(network.layers)
    layers[k] = layer.with_parameters(weights, biases)
    return cost_of(Network(*layers), X_T, Y_T, cost)
