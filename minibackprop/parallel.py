"""Many workers: a batch is cut into shards, and each worker finds the slopes of its own shard at the same time.

The slope over a batch is the mean over its examples. So it is also the mean over its shards, each counted by
its share of the examples:

    ∂C/∂w of the batch = Σ over the shards of (examples in the shard / examples in the batch) · ∂C/∂w of the shard

This is data-parallel training. Nothing here starts a worker: any `concurrent.futures.Executor` will do, of the
standard library or of an engine that runs on many machines.
"""

from .backprop import cost_and_slopes
from .checks import SettingError, shown, whole_number
from .linalg import Matrix, Vector, dot
from .network import Network

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import Executor
    from typing import Iterator

    from .training import Epoch


class WorkerError(ValueError):
    """A worker failed. `last_epoch` is the last whole epoch, with its network; None if there was none yet."""

    last_epoch: "Epoch | None" = None


class MeanSlopes:
    """The slopes of the cost in the weights and biases of one layer, without the factors they were made of."""

    def __init__(self, dC_dW: Matrix, dC_db: Vector) -> None:
        self.dC_dW = dC_dW
        self.dC_db = dC_db

    def __repr__(self) -> str:
        return f"MeanSlopes({len(self.dC_dW[0])} -> {len(self.dC_dW)})"


def work_on_shard(network: Network, X: Matrix, Y: Matrix) -> "tuple[float, list[MeanSlopes]]":
    """What a worker does: find the mean cost of its shard (one example per column) and the mean slopes.

    >>> from minibackprop import Layer
    >>> work_on_shard(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]])
    (2.0, [MeanSlopes(1 -> 1)])
    """
    cost, backward_pass = cost_and_slopes(network, X, Y)
    slopes = []
    for record in backward_pass:  # only the means travel back to where the step is made
        slopes.append(MeanSlopes(record.dC_dW, record.dC_db))
    return cost, slopes


class Workers:
    """The workers of an executor, and the number of shards that a batch is cut into for them.

    >>> from concurrent.futures import Future
    >>> from minibackprop import Layer
    >>> class AtOnce:  # the simplest executor: it works itself
    ...     def submit(self, function, *arguments):
    ...         future = Future()
    ...         future.set_result(function(*arguments))
    ...         return future
    >>> workers = Workers(AtOnce(), num_shards=2)
    >>> cost, slopes = workers.cost_and_slopes(Network(Layer([[2.0]], [1.0])), [[3.0, 4.0]], [[5.0, 5.0]])
    >>> cost, slopes[0].dC_dW, slopes[0].dC_db
    (5.0, [[11.0]], [3.0])
    """

    def __init__(self, executor: "Executor", num_shards: int) -> None:
        if isinstance(executor, type) or not hasattr(executor, "submit"):
            raise SettingError(f"the executor is {shown(executor)}, but must be one such as ThreadPoolExecutor(2)")
        self.executor = executor
        self.num_shards = whole_number(num_shards, "the number of shards", at_least=1)

    def __repr__(self) -> str:
        return f"Workers({type(self.executor).__name__}, shards: {self.num_shards})"

    def cost_and_slopes(self, network: Network, X: Matrix, Y: Matrix) -> "tuple[float, list[MeanSlopes]]":
        """The mean cost of a batch and its mean slopes, from all the shards; WorkerError if a worker fails."""
        num_examples = len(X[0])
        num_shards = min(self.num_shards, num_examples)
        bounds = [num_examples * n // num_shards for n in range(num_shards + 1)]
        futures = []
        shares: Vector = []
        try:
            for start, stop in zip(bounds, bounds[1:]):
                shard_X, shard_Y = [row[start:stop] for row in X], [row[start:stop] for row in Y]
                futures.append(self.executor.submit(work_on_shard, network, shard_X, shard_Y))
                shares.append((stop - start) / num_examples)
            results = [future.result() for future in futures]
        except Exception as error:
            raise WorkerError(
                f"a worker failed with {type(error).__name__}: {error}. What was learned until then is `last_epoch` "
                "of this error. Try the same without an executor; if that works, see that all functions of your own, "
                "such as f and f_prime, have a name in a module (no lambda)"
            ) from error
        slopes = []
        for layers in zip(*[slopes_of_shard for _, slopes_of_shard in results]):  # the same layer in every shard
            dC_dW = weighted_sum(shares, [layer.dC_dW for layer in layers])
            dC_db = weighted_sum(shares, [[layer.dC_db] for layer in layers])[0]
            slopes.append(MeanSlopes(dC_dW, dC_db))
        return dot(shares, [cost for cost, _ in results]), slopes

    def note_last_epoch(self, epochs: "Iterator[Epoch]") -> "Iterator[Epoch]":
        """Pass the epochs on; if a worker fails on the way, note in its WorkerError which was the last."""
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
