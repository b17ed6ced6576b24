"""An epoch is one pass through all the training examples."""

from .network import Network


class Epoch:
    """The state of training after an epoch: its number, the network, and the network's cost on all training examples.

    Epoch 0 is the network before training.
    """

    def __init__(self, number: int, network: Network, cost: float) -> None:
        self.number = number
        self.network = network
        self.cost = cost

    def __repr__(self) -> str:
        return f"Epoch({self.number}, cost {self.cost:.6g})"
