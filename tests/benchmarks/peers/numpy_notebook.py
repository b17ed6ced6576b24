"""The course notebook's own procedure in NumPy, whole-array operations where it uses them and loops where it loops.

With one layer it predicts house by house, one `dot` each, and takes the gradient of all houses with whole-array
operations. With more layers everything is done house by house: the gradients of each are collected, then averaged.
"""

from importlib import import_module

from ..job import Job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..job import Weights

NAME = "the notebook's NumPy"
HOW = "pip install numpy"


def cannot(job: Job) -> str:
    return ""


def functions_of(job: Job) -> "Any":
    """f and f′ of each layer; where f is linear there is no f′ to multiply by, as in the notebook."""
    np: "Any" = import_module("numpy")
    functions: "Any" = {
        "linear": (lambda z: z, None),
        "relu": (lambda z: np.maximum(z, 0.0), lambda z: (z > 0) * 1.0),
        "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2),
    }
    return [functions[name] for name in job.activations]


def train(job: Job) -> "Weights":
    return train_one_layer(job) if job.sizes[1:] == [1] else train_layers(job)


def train_one_layer(job: Job) -> "Weights":
    np: "Any" = import_module("numpy")
    ((f, f_prime),) = functions_of(job)
    ((w, b),) = [(np.array(w), np.array(b)) for w, b in job.weights]
    all_X, all_Y = np.array(job.X), np.array(job.Y)[:, 0]
    for batch in job.batches():
        X, Y = (all_X, all_Y) if job.batch_size is None else (all_X[batch], all_Y[batch])
        Z = np.array([(w.dot(x) + b)[0] for x in X])  # house by house
        deltas = f(Z) - Y if f_prime is None else (f(Z) - Y) * f_prime(Z)
        slopes = (X.transpose() * deltas).transpose()
        b = b - deltas.mean() * job.learning_rate
        w = w - slopes.mean(axis=0) * job.learning_rate
    return [(w.tolist(), b.tolist())]


def train_layers(job: Job) -> "Weights":
    np: "Any" = import_module("numpy")
    functions = functions_of(job)
    layers = [(np.array(w), np.array(b)) for w, b in job.weights]
    X, Y = np.array(job.X), np.array(job.Y)
    for batch in job.batches():
        of_each_house = [gradients_of_one_house(layers, functions, X[place], Y[place]) for place in batch]
        sums = [(np.zeros(w.shape), np.zeros(b.shape)) for w, b in layers]
        for k, (sum_w, sum_b) in enumerate(sums):
            for gradients in of_each_house:
                sum_w += gradients[k][0]
                sum_b += gradients[k][1].flatten()
        for (w, b), (sum_w, sum_b) in zip(layers, sums):
            w -= sum_w / len(batch) * job.learning_rate
            b -= sum_b / len(batch) * job.learning_rate
    return [(w.tolist(), b.tolist()) for w, b in layers]


def gradients_of_one_house(layers: "Any", functions: "Any", x: "Any", y: "Any") -> "Any":
    """∂C/∂w and ∂C/∂b of each layer; for each layer the chain is multiplied out again, starting at the cost."""
    np: "Any" = import_module("numpy")
    inputs, weighted = [x], []
    for (w, b), (f, _) in zip(layers, functions):
        weighted.append(w.dot(inputs[-1]) + b)
        inputs.append(f(weighted[-1]))
    slopes = [None if f_prime is None else f_prime(z) for (_, f_prime), z in zip(functions, weighted)]
    gradients = []
    for k in range(len(layers)):
        delta = inputs[-1] - y
        for later in reversed(range(k + 1, len(layers))):
            delta = delta if slopes[later] is None else delta * slopes[later]
            delta = layers[later][0].transpose().dot(delta)
        delta = delta if slopes[k] is None else delta * slopes[k]
        gradients.append((np.outer(delta, inputs[k]), delta))
    return gradients
