"""The diagnosis: what is right is never accused, and each mistake of the catalogue is named, or changes no number."""

from typing import Any, Callable, Dict, List, Tuple

from minibackprop import (
    MISTAKES, Cost, Network, SettingError, backward, diagnose, diagnose_gradients, diagnose_step, forward,
    gradient_step,
)
from minibackprop.linalg import ShapeError

from ..diagnosis.version_programs import LEARNING_RATE, program_of
from ..support.random_cases import Case, Matrix, random_case
from ..support.reference_factors import all_factors
from ..support.seeds import with_seeds

Gradients = List[Tuple[Matrix, List[float]]]
VERSIONS = [(name, version) for name in sorted(MISTAKES) for version in MISTAKES[name].versions]
DIFFERENT = 1e-8  # of the largest slope in a table of them: so far apart, two are not the same to rounding
FACTORS = {-1.0: "sign", 2.0: "factor-two", 0.5: "half"}
TOLERANCE = 1e-9  # what diagnose_gradients allows
ROUNDING_OF_WEIGHTS = 2e-15  # ordinary ones, which are up to 1.5


def gradients_of(network: Network, X: Matrix, Y: Matrix, cost: Cost) -> Gradients:
    return [(record.dC_dW, record.dC_db) for record in backward(network, forward(network, X), Y, cost)]


def example_by_example(network: Network, X: Matrix, Y: Matrix, cost: Cost) -> Gradients:
    """The means of the gradients of the examples, each computed by itself."""
    collected = [gradients_of(network, [x], [y], cost) for x, y in zip(X, Y)]
    means = []
    for layers in zip(*collected):
        dC_dW = [[sum(slopes) / len(X) for slopes in zip(*rows)] for rows in zip(*[W for W, _ in layers])]
        means.append((dC_dW, [sum(slopes) / len(X) for slopes in zip(*[b for _, b in layers])]))
    return means


def naive_loops(network: Network, X: Matrix, Y: Matrix, cost: Cost) -> Gradients:
    gradients = []
    for at in all_factors(network, X, Y, cost.name):
        dC_dW = [[slope.value for slope in row] for row in at["dC_dW"]]
        gradients.append((dC_dW, [slope.value for slope in at["dC_db"][0]]))
    return gradients


def records(network: Network, X: Matrix, Y: Matrix, cost: Cost) -> Any:
    """With all factors, which are judged too."""
    return backward(network, forward(network, X), Y, cost)


RIGHT: Dict[str, Callable[..., Any]] = {
    "pairs": gradients_of, "records": records, "example by example": example_by_example, "naive loops": naive_loops,
}


def numbers_in(gradients: Gradients) -> List[float]:
    return [slope for dC_dW, dC_db in gradients for row in [*dC_dW, dC_db] for slope in row]


@with_seeds(40)
def test_a_right_backward_is_never_accused(seed: int) -> None:
    case = random_case(seed, ordinary=True)
    probe = (case.network, case.X, case.Y)
    for name, program in RIGHT.items():
        found = diagnose(lambda network, X, Y: program(network, X, Y, case.cost), case.cost, probes=[probe])
        assert found.is_correct and not found.candidates, f"{name}:\n{found}"


@with_seeds(40)
def test_numbers_of_very_different_sizes_are_not_accused(seed: int) -> None:
    network, X, Y, cost, _ = random_case(seed)
    probes = [(network, X, Y)]

    def of_one_example(network: Network, x: List[float], y: List[float]) -> Gradients:
        return gradients_of(network, [x], [y], cost)

    def weights_alone(network: Network, X: Matrix, Y: Matrix) -> List[Matrix]:
        return [dC_dW for dC_dW, _ in gradients_of(network, X, Y, cost)]

    assert diagnose(lambda network, X, Y: records(network, X, Y, cost), cost, probes=probes).is_correct
    assert diagnose(of_one_example, cost, one_example=True, probes=probes).is_correct
    assert diagnose(weights_alone, cost, biases=False, probes=probes).is_correct
    if is_sharp(network, X, Y, cost):
        assert diagnose(lambda network, X, Y: naive_loops(network, X, Y, cost), cost, probes=probes).is_correct


def is_sharp(network: Network, X: Matrix, Y: Matrix, cost: Cost) -> bool:
    """Whether rounding is far too small in naive loops to be taken for a mistake."""
    tables = [at[name] for at in all_factors(network, X, Y, cost.name) for name in ("dC_dW", "dC_db")]
    return all(
        slope.error < 0.1 * TOLERANCE * max(abs(each.value) for other_row in table for each in other_row)
        for table in tables for row in table for slope in row
    )


@with_seeds(120)
def test_a_mistake_of_the_catalogue_is_named_or_changes_no_number(seed: int) -> None:
    case = random_case(seed, ordinary=True)
    name, version = case.rng.choice(VERSIONS)
    program = program_of(version, case.cost)
    found = diagnose(program, case.cost, LEARNING_RATE, probes=[(case.network, case.X, case.Y)])
    try:
        theirs = program(case.network, case.X, case.Y)
    except ShapeError:  # it cannot be calculated with layers of these sizes
        assert found.raised is not None and not found.is_correct and not found.candidates
        return
    if found.is_correct:
        right = gradients_of(case.network, case.X, case.Y, case.cost)
        assert not are_different(theirs, right), f"{name} is called right"
    else:
        assert (name,) in found.candidates, f"{name} is called {found!r}"
        assert found.mistakes == ((name,) if len(found.candidates) == 1 else ())


def are_different(theirs: Any, right: Gradients) -> bool:
    """Whether a number is another one, by more than rounding of the largest one beside it, or is missing."""
    for (dC_dW, dC_db), (right_dC_dW, right_dC_db) in zip(theirs, right):
        for table, right_table in ((dC_dW, right_dC_dW), ([dC_db], [right_dC_db])):
            if table is None or None in table or [len(row) for row in table] != [len(row) for row in right_table]:
                return True
            pairs = [pair for rows in zip(table, right_table) for pair in zip(*rows)]
            largest = max(abs(number) for pair in pairs for number in pair)
            if any(abs(number - other) > DIFFERENT * largest + 1e-11 for number, other in pairs):
                return True
    return False


def nothing_to_see(case: Case, tolerance: float) -> bool:
    """Whether no slope of a weight is larger than the tolerance: then numbers alone are not judged."""
    return max(abs(slope) for dC_dW, _ in gradients_of(*case[:4]) for row in dC_dW for slope in row) <= tolerance


@with_seeds(40)
def test_right_numbers_alone_are_never_accused(seed: int) -> None:
    case = random_case(seed)
    programs = ["pairs", "records"] if seed % 3 == 2 else list(RIGHT)  # with large numbers rounding takes them apart
    for name in programs:
        try:
            found = diagnose_gradients(RIGHT[name](*case[:4]), *case[:4])
        except SettingError:
            assert nothing_to_see(case, TOLERANCE)
        else:
            assert found.is_correct and not found.candidates, f"{name}:\n{found}"


@with_seeds(40)
def test_right_numbers_that_were_printed_are_not_accused(seed: int) -> None:
    case = random_case(seed, ordinary=True)
    digits = case.rng.randint(1, 8)
    tolerance = 0.5000001 * 10**-digits
    printed = [
        ([[round(slope, digits) for slope in row] for row in dC_dW], [round(slope, digits) for slope in dC_db])
        for dC_dW, dC_db in gradients_of(*case[:4])
    ]
    try:
        assert diagnose_gradients(printed, *case[:4], tolerance=tolerance).is_correct
    except SettingError:
        assert nothing_to_see(case, tolerance)


@with_seeds(40)
def test_a_right_step_is_not_accused(seed: int) -> None:
    case = random_case(seed, ordinary=True)
    network, X, Y, cost, rng = case
    learning_rate, tolerance = 10 ** rng.uniform(-9, 0), rng.choice([0.0, TOLERANCE])
    after = gradient_step(network, backward(network, forward(network, X), Y, cost), learning_rate)
    try:
        assert diagnose_step(network, after, X, Y, learning_rate, cost, tolerance).is_correct
    except SettingError:
        assert nothing_to_see(case, (tolerance + ROUNDING_OF_WEIGHTS) / learning_rate)


@with_seeds(12)
def test_scaled_numbers_are_never_called_right(seed: int) -> None:
    case = random_case(seed, most_layers=2, most_neurons=3, ordinary=True)
    rng = case.rng
    almost_1 = 1 + rng.choice([-1, 1]) * 10 ** rng.uniform(-7, -1)
    factor = rng.choice([almost_1, almost_1, rng.uniform(-3, 0.9), *FACTORS])
    right = gradients_of(*case[:4])
    if max(map(abs, numbers_in(right))) * abs(factor - 1) > 10 * TOLERANCE:
        found = diagnose_gradients(
            [
                ([[factor * slope for slope in row] for row in dC_dW], [factor * slope for slope in dC_db])
                for dC_dW, dC_db in right
            ],
            *case[:4],
        )
        assert not found.is_correct, f"{factor} times the right numbers"
        assert factor not in FACTORS or (FACTORS[factor],) in found.candidates, f"{factor}: {found!r}"
