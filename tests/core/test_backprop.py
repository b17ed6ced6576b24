"""The gradients against two independent sources: numerical gradients, and naive loops over single numbers."""

import math
from typing import Any, List, Tuple, Type

import pytest

from minibackprop import (
    LINEAR, RELU, TANH, Activation, Cost, Layer, LayerBackward, LayerGradient, Network, NumberError, ShapeError,
    backprop, backward, forward, gradient_check, train,
)
from minibackprop.linalg import matmul, transpose

from ..support.bad_input import INFINITE, NARROW, NETWORK, OTHER, STEEP, Call, Case, X, Y, check_error, each
from ..support.random_networks import ACTIVATIONS, CASES, as_reference, example, name_of
from ..support.reference import mean_gradients

UNDEFINED = Network(Layer([[1]], [0], Activation("root", lambda z: math.sqrt(z), lambda z: 0.5 / math.sqrt(z))))
NOT_FROM_THIS_NETWORK = "forward_pass is not from this network; pass what forward(network, X) returned"


@pytest.mark.parametrize("activation, depth, batch", CASES, ids=name_of)
def test_numerical_gradients_agree(activation: Activation, depth: int, batch: int) -> None:
    network, X, Y = example(activation, depth, batch)
    assert gradient_check(network, X, Y).largest_error < 1e-6


@pytest.mark.parametrize("activation, depth, batch", CASES, ids=name_of)
def test_naive_loops_agree(activation: Activation, depth: int, batch: int) -> None:
    network, X, Y = example(activation, depth, batch)
    expected = mean_gradients(as_reference(network), X, Y)
    for gradients, (dC_dW, dC_db) in zip(backward(network, forward(network, X), Y), expected):
        assert gradients.dC_db == pytest.approx(dC_db, rel=1e-11, abs=1e-13)
        for row, expected_row in zip(gradients.dC_dW, dC_dW):
            assert row == pytest.approx(expected_row, rel=1e-11, abs=1e-13)


@pytest.mark.parametrize("activation", ACTIVATIONS, ids=name_of)
def test_every_factor_of_the_chain_is_what_its_name_says(activation: Activation) -> None:
    network, X, Y = example(activation, depth=3, batch=4)
    forward_pass = forward(network, X)
    backward_pass = backward(network, forward_pass, Y)
    for k, (layer, record, factors) in enumerate(zip(network.layers, forward_pass, backward_pass)):
        for n in range(len(X)):
            for j in range(layer.num_neurons):
                inputs = [row[n] for row in record.A_in]
                weighted = sum(w * a for w, a in zip(layer.weights[j], inputs)) + layer.biases[j]
                assert record.Z[j][n] == pytest.approx(weighted)
                assert record.A[j][n] == activation.f(record.Z[j][n])
                assert factors.dA_dZ[j][n] == activation.f_prime(record.Z[j][n])
                assert factors.dC_dZ[j][n] == factors.dC_dA[j][n] * factors.dA_dZ[j][n]
                if k + 1 < len(network.layers):
                    after, its_layer = backward_pass[k + 1], network.layers[k + 1]
                    paths = [after.dC_dZ[i][n] * its_layer.weights[i][j] for i in range(its_layer.num_neurons)]
                    assert factors.dC_dA[j][n] == pytest.approx(sum(paths))
                else:
                    assert factors.dC_dA[j][n] == record.A[j][n] - Y[n][j]
    assert forward_pass[0].A_in == transpose(X)
    assert forward_pass[1].A_in == forward_pass[0].A


def test_records_have_a_row_per_neuron_and_a_column_per_example() -> None:
    network, X, Y = example(TANH, depth=2, batch=7)  # 3 -> 4 -> 2
    forward_pass = forward(network, X)
    backward_pass = backward(network, forward_pass, Y)
    for k, (inputs, neurons) in enumerate([(3, 4), (4, 2)]):
        record, factors = forward_pass[k], backward_pass[k]
        assert [len(record.A_in), len(record.Z), len(record.A)] == [inputs, neurons, neurons]
        for M in (record.A_in, record.Z, record.A, factors.dC_dA, factors.dA_dZ, factors.dC_dZ):
            assert {len(row) for row in M} == {7}
        assert [len(factors.dC_dA), len(factors.dA_dZ), len(factors.dC_dZ)] == [neurons] * 3
        assert (len(factors.dC_dW), len(factors.dC_dW[0]), len(factors.dC_db)) == (neurons, inputs, neurons)
    assert transpose(forward_pass[-1].A) == network.predict_all(X)


@pytest.mark.parametrize("activation", ACTIVATIONS, ids=name_of)
def test_the_gradient_of_a_batch_is_the_mean_over_its_examples(activation: Activation) -> None:
    network, X, Y = example(activation, depth=3, batch=6)
    of_batch = backward(network, forward(network, X), Y)
    of_each: List[List[LayerBackward]] = [backward(network, forward(network, [x]), [y]) for x, y in zip(X, Y)]
    for k, gradients in enumerate(of_batch):
        for j, row in enumerate(gradients.dC_dW):
            for i, slope in enumerate(row):
                assert slope == pytest.approx(sum(one[k].dC_dW[j][i] for one in of_each) / 6, rel=1e-12, abs=1e-15)
            mean = sum(one[k].dC_db[j] for one in of_each) / 6
            assert gradients.dC_db[j] == pytest.approx(mean, rel=1e-12, abs=1e-15)


def test_each_factor_belongs_to_its_own_example() -> None:
    network, X, Y = example(TANH, depth=2, batch=5)
    of_batch = backward(network, forward(network, X), Y)
    for n in range(5):
        alone = backward(network, forward(network, [X[n]]), [Y[n]])
        for factors, its in zip(of_batch, alone):
            assert [row[n] for row in factors.dC_dA] == pytest.approx([row[0] for row in its.dC_dA])
            assert [row[n] for row in factors.dC_dZ] == pytest.approx([row[0] for row in its.dC_dZ])


def test_the_cost_of_a_batch_takes_the_targets_first() -> None:
    """Σ (2y + a): with y = 5 and a = 2 · 3 + 1 = 7 it is 17; the other way round it would be 19."""
    network = Network(Layer([[2.0]], [1.0]))
    cost = Cost("sum", lambda Y_T, A: 2 * Y_T[0][0] + A[0][0], lambda Y_T, A: [[1.0]])
    assert backprop.cost_of(network, [[3.0]], [[5.0]], cost) == 17.0
    assert backprop.cost_and_gradients(network, [[3.0]], [[5.0]], cost)[0] == 17.0


def test_the_chain_ends_at_the_first_layer(monkeypatch: pytest.MonkeyPatch) -> None:
    """∂C/∂x would take as much work as everything else in the first layer, and training does not change the inputs."""
    shapes: List[Tuple[int, int]] = []

    def watched(A: List[List[float]], B: List[List[float]]) -> List[List[float]]:
        shapes.append((len(A), len(B[0])))
        return matmul(A, B)

    monkeypatch.setattr(backprop, "matmul", watched)
    network, X, Y = example(TANH, depth=3, batch=7)
    backward(network, forward(network, X), Y)
    assert shapes == [(2, 7), (4, 7)]  # ∂C/∂a of layers 2 and 1, one example per column


def test_the_backward_record_of_a_layer_is_also_a_layer_gradient() -> None:
    network, X, Y = example(TANH, depth=2, batch=5)
    for factors in backward(network, forward(network, X), Y):
        assert isinstance(factors, LayerGradient)


def backward_with(c_prime: Any) -> Call:
    """A call of backward with a cost of one's own, for two outputs and three examples."""
    network = Network(Layer([[1], [2]], [0, 0]))
    cost = Cost("mine", lambda Y_T, A: 0.0, c_prime)
    return lambda: backward(network, forward(network, [[1], [2], [3]]), [[1, 1]] * 3, cost)


def train_with(c_prime: Any) -> Call:
    network = Network(Layer([[1], [2]], [0, 0]))
    cost = Cost("mine", lambda Y_T, A: 0.0, c_prime)
    return lambda: train(network, [[1], [2], [3]], [[1, 1]] * 3, 0.1, epochs=1, cost=cost)


BAD: List[Case] = [
    ("a derivative of nothing", backward_with(lambda Y_T, A: None), ShapeError,
     "c_prime of the cost mine returned None, but must return a matrix of numbers like A (2x3)"),
    ("a derivative for each example", backward_with(lambda Y_T, A: transpose(A)), ShapeError,
     "c_prime of the cost mine returned [[1.0, 2.0], [2.0, 4.0], [3.0, 6.0]], but must return a matrix of numbers"),
    ("a derivative in one list", backward_with(lambda Y_T, A: [1.0, 2.0]), ShapeError,
     "c_prime of the cost mine returned [1.0, 2.0], but must return a matrix of numbers like A (2x3)"),
    ("a ragged derivative", backward_with(lambda Y_T, A: [A[0], A[1][:2]]), ShapeError,
     "c_prime of the cost mine returned [[1.0, 2.0, 3.0], [2.0, 4.0]], but must return a matrix of numbers like A"),
    ("a derivative in words", backward_with(lambda Y_T, A: ["abc", "abc"]), ShapeError,
     "c_prime of the cost mine returned ['abc', 'abc'], but must return a matrix of numbers like A (2x3)"),
    ("a derivative too large for a float", backward_with(lambda Y_T, A: [A[0], [1.0, 10**400, 1.0]]), ShapeError,
     "but must return a matrix of numbers like A (2x3)"),
    ("a ragged derivative in training", train_with(lambda Y_T, A: [A[0], A[1][:2]]), ShapeError,
     "c_prime of the cost mine returned [[1.0, 2.0, 3.0], [2.0, 4.0]], but must return a matrix of numbers like A"),
    ("an f′ that fails",
     lambda: backward(UNDEFINED, forward(UNDEFINED, [[0]]), [[0]]), NumberError,
     "f or f′ failed with ZeroDivisionError"),
    ("overflow in the forward pass", lambda: forward(Network(Layer([[1e308]], [0])), [[10]]), NumberError,
     "entry 1 of row 1 of Z of layer 1 is inf: only finite numbers can be used"),
    ("an activation that is infinite", lambda: forward(Network(Layer([[1]], [0], INFINITE)), [[1]]), NumberError,
     "entry 1 of row 1 of A of layer 1 is inf"),
    ("the neuron and the example are named", lambda: forward(Network(Layer([[1], [1e308]], [0, 0])), [[1], [10]]),
     NumberError, "entry 2 of row 2 of Z of layer 1 is inf"),
    ("a gradient that is too large", lambda: backward(STEEP, forward(STEEP, [[1e160]]), [[1]]), NumberError,
     "entry 1 of row 1 of ∂C/∂w of layer 1 is inf: only finite numbers can be used"),
    ("a gradient of a bias that is too large",
     lambda: backward(STEEP, forward(STEEP, [[0], [0]]), [[-1.7e308], [-1.7e308]]), NumberError,
     "entry 1 of row 1 of ∂C/∂b of layer 1 is inf"),
    ("more targets than examples", lambda: backward(NETWORK, forward(NETWORK, [[1, 2]]), Y), ShapeError,
     "Y has 2 rows of targets for 1 example: each example needs its own row"),
    ("a forward pass of another network", lambda: backward(NETWORK, forward(OTHER, X), Y), ShapeError,
     NOT_FROM_THIS_NETWORK),
    ("a forward pass of a network of other sizes", lambda: backward(NETWORK, forward(NARROW, X), Y), ShapeError,
     NOT_FROM_THIS_NETWORK),
    ("a forward pass with another number of inputs",
     lambda: backward(OTHER, forward(Network(Layer([[1, 2, 3]], [0])), [[1, 2, 3]]), [[1]]), ShapeError,
     NOT_FROM_THIS_NETWORK),
    ("not a forward pass", lambda: backward(NETWORK, X, Y), ShapeError,  # type: ignore[arg-type]
     NOT_FROM_THIS_NETWORK),
    ("None for a forward pass", lambda: backward(NETWORK, None, Y), ShapeError,  # type: ignore[arg-type]
     NOT_FROM_THIS_NETWORK),
    ("a backward pass instead of a forward pass",
     lambda: backward(NETWORK, backward(NETWORK, forward(NETWORK, X), Y), Y),  # type: ignore[arg-type]
     ShapeError, NOT_FROM_THIS_NETWORK),
]


@each(BAD)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


def test_a_forward_pass_may_be_a_tuple() -> None:
    of_list = backward(OTHER, forward(OTHER, X), Y)
    of_tuple = backward(OTHER, tuple(forward(OTHER, X)), Y)  # type: ignore[arg-type]
    assert of_tuple[0].dC_dW == of_list[0].dC_dW


def test_linear_and_relu_networks_give_different_gradients() -> None:
    """Otherwise the tests above might compare one activation with itself."""
    gradients = []
    for activation in (LINEAR, RELU):
        network, X, Y = example(activation, depth=2, batch=7)
        gradients.append(backward(network, forward(network, X), Y)[0].dC_dW)
    assert gradients[0] != gradients[1]
