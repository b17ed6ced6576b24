"""Early stopping: it counts the epochs since the best one, and ignores improvements within the tolerance."""

from typing import List, Type

from minibackprop import EarlyStopping, Epoch, NumberError, SettingError

from ..support.bad_input import NAN, NETWORK, Call, Case, check_error, each
from ..support.random_networks import small_network

CASES: List[Case] = [
    ("negative tolerance", lambda: EarlyStopping(1, -0.1), SettingError,
     "the tolerance is -0.1, but must be 0 or more"),
    ("not an epoch", lambda: EarlyStopping(2).is_over(3, 0.5), TypeError,  # type: ignore[arg-type]
     "an Epoch is needed here, as gradient_descent yields them, but this is 3"),
    ("a cost that is NaN", lambda: EarlyStopping(2).is_over(Epoch(0, NETWORK, 1.0), NAN), NumberError,
     "the cost is nan: only finite numbers can be used"),
    ("no patience", lambda: EarlyStopping(0), SettingError, "patience is 0, but must be a whole number, 1 or more"),
]


@each(CASES)
def test_settings_out_of_range_are_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


def test_it_counts_epochs_since_the_best_one() -> None:
    network = small_network()
    costs = [9.0, 5.0, 4.9, 4.8, 4.0, 4.0, 4.0]
    early_stopping = EarlyStopping(2, tolerance=0.15)
    over = [early_stopping.is_over(Epoch(number, network, cost), cost) for number, cost in enumerate(costs)]
    assert over == [False, False, False, False, False, False, True]
    assert early_stopping.best is not None and early_stopping.best.number == 4
    assert early_stopping.best_cost == 4.0


def test_by_default_any_lower_cost_is_better() -> None:
    network = small_network()
    early_stopping = EarlyStopping(1)
    assert not early_stopping.is_over(Epoch(0, network, 1.0), 1.0)
    assert not early_stopping.is_over(Epoch(1, network, 1.0 - 1e-12), 1.0 - 1e-12)
    assert early_stopping.is_over(Epoch(2, network, 1.0), 1.0)
