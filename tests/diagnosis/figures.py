"""What the diagnosis is measured by: how often the mistake is named, and how often something is named wrongly.

A name is wrong if the mistakes of this name do not give the program's numbers with other networks and examples. (Three
mistakes can be the same as two: a sign that is wrong twice is right.)
"""

import itertools
from random import Random
from types import ModuleType
from typing import Callable, Dict, Iterable, List, Sequence, Tuple
from unittest import mock

from minibackprop import LINEAR, MISTAKES, RELU, SIGMOID, Diagnosis, Layer, Network, diagnose
from minibackprop.diagnosis import search
from minibackprop.diagnosis.mistake import Mistake
from minibackprop.linalg import Matrix

from .unknown_errors import KINDS
from .version_programs import LEARNING_RATE, Backward, program_of

Probe = Tuple[Network, Matrix, Matrix]
NAMED, UNNAMED, AMBIGUOUS, WRONG, CORRECT = "named", "unnamed", "one of several that fit", "WRONG", "correct"
EQUIVALENT, EXCLUDED, BY_SHAPE = "the same as what is named", "of the same line", "named by its shape"


def other_probes(seed: int) -> List[Probe]:
    """Networks and examples that the diagnosis does not use of itself."""
    rng = Random(seed)
    probes = []
    for sizes, activations in (([4, 4, 4, 4], [SIGMOID, SIGMOID, SIGMOID]), ([4, 4, 4, 4], [RELU, LINEAR, RELU])):
        layers = [Layer.random(*shape, rng) for shape in zip(sizes, sizes[1:], activations)]
        X = [[rng.uniform(-1, 1) for _ in range(sizes[0])] for _ in range(7)]
        probes.append((Network(*layers), X, [[rng.uniform(0, 1) for _ in range(sizes[-1])] for _ in range(7)]))
    return probes


def outcome(program: Backward, names: Iterable[str] = ()) -> str:
    """How a program is diagnosed that makes these mistakes of the catalogue, or others if there are no names."""
    found = diagnose(program, learning_rate=LEARNING_RATE)
    wanted = tuple(sorted(names))
    if found.is_correct:
        return CORRECT
    if not found.candidates:
        return UNNAMED
    if found.mistakes and tuple(sorted(found.mistakes)) == wanted:
        return NAMED
    if wanted in [tuple(sorted(candidate)) for candidate in found.candidates]:
        return AMBIGUOUS
    if found.problem is not None:
        return BY_SHAPE
    return EQUIVALENT if is_the_same_elsewhere(found, program) else WRONG


def is_the_same_elsewhere(found: Diagnosis, program: Backward) -> bool:
    """Whether one of the explanations also explains the program's numbers with other networks."""
    again = diagnose(program, learning_rate=LEARNING_RATE, probes=other_probes(99))
    return any(set(names) >= set(others) for names in found.candidates for others in again.candidates)


def count(outcomes: Iterable[str]) -> Dict[str, int]:
    counts: Dict[str, int] = {}
    for each in outcomes:
        counts[each] = counts.get(each, 0) + 1
    return counts


def left_out(name: str, number: int) -> str:
    """A version of a mistake is diagnosed without this mistake in the catalogue."""
    program = program_of(MISTAKES[name].versions[number])
    rest = {other: MISTAKES[other] for other in MISTAKES if other != name}
    with mock.patch.object(search, "MISTAKES", rest):
        return outcome(program)


def pair(mistake: Mistake, other: Mistake, rng: Random) -> str:
    """Two mistakes at once, each in one of its versions, which do not exclude each other if there are such."""
    both = [pair for pair in itertools.product(mistake.versions, other.versions) if not pair[0].excludes(pair[1])]
    if not both:
        return EXCLUDED
    version, another = rng.choice(both)
    return outcome(program_of(version.together_with(another)), [mistake.name, other.name])


def pairs() -> List[Tuple[Mistake, Mistake]]:
    with_versions = [MISTAKES[name] for name in sorted(MISTAKES) if MISTAKES[name].versions and name != "no-softmax"]
    return list(itertools.combinations(with_versions, 2))


def unknown(kind: str, seed: int) -> str:
    return outcome(KINDS[kind](Random(seed)))


def random_probe(seed: int) -> Probe:
    """A network of random sizes, activations and weights, with some random examples."""
    rng = Random(seed)
    sizes = [rng.randint(1, 5) for _ in range(rng.randint(2, 5))]
    activations = [[SIGMOID, RELU, LINEAR][rng.randint(0, 2)] for _ in sizes[1:]]
    layers = [Layer.random(*shape, rng) for shape in zip(sizes, sizes[1:], activations)]
    m = rng.randint(1, 6)
    X = [[rng.uniform(-2, 2) for _ in range(sizes[0])] for _ in range(m)]
    return Network(*layers), X, [[rng.uniform(-1, 1) for _ in range(sizes[-1])] for _ in range(m)]


def num_accused(programs: Sequence[Callable[..., object]], seeds: Iterable[int]) -> int:
    """How often one of these right programs is said to be wrong, with networks of these seeds."""
    probes = [random_probe(seed) for seed in seeds]
    return sum(not diagnose(program, probes=[probe]).is_correct for program in programs for probe in probes)


def name_of(title: str) -> str:
    """The name of the mistake, without the words in brackets that say which version of it a program has."""
    return title.split(" (")[0]


def style_outcomes(style: ModuleType) -> Dict[str, str]:
    """How each wrong program of a style is diagnosed."""
    outcomes = {title: outcome(style.WRONG[title], [name_of(title)]) for title in style.WRONG}
    outcomes.update({title: outcome(style.FRESH[title](), [name_of(title)]) for title in style.FRESH})
    return outcomes
