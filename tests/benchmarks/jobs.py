"""The jobs: those of the course notebook, the same with nonlinearities, and mini-batches on a table of digits."""

from typing import List

from minibackprop import RandomNumbers, Standardizer, load_housing

from .job import Job, arrow, notebook_job

THREE_LAYERS, ONE_LAYER, DIGITS = [13, 5, 3, 1], [13, 1], [64, 30, 10]


def notebook_jobs() -> List[Job]:
    return [notebook_job(THREE_LAYERS, 30), notebook_job(ONE_LAYER, 200)]


def nonlinear_jobs() -> List[Job]:
    """With sigmoid and relu, before a linear output, on standardized columns.

    On raw columns a sigmoid is 0 or 1 and learns nothing, so nothing would be compared.
    """
    housing = load_housing()
    X, Y = Standardizer.fit(housing.X).transform(housing.X), Standardizer.fit(housing.Y).transform(housing.Y)
    jobs = []
    for activation in ("sigmoid", "relu"):
        name = f"{arrow(THREE_LAYERS)} {activation}, 30 epochs"
        jobs.append(Job(name, THREE_LAYERS, [activation, activation, "linear"], X, Y, 0.05, 30))
        jobs.append(Job(f"{arrow(ONE_LAYER)} {activation}, 200 epochs", ONE_LAYER, [activation], X, Y, 0.05, 200))
    return jobs


def digits_job(num_examples: int = 1797) -> Job:
    """As many examples, inputs and outputs as the table of handwritten digits has; the numbers are made up."""
    rng = RandomNumbers(1)
    X = [[float(int(rng.uniform(0, 17))) / 16 for _ in range(DIGITS[0])] for _ in range(num_examples)]
    Y = []
    for _ in range(num_examples):
        digit = int(rng.uniform(0, 10))
        Y.append([1.0 if place == digit else 0.0 for place in range(DIGITS[-1])])
    return Job(f"{arrow(DIGITS)} sigmoid, batches of 10", DIGITS, ["sigmoid", "sigmoid"], X, Y, 0.5, 1, batch_size=10)
