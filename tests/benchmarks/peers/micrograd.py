"""micrograd: a Value for every number, and the chain rule from one to the next."""

from importlib import import_module

from ..job import Job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..job import Weights

NAME = "micrograd"
HOW = "pip install micrograd"


def cannot(job: Job) -> str:
    return "it has no sigmoid" if "sigmoid" in job.activations else ""


def train(job: Job) -> "Weights":
    Value: "Any" = import_module("micrograd.engine").Value
    layers = [([[Value(w) for w in row] for row in rows], [Value(b) for b in biases]) for rows, biases in job.weights]
    parameters = [p for rows, biases in layers for row in [*rows, biases] for p in row]
    for batch in job.batches():
        for parameter in parameters:
            parameter.grad = 0
        for place in batch:  # example by example: all in one chain would be too deep for its recursion
            a: "Any" = job.X[place]
            for (rows, biases), name in zip(layers, job.activations):
                z = [sum((w * x for w, x in zip(row, a)), b) for row, b in zip(rows, biases)]
                a = [value.relu() for value in z] if name == "relu" else z
            cost = sum((value - y) ** 2 for value, y in zip(a, job.Y[place])) * (0.5 / len(batch))
            cost.backward()
        for parameter in parameters:
            parameter.data -= job.learning_rate * parameter.grad
    return [([[w.data for w in row] for row in rows], [b.data for b in biases]) for rows, biases in layers]
