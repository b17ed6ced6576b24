"""An epoch is one pass of training through all the examples. After each there is a question: go on or stop?"""

from .linalg import as_number
from .network import Network
from .settings import SettingError, whole_number


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
