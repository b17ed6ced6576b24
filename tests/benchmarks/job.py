"""A job to time: a network with given weights, examples, and how it is trained. Every peer gets the same."""

from minibackprop import LINEAR, RELU, SIGMOID, Layer, Network, RandomNumbers, load_housing
from minibackprop.random_numbers import shuffled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List, Optional, Tuple

    from minibackprop import Matrix, Vector

    Weights = List[Tuple[Matrix, Vector]]

ACTIVATIONS = {"linear": LINEAR, "relu": RELU, "sigmoid": SIGMOID}


class Job:
    """`activations` has a name for each layer, `weights` the rows of weights and the biases of each."""

    def __init__(
        self, name: str, sizes: "List[int]", activations: "List[str]", X: "Matrix", Y: "Matrix",
        learning_rate: float, epochs: int, batch_size: "Optional[int]" = None,
    ) -> None:
        rng = RandomNumbers(3)
        layers = [
            Layer.random(inputs, neurons, ACTIVATIONS[activation], rng)
            for inputs, neurons, activation in zip(sizes, sizes[1:], activations)
        ]
        self.name = name
        self.sizes = sizes
        self.activations = activations
        self.network = Network(*layers)
        self.weights: "Weights" = [(layer.weights, layer.biases) for layer in layers]
        self.X = X
        self.Y = Y
        self.learning_rate = learning_rate
        self.epochs = epochs
        self.batch_size = batch_size

    def batches(self) -> "List[List[int]]":
        """The examples of every update of all epochs, by their places: the same as in our own training."""
        places = list(range(len(self.X)))
        if self.batch_size is None:
            return [places] * self.epochs
        rng = RandomNumbers(0)
        batches = []
        for _ in range(self.epochs):
            order = shuffled(places, rng)
            batches += [order[start : start + self.batch_size] for start in range(0, len(order), self.batch_size)]
        return batches


def notebook_job(sizes: "List[int]", epochs: int) -> Job:
    """One of the two jobs of the course notebook "Module 4: Backpropagation": linear, on the raw table."""
    housing = load_housing()
    name = f"{arrow(sizes)} linear, {epochs} epochs"
    return Job(name, sizes, ["linear"] * (len(sizes) - 1), housing.X, housing.Y, 8e-7, epochs)


def arrow(sizes: "List[int]") -> str:
    return "→".join([str(size) for size in sizes])
