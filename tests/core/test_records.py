"""The checks of the records of both passes: each must fit its network, and only what is transposed is called so."""

from typing import List, Type

import pytest

from minibackprop import Cost, Layer, LayerGradient, Network, ShapeError, backward, forward, gradient_step
from minibackprop.records import check_gradients, check_slopes

from ..support.bad_input import NETWORK, OTHER, Call, Case, X, Y, check_error, each

TWO_NEURONS, COST = Network(Layer([[1, 2], [3, 4]], [0, 0])), Cost("mine", lambda Y, A: 0.0, lambda Y, A: A)
NOT_FROM_THIS_NETWORK = "forward_pass is not from this network; pass what forward(network, X) returned"

CASES: List[Case] = [
    ("no network", lambda: backward(None, forward(OTHER, X), Y), TypeError,  # type: ignore[arg-type]
     "a Network is needed here, such as Network(layer_1, layer_2), but this is None"),
    ("the first layer only", lambda: backward(NETWORK, forward(NETWORK, X)[:1], Y), ShapeError, NOT_FROM_THIS_NETWORK),
    ("more neurons", lambda: backward(OTHER, forward(TWO_NEURONS, X), Y), ShapeError, NOT_FROM_THIS_NETWORK),
    ("a whole number that is too large", lambda: check_slopes(COST, [[10**400, 1]], [[1.0, 1.0]]), ShapeError,
     "but must return a matrix of numbers like A (1x2)"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


@pytest.mark.parametrize("network, dC_dW, dC_db, end", [
    (OTHER, [[1], [2]], [3], "lengths [1, 1] and ∂C/∂b of length 1: it is transposed. It needs a row for each neuron "
                             "and a column for each input"),
    (OTHER, [[1, 2]], [], "has rows of lengths [2] and ∂C/∂b of length 0"),
    (OTHER, [[1]], [3], "has rows of lengths [1] and ∂C/∂b of length 1"),
    (TWO_NEURONS, [[1, 2], [3, 4]], [5], "has rows of lengths [2, 2] and ∂C/∂b of length 1"),
], ids=["transposed", "no bias", "too narrow", "of a layer with as many neurons as inputs"])
def test_only_a_transposed_gradient_is_called_transposed(
    network: Network, dC_dW: List[List[float]], dC_db: List[float], end: str
) -> None:
    for check in (check_gradients, lambda network, gradients: gradient_step(network, gradients, 0.1)):
        with pytest.raises(ShapeError) as raised:
            check(network, [LayerGradient(dC_dW, dC_db)])
        assert str(raised.value).endswith(end)
