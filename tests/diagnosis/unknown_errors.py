"""Programs with errors that are in no catalogue: noise, wrong powers, scaled layers, three mistakes at once."""

import math
from random import Random
from typing import Any, Callable, Dict, List, Tuple

from minibackprop import MISTAKES, Network, backward, forward
from minibackprop.diagnosis.version import Version, instead, then
from minibackprop.diagnosis.version import EVERYWHERE, HIDDEN, OUTPUT
from minibackprop.linalg import Matrix, apply, hadamard, matmul_transposed, divide
from minibackprop.teaching.rules import DELTA, SLOPE, WEIGHTS

from .version_programs import Backward, program_of

Gradients = List[Tuple[Matrix, List[float]]]


def _right(network: Network, X: Matrix, Y: Matrix) -> Gradients:
    return [(record.dC_dW, record.dC_db) for record in backward(network, forward(network, X), Y)]


def _entry_by_entry(change: Callable[[float, Random], float], seed: int) -> Backward:
    """Every gradient is changed, with the same random numbers at each call."""

    def program(network: Network, X: Matrix, Y: Matrix) -> Gradients:
        rng = Random(seed)
        return [
            ([[change(slope, rng) for slope in row] for row in dC_dW], [change(slope, rng) for slope in dC_db])
            for dC_dW, dC_db in _right(network, X, Y)
        ]

    return program


def noise(rng: Random) -> Backward:
    """Relative noise on every gradient."""
    size = 10 ** rng.uniform(-5, 0)
    return _entry_by_entry(lambda slope, random: slope * (1 + size * random.uniform(-1, 1)), rng.randrange(10**6))


def some_entries(rng: Random) -> Backward:
    """Some entries are off, the others right."""
    share, factor = rng.uniform(0.02, 0.3), rng.uniform(-3, 3)
    seed = rng.randrange(10**6)
    return _entry_by_entry(lambda slope, random: slope * factor if random.random() < share else slope, seed)


def clipped(rng: Random) -> Backward:
    """Gradients are clipped, or squeezed by a function."""
    most = 10 ** rng.uniform(-4, -1.5)
    squeeze = rng.choice([lambda s: max(-most, min(most, s)), lambda s: most * math.tanh(s / most), abs])
    return _entry_by_entry(lambda slope, random: squeeze(slope), 0)


def scaled_layers(rng: Random) -> Backward:
    """Each layer has a factor of its own."""
    factors = [rng.uniform(0.3, 3.0) for _ in range(8)]

    def program(network: Network, X: Matrix, Y: Matrix) -> Gradients:
        return [
            ([[factor * slope for slope in row] for row in dC_dW], [factor * slope for slope in dC_db])
            for factor, (dC_dW, dC_db) in zip(factors, _right(network, X, Y))
        ]

    return program


def wrong_power(rng: Random) -> Backward:
    """A factor of the chain is raised to a power, or bent by a function of one number."""
    power, layers = rng.choice([0.5, 1.5, 3.0, 4.0]), rng.choice([EVERYWHERE, HIDDEN, OUTPUT])

    def powered(M: Matrix) -> Matrix:
        return apply(lambda value: math.copysign(abs(value) ** power, value), M)

    change = rng.choice([
        instead(SLOPE, layers, lambda at: powered(apply(at.activation.f_prime, at.Z)) if power != 3 else powered(at.Z)),
        then(DELTA, layers, lambda at, dC_dZ: powered(dC_dZ)),
        instead(WEIGHTS, layers, lambda at: divide(matmul_transposed(at.dC_dZ, powered(at.A_in)), at.m)),
    ])
    return program_of(Version([change]))


def wrong_formula(rng: Random) -> Backward:
    """A factor is mixed with something that does not belong there."""
    share, layers = rng.uniform(0.1, 0.9), rng.choice([EVERYWHERE, HIDDEN, OUTPUT])
    other: Callable[[Any], Matrix] = rng.choice([lambda at: at.Z, lambda at: at.A, lambda at: at.dC_dA])

    def mixed(at: Any, dC_dZ: Matrix) -> Matrix:
        rows = zip(dC_dZ, hadamard(at.dC_dA, other(at)))
        return [[(1 - share) * a + share * b for a, b in zip(*pair)] for pair in rows]

    return program_of(Version([then(DELTA, layers, mixed)]))


def three_mistakes(rng: Random) -> Backward:
    """Three mistakes of the catalogue at once."""
    version = Version([])
    for name in rng.sample(sorted(name for name in MISTAKES if MISTAKES[name].versions), 3):
        version = version.together_with(rng.choice(MISTAKES[name].versions))
    return program_of(version)


KINDS: Dict[str, Callable[[Random], Backward]] = {
    "noise": noise, "some entries": some_entries, "clipped": clipped, "scaled layers": scaled_layers,
    "wrong power": wrong_power, "wrong formula": wrong_formula, "three mistakes": three_mistakes,
}
