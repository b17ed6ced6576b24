"""Shared work: a network and examples to train it on with any executor, and executors that need no workers."""

import pickle
from concurrent.futures import Executor, Future
from typing import Any, Callable, List, Optional

from minibackprop import LINEAR, SIGMOID, TANH, Activation, Layer, Network, RandomNumbers, TrainingResult, train
from minibackprop.parallel import work_on_shard

NUM_EXAMPLES = 23


def network(activation: Activation = SIGMOID) -> Network:
    rng = RandomNumbers(4)
    return Network(Layer.random(3, 4, activation, rng), Layer.random(4, 2, TANH, rng), Layer.random(2, 2, LINEAR, rng))


def examples() -> List[List[List[float]]]:
    rng = RandomNumbers(5)
    return [[[rng.uniform(-1, 1) for _ in range(width)] for _ in range(NUM_EXAMPLES)] for width in (3, 2)]


def trained(
    executor: Optional[Executor], num_shards: Optional[int] = None, batch_size: Optional[int] = None
) -> TrainingResult:
    X, Y = examples()
    return train(
        network(), X, Y, 0.5, epochs=20, batch_size=batch_size, rng=RandomNumbers(9), executor=executor,
        num_shards=num_shards,
    )


def numbers_of(result: TrainingResult) -> List[float]:
    """The costs, all weights and all biases in one list."""
    layers = result.network.layers
    return result.costs + [w for layer in layers for row in layer.weights for w in row] + [
        b for layer in layers for b in layer.biases
    ]


class AtOnce(Executor):
    """An executor without workers: it does the work itself, and counts what it was given."""

    def __init__(self) -> None:
        self.shard_sizes: List[int] = []

    def submit(self, *arguments: Any, **named: Any) -> Any:
        function, _, X, _, _ = arguments
        assert function is work_on_shard
        self.shard_sizes.append(len(X[0]))
        future: "Future[Any]" = Future()
        future.set_result(function(*arguments[1:]))
        return future


class FailsOnCall(AtOnce):
    """An executor whose worker fails at a certain call."""

    def __init__(self, call: int) -> None:
        super().__init__()
        self.call = call

    def submit(self, *arguments: Any, **named: Any) -> Any:
        if len(self.shard_sizes) == self.call:
            raise RuntimeError("out of memory")
        return super().submit(*arguments)


class SendsAway(AtOnce):
    """An executor that pickles what it is given, as one with processes does."""

    def submit(self, *arguments: Any, **named: Any) -> Any:
        return super().submit(*pickle.loads(pickle.dumps(arguments)))


class Returns(AtOnce):
    """An executor whose worker returns something else from a certain call on, made from the right result."""

    def __init__(self, call: int, change: Callable[[Any], Any]) -> None:
        super().__init__()
        self.call = call
        self.change = change

    def submit(self, *arguments: Any, **named: Any) -> Any:
        future = super().submit(*arguments)
        if len(self.shard_sizes) > self.call:
            changed: "Future[Any]" = Future()
            changed.set_result(self.change(future.result()))
            return changed
        return future
