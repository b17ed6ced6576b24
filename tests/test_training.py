"""Training: what an epoch and a batch are, when it stops, that it can be repeated, and that it changes nothing."""

import copy
import itertools
import random
from typing import List, Tuple

import pytest

from minibackprop import (
    HALF_SQUARED_ERROR, SIGMOID, TANH, Epoch, Layer, LayerBackward, LayerForward, Network, Patience, RandomNumbers,
    backward, forward, gradient_check, gradient_descent, gradient_step, train,
)
from minibackprop import training as training_module
from minibackprop.backprop import cost_and_slopes
from minibackprop.linalg import transpose

Parameters = List[Tuple[List[List[float]], List[float]]]


def small_network(seed: int = 1) -> Network:
    rng = RandomNumbers(seed)
    return Network(Layer.random(2, 3, TANH, rng), Layer.random(3, 1, rng=rng))


def examples(count: int = 7) -> Tuple[List[List[float]], List[List[float]]]:
    X = [[number / count, (number * number) % 5 / 5] for number in range(count)]
    return X, [[x[0] - 2 * x[1]] for x in X]


def parameters_of(network: Network) -> Parameters:
    return [(layer.weights, layer.biases) for layer in network.layers]


def test_costs_are_those_before_training_and_after_each_epoch() -> None:
    X, Y = examples()
    result = train(small_network(), X, Y, learning_rate=0.1, epochs=5)
    assert len(result.costs) == 6
    assert result.costs[0] == HALF_SQUARED_ERROR.of(Y, small_network().predict_all(X))
    assert result.costs[5] == HALF_SQUARED_ERROR.of(Y, result.network.predict_all(X))
    assert result.costs == sorted(result.costs, reverse=True)
    assert (result.epoch, result.why_stopped) == (5, "all 5 epochs are done")


def test_no_epochs_leave_the_network_as_it_was() -> None:
    X, Y = examples()
    network = small_network()
    result = train(network, X, Y, learning_rate=0.1, epochs=0)
    assert parameters_of(result.network) == parameters_of(network)
    assert len(result.costs) == 1


def test_without_a_batch_size_an_epoch_is_one_step_on_all_examples() -> None:
    X, Y = examples()
    network = small_network()
    stepped = gradient_step(network, backward(network, forward(network, X), Y), 0.1)
    for batch_size in (None, len(X)):
        result = train(network, X, Y, learning_rate=0.1, epochs=1, batch_size=batch_size)
        assert parameters_of(result.network) == parameters_of(stepped)


def test_every_epoch_goes_through_all_examples_once_in_batches_of_a_new_order(monkeypatch: pytest.MonkeyPatch) -> None:
    X, Y = examples(7)
    batches: List[List[List[float]]] = []

    def watched(network: Network, X: List[List[float]], Y: List[List[float]]) -> Tuple[float, List[LayerBackward]]:
        batches.append(transpose(X))
        return cost_and_slopes(network, X, Y)

    monkeypatch.setattr(training_module, "cost_and_slopes", watched)
    train(small_network(), X, Y, learning_rate=0.1, epochs=3, batch_size=3)
    assert [len(batch) for batch in batches] == [3, 3, 1] * 3
    orders = [list(itertools.chain(*batches[start : start + 3])) for start in (0, 3, 6)]
    assert all(sorted(order) == sorted(X) for order in orders)
    assert orders[0] != orders[1] != orders[2] != orders[0]
    firsts = [sorted(batches[start]) for start in (0, 3, 6)]
    assert not firsts[0] == firsts[1] == firsts[2], "the examples are shuffled, not only the batches"


def test_batches_keep_inputs_and_targets_together() -> None:
    X = [[float(number), 0.0] for number in range(6)]
    Y = [[2.0 * number] for number in range(6)]
    perfect = Network(Layer([[2, 0]], [0]))
    result = train(perfect, X, Y, learning_rate=0.1, epochs=3, batch_size=2)
    assert result.costs == [0, 0, 0, 0]


def test_same_seed_same_result_and_another_seed_another() -> None:
    X, Y = examples()

    def trained_with(seed: int) -> Parameters:
        rng = RandomNumbers(seed)
        return parameters_of(train(small_network(), X, Y, 0.1, epochs=4, batch_size=2, rng=rng).network)

    assert trained_with(5) == trained_with(5)
    assert trained_with(5) != trained_with(6)


def test_the_standard_library_s_random_numbers_do_as_well() -> None:
    X, Y = examples()
    network = Network(Layer.random(2, 1, rng=random.Random(7)))
    assert -1 <= network.layers[0].weights[0][0] < 1
    result = train(network, X, Y, 0.1, epochs=4, batch_size=2, rng=random.Random(7))
    assert result.costs[-1] < result.costs[0]


def test_gradient_descent_is_the_same_as_train_epoch_by_epoch() -> None:
    X, Y = examples()
    epochs = list(gradient_descent(small_network(), X, Y, 0.1, epochs=4, batch_size=3))
    result = train(small_network(), X, Y, 0.1, epochs=4, batch_size=3)
    assert [epoch.number for epoch in epochs] == [0, 1, 2, 3, 4]
    assert [epoch.cost for epoch in epochs] == result.costs
    assert parameters_of(epochs[-1].network) == parameters_of(result.network)


def test_breaking_off_leaves_the_network_of_the_last_epoch() -> None:
    X, Y = examples()
    for epoch in gradient_descent(small_network(), X, Y, 0.1, epochs=10**9):
        if epoch.number == 3:
            break
    assert parameters_of(epoch.network) == parameters_of(train(small_network(), X, Y, 0.1, epochs=3).network)


def test_patience_stops_when_the_network_stops_improving() -> None:
    X, Y = examples()
    result = train(small_network(), X, Y, learning_rate=0.3, epochs=10**6, patience=5, tolerance=1e-4)
    last = len(result.costs) - 1
    assert last < 1000
    assert result.why_stopped == "no better cost in 5 epochs"
    assert result.epoch == last - 5
    assert all(cost >= result.costs[result.epoch] - 1e-4 for cost in result.costs[result.epoch :])
    assert result.costs[result.epoch] == HALF_SQUARED_ERROR.of(Y, result.network.predict_all(X))


def test_patience_watches_the_held_out_examples_if_there_are_any() -> None:
    X, Y = examples()
    held_out = ([[0.1, 0.2]], [[9.0]])  # the better the network becomes, the worse it is here
    result = train(small_network(2), X, Y, 0.3, epochs=1000, patience=3, held_out=held_out)
    assert len(result.held_out_costs) == len(result.costs) < 1000
    assert result.held_out_costs[result.epoch] == min(result.held_out_costs)
    assert result.costs[result.epoch] > min(result.costs)
    cost = HALF_SQUARED_ERROR.of(held_out[1], result.network.predict_all(held_out[0]))
    assert cost == result.held_out_costs[result.epoch]


def test_held_out_examples_are_not_trained_on() -> None:
    X, Y = examples()
    alone = train(small_network(), X, Y, 0.1, epochs=3)
    beside = train(small_network(), X, Y, 0.1, epochs=3, held_out=([[5, 5]], [[100]]))
    assert parameters_of(alone.network) == parameters_of(beside.network)


def test_patience_counts_epochs_since_the_best_one() -> None:
    network = small_network()
    costs = [9.0, 5.0, 4.9, 4.8, 4.0, 4.0, 4.0]
    patience = Patience(2, tolerance=0.15)
    over = [patience.is_over(Epoch(number, network, cost), cost) for number, cost in enumerate(costs)]
    assert over == [False, False, False, False, False, False, True]
    assert patience.best is not None and patience.best.number == 4


def test_nothing_is_ever_mutated() -> None:
    X, Y = examples()
    network = Network(Layer.random(2, 3, SIGMOID, RandomNumbers(1)), Layer.random(3, 1, rng=RandomNumbers(2)))
    held_out = ([[0.1, 0.2]], [[0.3]])
    forward_pass = forward(network, X)
    backward_pass = backward(network, forward_pass, Y)

    def everything() -> List[object]:
        seen: List[object] = [X, Y, held_out, parameters_of(network)]
        for record in forward_pass:
            assert isinstance(record, LayerForward)
            seen.append(vars(record))
        for gradients in backward_pass:
            assert isinstance(gradients, LayerBackward)
            seen.append(vars(gradients))
        return copy.deepcopy(seen)

    before = everything()
    forward(network, X)
    backward(network, forward_pass, Y)
    gradient_step(network, backward_pass, 0.5)
    gradient_check(network, X, Y)
    network.predict(X[0])
    network.predict_all(X)
    HALF_SQUARED_ERROR.derivative(Y, Y)
    train(network, X, Y, 0.5, epochs=3, held_out=held_out, patience=2)
    train(network, X, Y, 0.5, epochs=3, batch_size=2)
    assert everything() == before


def test_a_layer_keeps_its_own_copy_of_what_it_was_given() -> None:
    weights, biases = [[1.0]], [0.0]
    layer = Layer(weights, biases)
    weights[0][0] = biases[0] = 99.0
    assert (layer.weights, layer.biases) == ([[1.0]], [0.0])
