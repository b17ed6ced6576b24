"""Gradient descent: step after step, every weight moves a little against its slope, downhill on the cost."""

import math

from .backprop import cost_and_slopes, cost_of
from .checks import SettingError, as_number, positive_number, whole_number
from .linalg import Matrix, Rows, ShapeError, Vector, check_same_shape, transpose
from .network import Network, as_inputs, as_targets
from .random_numbers import Rng, as_rng, shuffled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import Executor
    from typing import Callable, Iterator, Protocol, Sequence

    class Slopes(Protocol):
        """What a step needs to know of a layer: a record of the way back has it, and more."""

        @property
        def dC_dW(self) -> Matrix: ...

        @property
        def dC_db(self) -> Vector: ...

    CostAndSlopes = Callable[[Network, Matrix, Matrix], tuple[float, Sequence[Slopes]]]


class DivergenceError(ValueError):
    """The cost grew until it stopped being a number."""


class Epoch:
    """Where training stands after an epoch: its number, the network, and its cost on all training examples.

    Epoch 0 is the network before training.
    """

    def __init__(self, number: int, network: Network, cost: float) -> None:
        self.number = number
        self.network = network
        self.cost = cost

    def __repr__(self) -> str:
        return f"Epoch({self.number}, cost {self.cost:.6g})"


class Patience:
    """Stop when the network stops improving: when `patience` epochs in a row brought no better cost.

    Better means lower than the best so far by more than `tolerance`. `best` is the epoch with the best cost.

    >>> from minibackprop import Layer
    >>> network = Network(Layer([[1]], [0]))
    >>> patience = Patience(2)
    >>> for number, cost in enumerate([9.0, 5.0, 6.0, 5.0]):
    ...     print(patience.is_over(Epoch(number, network, cost), cost))
    False
    False
    False
    True
    >>> patience.best
    Epoch(1, cost 5)
    """

    def __init__(self, patience: int, tolerance: float = 0.0) -> None:
        self.patience = whole_number(patience, "patience", at_least=1)
        self.tolerance = as_number(tolerance, "the tolerance")
        if self.tolerance < 0:
            raise SettingError(f"the tolerance is {tolerance}, but must be 0 or more")
        self.best: "Epoch | None" = None
        self.best_cost = 0.0

    def is_over(self, epoch: Epoch, cost: float) -> bool:
        """Take note of the cost that an epoch reached (on whatever examples you watch); is it time to stop?"""
        if self.best is None or cost < self.best_cost - self.tolerance:
            self.best = epoch
            self.best_cost = cost
        return epoch.number - self.best.number >= self.patience


class TrainingResult:
    """What training brought.

    `network` is the trained network and `epoch` the number of the epoch it is from; `costs` are the costs of the
    training examples, before training and after each epoch, `held_out_costs` those of the held-out examples;
    `why_stopped` says it in words.
    """

    def __init__(
        self, network: Network, epoch: int, costs: Vector, held_out_costs: Vector, why_stopped: str
    ) -> None:
        self.network = network
        self.epoch = epoch
        self.costs = costs
        self.held_out_costs = held_out_costs
        self.why_stopped = why_stopped

    def __repr__(self) -> str:
        return f"TrainingResult(epoch {self.epoch}, cost {self.costs[0]:.6g} -> {self.costs[self.epoch]:.6g})"

    def _repr_svg_(self) -> str:
        """The drawing of the costs that a notebook shows in place of the line above."""
        from .views.curve_drawing import cost_svg

        return cost_svg(self.costs, self.held_out_costs)


def gradient_step(network: Network, backward_pass: "Sequence[Slopes]", learning_rate: float) -> Network:
    """Return a new network, one step downhill: w − learning rate · ∂C/∂w and b − learning rate · ∂C/∂b.

    `backward_pass` is what `backward(network, …)` returned. SettingError or ShapeError if an argument does not fit.

    >>> from minibackprop import Layer, backward, forward
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> backward_pass = backward(network, forward(network, [[3, 4]]), [[5]])
    >>> gradient_step(network, backward_pass, learning_rate=0.5).layers[0].weights
    [[-1.0, -4.0]]
    """
    learning_rate = positive_number(learning_rate, "the learning rate")
    if len(network.layers) != len(backward_pass):
        raise ShapeError("this backward pass is of another network: pass on what backward(network, forward_pass, Y) returned")
    new_layers = []
    for layer, record in zip(network.layers, backward_pass):
        check_same_shape(layer.weights, record.dC_dW, "the layer's w", "∂C/∂w")
        weights = []
        for w, dC_dw in zip(layer.weights, record.dC_dW):
            weights.append(downhill(w, dC_dw, learning_rate))
        biases = downhill(layer.biases, record.dC_db, learning_rate)
        new_layers.append(layer.with_parameters(weights, biases))
    return Network(*new_layers)


def downhill(v: Vector, slopes: Vector, learning_rate: float) -> Vector:
    """v − learning rate · slopes

    >>> downhill([1.0, 2.0], [10.0, -10.0], learning_rate=0.5)
    [-4.0, 7.0]
    """
    return [v_i - learning_rate * slope for v_i, slope in zip(v, slopes)]


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
) -> "Iterator[Epoch]":
    """Train, and yield an `Epoch` after each epoch: your own `for` loop decides what to do with it and when to stop.

    The first is epoch 0, the network before training. Every further one goes through all the examples once: in one
    step on all of them, or with a `batch_size` in steps on so many at a time, shuffled anew by `rng` for each epoch
    (RandomNumbers(0) if none is given).

    With an `executor` of the standard library's concurrent.futures, each batch is cut into `num_shards` parts, whose
    slopes its workers find at the same time (see parallel.py): as many as there are workers (4, if nobody says).

    ShapeError, NumberError or SettingError at once if an argument does not fit; on the way DivergenceError if the
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
    targets = as_targets(network, Y, len(inputs))
    learning_rate = positive_number(learning_rate, "the learning rate")
    epochs = whole_number(epochs, "epochs", at_least=0)
    if batch_size is None:
        batch_size = len(inputs)
    if whole_number(batch_size, "the batch size", at_least=1) > len(inputs):
        raise SettingError(f"the batch size is {batch_size}, but there are only {len(inputs)} examples")
    rng = as_rng(rng)
    if executor is None:
        if num_shards is not None:
            raise SettingError("num_shards needs an executor: the shards are for its workers")
        return _descend(network, inputs, targets, learning_rate, epochs, batch_size, rng, cost_and_slopes)
    from .parallel import Workers

    workers = Workers(executor, 4 if num_shards is None else num_shards)
    return workers.note_last_epoch(
        _descend(network, inputs, targets, learning_rate, epochs, batch_size, rng, workers.cost_and_slopes)
    )


def _descend(
    network: Network,
    X: Matrix,
    Y: Matrix,
    learning_rate: float,
    epochs: int,
    batch_size: int,
    rng: Rng,
    find_slopes: "CostAndSlopes",
) -> "Iterator[Epoch]":
    all_X, all_Y = transpose(X), transpose(Y)  # one example per column
    if batch_size == len(X):
        for number in range(epochs):
            cost, slopes = find_slopes(network, all_X, all_Y)  # one way forward serves the cost and the slopes
            yield _measured(number, network, cost, learning_rate)
            network = gradient_step(network, slopes, learning_rate)
        yield _measured(epochs, network, cost_of(network, all_X, all_Y), learning_rate)
        return
    for number in range(epochs + 1):
        if number > 0:
            order = shuffled(list(range(len(X))), rng)
            for start in range(0, len(order), batch_size):
                batch = order[start : start + batch_size]
                batch_X, batch_Y = transpose([X[i] for i in batch]), transpose([Y[i] for i in batch])
                _, slopes = find_slopes(network, batch_X, batch_Y)
                network = gradient_step(network, slopes, learning_rate)
        yield _measured(number, network, cost_of(network, all_X, all_Y), learning_rate)


def _measured(number: int, network: Network, cost: float, learning_rate: float) -> Epoch:
    """The epoch with its cost; DivergenceError if the cost, or a weight (a relu can hide one), is no number."""
    sum_of_parameters = sum([sum(w) for layer in network.layers for w in layer.weights + [layer.biases]])
    if math.isfinite(cost) and math.isfinite(sum_of_parameters):
        return Epoch(number, network, cost)
    if number == 0:
        raise DivergenceError(
            "the cost is too large to calculate with even before training: scale the inputs and the targets"
        )
    raise DivergenceError(
        f"the cost stopped being a number in epoch {number}: the learning rate {learning_rate:g} is too large "
        f"for these inputs (try {learning_rate / 10:g}, or scale the inputs)"
    )


def train(
    network: Network,
    X: Rows,
    Y: Rows,
    learning_rate: float,
    epochs: int,
    batch_size: "int | None" = None,
    patience: "int | None" = None,
    tolerance: float = 0.0,
    held_out: "tuple[Rows, Rows] | None" = None,
    rng: "Rng | None" = None,
    executor: "Executor | None" = None,
    num_shards: "int | None" = None,
) -> TrainingResult:
    """Train for a number of epochs or, with `patience`, until the network stops improving, whichever comes first.

    With `patience` training stops once that many epochs in a row brought no cost that is lower than the best by more
    than `tolerance`, and the result is the network of the best epoch. The cost that is watched is that of `held_out`,
    a pair (X, Y) of examples that are not trained on, or without such a pair that of the training examples.
    All else, errors included, is as in `gradient_descent`.

    >>> from minibackprop import Layer
    >>> result = train(Network(Layer([[0]], [0])), [[1]], [[2]], learning_rate=0.25, epochs=3)
    >>> result.costs, result.why_stopped
    ([2.0, 0.5, 0.125, 0.03125], 'all 3 epochs are done')
    >>> result.network.predict([1])
    [1.75]
    """
    waiting = None if patience is None else Patience(patience, tolerance)
    if patience is None and tolerance != 0.0:
        raise SettingError("a tolerance needs patience: say after how many epochs without a better cost to stop")
    if held_out is not None:
        if not isinstance(held_out, (tuple, list)) or len(held_out) != 2:
            raise ShapeError("held_out must be a pair (X, Y) of inputs and targets, such as (table.X, table.Y)")
        inputs = as_inputs(network, held_out[0], "the held-out X")
        targets = as_targets(network, held_out[1], len(inputs), "the held-out Y")
        held_out_X, held_out_Y = transpose(inputs), transpose(targets)
    costs: Vector = []
    held_out_costs: Vector = []
    why_stopped = f"all {epochs} epochs are done"
    for epoch in gradient_descent(network, X, Y, learning_rate, epochs, batch_size, rng, executor, num_shards):
        watched_cost = epoch.cost
        costs.append(epoch.cost)
        if held_out is not None:
            watched_cost = cost_of(epoch.network, held_out_X, held_out_Y)
            held_out_costs.append(as_number(watched_cost, f"the held-out cost after epoch {epoch.number}"))
        if waiting is not None and waiting.is_over(epoch, watched_cost):
            why_stopped = f"no better cost in {patience} epochs"
            break
    if waiting is not None and waiting.best is not None:
        epoch = waiting.best
    return TrainingResult(epoch.network, epoch.number, costs, held_out_costs, why_stopped)
