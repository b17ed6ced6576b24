"""A learner's function that makes a mistake of the catalogue, made from the catalogue's own wrong version."""

from typing import Any, Callable, List

from minibackprop import HALF_SQUARED_ERROR, Cost, Network, forward
from minibackprop.diagnosis.comparison import layers_of
from minibackprop.diagnosis.layer_chain import Batch
from minibackprop.diagnosis.version import Version
from minibackprop.linalg import Matrix, transpose

LEARNING_RATE = 0.3
Backward = Callable[[Network, Matrix, Matrix], Any]


def program_of(version: Version, cost: Cost = HALF_SQUARED_ERROR) -> Backward:
    """A function that returns the gradients of this version; it raises an error where they cannot be calculated."""

    def backward(network: Network, X: Matrix, Y: Matrix) -> List[Any]:
        batch = Batch(network, transpose(X), transpose(Y), cost, forward(network, X), LEARNING_RATE)
        layers = layers_of(version, batch, lambda k, rule, result: result)
        gradients = [(at.dC_dW, at.dC_db) for at in layers]
        return gradients if version.last_layer_first else gradients[::-1]

    return backward
