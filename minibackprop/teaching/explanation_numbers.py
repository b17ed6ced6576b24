"""The numbers of an explanation: the slope with respect to one weight, by the chain rule and by a small change."""

import math

from ..backprop import backward, cost_of, forward
from ..costs import HALF_SQUARED_ERROR, Cost
from ..linalg import Matrix, transpose
from ..network import Network
from ..numerical_gradient import numerical_gradient, with_change
from ..update import gradient_step
from ..validation import as_number
from .chain import chains, product_of
from .place import Place
from .verdict import Verdict


class ExplanationNumbers:
    """The slope of the cost with respect to one weight or bias, and every number that it follows from.

    `chains` has for every example the paths from the cost to the place, each a list of factors; `gradients` has for
    every example the sum of their products. `gradient` is the slope that `backward` found, which should be the mean of
    these; `verdict` says whether it is, and whether the numerical gradient agrees.

    `cost_above` and `cost_below` are the costs with the weight changed by `h` up and down; `numerical_gradient` is the
    slope between them, which rounding makes uncertain by `uncertainty`; None if it shows nothing at all.

    `old`, `learning_rate` and `new` are those of one update; `cost_before` is the cost before it, and `cost_after` that
    after an update of all weights and biases.

    NumberError if one of them is too large to be a number.

    >>> from minibackprop import Layer
    >>> numbers = ExplanationNumbers(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], Place(0, 0, 0), 0.25)
    >>> numbers.chains, numbers.gradient, numbers.old, numbers.new
    ([[[Factor(dC/da1 = 2), Factor(da1/dz1 = 1), Factor(dz1/dw111 = 3)]]], 6.0, 2.0, 0.5)
    """

    def __init__(
        self,
        network: Network,
        X: Matrix,
        Y: Matrix,
        place: Place,
        learning_rate: float,
        cost: Cost = HALF_SQUARED_ERROR,
    ) -> None:
        self.place = place
        layer = network.layers[place.k]

        forward_pass = forward(network, X)
        backward_pass = backward(network, forward_pass, Y, cost)
        record = backward_pass[place.k]
        self.chains = [chains(network, forward_pass, backward_pass, Y, n, place, cost) for n in range(len(X))]
        products = [[product_of(path) for path in paths] for paths in self.chains]
        self.gradients = [as_number(sum(shares), "the product of the chain") for shares in products]
        self.gradient = place.value_in(record.dC_dW, record.dC_db)

        self.old = place.value_in(layer.weights, layer.biases)
        X_T, Y_T = transpose(X), transpose(Y)
        k, j, i = place.k, place.j, place.i
        numerical, uncertainty, self.h = numerical_gradient(network, X_T, Y_T, k, j, i, cost)
        self.numerical_gradient = as_number(numerical, "the numerical gradient")
        self.uncertainty = uncertainty if math.isfinite(uncertainty) else None
        self.cost_above = cost_of(with_change(network, k, j, i, self.h), X_T, Y_T, cost)
        self.cost_below = cost_of(with_change(network, k, j, i, -self.h), X_T, Y_T, cost)
        size = sum([abs(share) for shares in products for share in shares]) / len(X)
        slope = sum(self.gradients) / len(X)
        self.verdict = Verdict(slope, self.gradient, numerical, uncertainty, size)

        updated = gradient_step(network, backward_pass, learning_rate)
        self.learning_rate = learning_rate
        self.new = place.value_in(updated.layers[place.k].weights, updated.layers[place.k].biases)
        self.cost_before = cost.of(Y, transpose(forward_pass[-1].A))
        self.cost_after = cost.of(Y, updated.predict_all(X))

    def __repr__(self) -> str:
        return f"ExplanationNumbers({self.place}, gradient {self.gradient:.6g})"
