"""minibackprop itself."""

from minibackprop import train as train_network

from ..job import Job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..job import Weights

NAME = "minibackprop"
HOW = "here"


def cannot(job: Job) -> str:
    return ""


def train(job: Job) -> "Weights":
    result = train_network(job.network, job.X, job.Y, job.learning_rate, job.epochs, job.batch_size)
    return [(layer.weights, layer.biases) for layer in result.network.layers]
