"""The independent witness: is the slope that the chain rule gives the slope that the cost really has?

Nudge one weight a little up and a little down, look at the cost each time, and the slope follows without any chain
rule: (C(w + h) − C(w − h)) / 2h. Far too slow for training, but it knows nothing of `backward`, so it cannot share a
mistake with it.
"""

from .backprop import cost_and_slopes, cost_of
from .checks import as_number
from .linalg import Matrix, Rows, transpose
from .network import Network, as_inputs, as_targets

NUDGE = 1e-5  # h for a weight of size 1 or less: small enough to be a slope, large enough not to drown in rounding


class GradientCheck:
    """The place where the two slopes differ most. Layer, neuron and input count from 1; input is None for a bias."""

    def __init__(
        self, largest_error: float, layer: int, neuron: int, input: "int | None", chain_rule: float, nudged: float
    ) -> None:
        self.largest_error = largest_error
        self.layer = layer
        self.neuron = neuron
        self.input = input
        self.chain_rule = chain_rule
        self.nudged = nudged

    def __repr__(self) -> str:
        place = "bias" if self.input is None else f"weight of input {self.input}"
        return f"GradientCheck(error {self.largest_error:.1e}, layer {self.layer}, neuron {self.neuron}, {place})"


def gradient_check(network: Network, X: Rows, Y: Rows) -> GradientCheck:
    """Compare ∂C/∂w and ∂C/∂b by the chain rule with nudged slopes; return the largest relative error and its place.

    The relative error of two slopes s and t is |s − t| / max(|s|, |t|, C · 1e-5 + 1e-6). The last keeps slopes that
    are too small for nudging to see, as the cost C has only 16 digits, from counting as wrong. An error below 1e-4
    is as good as none; a derivative a tenth too small gives 0.1, one with the wrong sign 2. Where a relu sits right
    at its corner, z = 0, a large one means nothing: there is no slope.

    ShapeError or NumberError if X or Y does not fit, or a slope is no number.

    >>> from minibackprop import Layer, Network
    >>> gradient_check(Network(Layer([[2, 0]], [1])), [[3, 4]], [[5]]).largest_error < 1e-6
    True
    """
    inputs = as_inputs(network, X)
    targets = as_targets(network, Y, len(inputs))
    upright_X, upright_Y = transpose(inputs), transpose(targets)  # one example per column
    cost, backward_pass = cost_and_slopes(network, upright_X, upright_Y)
    smallest_visible = 1e-5 * as_number(cost, "the cost") + 1e-6
    worst = GradientCheck(-1.0, 0, 0, None, 0.0, 0.0)
    for k, record in enumerate(backward_pass):
        for j, (dC_dw, dC_db_j) in enumerate(zip(record.dC_dW, record.dC_db)):
            slopes = list(enumerate(dC_dw)) + [(None, dC_db_j)]
            for i, chain_rule in slopes:
                nudged = slope_by_nudging(network, upright_X, upright_Y, k, j, i)
                for slope in (chain_rule, nudged):
                    as_number(slope, f"a slope in layer {k + 1}, neuron {j + 1}")
                error = abs(chain_rule - nudged) / max(abs(chain_rule), abs(nudged), smallest_visible)
                if error > worst.largest_error:
                    worst = GradientCheck(error, k + 1, j + 1, None if i is None else i + 1, chain_rule, nudged)
    return worst


def slope_by_nudging(network: Network, X: Matrix, Y: Matrix, k: int, j: int, i: "int | None") -> float:
    """(C(w + h) − C(w − h)) / 2h for weight i (None: the bias) of neuron j of layer k, counted from 0 as in the lists.

    X and Y have one example per column, here and below.

    >>> from minibackprop import Layer, Network
    >>> round(slope_by_nudging(Network(Layer([[2.0, 0.0]], [1.0])), [[3.0], [4.0]], [[5.0]], k=0, j=0, i=1), 6)
    8.0
    """
    layer = network.layers[k]
    h = NUDGE * max(1.0, abs(layer.biases[j] if i is None else layer.weights[j][i]))
    cost_above = cost_with_nudge(network, X, Y, k, j, i, h)
    cost_below = cost_with_nudge(network, X, Y, k, j, i, -h)
    return (cost_above - cost_below) / (2.0 * h)


def cost_with_nudge(network: Network, X: Matrix, Y: Matrix, k: int, j: int, i: "int | None", nudge: float) -> float:
    """C with weight i (None: the bias) of neuron j of layer k changed by `nudge`; the network itself stays as it is.

    >>> from minibackprop import Layer, Network
    >>> cost_with_nudge(Network(Layer([[2.0, 0.0]], [1.0])), [[3.0], [4.0]], [[5.0]], k=0, j=0, i=1, nudge=0.5)
    8.0
    """
    layer = network.layers[k]
    weights, biases = [list(row) for row in layer.weights], list(layer.biases)
    if i is None:
        biases[j] += nudge
    else:
        weights[j][i] += nudge
    layers = list(network.layers)
    layers[k] = layer.with_parameters(weights, biases)
    return cost_of(Network(*layers), X, Y)
