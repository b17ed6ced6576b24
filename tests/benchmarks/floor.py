"""The floor, a lower bound: only the dot products that a job requires, as many and of the same lengths."""

from typing import Callable, List, Tuple

from minibackprop.linalg import dot

from .job import Job


def dot_products(job: Job) -> "List[Tuple[int, int, int]]":
    """(length, rows, columns) of every matrix product of the job: rows · columns dot products of this length.

    Forward, each layer's weights with the examples; backward, ∂C/∂z with the layer's inputs and, for the biases, with
    ones; and the weights with ∂C/∂z, but not in the first layer. The cost after each epoch takes a forward pass; if
    an update uses all the examples, it is the forward pass of the next update too.
    """
    num_examples = len(job.X)
    found = []
    for batch in job.batches():
        found += forward_products(job, len(batch)) if job.batch_size is not None else []
        for k, (inputs, neurons) in enumerate(zip(job.sizes, job.sizes[1:])):
            found.append((len(batch), neurons, inputs))
            found.append((len(batch), neurons, 1))
            if k > 0:
                found.append((neurons, inputs, len(batch)))
    for _ in range(job.epochs + 1):
        found += forward_products(job, num_examples)
    return found


def forward_products(job: Job, num_examples: int) -> "List[Tuple[int, int, int]]":
    return [(inputs, neurons, num_examples) for inputs, neurons in zip(job.sizes, job.sizes[1:])]


def floor(job: Job) -> Callable[[], None]:
    """A function that computes these dot products, with everything it needs made beforehand."""
    products = []
    lists: "dict[Tuple[int, int], List[List[float]]]" = {}
    for length, rows, columns in dot_products(job):
        for count in (rows, columns):
            if (length, count) not in lists:
                lists[length, count] = [[0.1 * i + j for i in range(length)] for j in range(count)]
        products.append((lists[length, rows], lists[length, columns]))

    def work() -> None:
        for A, B in products:
            for a in A:
                for b in B:
                    dot(a, b)

    return work
