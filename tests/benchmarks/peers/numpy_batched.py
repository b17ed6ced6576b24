"""NumPy as people usually write it: with matrix products for the whole batch."""

from importlib import import_module

from ..job import Job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..job import Weights

NAME = "batched NumPy"
HOW = "pip install numpy"


def cannot(job: Job) -> str:
    return ""


def train(job: Job) -> "Weights":
    np: "Any" = import_module("numpy")
    # The derivatives take a = f(z), as is usual where speed matters.
    functions: "Any" = {
        "linear": (lambda z: z, lambda a: 1.0),
        "relu": (lambda z: np.maximum(z, 0.0), lambda a: a > 0),
        "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda a: a * (1 - a)),
    }
    layers = [functions[name] for name in job.activations]
    weights = [np.array(w) for w, _ in job.weights]
    biases = [np.array(b) for _, b in job.weights]
    all_X, all_Y = np.array(job.X), np.array(job.Y)
    for batch in job.batches():
        X, Y = (all_X, all_Y) if job.batch_size is None else (all_X[batch], all_Y[batch])
        activations = [X]
        for (f, _), w, b in zip(layers, weights, biases):
            activations.append(f(activations[-1] @ w.T + b))
        slopes = (activations[-1] - Y) / len(X)
        for k in reversed(range(len(layers))):
            deltas = slopes * layers[k][1](activations[k + 1])
            if k > 0:
                slopes = deltas @ weights[k]
            weights[k] -= job.learning_rate * (deltas.T @ activations[k])
            biases[k] -= job.learning_rate * deltas.sum(axis=0)
    return [(w.tolist(), b.tolist()) for w, b in zip(weights, biases)]
