"""NumPy arrays work like lists: they are converted and checked once."""

import importlib
from typing import Any

import pytest

from minibackprop import Layer, Network, NumberError, ShapeError, backward, forward, train

from ..support.optional import missing

X, Y = [[1.0, 2.0], [3.0, 4.0], [5.0, 7.0]], [[1.0], [2.0], [3.0]]


@pytest.fixture
def numpy() -> Any:
    try:
        return importlib.import_module("numpy")
    except ImportError:
        missing("numpy, to pass its arrays in")


@pytest.mark.parametrize("kind", ["float64", "float32", "int64", "int8"])
def test_arrays_give_what_lists_give(numpy: Any, kind: str) -> None:
    network = Network(Layer([[0.5, -0.25]], [1.0]))
    X_array, Y_array = numpy.array(X, dtype=kind), numpy.array(Y, dtype=kind)
    of_array = backward(network, forward(network, X_array), Y_array)
    of_lists = backward(network, forward(network, X), Y)
    assert of_array[0].dC_dW == of_lists[0].dC_dW
    assert type(of_array[0].dC_dW[0][0]) is float
    assert train(network, X_array, Y_array, 0.01, 3).costs == train(network, X, Y, 0.01, 3).costs
    assert network.predict(X_array[0]) == network.predict(X[0])
    assert Layer(numpy.array([[0.5]]), numpy.array([1.0])).weights == [[0.5]]


def test_bad_arrays_are_refused(numpy: Any) -> None:
    network = Network(Layer([[0.5, -0.25]], [1.0]))
    for array, error in (
        (numpy.array([[True, False]]), NumberError),
        (numpy.array([["1", "2"]]), NumberError),
        (numpy.array([[1.0, numpy.nan]]), NumberError),
        (numpy.array([[1j, 2]]), NumberError),
        (numpy.array([1.0, 2.0]), ShapeError),
        (numpy.array(1.0), ShapeError),
        (numpy.zeros((0, 2)), ShapeError),
        (numpy.zeros((2, 0)), ShapeError),
        (numpy.zeros((1, 2, 2)), NumberError),
    ):
        with pytest.raises(error):
            forward(network, array)
