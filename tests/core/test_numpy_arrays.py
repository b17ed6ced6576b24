"""NumPy arrays work like lists: they are converted and checked once."""

from typing import Any

import pytest

from minibackprop import (
    Layer, Network, NumberError, RandomNumbers, SettingError, ShapeError, backward, forward, train,
)

from ..support.optional import numpy_or_missing

X, Y = [[1.0, 2.0], [3.0, 4.0], [5.0, 7.0]], [[1.0], [2.0], [3.0]]


@pytest.fixture
def numpy() -> Any:
    return numpy_or_missing()


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
        ([[numpy.array("1.5"), 1]], NumberError),
        ([[numpy.array(b"1.5"), 1]], NumberError),
        ([[numpy.array(True), 1]], NumberError),
        ([[numpy.array([1.0]), 1]], NumberError),
        ([[numpy.array("1.5", dtype=object), 1]], NumberError),
    ):
        with pytest.raises(error):
            forward(network, array)


def test_numbers_of_numpy_are_numbers(numpy: Any) -> None:
    assert Network(Layer([[numpy.float32(0.5), numpy.array(2)]], [numpy.int8(1)])).predict([1, 2]) == [5.5]
    result = train(Network(Layer([[0.5]], [1.0])), [[1], [2]], [[1], [2]], numpy.float64(0.1), numpy.int64(2),
                   batch_size=numpy.array(1), rng=RandomNumbers(numpy.uint8(7)))
    assert len(result.costs) == 3
    assert repr(Layer.random(numpy.int64(2), numpy.array(3))) == "Layer(2 -> 3, linear)"


@pytest.mark.parametrize("kind", ["bool", "float64", "str", "complex128"])
def test_what_is_no_whole_number_is_none_in_numpy_either(numpy: Any, kind: str) -> None:
    for value in (numpy.array(1, dtype=kind), numpy.array([1, 2]), numpy.array([1])):
        with pytest.raises(SettingError, match="epochs is .*, but must be a whole number, 0 or more"):
            train(Network(Layer([[0.5]], [1.0])), [[1]], [[1]], 0.1, value)


def test_an_entry_that_is_masked_is_refused(numpy: Any) -> None:
    network = Network(Layer([[2.0]], [7.0]))
    masked = numpy.ma.array([[1.0], [5.0]], mask=[[True], [False]])
    with pytest.raises(NumberError, match="entry 1 of row 1 of X is masked: it is masked, but a number is needed here"):
        network.predict_all(masked)
    assert network.predict_all(masked[1:]) == [[17.0]]
