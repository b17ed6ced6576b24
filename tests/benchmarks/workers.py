"""Many workers: at what size does it begin to pay to share the work among processes?"""

from concurrent.futures import ProcessPoolExecutor
from typing import List

from minibackprop import train

from .growth import made_up_job
from .job import arrow
from .race import Result
from .timing import our_time_over

CASES = [(50, [13, 5, 3, 1]), (500, [13, 5, 3, 1]), (5000, [13, 5, 3, 1]), (500, [64, 64, 1]), (5000, [64, 64, 1])]
WORKERS = 2


def shared_work(rounds: int) -> List[Result]:
    """Two processes compared with one, in five epochs, each one step on all examples."""
    results = []
    with ProcessPoolExecutor(WORKERS) as executor:
        for num_examples, sizes in CASES:
            job = made_up_job(num_examples, sizes, 5)
            arguments = (job.network, job.X, job.Y, job.learning_rate, job.epochs)
            train(*arguments, executor=executor, num_shards=WORKERS)  # starts the processes
            ratio = our_time_over(
                lambda: train(*arguments),
                lambda: train(*arguments, executor=executor, num_shards=WORKERS),
                rounds,
            )
            name = f"{arrow(sizes)}, {num_examples} examples, {WORKERS} processes"
            results.append(Result(name, "one process", ratio))
    return results
