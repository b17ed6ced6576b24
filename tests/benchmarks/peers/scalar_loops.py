"""Plain Python, one number at a time: the naive loops that the tests compare with."""

from ...support.reference import step
from ..job import Job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..job import Weights

NAME = "scalar loops"
HOW = "here"


def cannot(job: Job) -> str:
    return ""


def train(job: Job) -> "Weights":
    network = [(w, b, name) for (w, b), name in zip(job.weights, job.activations)]
    for batch in job.batches():
        X, Y = [job.X[place] for place in batch], [job.Y[place] for place in batch]
        network = step(network, X, Y, job.learning_rate)
    return [(w, b) for w, b, _ in network]
