"""How time and memory of an epoch grow with the number of examples, of neurons and of layers."""

import gc
import math
import statistics
import tracemalloc
from typing import Callable, List, NamedTuple, Sequence

from minibackprop import RandomNumbers

from .job import Job
from .peers import ours
from .timing import seconds

EXAMPLES = [500, 1581, 5000, 15811, 50000]
WIDTHS = [4, 8, 16, 32, 64, 128, 256]
DEPTHS = [1, 2, 4, 8, 16]


class Growth(NamedTuple):
    """How what was measured grows with what was varied: to the power `exponent`; and the cost per unit in the end."""

    measured: str
    varied: str
    exponent: float
    per_unit: str


def made_up_job(num_examples: int, sizes: List[int], epochs: int) -> Job:
    rng = RandomNumbers(2)
    X = [[rng.uniform(-1, 1) for _ in range(sizes[0])] for _ in range(num_examples)]
    Y = [[rng.uniform(-1, 1)] for _ in range(num_examples)]
    return Job("growth", sizes, ["linear"] * (len(sizes) - 1), X, Y, 1e-9, epochs)


def num_weights(sizes: Sequence[int]) -> int:
    return sum([inputs * neurons for inputs, neurons in zip(sizes, sizes[1:])])


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The slope of the straight line through the logarithms: cost = constant · size to this power."""
    x, y = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    mean_x, mean_y = statistics.mean(x), statistics.mean(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)


def seconds_of_an_epoch(num_examples: int, sizes: List[int], rounds: int) -> float:
    """A third of the time that three more epochs take, so without input validation; the best of several rounds."""
    few, more = made_up_job(num_examples, sizes, 1), made_up_job(num_examples, sizes, 4)
    return min([seconds(lambda: ours.train(more)) - seconds(lambda: ours.train(few)) for _ in range(rounds)]) / 3


def peak_bytes(num_examples: int, sizes: List[int], epochs: int) -> int:
    """The most memory that training takes at any time, not counting the examples it is given."""
    job = made_up_job(num_examples, sizes, epochs)
    gc.collect()
    tracemalloc.start()
    try:
        ours.train(job)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def growth(rounds: int, say: Callable[[str], None]) -> List[Growth]:
    found = []
    sizes = [13, 5, 3, 1]
    say("growth with the examples")
    times = [seconds_of_an_epoch(m, sizes, rounds) for m in EXAMPLES]
    found.append(Growth("time", "examples, 500 to 50,000", exponent(EXAMPLES, times),
                        f"{1e6 * times[-1] / EXAMPLES[-1]:.3g} µs an example and epoch"))
    peaks = [peak_bytes(m, sizes, 2) for m in EXAMPLES]
    found.append(Growth("peak memory", "examples, 500 to 50,000", exponent(EXAMPLES, peaks),
                        f"{peaks[-1] / EXAMPLES[-1]:.0f} bytes an example"))
    say("growth with the width")
    wide = [[13, width, 1] for width in WIDTHS]
    weights = [num_weights(each) for each in wide]
    times = [seconds_of_an_epoch(500, each, rounds) for each in wide]
    found.append(Growth("time", "weights, by a width of 4 to 256", exponent(weights, times),
                        f"{1e9 * times[-1] / weights[-1] / 500:.3g} ns a weight, example and epoch"))
    wide = [[4, width, 1] for width in WIDTHS]
    neurons = [sum(each[1:]) for each in wide]
    peaks = [peak_bytes(500, each, 2) for each in wide]
    found.append(Growth("peak memory", "neurons, by a width of 4 to 256", exponent(neurons, peaks),
                        f"{peaks[-1] / neurons[-1] / 500:.0f} bytes a neuron and example"))
    say("growth with the depth")
    deep = [[8] + [8] * depth + [1] for depth in DEPTHS]
    weights = [num_weights(each) for each in deep]
    times = [seconds_of_an_epoch(500, each, rounds) for each in deep]
    found.append(Growth("time", "weights, by a depth of 1 to 16", exponent(weights, times),
                        f"{1e9 * times[-1] / weights[-1] / 500:.3g} ns a weight, example and epoch"))
    peaks = [peak_bytes(2000, sizes, epochs) for epochs in (2, 20)]
    found.append(Growth("peak memory", "epochs, 2 to 20", exponent([2, 20], peaks), "nothing is kept"))
    return found
