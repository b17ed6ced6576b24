"""Every factor of a gradient is what naive loops give, finite differences agree, and a batch is a mean of examples."""

from typing import List

from minibackprop import (
    CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY, Cost, LayerBackward, Network, backward, forward, gradient_check,
)

from ..support.random_cases import Matrix, has_ordinary_sizes, random_case
from ..support.reference_factors import all_factors, check_factor
from ..support.seeds import with_seeds

FACTORS = ["dC_dA", "dA_dZ", "dC_dZ", "dC_dW", "dC_db"]
SHARP = 1e-10  # with ordinary numbers the oracle is at least as certain of a gradient as this
VISIBLE = 1e-12  # nearer to 0, softmax(a) − y has lost too many digits
SATURATED = 1e-12  # nearer to 0 or 1, a sigmoid is
ROUNDING = 1e-13


def gradients_of(network: Network, X: Matrix, Y: Matrix, cost: Cost) -> List[LayerBackward]:
    return backward(network, forward(network, X), Y, cost)


def numbers_in(records: List[LayerBackward]) -> List[float]:
    """∂C/∂w and ∂C/∂b of all layers in one list."""
    return [slope for record in records for row in [*record.dC_dW, record.dC_db] for slope in row]


@with_seeds(60)
def test_every_factor_is_right(seed: int) -> None:
    network, X, Y, cost, _ = random_case(seed)
    expected = all_factors(network, X, Y, cost.name)
    for k, record in enumerate(gradients_of(network, X, Y, cost)):
        for name in FACTORS:
            found = [record.dC_db] if name == "dC_db" else getattr(record, name)
            check_factor(found, expected[k][name], f"{name} of layer {k + 1}")


@with_seeds(60)
def test_the_naive_loops_are_sharp(seed: int) -> None:
    """They would see a gradient that is off by this much; with numbers of very different sizes they may not."""
    network, X, Y, cost, _ = random_case(seed, ordinary=True)
    for at in all_factors(network, X, Y, cost.name):
        numbers = [number for name in ("dC_dW", "dC_db") for row in at[name] for number in row]
        largest = max(abs(number.value) for number in numbers)
        assert max(number.error for number in numbers) < SHARP * max(largest, 1.0)


@with_seeds(25)
def test_finite_differences_agree(seed: int) -> None:
    network, X, Y, cost, _ = random_case(seed, most_layers=3, most_neurons=4)
    check = gradient_check(network, X, Y, cost)
    assert check.largest_error < 1e-4 or not can_be_seen(cost, Y, network.predict_all(X)), str(check)


def can_be_seen(cost: Cost, Y: Matrix, outputs: Matrix) -> bool:
    """Whether cross-entropy can show its slopes: a saturated output takes the digits of its logarithm, or of a − y."""
    if cost is SOFTMAX_CROSS_ENTROPY:
        return cost.of(Y, outputs) > VISIBLE
    return cost is not CROSS_ENTROPY or all(SATURATED < a < 1 - SATURATED for row in outputs for a in row)


@with_seeds(30)
def test_the_gradient_of_a_batch_is_the_mean_of_those_of_its_examples(seed: int) -> None:
    network, X, Y, cost, _ = random_case(seed)
    one_by_one = [numbers_in(gradients_of(network, [x], [y], cost)) for x, y in zip(X, Y)]
    of_batch = numbers_in(gradients_of(network, X, Y, cost))
    for slopes, slope in zip(zip(*one_by_one), of_batch):
        assert abs(sum(slopes) / len(X) - slope) <= ROUNDING * sum(map(abs, slopes))
    costs = [cost.of([y], network.predict_all([x])) for x, y in zip(X, Y)]
    assert abs(sum(costs) / len(X) - cost.of(Y, network.predict_all(X))) <= ROUNDING * sum(map(abs, costs))


@with_seeds(30)
def test_each_example_twice_changes_nothing(seed: int) -> None:
    network, X, Y, cost, _ = random_case(seed)
    check_same_gradient(network, X, Y, X + X, Y + Y, cost)
    twice = [n // 2 for n in range(2 * len(X))]
    check_same_gradient(network, X, Y, [X[n] for n in twice], [Y[n] for n in twice], cost)


@with_seeds(30)
def test_the_order_of_the_examples_changes_nothing(seed: int) -> None:
    network, X, Y, cost, rng = random_case(seed)
    order = list(range(len(X)))
    rng.shuffle(order)
    check_same_gradient(network, X, Y, [X[n] for n in order], [Y[n] for n in order], cost)


def check_same_gradient(network: Network, X: Matrix, Y: Matrix, other_X: Matrix, other_Y: Matrix, cost: Cost) -> None:
    """The two batches have the same gradient and the same cost, but for rounding."""
    one_by_one = [numbers_in(gradients_of(network, [x], [y], cost)) for x, y in zip(X, Y)]
    found, other = [numbers_in(gradients_of(network, *batch, cost)) for batch in ((X, Y), (other_X, other_Y))]
    for slopes, slope, other_slope in zip(zip(*one_by_one), found, other):
        assert abs(slope - other_slope) <= ROUNDING * sum(map(abs, slopes))
    C, other_C = cost.of(Y, network.predict_all(X)), cost.of(other_Y, network.predict_all(other_X))
    assert abs(C - other_C) <= ROUNDING * abs(C)


def test_ordinary_and_very_different_numbers_are_tried() -> None:
    assert 0 < sum(has_ordinary_sizes(seed) for seed in range(20)) < 20
