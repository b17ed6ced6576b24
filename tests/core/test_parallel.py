"""Parallel training: shards give the gradients of the whole batch, whoever runs them, and failures are reported."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable, Optional

import pytest

from minibackprop import (
    LINEAR, Activation, DivergenceError, LayerGradient, SettingError, WorkerError, gradient_descent, train,
)
from minibackprop.parallel import Workers

from ..support.optional import missing
from ..support.shared_work import (
    NUM_EXAMPLES, AtOnce, FailsOnCall, Returns, SendsAway, examples, network, numbers_of, trained,
)


@pytest.mark.parametrize("batch_size", [None, 10])
@pytest.mark.parametrize("num_shards", [1, 2, 4, 7, 100])
def test_shards_give_what_the_whole_batch_gives(num_shards: int, batch_size: Optional[int]) -> None:
    executor = AtOnce()
    alone, together = trained(None, batch_size=batch_size), trained(executor, num_shards, batch_size)
    assert numbers_of(together) == pytest.approx(numbers_of(alone), rel=1e-12, abs=1e-12)
    first_batch = executor.shard_sizes[: min(num_shards, batch_size or NUM_EXAMPLES)]
    assert sum(first_batch) == (batch_size or NUM_EXAMPLES)
    assert max(first_batch) - min(first_batch) <= 1


def test_there_are_four_shards_unless_another_number_is_given() -> None:
    executor, (X, Y) = AtOnce(), examples()
    train(network(), X, Y, 0.5, epochs=1, executor=executor)
    assert sorted(executor.shard_sizes) == [5, 6, 6, 6]  # of 23 examples


def test_each_shard_is_weighted_by_its_share_of_the_examples() -> None:
    """With two shards, of 12 and 11 examples, the plain mean of their means would be a different number."""
    executor = AtOnce()
    together = trained(executor, num_shards=2)
    assert executor.shard_sizes[:2] == [11, 12]
    assert numbers_of(together) == pytest.approx(numbers_of(trained(None)), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("batch_size", [None, 10])
def test_threads_give_the_same_result(batch_size: Optional[int]) -> None:
    try:
        with ThreadPoolExecutor(2) as executor:
            together = trained(executor, batch_size=batch_size)
    except RuntimeError as error:
        if "thread" not in str(error):
            raise
        missing("threads")
    assert numbers_of(together) == pytest.approx(numbers_of(trained(None, batch_size=batch_size)), rel=1e-12, abs=1e-12)
    assert threading.active_count() < 20


def test_a_worker_that_fails_is_named_and_the_last_complete_epoch_is_kept() -> None:
    X, Y = examples()
    with pytest.raises(WorkerError) as raised:
        train(network(), X, Y, 0.5, epochs=20, executor=FailsOnCall(4 * 3 + 1), num_shards=4)
    assert str(raised.value).startswith(
        "a worker failed with RuntimeError: out of memory. What was learned up to then is in `last_epoch` of this error"
    )
    assert isinstance(raised.value.__cause__, RuntimeError)
    last = raised.value.last_epoch
    assert last is not None and last.number == 2
    assert last.cost == pytest.approx(trained(None).costs[2], rel=1e-12)


def with_slope(slope: Any) -> Callable[[Any], Any]:
    """Change one slope of a worker's result."""
    def change(result: Any) -> Any:
        cost, gradients = result
        dC_dW = [[slope, *gradients[1].dC_dW[0][1:]], *gradients[1].dC_dW[1:]]
        return cost, [gradients[0], LayerGradient(dC_dW, gradients[1].dC_db), gradients[2]]
    return change


WRONG_RESULTS = {
    "None": lambda result: None,
    "a number": lambda result: 7.0,
    "text of two letters": lambda result: "ab",
    "three things": lambda result: (1.0, result[1], 2.0),
    "no cost": lambda result: (None, result[1]),
    "a cost in words": lambda result: ("1.0", result[1]),
    "a cost too large for a float": lambda result: (10**400, result[1]),
    "a cost that is True": lambda result: (True, result[1]),
    "no gradients": lambda result: (1.0, None),
    "too few gradients": lambda result: (1.0, result[1][:2]),
    "gradients that are none": lambda result: (1.0, [1, 2, 3]),
    "gradients of other sizes": lambda result: (1.0, result[1][::-1]),
    "gradients of nothing": lambda result: (1.0, [LayerGradient(None, None)] * 3),  # type: ignore[arg-type]
    "a slope that is NaN": with_slope(float("nan")),
    "an infinite slope": with_slope(float("inf")),
    "a slope in words": with_slope("0.5"),
    "a slope too large for a float": with_slope(10**400),
    "a slope that is a list": with_slope([0.5]),
}


@pytest.mark.parametrize("batch_size", [None, 23, 12])
@pytest.mark.parametrize("change", WRONG_RESULTS.values(), ids=list(WRONG_RESULTS))
def test_a_worker_with_a_wrong_result_has_failed(change: Callable[[Any], Any], batch_size: Optional[int]) -> None:
    X, Y = examples()
    executor = Returns(4, change)
    with pytest.raises(WorkerError, match="a worker failed with ") as raised:
        train(network(), X, Y, 0.5, epochs=20, batch_size=batch_size, executor=executor, num_shards=2)
    assert raised.value.last_epoch is not None and raised.value.last_epoch.number == 1
    assert "learning rate" not in str(raised.value)


@pytest.mark.parametrize("change, message", [
    ("too few gradients", "what a worker returned is not from this network; it must have a LayerGradient for each"),
    ("gradients of other sizes", "layer 1 needs .*, but what a worker returned has rows of lengths"),
    ("no cost", "failed with NumberError: the cost of a shard is None: a number is needed here"),
    ("a cost too large for a float", "failed with NumberError: the cost of a shard is 1000.*: it is too large"),
])
def test_a_wrong_result_is_not_called_a_backward_pass(change: str, message: str) -> None:
    X, Y = examples()
    with pytest.raises(WorkerError, match=message):
        train(network(), X, Y, 0.5, epochs=20, executor=Returns(4, WRONG_RESULTS[change]), num_shards=2)


def test_a_worker_that_fails_at_once_leaves_no_epoch() -> None:
    X, Y = examples()
    with pytest.raises(WorkerError) as raised:
        list(gradient_descent(network(), X, Y, 0.5, epochs=20, executor=FailsOnCall(0)))
    assert raised.value.last_epoch is None


def test_pickled_work_gives_the_same_result() -> None:
    assert numbers_of(trained(SendsAway())) == numbers_of(trained(AtOnce()))


def test_an_activation_that_cannot_be_pickled_is_named() -> None:
    X, Y = examples()
    of_lambdas = network(Activation("mine", lambda z: z, lambda z: 1.0))
    with pytest.raises(WorkerError, match="a worker failed with .*<lambda>.*is defined by name in a module"):
        train(of_lambdas, X, Y, 0.5, epochs=1, executor=SendsAway())


def test_divergence_is_divergence_with_workers_too() -> None:
    X, Y = examples()
    with pytest.raises(DivergenceError, match="the cost stopped being a number in epoch"):
        train(network(LINEAR), X, Y, 1e6, epochs=1000, executor=AtOnce())


@pytest.mark.parametrize("num_shards", [0, -1, 2.5, True])
def test_an_impossible_number_of_shards_is_refused(num_shards: Any) -> None:
    X, Y = examples()
    with pytest.raises(SettingError, match="the number of shards is .*, but must be a whole number, 1 or more"):
        train(network(), X, Y, 0.5, epochs=1, executor=AtOnce(), num_shards=num_shards)


@pytest.mark.parametrize("executor", [2, ThreadPoolExecutor])
def test_what_is_not_an_executor_is_refused(executor: Any) -> None:
    X, Y = examples()
    with pytest.raises(SettingError, match="the executor is .*, but must be an executor such as ThreadPoolExecutor.2."):
        train(network(), X, Y, 0.5, epochs=1, executor=executor)


def test_shards_without_an_executor_are_refused() -> None:
    X, Y = examples()
    with pytest.raises(SettingError, match="num_shards needs an executor"):
        train(network(), X, Y, 0.5, epochs=1, num_shards=2)


def test_workers_are_one_line_in_a_debugger() -> None:
    assert repr(Workers(AtOnce(), 3)) == "Workers(AtOnce, shards: 3)"
