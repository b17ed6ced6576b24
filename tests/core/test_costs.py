"""Costs of tables: checked by hand, paired row by row, and refused where they do not fit."""

from typing import List, Type

import pytest

from minibackprop import HALF_SQUARED_ERROR, SIGMOID, Cost, Layer, Network, NumberError, ShapeError, load_housing

from ..support.bad_input import Call, Case, Y, check_error, each

def zero(Y_T: object, A: object) -> float:
    return 0.0


CASES: List[Case] = [
    ("a name that is no text", lambda: Cost(3, zero, zero), TypeError,  # type: ignore[arg-type]
     "the name of a cost must be text, but is 3"),
    ("a number instead of a function", lambda: Cost("mine", zero, 3), TypeError,  # type: ignore[arg-type]
     "c, c_prime and check_targets of a cost must be functions"),
    ("a number instead of the cost", lambda: Cost("mine", 3, zero), TypeError,  # type: ignore[arg-type]
     "c, c_prime and check_targets of a cost must be functions"),
    ("a number instead of a check", lambda: Cost("mine", zero, zero, None, 3), TypeError,  # type: ignore[arg-type]
     "c, c_prime and check_targets of a cost must be functions"),
    ("an activation instead of its name",
     lambda: Cost("mine", zero, zero, SIGMOID), TypeError,  # type: ignore[arg-type]
     "last_activation must be the name of an activation, but is Activation(sigmoid)"),
    ("Y and A of different shapes", lambda: HALF_SQUARED_ERROR.of(Y, [[1, 2], [3, 4]]), ShapeError,
     "Y is 2x1 and A is 2x2: they must have the same shape"),
    ("the same, derivative", lambda: HALF_SQUARED_ERROR.derivative(Y, [[1]]), ShapeError,
     "Y is 2x1 and A is 1x1: they must have the same shape"),
    ("a cost too large for a float", lambda: HALF_SQUARED_ERROR.of([[1e200]], [[-1e200]]), NumberError,
     "the cost is inf: only finite numbers can be used"),
    ("a derivative too large", lambda: HALF_SQUARED_ERROR.derivative([[1.7e308]], [[-1.7e308]]), NumberError,
     "entry 1 of row 1 of ∂C/∂a is -inf"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


def test_the_cost_sums_over_outputs_and_takes_the_mean_over_examples() -> None:
    Y, A = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[2.0, 2.0], [0.0, 4.0], [5.0, 8.0]]
    assert HALF_SQUARED_ERROR.of(Y, A) == pytest.approx((0.5 * 1 + 0.5 * 9 + 0.5 * 4) / 3)
    assert HALF_SQUARED_ERROR.derivative(Y, A) == [[1, 0], [-3, 0], [0, 2]]


def test_a_custom_cost_sees_targets_and_activations_with_a_column_per_example() -> None:
    first = Cost("first target, last activation", lambda Y_T, A: Y_T[0][0] + 10 * A[-1][-1], lambda Y_T, A: Y_T)
    Y, A = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[2.0, 2.0], [0.0, 4.0], [5.0, 8.0]]
    assert first.of(Y, A) == 81
    assert first.derivative(Y, A) == Y


def test_the_cost_of_ten_houses_pairs_them_with_their_own_prices() -> None:
    """The course notebook's code pairs its ten predictions with other houses' prices; here rows belong together."""
    housing = load_housing()
    network = Network(Layer([[0.0] * 5 + [10.0] + [0.0] * 7], [-40.0]))  # the price from the rooms alone
    ten, their_prices = housing.X[100:110], housing.Y[100:110]
    by_hand = sum(0.5 * (y[0] - (10.0 * x[5] - 40.0)) ** 2 for x, y in zip(ten, their_prices)) / 10
    assert HALF_SQUARED_ERROR.of(their_prices, network.predict_all(ten)) == pytest.approx(by_hand, rel=1e-12)
