"""Gradient descent: what an epoch and a batch are, that it is reproducible, and that it reports divergence."""

import itertools
import math
import random
from typing import Any, List, Optional, Tuple, Type

import pytest

from minibackprop import (
    Activation, Cost, DivergenceError, Layer, LayerBackward, Network, NumberError, RandomNumbers, SettingError,
    ShapeError, backward, descent, forward, gradient_descent, gradient_step, random_numbers, train,
)
from minibackprop.backprop import cost_and_gradients
from minibackprop.linalg import transpose

from ..support.bad_input import NETWORK, OTHER, RELU_NETWORK, Call, Case, X, Y, check_error, each
from ..support.random_networks import Parameters, few_examples, parameters_of, small_network


def test_without_a_batch_size_an_epoch_is_one_update_from_all_examples() -> None:
    X, Y = few_examples()
    network = small_network()
    stepped = gradient_step(network, backward(network, forward(network, X), Y), 0.1)
    for batch_size in (None, len(X)):
        result = train(network, X, Y, learning_rate=0.1, epochs=1, batch_size=batch_size)
        assert parameters_of(result.network) == parameters_of(stepped)


def test_every_epoch_goes_through_all_examples_once_in_batches_in_a_new_order(monkeypatch: pytest.MonkeyPatch) -> None:
    X, Y = few_examples(7)
    batches: List[List[List[float]]] = []

    def watched(
        network: Network, X_T: List[List[float]], Y_T: List[List[float]], cost: Cost
    ) -> Tuple[float, List[LayerBackward]]:
        batches.append(transpose(X_T))
        return cost_and_gradients(network, X_T, Y_T, cost)

    monkeypatch.setattr(descent, "cost_and_gradients", watched)
    train(small_network(), X, Y, learning_rate=0.1, epochs=3, batch_size=3)
    assert [len(batch) for batch in batches] == [3, 3, 1] * 3
    orders = [list(itertools.chain(*batches[start : start + 3])) for start in (0, 3, 6)]
    assert all(sorted(order) == sorted(X) for order in orders)
    assert orders[0] != orders[1] != orders[2] != orders[0]
    firsts = [sorted(batches[start]) for start in (0, 3, 6)]
    assert not firsts[0] == firsts[1] == firsts[2], "the examples are shuffled, not only the batches"


def test_no_random_numbers_are_drawn_for_a_full_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(random_numbers.RandomNumbers, "uniform", None)
    X, Y = few_examples()
    network = Network(Layer([[0.1, 0.2]], [0.3]))
    for batch_size in (None, len(X)):
        epochs = gradient_descent(network, X, Y, 0.1, epochs=2, batch_size=batch_size, rng=random.Random(1))
        assert [epoch.number for epoch in epochs] == [0, 1, 2]
        assert len(list(gradient_descent(network, X, Y, 0.1, epochs=2, batch_size=batch_size))) == 3


def test_batches_keep_inputs_and_targets_together() -> None:
    X = [[float(number), 0.0] for number in range(6)]
    Y = [[2.0 * number] for number in range(6)]
    perfect = Network(Layer([[2, 0]], [0]))
    result = train(perfect, X, Y, learning_rate=0.1, epochs=3, batch_size=2)
    assert result.costs == [0, 0, 0, 0]


def test_the_same_seed_gives_the_same_result_and_another_seed_does_not() -> None:
    X, Y = few_examples()

    def trained_with(seed: int) -> Parameters:
        rng = RandomNumbers(seed)
        return parameters_of(train(small_network(), X, Y, 0.1, epochs=4, batch_size=2, rng=rng).network)

    assert trained_with(5) == trained_with(5)
    assert trained_with(5) != trained_with(6)


def test_without_an_rng_batches_are_shuffled_with_seed_0() -> None:
    X, Y = few_examples()
    alone = train(small_network(), X, Y, 0.1, epochs=4, batch_size=2)
    seeded = train(small_network(), X, Y, 0.1, epochs=4, batch_size=2, rng=RandomNumbers(0))
    assert alone.costs == seeded.costs


def test_the_standard_library_s_random_numbers_work_too() -> None:
    X, Y = few_examples()
    network = Network(Layer.random(2, 1, rng=random.Random(7)))
    assert -1 <= network.layers[0].weights[0][0] < 1
    result = train(network, X, Y, 0.1, epochs=4, batch_size=2, rng=random.Random(7))
    assert result.costs[-1] < result.costs[0]


def test_gradient_descent_gives_what_train_gives_epoch_by_epoch() -> None:
    X, Y = few_examples()
    epochs = list(gradient_descent(small_network(), X, Y, 0.1, epochs=4, batch_size=3))
    result = train(small_network(), X, Y, 0.1, epochs=4, batch_size=3)
    assert [epoch.number for epoch in epochs] == [0, 1, 2, 3, 4]
    assert [epoch.cost for epoch in epochs] == result.costs
    assert parameters_of(epochs[-1].network) == parameters_of(result.network)


def test_breaking_out_of_the_loop_leaves_the_network_of_the_last_epoch() -> None:
    X, Y = few_examples()
    for epoch in gradient_descent(small_network(), X, Y, 0.1, epochs=10**9):
        if epoch.number == 3:
            break
    assert parameters_of(epoch.network) == parameters_of(train(small_network(), X, Y, 0.1, epochs=3).network)


CASES: List[Case] = [
    ("checked before the first epoch, not during it", lambda: gradient_descent(NETWORK, X, Y, 0.1, -1), SettingError,
     "epochs is -1"),
    ("learning rate 0, no epochs", lambda: gradient_descent(NETWORK, X, Y, 0, 0), SettingError,
     "the learning rate is 0"),
    ("fewer targets than examples", lambda: train(NETWORK, X, [[1.0]], 0.1, 1), ShapeError,
     "Y has 1 row of targets for 2 examples: each example needs its own row"),
    ("targets that are not rows", lambda: train(NETWORK, X, [1.0, 2.0], 0.1, 1), ShapeError,  # type: ignore[list-item]
     "Y is [1.0, 2.0], a list of numbers, but must be a list of rows: [[1.0], [2.0]]"),
    ("divergence", lambda: train(NETWORK, X, Y, 1e6, 1000), DivergenceError,
     "the cost stopped being a number in epoch "),
    ("divergence says what to try", lambda: train(NETWORK, X, Y, 1e6, 1000), DivergenceError,
     "the learning rate 1e+06 is too large for these inputs (try 100000, or scale the inputs)"),
    ("divergence in a batch", lambda: train(NETWORK, X, Y, 1e6, 1000, batch_size=1), DivergenceError,
     "the cost stopped being a number in epoch "),
    ("a relu hides the overflow", lambda: train(RELU_NETWORK, [[1e150]], [[-1e150]], 1e10, 1), DivergenceError,
     "the cost stopped being a number in epoch 1: the learning rate 1e+10 is too large"),
    ("hopeless from the start", lambda: train(OTHER, [[1e200, 1]], [[0]], 0.1, 1), DivergenceError,
     "the cost is too large to be a number even before training: scale the inputs and targets"),
]


@each(CASES)
def test_what_cannot_work_gets_an_error_that_says_so(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


def too_far(z: float) -> float:
    return math.exp(z)  # overflows from 710 on


@pytest.mark.parametrize("batch_size", [None, 1])
def test_an_activation_of_ones_own_that_overflows_in_training_is_divergence(batch_size: Optional[int]) -> None:
    network = Network(Layer([[1.0]], [0.0], Activation("exp", too_far, too_far)))
    with pytest.raises(DivergenceError, match=r"in epoch \d+: the learning rate 10 is too large .*OverflowError"):
        train(network, [[1.0], [2.0]], [[100.0], [200.0]], 10.0, 50, batch_size=batch_size)


def squared(Y_T: List[List[float]], A: List[List[float]]) -> float:
    return sum((y - a) ** 2 for y, a in zip(Y_T[0], A[0]))


@pytest.mark.parametrize("x", [1.0, 1e200])
def test_a_cost_of_ones_own_that_overflows_in_training_is_divergence(x: float) -> None:
    own = Cost("squared", squared, lambda Y_T, A: [[2 * (a - y) for y, a in zip(Y_T[0], A[0])]])
    when = "in epoch" if x == 1.0 else "even before training"
    with pytest.raises(DivergenceError, match=rf"{when}.* \(.*(out of range|too large|not representable)"):
        train(Network(Layer([[1.0]], [0.0])), [[x]], [[2.0]], 1e3, 500, cost=own)


def test_before_training_an_error_of_an_activation_is_passed_on_as_it_is() -> None:
    network = Network(Layer([[1.0]], [0.0], Activation("exp", too_far, too_far)))
    with pytest.raises(NumberError, match="f or f′ failed with OverflowError"):
        train(network, [[1000.0]], [[1.0]], 0.1, 5)


@pytest.mark.parametrize("returned", [None, "1", [1.0]])
def test_a_cost_of_ones_own_that_returns_no_number_is_named(returned: Any) -> None:
    own = Cost("mine", lambda Y_T, A: returned, lambda Y_T, A: [[0.0] * len(A[0])])
    with pytest.raises(NumberError, match="the cost, which your own function c returned, is .*: a number is needed"):
        train(small_network(), *few_examples(), learning_rate=0.1, epochs=2, cost=own)
