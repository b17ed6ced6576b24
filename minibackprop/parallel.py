"""Parallel training: a batch is cut into shards, and each worker computes the gradients of its own shard.

The gradient over a batch is the mean over its examples. So it is also the mean of the gradients of its shards, each
weighted by the shard's share of the examples:

    ∂C/∂w of the batch = Σ over the shards of (examples in the shard / examples in the batch) · ∂C/∂w of the shard

This is called data parallelism. Nothing here starts a worker: any `concurrent.futures.Executor` will do, from the
standard library or from a system that runs on many machines.
"""

import math

from .backprop import cost_and_gradients
from .costs import Cost
from .epoch import Epoch
from .linalg import Matrix, Vector, dot
from .network import Network
from .records import LayerGradient, check_finite_gradients, check_gradients
from .validation import SettingError, as_number, shown, whole_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import Executor
    from typing import Iterator

    Result = tuple[float, list[LayerGradient]]


class WorkerError(ValueError):
    """A worker failed. `last_epoch` is the last complete epoch, with its network; None if there was none yet."""

    last_epoch: "Epoch | None" = None


def work_on_shard(
    network: Network, X_T: Matrix, Y_T: Matrix, cost: Cost
) -> "tuple[float, list[LayerGradient]]":
    """What a worker does: compute the mean cost of its shard and the mean gradients.

    >>> from minibackprop import HALF_SQUARED_ERROR, Layer
    >>> work_on_shard(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], HALF_SQUARED_ERROR)
    (2.0, [LayerGradient(dC_dW 1x1)])
    """
    mean_cost, backward_pass = cost_and_gradients(network, X_T, Y_T, cost)
    gradients = []
    for record in backward_pass:  # the factors stay with the worker: the update needs only the gradients
        gradients.append(LayerGradient(record.dC_dW, record.dC_db))
    return mean_cost, gradients


def checked_result(network: Network, result: "Result") -> "Result":
    """Return what a worker returned; ShapeError, NumberError or TypeError if it is not what `work_on_shard` returns.

    >>> from minibackprop import Layer
    >>> checked_result(Network(Layer([[2.0]], [1.0])), (2.0, [LayerGradient([[6.0]], [2.0])]))
    (2.0, [LayerGradient(dC_dW 1x1)])
    """
    cost, gradients = result
    check_gradients(network, gradients, name="what a worker returned")
    if isinstance(cost, float) and not math.isfinite(cost):
        return result  # training has diverged: no fault of the worker
    as_number(cost, "the cost of a shard")
    check_finite_gradients(gradients)
    return result


class Workers:
    """The workers of an executor, and the number of shards that each batch is cut into.

    >>> from concurrent.futures import Future
    >>> from minibackprop import HALF_SQUARED_ERROR, Layer
    >>> class AtOnce:  # the simplest executor: it does the work itself
    ...     def submit(self, function, *arguments):
    ...         future = Future()
    ...         future.set_result(function(*arguments))
    ...         return future
    >>> workers = Workers(AtOnce(), num_shards=2)
    >>> network = Network(Layer([[2.0]], [1.0]))
    >>> cost, gradients = workers.cost_and_gradients(network, [[3.0, 4.0]], [[5.0, 5.0]], HALF_SQUARED_ERROR)
    >>> cost, gradients[0].dC_dW, gradients[0].dC_db
    (5.0, [[11.0]], [3.0])
    """

    def __init__(self, executor: "Executor", num_shards: int) -> None:
        if isinstance(executor, type) or not hasattr(executor, "submit"):
            raise SettingError(
                f"the executor is {shown(executor)}, but must be an executor such as ThreadPoolExecutor(2)"
            )
        self.executor = executor
        self.num_shards = whole_number(num_shards, "the number of shards", at_least=1)

    def __repr__(self) -> str:
        return f"Workers({type(self.executor).__name__}, shards: {self.num_shards})"

    def cost_and_gradients(
        self, network: Network, X_T: Matrix, Y_T: Matrix, cost: Cost
    ) -> "tuple[float, list[LayerGradient]]":
        """The mean cost of a batch and its mean gradients, from all the shards; WorkerError if a worker fails."""
        num_examples = len(X_T[0])
        num_shards = min(self.num_shards, num_examples)
        bounds = [num_examples * n // num_shards for n in range(num_shards + 1)]
        futures = []
        shares: Vector = []
        try:
            for start, stop in zip(bounds, bounds[1:]):
                shard_X, shard_Y = [row[start:stop] for row in X_T], [row[start:stop] for row in Y_T]
                futures.append(self.executor.submit(work_on_shard, network, shard_X, shard_Y, cost))
                shares.append((stop - start) / num_examples)
            results = [checked_result(network, future.result()) for future in futures]
        except Exception as error:
            raise WorkerError(
                f"a worker failed with {type(error).__name__}: {error}. What was learned up to then is in `last_epoch` "
                "of this error. Try again without an executor; if that works, make sure that each function of your "
                "own, such as f and f_prime, is defined by name in a module (not as a lambda)"
            ) from error
        gradients = []
        for layers in zip(*[gradients_of_shard for _, gradients_of_shard in results]):  # the same layer in every shard
            dC_dW = weighted_sum(shares, [layer.dC_dW for layer in layers])
            dC_db = weighted_sum(shares, [[layer.dC_db] for layer in layers])[0]
            gradients.append(LayerGradient(dC_dW, dC_db))
        return dot(shares, [mean_cost for mean_cost, _ in results]), gradients

    def note_last_epoch(self, epochs: "Iterator[Epoch]") -> "Iterator[Epoch]":
        """Pass the epochs on; if a worker fails, store the last complete one in its WorkerError."""
        last = None
        try:
            for last in epochs:
                yield last
        except WorkerError as error:
            error.last_epoch = last
            raise


def weighted_sum(shares: Vector, matrices: "list[Matrix]") -> Matrix:
    """share₁M₁ + share₂M₂ + …, entry by entry.

    >>> weighted_sum([0.25, 0.75], [[[4.0, 8.0]], [[0.0, 4.0]]])
    [[1.0, 5.0]]
    """
    return [[dot(shares, entries) for entries in zip(*rows)] for rows in zip(*matrices)]
