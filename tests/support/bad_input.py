"""Small networks and tables for calls with bad input, and a check that it fails as it should and changes nothing."""

import copy
import math
from typing import Callable, List, Tuple, Type

import pytest

from minibackprop import RELU, SIGMOID, Activation, Layer, Network, Table, train

Call = Callable[[], object]
Case = Tuple[str, Call, Type[Exception], str]

NAN, INFINITY = math.nan, math.inf
NETWORK = Network(Layer([[1, 2], [3, 4], [5, 6]], [0, 0, 0], SIGMOID), Layer([[1, 1, 1]], [0]))
OTHER = Network(Layer([[1, 2]], [0]))
NARROW = Network(Layer([[1, 2], [3, 4]], [0, 0]), Layer([[1, 1]], [0]))
STEEP = Network(Layer([[1]], [0]))
RELU_NETWORK = Network(Layer([[1.0]], [0.0], RELU))
WITHOUT_SLOPE = Network(Layer([[1]], [0], Activation("without a slope", lambda z: z, lambda z: NAN)))
INFINITE = Activation("infinite", lambda z: INFINITY, lambda z: 1.0)
TRAINED = train(STEEP, [[1]], [[1]], learning_rate=0.1, epochs=1)
X, Y = [[1.0, 2.0], [3.0, 4.0]], [[1.0], [2.0]]
TABLE = Table([[1.0], [2.0]], [[1.0], [2.0]], ["a"], ["b"])

NOT_A_NUMBER = "a number is needed here (int or float), not text, True/False or a complex number"


def everything() -> List[object]:
    """All numbers of the objects above."""
    networks = [NETWORK, OTHER, NARROW, STEEP, RELU_NETWORK, WITHOUT_SLOPE, TRAINED.network]
    parameters = [(layer.weights, layer.biases) for network in networks for layer in network.layers]
    return copy.deepcopy([X, Y, TABLE.X, TABLE.Y, parameters])


def check_error(call: Call, error: Type[Exception], message: str) -> None:
    """The call must fail with this error and a text that contains the message, and leave the objects above alone."""
    before = everything()
    with pytest.raises(error) as raised:
        call()
    assert message in str(raised.value)
    assert everything() == before


def each(cases: List[Case]) -> pytest.MarkDecorator:
    """Run a test for each case, named after it."""
    arguments, names = [case[1:] for case in cases], [case[0] for case in cases]
    return pytest.mark.parametrize("call, error, message", arguments, ids=names)
