"""Early stopping: training ends when the network stops improving."""

from .epoch import Epoch
from .validation import SettingError, as_number, shown, whole_number


class EarlyStopping:
    """Stop when `patience` epochs in a row have brought no better cost.

    Better means lower than the best cost so far by more than `tolerance`. `best` is the epoch with the best cost.

    >>> from minibackprop import Layer, Network
    >>> network = Network(Layer([[1]], [0]))
    >>> early_stopping = EarlyStopping(patience=2)
    >>> for number, cost in enumerate([9.0, 5.0, 6.0, 5.0]):
    ...     print(early_stopping.is_over(Epoch(number, network, cost), cost))
    False
    False
    False
    True
    >>> early_stopping.best
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
        """Record the cost after an epoch, on whichever examples you watch; return whether it is time to stop.

        TypeError if `epoch` is not an Epoch, NumberError if the cost is not a finite number.
        """
        if not isinstance(epoch, Epoch):
            raise TypeError(f"an Epoch is needed here, as gradient_descent yields them, but this is {shown(epoch)}")
        cost = as_number(cost, "the cost")
        if self.best is None or cost < self.best_cost - self.tolerance:
            self.best = epoch
            self.best_cost = cost
        return epoch.number - self.best.number >= self.patience
