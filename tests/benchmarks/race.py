"""The race between ours and each peer in the same job, after a check that both reach the same weights."""

import importlib
import math
from types import ModuleType
from typing import TYPE_CHECKING, Dict, List, NamedTuple

from .floor import floor
from .job import Job
from .peers import micrograd, numpy_batched, numpy_notebook, ours, pytorch, scalar_loops, scikit_learn
from .timing import Ratio, none_because, our_time_over

if TYPE_CHECKING:
    from .job import Weights

PEERS: Dict[ModuleType, str] = {
    numpy_notebook: "numpy", numpy_batched: "numpy", micrograd: "micrograd", pytorch: "torch", scikit_learn: "sklearn",
    scalar_loops: "math",
}  # and the package that each needs
FLOOR = "bare dot products"
SLOW = [micrograd, scalar_loops]  # these run in two rounds only


class Result(NamedTuple):
    """A job, a peer, and our time divided by the peer's."""

    job: str
    peer: str
    ratio: Ratio


def is_installed(peer: ModuleType) -> bool:
    try:
        importlib.import_module(PEERS[peer])
    except ImportError:
        return False
    return True


def numbers_in(weights: "Weights") -> List[float]:
    return [number for rows, biases in weights for row in [*rows, biases] for number in row]


def check_same(peer: ModuleType, job: Job) -> None:
    """ValueError unless the peer reaches the same weights as ours."""
    check_weights(peer.train(job), peer.NAME, job)


def check_weights(weights: "Weights", name: str, job: Job) -> None:
    expected, found = numbers_in(ours.train(job)), numbers_in(weights)
    same = len(expected) == len(found) and all(
        math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9) for a, b in zip(expected, found)
    )
    if not same:
        raise ValueError(f"{name} reaches different weights in the job {job.name}: the times mean nothing")
    if expected == numbers_in(job.weights):
        raise ValueError(f"nothing is learned in the job {job.name}: the check means nothing")


def race(job: Job, rounds: int) -> List[Result]:
    """One result for each peer, and the floor."""
    results = []
    for peer in PEERS:
        reason = peer.cannot(job) or ("" if is_installed(peer) else f"not installed ({peer.HOW})")
        if reason:
            results.append(Result(job.name, peer.NAME, none_because(reason)))
            continue
        check_same(peer, job)
        its_rounds = min(rounds, 2) if peer in SLOW else rounds
        ratio = our_time_over(lambda: peer.train(job), lambda: ours.train(job), its_rounds)
        results.append(Result(job.name, peer.NAME, ratio))
    of_floor = our_time_over(floor(job), lambda: ours.train(job), rounds)
    return results + [Result(job.name, FLOOR, of_floor)]
