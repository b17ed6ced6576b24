"""Exercise 13: which network each function keeps, and after how many epochs it stops, worked out by hand."""

from typing import Any, Dict, List

import pytest

from minibackprop.checking.given import CostAfterEpochs, NextEpoch

from ..support.exercise_listing import is_as_listed
from ..support.wrong_rules import values_of

RULES = [
    "right", "last-not-best", "patience-unused", "one-epoch-too-patient", "one-epoch-too-impatient", "not-in-a-row",
    "ties-count", "compared-with-the-last", "first-cost-unused", "one-epoch-uncounted", "never-better", "no-maximum",
]


def stopped(costs: List[float], patience: int, max_epochs: int) -> Dict[str, Any]:
    """The epochs of the network that is returned, and the number of epochs, of each rule."""
    values = values_of(13, "train", [0], NextEpoch(), CostAfterEpochs(costs), patience, max_epochs)
    return {name: (returned[0][0][0], returned[0][1]) for name, returned in values.items()}


@pytest.mark.parametrize("costs, patience, max_epochs, expected", [
    # the best is the cost after 3 epochs; 2 epochs later patience runs out
    ([9.0, 5.0, 6.0, 4.0, 7.0, 8.0, 3.0], 2, 10,
     [(3, 5), (5, 5), (1, 2), (6, 9), (1, 2), (3, 4), (3, 5), (3, 5), (3, 5), (3, 4), (0, 2), (3, 5)]),
    # the first network is the best
    ([5.0, 8.0, 7.0, 7.0, 4.0, 6.0], 3, 5,
     [(0, 3), (3, 3), (0, 1), (4, 5), (0, 2), (0, 3), (0, 3), (4, 5), (4, 5), (0, 2), (0, 3), (0, 3)]),
    # the best cost comes twice more
    ([5.0, 5.0, 5.0, 6.0, 7.0, 8.0], 2, 4,
     [(0, 2), (2, 2), (0, 1), (0, 3), (0, 1), (0, 2), (2, 4), (0, 2), (1, 3), (0, 1), (0, 2), (0, 2)]),
    # each is better, until there are no more epochs
    ([9.0, 8.0, 7.0, 6.0, 5.0], 3, 2,
     [(2, 2), (2, 2), (2, 2), (2, 2), (2, 2), (2, 2), (2, 2), (2, 2), (2, 2), (2, 1), (0, 2), (4, 7)]),
])
def test_when_each_rule_stops(costs: List[float], patience: int, max_epochs: int, expected: Any) -> None:
    assert stopped(costs, patience, max_epochs) == dict(zip(RULES, expected))


def test_the_exercise_is_as_listed() -> None:
    assert is_as_listed(13)
