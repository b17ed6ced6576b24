"""Training: its costs, when it stops, what it reports on the way, what Ctrl-C does, and that it changes nothing."""

import copy
import sys
from types import FrameType
from typing import Any, Callable, List, Optional, Tuple, Type

import pytest

from minibackprop import (
    HALF_SQUARED_ERROR, SIGMOID, Epoch, Layer, LayerBackward, LayerForward, Network, NumberError, RandomNumbers,
    ShapeError, TrainingResult, backward, forward, gradient_check, gradient_step, load_housing, train, training,
)

from ..support.bad_input import NETWORK, STEEP, Call, Case, X, Y, check_error, each
from ..support.random_networks import few_examples, parameters_of, small_network

Pair = Tuple[List[List[float]], List[List[float]]]


def test_costs_are_those_before_training_and_after_each_epoch() -> None:
    X, Y = few_examples()
    result = train(small_network(), X, Y, learning_rate=0.1, epochs=5)
    assert len(result.costs) == 6
    assert result.costs[0] == HALF_SQUARED_ERROR.of(Y, small_network().predict_all(X))
    assert result.costs[5] == HALF_SQUARED_ERROR.of(Y, result.network.predict_all(X))
    assert result.costs == sorted(result.costs, reverse=True)
    assert (result.epoch, result.stop_reason) == (5, "all 5 epochs are done")


def test_training_for_0_epochs_leaves_the_network_as_it_was() -> None:
    X, Y = few_examples()
    network = small_network()
    result = train(network, X, Y, learning_rate=0.1, epochs=0)
    assert parameters_of(result.network) == parameters_of(network)
    assert len(result.costs) == 1


def test_patience_stops_when_the_network_stops_improving() -> None:
    X, Y = few_examples()
    result = train(small_network(), X, Y, learning_rate=0.3, epochs=10**6, patience=5, tolerance=1e-4)
    last = len(result.costs) - 1
    assert last < 1000
    assert result.stop_reason == "no better cost in 5 epochs"
    assert result.epoch == last - 5
    assert all(cost >= result.costs[result.epoch] - 1e-4 for cost in result.costs[result.epoch :])
    assert result.costs[result.epoch] == HALF_SQUARED_ERROR.of(Y, result.network.predict_all(X))


@pytest.mark.parametrize("held_out", [
    ([[0.1, 0.2]], [[9.0]]), ([[0.1, 0.2], [0.3, 0.1], [0.7, 0.9]], [[9.0], [8.0], [9.5]]),
], ids=["one example", "three examples"])
def test_patience_watches_the_held_out_examples_if_there_are_any(held_out: Pair) -> None:
    """The better the network becomes, the worse it is on these."""
    X, Y = few_examples()
    result = train(small_network(2), X, Y, 0.3, epochs=1000, patience=3, held_out=held_out)
    assert len(result.held_out_costs) == len(result.costs) < 1000
    assert result.held_out_costs[result.epoch] == min(result.held_out_costs)
    assert result.costs[result.epoch] > min(result.costs)
    cost = HALF_SQUARED_ERROR.of(held_out[1], result.network.predict_all(held_out[0]))
    assert cost == result.held_out_costs[result.epoch]


def test_held_out_examples_are_not_trained_on() -> None:
    X, Y = few_examples()
    alone = train(small_network(), X, Y, 0.1, epochs=3)
    beside = train(small_network(), X, Y, 0.1, epochs=3, held_out=([[5, 5]], [[100]]))
    assert parameters_of(alone.network) == parameters_of(beside.network)


def test_on_epoch_is_called_with_every_epoch_as_soon_as_it_is_done() -> None:
    X, Y = few_examples()
    seen: List[Epoch] = []
    result = train(small_network(), X, Y, 0.3, epochs=1000, patience=3, tolerance=1e-3, on_epoch=seen.append)
    assert [epoch.number for epoch in seen] == list(range(len(result.costs)))
    assert [epoch.cost for epoch in seen] == result.costs
    assert parameters_of(seen[result.epoch].network) == parameters_of(result.network)
    assert result.stop_reason == "no better cost in 3 epochs"


def test_an_error_in_on_epoch_is_passed_on() -> None:
    def complains(epoch: Epoch) -> None:
        raise RuntimeError(f"enough after {epoch.number}")

    X, Y = few_examples()
    with pytest.raises(RuntimeError, match="enough after 0"):
        train(small_network(), X, Y, 0.1, epochs=5, on_epoch=complains)


def ctrl_c_after(number: int) -> Callable[[Epoch], None]:
    """An `on_epoch` that acts as if Ctrl-C were pressed after an epoch."""

    def on_epoch(epoch: Epoch) -> None:
        if epoch.number == number:
            raise KeyboardInterrupt

    return on_epoch


def test_ctrl_c_ends_the_training_with_the_epochs_done_so_far() -> None:
    X, Y = few_examples()
    held_out = ([[5, 5]], [[100]])
    result = train(small_network(), X, Y, 0.1, epochs=9, held_out=held_out, on_epoch=ctrl_c_after(3))
    expected = train(small_network(), X, Y, 0.1, epochs=3, held_out=held_out)
    assert (result.epoch, result.stop_reason) == (3, "interrupted after epoch 3")
    assert (result.costs, result.held_out_costs) == (expected.costs, expected.held_out_costs)
    assert parameters_of(result.network) == parameters_of(expected.network)


def test_ctrl_c_with_patience_gives_the_best_epoch_so_far() -> None:
    X, Y = few_examples()
    held_out = ([[0.1, 0.2]], [[9.0]])  # worse and worse from epoch 1 on
    whole = train(small_network(2), X, Y, 0.3, epochs=20, held_out=held_out)
    best = whole.held_out_costs.index(min(whole.held_out_costs))
    pressed = ctrl_c_after(best + 2)
    result = train(small_network(2), X, Y, 0.3, epochs=20, patience=9, held_out=held_out, on_epoch=pressed)
    assert (result.epoch, result.stop_reason) == (best, f"interrupted after epoch {best + 2}")
    assert len(result.costs) == best + 3


def test_ctrl_c_before_the_first_epoch_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("minibackprop.descent.cost_and_gradients", interrupted)
    try:
        train(small_network(), *few_examples(), learning_rate=0.1, epochs=5)
    except KeyboardInterrupt:
        return
    pytest.fail("the interrupt was lost")


def test_ctrl_c_in_the_middle_of_an_epoch_leaves_that_epoch_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if it comes after the cost was noted, and before the held-out cost is known."""
    X, Y = few_examples()
    calls = []
    original: Callable[..., float] = getattr(training, "cost_of")

    def interrupted_at_the_third(*arguments: "object") -> float:
        calls.append(arguments)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return original(*arguments)

    monkeypatch.setattr(training, "cost_of", interrupted_at_the_third)
    result = train(small_network(), X, Y, 0.1, epochs=9, held_out=([[5, 5]], [[100]]))
    assert (result.epoch, len(result.costs), len(result.held_out_costs)) == (1, 2, 2)


@pytest.mark.parametrize("patience", [None, 9])
def test_ctrl_c_between_any_two_lines_leaves_whole_epochs(patience: Optional[int]) -> None:
    X, Y = few_examples()
    before = sys.gettrace()

    def interrupted_at(line: int) -> Optional[TrainingResult]:
        lines = []

        def trace(frame: FrameType, event: str, argument: object) -> Any:
            if frame.f_code is not train.__code__:
                return None
            lines.append(event)
            if len(lines) == line:
                raise KeyboardInterrupt
            return trace

        sys.settrace(trace)
        try:
            return train(small_network(), X, Y, 0.1, epochs=3, patience=patience, held_out=([[5, 5]], [[100]]))
        except KeyboardInterrupt:
            return None
        finally:
            sys.settrace(before)

    results = [result for result in map(interrupted_at, range(1, 90)) if result is not None]
    assert {result.last.number for result in results} == {0, 1, 2, 3}
    for result in results:
        assert len(result.costs) == len(result.held_out_costs) == result.last.number + 1
        assert result.epoch <= result.last.number if patience else result.epoch == result.last.number


def test_nothing_is_ever_mutated() -> None:
    X, Y = few_examples()
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


CASES: List[Case] = [
    ("held-out examples too narrow", lambda: train(NETWORK, X, Y, 0.1, 1, held_out=([[1]], [[1]])), ShapeError,
     "each row of the held-out X has length 1, but layer 1 takes 2 inputs"),
    ("too few held-out targets", lambda: train(NETWORK, X, Y, 0.1, 1, held_out=(X, [[1]])), ShapeError,
     "the held-out Y has 1 row of targets for 2 examples: each example needs its own row"),
    ("a table, not a pair",
     lambda: train(NETWORK, X, Y, 0.1, 1, held_out=load_housing()), ShapeError,  # type: ignore[arg-type]
     "held_out must be a pair (X, Y) of inputs and targets, such as (table.X, table.Y)"),
    ("three tables, not a pair", lambda: train(NETWORK, X, Y, 0.1, 1, held_out=(X, Y, Y)),  # type: ignore[arg-type]
     ShapeError, "held_out must be a pair (X, Y) of inputs and targets"),
    ("on_epoch is not a function",
     lambda: train(NETWORK, X, Y, 0.1, 1, on_epoch=3), TypeError,  # type: ignore[arg-type]
     "on_epoch is 3, but must be a function that takes an Epoch, such as print"),
    ("a held-out cost that is too large", lambda: train(STEEP, [[1]], [[1]], 0.1, 1, held_out=([[1e200]], [[0]])),
     NumberError, "the held-out cost after epoch 0 is inf"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)
