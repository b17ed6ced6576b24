"""The numerical gradient: the slope of the cost in one weight, from the cost alone.

Compute the cost with one weight increased by a small h, and again with it decreased by h. That gives the slope
without the chain rule: (C(w + h) − C(w − h)) / 2h. These finite differences are far too slow for training. But they
use nothing of `backward`, so they cannot share a mistake with it.

How small is a small h? If it is too small, the two costs agree in almost all of their 16 digits, and what is left of
their difference is rounding. If it is too large, the cost is no longer a straight line between them. So
`numerical_gradient` tries one h after another, and also says how far off its slope may be.
"""

import math

from .backprop import feed_forward
from .costs import HALF_SQUARED_ERROR, Cost
from .linalg import Matrix, affine, apply
from .network import Network

SMALLEST_CHANGE = 1e-12  # the smallest h changes the weighted input z in its 12th digit
NUM_CHANGES = 12  # each h is ten times the one before, so the largest changes z by a tenth
LAST_DIGIT = 5e-16  # numbers have 16 digits, of which a few roundings spoil the last


def numerical_gradient(
    network: Network, X_T: Matrix, Y_T: Matrix, k: int, j: int, i: "int | None", cost: Cost = HALF_SQUARED_ERROR
) -> "tuple[float, float, float]":
    """The slope for weight i (None: the bias) of neuron j of layer k, counted from 0; its uncertainty; and its h.

    Rounding makes a slope uncertain by rounding / h: less and less as h grows. So h grows for as long as the slope
    moves by no more than that. As soon as it moves by more, the cost is curved, or a relu has its corner within ±h.
    The first three steps are so small that nothing but rounding moves the slope: they show how large rounding is.

    >>> from minibackprop import Layer, Network
    >>> slope, uncertainty, h = numerical_gradient(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], k=0, j=0, i=0)
    >>> round(slope, 6), uncertainty < 1e-9
    (6.0, True)
    """

    def slope_with(h: float) -> "tuple[float, float]":
        above, below = with_change(network, k, j, i, h), with_change(network, k, j, i, -h)
        return slope_and_rounding(above, below, X_T, Y_T, h, cost)

    h = h_before = SMALLEST_CHANGE * scale_of(network, X_T, k, j, i)
    slope, rounding = slope_with(h)
    for number in range(1, NUM_CHANGES):
        next_slope, next_rounding = slope_with(10.0 * h)
        moved = abs(next_slope - slope)
        if not math.isfinite(moved + next_rounding):
            break
        rounding = max(rounding, next_rounding)
        if number <= 3:
            rounding = max(rounding, moved * h)
        elif moved > 2.0 * rounding / h:
            break
        slope, h_before, h = next_slope, h, 10.0 * h
    return slope, 4.0 * rounding / h_before, h  # twice what the last step allowed


def slope_and_rounding(
    above: Network, below: Network, X_T: Matrix, Y_T: Matrix, h: float, cost: Cost
) -> "tuple[float, float]":
    """(C(w + h) − C(w − h)) / 2h of the networks with w + h and with w − h, and the rounding error of these costs.

    >>> from minibackprop import Layer, Network
    >>> above, below = Network(Layer([[2.5]], [1.0])), Network(Layer([[1.5]], [1.0]))
    >>> slope_and_rounding(above, below, [[4.0]], [[7.0]], h=0.5, cost=HALF_SQUARED_ERROR)[0]
    8.0
    """
    try:
        cost_above, rounding_above = cost_and_rounding(above, X_T, Y_T, cost)
        cost_below, rounding_below = cost_and_rounding(below, X_T, Y_T, cost)
    except (ArithmeticError, ValueError):  # an activation or a cost of one's own may not be defined so far away
        return math.nan, math.nan
    return (cost_above - cost_below) / (2.0 * h), max(rounding_above, rounding_below)


def cost_and_rounding(network: Network, X_T: Matrix, Y_T: Matrix, cost: Cost) -> "tuple[float, float]":
    """The cost, and how far off it may be.

    Rounding spoils the last digit of the cost, and of the outputs that it is computed from. How much those matter
    shows when all of them are changed that much. If they decide over more than a hundredth of the cost, as where it is
    the logarithm of almost 0, nothing can be seen in it, and it may be off by any amount.

    >>> from minibackprop import Layer, Network
    >>> C, rounding = cost_and_rounding(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], HALF_SQUARED_ERROR)
    >>> C, 1e-15 < rounding < 1e-13
    (2.0, True)
    """
    A = feed_forward(network, X_T)[-1].A
    C = cost.c(Y_T, A)
    by_outputs = abs(cost.c(Y_T, apply(with_rounding, A)) - C)
    return C, LAST_DIGIT * abs(C) + by_outputs if by_outputs <= 0.01 * abs(C) else math.inf


def with_rounding(a: float) -> float:
    """The output a, with its last digit changed, as rounding may do.

    >>> 1e-16 < 1.0 - with_rounding(1.0) < 1e-15, with_rounding(0.0)
    (True, 5e-16)
    """
    return a * (1.0 - LAST_DIGIT) if a != 0.0 else LAST_DIGIT


def with_change(network: Network, k: int, j: int, i: "int | None", h: float) -> Network:
    """A network like this one, with h added to weight i (None: the bias) of neuron j of layer k.

    >>> from minibackprop import Layer, Network
    >>> with_change(Network(Layer([[2.0, 0.0]], [1.0])), k=0, j=0, i=1, h=0.5).layers[0].weights
    [[2.0, 0.5]]
    """
    layer = network.layers[k]
    weights, biases = [list(row) for row in layer.weights], list(layer.biases)
    if i is None:
        biases[j] += h
    else:
        weights[j][i] += h
    layers = list(network.layers)
    layers[k] = layer.with_parameters(weights, biases)
    return Network(*layers)


def scale_of(network: Network, X_T: Matrix, k: int, j: int, i: "int | None") -> float:
    """The change of the weight or bias that changes z = Σ w·a_in + b by the size of its terms, Σ |w·a_in| + |b|

    So h suits a large weight as well as a large input. Of several examples, the one with the smallest terms counts.
    Where all the terms are 0, z changes by 1.

    >>> from minibackprop import Layer, Network
    >>> scale_of(Network(Layer([[2.0, -3.0]], [1.0])), [[10.0], [5.0]], k=0, j=0, i=0)  # (20 + 15 + 1) / 10
    3.6
    """
    layer, A_in = network.layers[k], apply(abs, feed_forward(network, X_T)[k].A_in)
    terms = affine(apply(abs, [layer.weights[j]]), A_in, [abs(layer.biases[j])])
    a_in = 1.0 if i is None else max(A_in[i])
    return min(max((min(terms[0]) or 1.0) / (a_in or 1.0), 1e-100), 1e100)  # far from where h would be 0 or infinite
