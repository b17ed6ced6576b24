"""The whole command, cold: from the start of a process to a trained network.

`python -m tests.benchmarks.cold PEER` is the command of one of them: it trains the notebook's three layers from the
table and prints the sum of the weights, so that we can check that they all did the same work.
"""

import sys
from importlib import import_module

from .job import notebook_job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List

    from .race import Result

PEERS = ["numpy_notebook", "numpy_batched", "scikit_learn", "pytorch"]


def cold_starts(rounds: int) -> "List[Result]":
    """Our command compared with those of the peers that are installed."""
    from .race import Result, is_installed
    from .timing import none_because, our_time_over

    results = []
    for module in PEERS:
        peer = import_module(f".peers.{module}", __package__)
        if is_installed(peer):
            if abs(sum_of_weights(module) - sum_of_weights("ours")) > 1e-9:
                raise ValueError(f"{peer.NAME} reaches different weights in the cold command: the times mean nothing")
            ratio = our_time_over(lambda: sum_of_weights(module), lambda: sum_of_weights("ours"), rounds)
        else:
            ratio = none_because(f"not installed ({peer.HOW})")
        results.append(Result("the whole command, cold", peer.NAME, ratio))
    return results


def sum_of_weights(module: str) -> float:
    """What the command of a peer prints."""
    import subprocess

    command = [sys.executable, "-m", __name__, module]
    return float(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def main(module: str) -> None:
    peer = import_module(f".peers.{module}", __package__)
    weights = peer.train(notebook_job([13, 5, 3, 1], 30))
    print(sum([sum(row) for rows, biases in weights for row in rows + [biases]]))


if __name__ == "__main__":
    main(sys.argv[1])
