"""Training: gradient descent for a number of epochs or until the network stops improving, and its result."""

from .backprop import cost_of
from .costs import HALF_SQUARED_ERROR, Cost
from .descent import gradient_descent
from .early_stopping import EarlyStopping
from .epoch import Epoch
from .kinds import is_function
from .lazy import imported
from .linalg import Matrix, Rows, ShapeError, Vector, transpose
from .network import Network, are_alike, as_inputs, as_targets, check_network
from .random_numbers import Rng
from .validation import SettingError, as_number, counted, shown, whole_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import Executor
    from typing import Callable


class TrainingResult:
    """The result of training.

    `network` is the trained network and `epoch` the number of the epoch it comes from, `best`. `costs` are the costs of
    the training examples before training and after each epoch, `held_out_costs` those of the held-out examples.
    `stop_reason` says in words why training stopped, and `last` is the last epoch, where it would go on.
    """

    def __init__(
        self, best: Epoch, last: Epoch, costs: Vector, held_out_costs: Vector, stop_reason: str
    ) -> None:
        self.network = best.network
        self.epoch = best.number
        self.best = best
        self.last = last
        self.costs = costs
        self.held_out_costs = held_out_costs
        self.stop_reason = stop_reason

    def __repr__(self) -> str:
        return f"TrainingResult(epoch {self.epoch}, cost {self.costs[0]:.6g} -> {self.costs[self.epoch]:.6g})"

    def _repr_svg_(self) -> str:
        """The drawing of the costs that a notebook shows instead of the text of `__repr__`."""
        svg: str = imported("cost_svg")(self.costs, self.held_out_costs)
        return svg


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
    on_epoch: "Callable[[Epoch], object] | None" = None,
    cost: Cost = HALF_SQUARED_ERROR,
    so_far: "TrainingResult | None" = None,
) -> TrainingResult:
    """Train for a number of epochs or, with `patience`, until the network stops improving, whichever comes first.

    With `patience`, training stops once that many epochs in a row have brought no cost lower than the best by more
    than `tolerance`, and the result is the network of the best epoch. The cost that counts is that of `held_out`, a
    pair (X, Y) of examples that are not trained on; without `held_out` it is the cost of the training examples.

    `on_epoch` is called with each `Epoch` as soon as it is done, epoch 0 first.

    Ctrl-C ends the training, not the program: the result is that of the epochs done so far, and its `stop_reason` says
    so. Before epoch 0 is done there is no result yet, and the KeyboardInterrupt is passed on.

    To go on with a training, make the same call with more `epochs` and with its result as `so_far`. The end is then the
    same as if it had never stopped; with a `batch_size` that takes an `rng` of your own, given to both calls: without
    it, both shuffle with a new RandomNumbers(0), and the first epochs' order of the examples is used again.

    Everything else, including the errors, is as in `gradient_descent`.

    >>> from minibackprop import Layer
    >>> result = train(Network(Layer([[0]], [0])), [[1]], [[2]], learning_rate=0.25, epochs=3)
    >>> result.costs, result.stop_reason
    ([2.0, 0.5, 0.125, 0.03125], 'all 3 epochs are done')
    >>> result.network.predict([1])
    [1.75]
    >>> train(Network(Layer([[0]], [0])), [[1]], [[2]], learning_rate=0.25, epochs=5, so_far=result)
    TrainingResult(epoch 5, cost 2 -> 0.00195312)
    """
    early_stopping = None if patience is None else EarlyStopping(patience, tolerance)
    if patience is None and tolerance != 0.0:
        raise SettingError(
            "tolerance needs patience: after how many epochs without a better cost should training stop?"
        )
    if on_epoch is not None and not is_function(on_epoch):
        raise TypeError(f"on_epoch is {shown(on_epoch)}, but must be a function that takes an Epoch, such as print")
    watched = None if held_out is None else _checked_pair(network, held_out, cost)
    last: "Epoch | None" = None
    first_epoch = 0
    costs: Vector = []
    held_out_costs: Vector = []
    if so_far is not None:
        _check_so_far(so_far, network, epochs, watched is not None)
        network, first_epoch = so_far.last.network, so_far.last.number  # this epoch comes first, once more
        costs, held_out_costs = so_far.costs[:first_epoch], so_far.held_out_costs[:first_epoch]
        if early_stopping is not None:
            early_stopping.is_over(so_far.best, (so_far.held_out_costs or so_far.costs)[so_far.epoch])
    stop_reason = ""
    try:
        all_epochs = gradient_descent(
            network, X, Y, learning_rate, epochs, batch_size, rng, executor, num_shards, cost, first_epoch
        )
        for epoch in all_epochs:
            watched_cost = epoch.cost
            costs.append(epoch.cost)
            if watched is not None:
                watched_cost = cost_of(epoch.network, watched[0], watched[1], cost)
                held_out_costs.append(as_number(watched_cost, f"the held-out cost after epoch {epoch.number}"))
            last = epoch
            is_over = early_stopping is not None and early_stopping.is_over(epoch, watched_cost)
            if on_epoch is not None:
                on_epoch(epoch)
            if early_stopping is not None and is_over:
                stop_reason = f"no better cost in {counted(early_stopping.patience, 'epoch')}"
                break
    except Exception:
        raise  # not Ctrl-C; this comes first, because some runtimes have no KeyboardInterrupt to compare with
    except KeyboardInterrupt:
        if last is None:
            raise
        stop_reason = f"interrupted after epoch {last.number}"
    best = last if early_stopping is None or early_stopping.best is None else early_stopping.best
    assert best is not None and last is not None  # gradient_descent always yields epoch 0
    if not stop_reason:
        stop_reason = "the only epoch is done" if last.number == 1 else f"all {last.number} epochs are done"
    num_done = last.number + 1  # Ctrl-C may have come after a cost was added, but before its epoch was
    costs, held_out_costs = costs[:num_done], held_out_costs[:num_done]
    return TrainingResult(best, last, costs, held_out_costs, stop_reason)


def _check_so_far(so_far: TrainingResult, network: Network, epochs: int, has_held_out: bool) -> None:
    if not isinstance(so_far, TrainingResult):
        raise TypeError(f"so_far is {shown(so_far)}, but must be the TrainingResult of an earlier call of train")
    check_network(network)
    if not are_alike(network, so_far.network):
        raise ShapeError(f"the network is {network}, but so_far is of {so_far.network}: make the same call again")
    if whole_number(epochs, "epochs", at_least=0) < so_far.last.number:
        done = counted(so_far.last.number, "epoch")
        raise SettingError(f"epochs is {epochs}, but so_far has done {done} already, and epochs counts from the start")
    if has_held_out != (so_far.held_out_costs != []):
        raise SettingError("held_out must be the same as in the call that so_far comes from, or left out in both")


def _checked_pair(network: Network, held_out: "tuple[Rows, Rows]", cost: Cost) -> "tuple[Matrix, Matrix]":
    """The held-out inputs and targets, checked and transposed."""
    if not isinstance(held_out, (tuple, list)) or len(held_out) != 2:
        raise ShapeError("held_out must be a pair (X, Y) of inputs and targets, such as (table.X, table.Y)")
    inputs = as_inputs(network, held_out[0], "the held-out X")
    targets = as_targets(network, held_out[1], len(inputs), cost, "the held-out Y")
    return transpose(inputs), transpose(targets)
