"""Could training be faster? Other ways to write its loops, each compared with the notebook's NumPy in the same rounds.

`python -m tests.benchmarks.faster` prints the table. Each way was first verified to reach the library's weights.
"""

import argparse
import math
import platform
from functools import partial
from itertools import zip_longest
from operator import mul, sub
from typing import TYPE_CHECKING, Callable, List, Tuple

from minibackprop import HALF_SQUARED_ERROR, LINEAR, Network
from minibackprop.linalg import (
    Matrix, apply, divide, dot, hadamard, matmul, matmul_transposed, row_means, subtract, transpose,
)
from minibackprop.records import LayerBackward, LayerForward, check_slopes
from minibackprop.update import stepped

from ..support.markdown import table
from .job import Job
from .jobs import nonlinear_jobs, notebook_jobs
from .peers import numpy_notebook, ours
from .race import check_weights
from .timing import Ratio, times_over

if TYPE_CHECKING:
    from .job import Weights


def trained(job: Job, skips_linear: bool) -> "Weights":
    network, X_T, Y_T = job.network, transpose(job.X), transpose(job.Y)
    for _ in range(job.epochs):
        forward_pass = forward_epoch(network, job.X, X_T, skips_linear)
        network = stepped(network, backward_epoch(network, forward_pass, Y_T, skips_linear), job.learning_rate)
    HALF_SQUARED_ERROR.c(Y_T, forward_epoch(network, job.X, X_T, skips_linear)[-1].A)
    return [(layer.weights, layer.biases) for layer in network.layers]


def forward_epoch(network: Network, X: Matrix, X_T: Matrix, skips_linear: bool) -> List[LayerForward]:
    """As `feed_forward`, but X is there both ways from the beginning, so that it need not be transposed in each epoch.

    Where a layer is linear, A is Z itself if `skips_linear`.
    """
    forward_pass = []
    A_in, examples = X_T, X
    for layer in network.layers:
        Z = [[dot(w, x) + b for x in examples] for w, b in zip(layer.weights, layer.biases)]
        A = Z if skips_linear and layer.activation is LINEAR else apply(layer.activation.f, Z)
        forward_pass.append(LayerForward(A_in, Z, A))
        A_in, examples = A, [] if layer is network.layers[-1] else transpose(A)
    return forward_pass


def backward_epoch(
    network: Network, forward_pass: List[LayerForward], Y_T: Matrix, skips_linear: bool
) -> List[LayerBackward]:
    """As `chain_rule`, with the cost. If `skips_linear`, without f′ and ⊙ where a layer is linear, and with a single
    subtraction for the cost and its slopes."""
    A = forward_pass[-1].A
    if skips_linear:
        dC_dA = subtract(A, Y_T)
        0.5 * sum([dot(errors, errors) for errors in dC_dA]) / len(A[0])
    else:
        HALF_SQUARED_ERROR.c(Y_T, A)
        dC_dA = HALF_SQUARED_ERROR.c_prime(Y_T, A)
    check_slopes(HALF_SQUARED_ERROR, dC_dA, A)
    backward_pass: List[LayerBackward] = []
    for layer, record in zip(reversed(network.layers), reversed(forward_pass)):
        if skips_linear and layer.activation is LINEAR:
            dA_dZ, dC_dZ = [], dC_dA
        else:
            dA_dZ = apply(layer.activation.f_prime, record.Z)
            dC_dZ = hadamard(dC_dA, dA_dZ)
        dC_dW = divide(matmul_transposed(dC_dZ, record.A_in), len(A[0]))
        backward_pass.insert(0, LayerBackward(dC_dA, dA_dZ, dC_dZ, dC_dW, row_means(dC_dZ)))
        if layer is not network.layers[0]:
            dC_dA = matmul(transpose(layer.weights), dC_dZ)
    return backward_pass


def written_out(job: Job) -> "Weights":
    """Linear layers only, and nothing but the arithmetic, in loops in C: no network, no records, no checks."""
    dot = getattr(math, "sumprod", lambda v, w: sum(map(mul, v, w)))
    layers, X_T, Y_T = job.weights, transpose(job.X), transpose(job.Y)
    rate = job.learning_rate / len(job.X)
    for epoch in range(job.epochs + 1):
        inputs, examples = [X_T], job.X
        for weights, biases in layers:
            inputs.append([[dot(w, x) + b for x in examples] for w, b in zip(weights, biases)])
            examples = [] if len(inputs) > len(layers) else transpose(inputs[-1])
        slopes = [list(map(sub, outputs, targets)) for outputs, targets in zip(inputs[-1], Y_T)]
        0.5 * sum([dot(errors, errors) for errors in slopes]) / len(job.X)
        new_layers: List[Tuple[Matrix, List[float]]] = []
        for k in reversed(range(len(layers) if epoch < job.epochs else 0)):
            weights, biases = layers[k]
            new_weights = [[w_i - rate * dot(s, a) for w_i, a in zip(w, inputs[k])] for w, s in zip(weights, slopes)]
            new_layers.insert(0, (new_weights, [b - rate * sum(s) for b, s in zip(biases, slopes)]))
            if k > 0:
                columns = transpose(slopes)
                slopes = [[dot(w, column) for column in columns] for w in zip(*weights)]
        layers = new_layers or layers
    return layers


WAYS: "List[Tuple[str, Callable[[Job], Weights]]]" = [
    ("the library", ours.train),
    ("X transposed once, not in each epoch", partial(trained, skips_linear=False)),
    ("also nothing done for linear layers, and one subtraction", partial(trained, skips_linear=True)),
    ("only the arithmetic, written out for linear layers, in loops in C", written_out),
]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.faster", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="how often each is timed, in turns (default: 9)")
    rounds = parser.parse_args().rounds
    jobs = [*notebook_jobs(), nonlinear_jobs()[0]]
    columns = [[ratio.times_as_fast() for ratio in raced(job, rounds)] for job in jobs]
    title = f"Python {platform.python_version()}: times as fast as {numpy_notebook.NAME}"
    names = [name for name, _ in WAYS]
    print(table([title, *[job.name for job in jobs]], [*zip_longest(names, *columns, fillvalue="–")]))


def raced(job: Job, rounds: int) -> "List[Ratio]":
    """The time of each way over that of the notebook's NumPy; the last way is left out if a layer is not linear."""
    ways = [(name, train) for name, train in WAYS if train is not written_out or set(job.activations) == {"linear"}]
    for name, train in ways:
        check_weights(train(job), name, job)
    return times_over(lambda: numpy_notebook.train(job), [partial(train, job) for _, train in ways], rounds)


if __name__ == "__main__":
    main()
