"""Going on with a training: the end is the same, bit for bit, as if it had never stopped."""

from typing import Any, Dict, List, Optional, Type

import pytest

from minibackprop import (
    CROSS_ENTROPY, SIGMOID, Layer, Network, RandomNumbers, SettingError, ShapeError, TrainingResult, gradient_descent,
    train,
)

from ..support.bad_input import OTHER, Call, Case, check_error, each
from ..support.random_networks import few_examples, parameters_of, small_network

X, Y = few_examples(7)
LITTLE = train(small_network(), X, Y, 0.1, 1)
HELD_OUT = ([[0.1, 0.2], [0.6, 0.4]], [[9.0], [8.0]])

CASES: List[Case] = [
    ("something else", lambda: train(small_network(), X, Y, 0.1, 5, so_far=small_network()),  # type: ignore[arg-type]
     TypeError, "so_far is Network(2 -> 3 -> 1), but must be the TrainingResult of an earlier call of train"),
    ("another network", lambda: train(OTHER, X, Y, 0.1, 5, so_far=LITTLE), ShapeError,
     "the network is Network(2 -> 1), but so_far is of Network(2 -> 3 -> 1): make the same call again"),
    ("no network", lambda: train("junk", X, Y, 0.1, 5, so_far=LITTLE), TypeError,  # type: ignore[arg-type]
     "a Network is needed here"),
    ("fewer epochs than there were", lambda: train(small_network(), X, Y, 0.1, 0, so_far=LITTLE), SettingError,
     "epochs is 0, but so_far has done 1 epoch already, and epochs counts from the start"),
    ("held-out examples only now",
     lambda: train(small_network(), X, Y, 0.1, 9, held_out=HELD_OUT, so_far=train(small_network(), X, Y, 0.1, 2)),
     SettingError, "held_out must be the same as in the call that so_far comes from, or left out in both"),
    ("a first epoch after the last", lambda: gradient_descent(small_network(), X, Y, 0.1, 5, first_epoch=6),
     SettingError, "epochs is 5, but must be a whole number, 6 or more"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


def everything_in(result: TrainingResult) -> List[Any]:
    return [
        parameters_of(result.network), parameters_of(result.last.network), result.last.number, result.epoch,
        result.costs, result.held_out_costs, result.stop_reason,
    ]


@pytest.mark.parametrize("first", [0, 1, 5, 9, 10])
@pytest.mark.parametrize("settings", [
    {}, {"batch_size": 3}, {"patience": 30}, {"batch_size": 2, "patience": 2}, {"patience": 1, "tolerance": 0.001},
    {"patience": 2, "held_out": HELD_OUT}, {"held_out": HELD_OUT},
], ids=str)
def test_five_epochs_and_five_more_are_ten(settings: Dict[str, Any], first: int) -> None:
    at_once = train(small_network(), X, Y, 0.3, 10, rng=RandomNumbers(4), **settings)
    rng = RandomNumbers(4)
    so_far = train(small_network(), X, Y, 0.3, first, rng=rng, **settings)
    together = train(small_network(), X, Y, 0.3, 10, rng=rng, so_far=so_far, **settings)
    assert everything_in(together) == everything_in(at_once)


@pytest.mark.parametrize("batch_size", [None, 3])
def test_an_own_loop_goes_on_from_any_epoch(batch_size: Optional[int]) -> None:
    at_once = list(gradient_descent(small_network(), X, Y, 0.3, 6, batch_size, RandomNumbers(4)))
    rng = RandomNumbers(4)
    for epoch in gradient_descent(small_network(), X, Y, 0.3, 6, batch_size, rng):
        if epoch.number == 4:
            break
    rest = list(gradient_descent(epoch.network, X, Y, 0.3, 6, batch_size, rng, first_epoch=epoch.number))
    assert [(e.number, e.cost, parameters_of(e.network)) for e in rest] == [
        (e.number, e.cost, parameters_of(e.network)) for e in at_once[4:]
    ]


def test_without_an_rng_the_first_order_of_the_examples_comes_again() -> None:
    """As the docstring warns: this is why an rng of one's own is needed."""
    at_once = train(small_network(), X, Y, 0.3, 10, batch_size=3)
    so_far = train(small_network(), X, Y, 0.3, 5, batch_size=3)
    together = train(small_network(), X, Y, 0.3, 10, batch_size=3, so_far=so_far)
    assert together.costs[:6] == at_once.costs[:6]
    assert together.costs[6] != at_once.costs[6]


def test_a_training_that_was_over_stays_over() -> None:
    settings: Dict[str, Any] = {"patience": 3, "tolerance": 1e-3}
    over = train(small_network(), X, Y, 0.3, 10**5, **settings)
    again = train(small_network(), X, Y, 0.3, 10**6, so_far=over, **settings)
    assert everything_in(again) == everything_in(over)


def test_the_result_that_it_goes_on_from_is_not_changed() -> None:
    network = Network(Layer([[0.5, 0.2]], [0.1], SIGMOID))
    so_far = train(network, X, [[0.5]] * 7, 0.3, 3, cost=CROSS_ENTROPY)
    before = everything_in(so_far)
    costs = train(network, X, [[0.5]] * 7, 0.3, 8, cost=CROSS_ENTROPY, so_far=so_far).costs
    assert everything_in(so_far) == before and len(costs) == 9


def test_one_epoch_is_not_plural() -> None:
    assert train(small_network(), X, Y, 0.1, 1).stop_reason == "the only epoch is done"
    assert train(small_network(), X, Y, 0.1, 0).stop_reason == "all 0 epochs are done"
    assert train(small_network(), X, Y, 0.1, 9, patience=1, tolerance=100).stop_reason == "no better cost in 1 epoch"
