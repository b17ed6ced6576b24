"""Gradient descent: update after update, epoch after epoch."""

import math

from .backprop import cost_and_gradients, cost_of
from .costs import HALF_SQUARED_ERROR, Cost
from .epoch import Epoch
from .linalg import Matrix, NumberError, Rows, select_columns, transpose
from .network import Network, as_inputs, as_targets
from .parallel import Workers
from .random_numbers import Rng, as_rng, shuffled
from .records import LayerGradient
from .update import stepped
from .validation import SettingError, as_number, positive_number, whole_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import Executor
    from typing import Callable, Iterator, Sequence

    CostAndGradients = Callable[[Network, Matrix, Matrix, Cost], tuple[float, Sequence[LayerGradient]]]


class DivergenceError(ValueError):
    """The cost grew until it stopped being a number."""


def gradient_descent(
    network: Network,
    X: Rows,
    Y: Rows,
    learning_rate: float,
    epochs: int,
    batch_size: "int | None" = None,
    rng: "Rng | None" = None,
    executor: "Executor | None" = None,
    num_shards: "int | None" = None,
    cost: Cost = HALF_SQUARED_ERROR,
    first_epoch: int = 0,
) -> "Iterator[Epoch]":
    """Train, and yield an `Epoch` after each epoch: your own `for` loop decides what to do with it and when to stop.

    The first is epoch 0, the network before training. Each later epoch goes through all the examples once: in one
    update computed from all of them or, with a `batch_size`, in one update for each batch of that many examples. They
    are shuffled by `rng` before every such epoch (by RandomNumbers(0) if you give none).

    With an `executor` from the standard library's concurrent.futures, each batch is cut into `num_shards` parts (4 by
    default; choose one for each worker), and the executor's workers compute the gradients of the parts at the same
    time.

    To go on after an interruption, call it again with the network of the last epoch and that epoch's number as
    `first_epoch`; `epochs` counts from the start. With a `batch_size`, give it the same `rng` object too, or one with
    the same state: a new one would shuffle as in the first epochs again.

    ShapeError, NumberError or SettingError at once if an argument does not fit; while it runs, DivergenceError if the
    cost stops being a number, WorkerError if a worker fails.

    >>> from minibackprop import Layer
    >>> for epoch in gradient_descent(Network(Layer([[0]], [0])), [[1]], [[2]], learning_rate=0.25, epochs=100):
    ...     print(epoch)
    ...     if epoch.cost < 0.2:
    ...         break
    Epoch(0, cost 2)
    Epoch(1, cost 0.5)
    Epoch(2, cost 0.125)
    """
    inputs = as_inputs(network, X)
    targets = as_targets(network, Y, len(inputs), cost)
    X_T, Y_T = transpose(inputs), transpose(targets)
    learning_rate = positive_number(learning_rate, "the learning rate")
    first_epoch = whole_number(first_epoch, "first_epoch", at_least=0)
    epochs = whole_number(epochs, "epochs", at_least=first_epoch)
    if batch_size is not None and whole_number(batch_size, "the batch size", at_least=1) > len(inputs):
        raise SettingError(f"the batch size is {batch_size}, but there are only {len(inputs)} examples")
    if executor is None and num_shards is not None:
        raise SettingError("num_shards needs an executor: the shards are for its workers")
    if rng is not None:
        rng = as_rng(rng)  # checked at once, even if no random numbers will be needed
    workers = None if executor is None else Workers(executor, 4 if num_shards is None else num_shards)
    compute = cost_and_gradients if workers is None else workers.cost_and_gradients
    if batch_size is None or batch_size == len(inputs):
        all_epochs = _full_batch(network, X_T, Y_T, learning_rate, first_epoch, epochs, cost, compute)
    else:
        rng = as_rng(rng)
        all_epochs = _mini_batches(
            network, X_T, Y_T, learning_rate, first_epoch, epochs, cost, compute, batch_size, rng
        )
    all_epochs = _until_divergence(all_epochs, first_epoch, learning_rate)
    return all_epochs if workers is None else workers.note_last_epoch(all_epochs)


def _full_batch(
    network: Network,
    X_T: Matrix,
    Y_T: Matrix,
    learning_rate: float,
    first_epoch: int,
    epochs: int,
    cost: Cost,
    compute: "CostAndGradients",
) -> "Iterator[Epoch]":
    """One update per epoch: a single forward pass serves for the cost of this epoch and the gradients for the next."""
    for number in range(first_epoch, epochs):
        cost_now, gradients = compute(network, X_T, Y_T, cost)
        yield Epoch(number, network, cost_now)
        network = stepped(network, gradients, learning_rate)
    yield Epoch(epochs, network, cost_of(network, X_T, Y_T, cost))


def _mini_batches(
    network: Network,
    X_T: Matrix,
    Y_T: Matrix,
    learning_rate: float,
    first_epoch: int,
    epochs: int,
    cost: Cost,
    compute: "CostAndGradients",
    batch_size: int,
    rng: Rng,
) -> "Iterator[Epoch]":
    """Many updates per epoch, each from `batch_size` examples; the last batch of an epoch may be smaller."""
    num_examples = len(X_T[0])
    yield Epoch(first_epoch, network, cost_of(network, X_T, Y_T, cost))
    for number in range(first_epoch + 1, epochs + 1):
        order = shuffled(range(num_examples), rng)
        for start in range(0, num_examples, batch_size):
            batch = order[start : start + batch_size]
            _, gradients = compute(network, select_columns(X_T, batch), select_columns(Y_T, batch), cost)
            network = stepped(network, gradients, learning_rate)
        yield Epoch(number, network, cost_of(network, X_T, Y_T, cost))


def _until_divergence(epochs: "Iterator[Epoch]", first_epoch: int, learning_rate: float) -> "Iterator[Epoch]":
    """Pass the epochs on; DivergenceError if a cost or a weight is no longer a number.

    Or if an activation or a cost of one's own cannot cope with a number.
    """
    number = first_epoch
    try:
        for epoch in epochs:
            if type(epoch.cost) is not float:
                as_number(epoch.cost, "the cost, which your own function c returned,")
            parameters = [sum(w) for layer in epoch.network.layers for w in layer.weights + [layer.biases]]
            if not math.isfinite(epoch.cost) or not math.isfinite(sum(parameters)):  # a relu can hide it from the cost
                raise _divergence(number, learning_rate)
            yield epoch
            number = epoch.number + 1
    except (NumberError, ArithmeticError) as error:
        if number == first_epoch and isinstance(error, NumberError):
            raise  # it says what is wrong, and no learning rate has been used yet
        raise _divergence(number, learning_rate, f" ({error})") from error


def _divergence(number: int, learning_rate: float, reason: str = "") -> DivergenceError:
    if number == 0:
        return DivergenceError(
            f"the cost is too large to be a number even before training: scale the inputs and targets{reason}"
        )
    return DivergenceError(
        f"the cost stopped being a number in epoch {number}: the learning rate {learning_rate:g} is too large "
        f"for these inputs (try {learning_rate / 10:g}, or scale the inputs){reason}"
    )
