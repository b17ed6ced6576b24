"""Cross-entropy against published figures and finite differences, also where it saturates."""

import math
from typing import List, Type

import pytest

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, LINEAR, SIGMOID, SOFTMAX_CROSS_ENTROPY, Activation, Cost, Layer, Network,
    NumberError, SettingError, ShapeError, backward, forward, gradient_check, gradient_descent, softmax, train,
)

from ..support.bad_input import Call, Case, check_error, each
from ..support.probabilities import network, tables

CLASSIFIER = Network(Layer([[0.5, -0.3], [0.2, 0.8], [-0.6, 0.1]], [0.1, 0.0, -0.2]))
PROBABILITY = Network(Layer([[0.5, -0.3]], [0.1], SIGMOID))

CASES: List[Case] = [
    ("a linear last layer", lambda: backward(CLASSIFIER, forward(CLASSIFIER, [[1, 2]]), [[1, 0, 0]], CROSS_ENTROPY),
     SettingError, "the cost cross-entropy needs a last layer with the activation sigmoid, but this one has linear"),
    ("logits from a sigmoid", lambda: train(PROBABILITY, [[1, 2]], [[1]], 0.1, 1, cost=SOFTMAX_CROSS_ENTROPY),
     SettingError, "needs a last layer with the activation linear, but this one has sigmoid"),
    ("targets below 0", lambda: train(PROBABILITY, [[1, 2], [1, 2]], [[1], [-1]], 0.1, 1, cost=CROSS_ENTROPY),
     NumberError, "cross-entropy needs targets from 0 to 1, but row 2 of Y is [-1.0]"),
    ("targets above 1", lambda: CROSS_ENTROPY.of([[2]], [[0.5]]), NumberError, "but row 1 of Y is [2.0]"),
    ("outputs above 1", lambda: CROSS_ENTROPY.of([[1]], [[1.5]]), NumberError,
     "cross-entropy needs outputs from 0 to 1, as those of a sigmoid, but one is 1.5"),
    ("outputs below 0", lambda: CROSS_ENTROPY.derivative([[1]], [[-0.5]]), NumberError, "but one is -0.5"),
    ("no distribution", lambda: gradient_check(CLASSIFIER, [[1, 2]], [[1, 1, 0]], SOFTMAX_CROSS_ENTROPY),
     NumberError, "which sum to 1, but row 1 of Y is [1.0, 1.0, 0.0]: one_hot(labels) makes such a table"),
    ("a sum just above 1", lambda: SOFTMAX_CROSS_ENTROPY.of([[0.5, 0.5 + 1.5e-9]], [[0, 0]]), NumberError, "sum to 1"),
    ("a sum just below 1", lambda: SOFTMAX_CROSS_ENTROPY.of([[0.5, 0.5 - 1.5e-9]], [[0, 0]]), NumberError, "sum to 1"),
    ("a negative probability", lambda: SOFTMAX_CROSS_ENTROPY.of([[2, -1]], [[0, 0]]), NumberError, "[2.0, -1.0]"),
    ("one class", lambda: SOFTMAX_CROSS_ENTROPY.of([[1]], [[0]]), NumberError, "two or more classes"),
    ("a name for a cost", lambda: train(PROBABILITY, [[1, 2]], [[1]], 0.1, 1, cost="cross-entropy"),  # type: ignore
     TypeError, "the cost is 'cross-entropy', but must be HALF_SQUARED_ERROR, CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY or"),
    ("a table of logits", lambda: softmax([[1, 2]]), NumberError, "entry 1 of a is [1, 2]"),  # type: ignore
    ("no logits", lambda: softmax([]), ShapeError, "a must be a list of numbers"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


def test_the_published_figures_of_cross_entropy() -> None:
    """scikit-learn's documentation of log_loss: spam, ham, ham, spam with these probabilities of spam cost 0.21616."""
    assert CROSS_ENTROPY.of([[1], [0], [0], [1]], [[0.9], [0.1], [0.2], [0.65]]) == pytest.approx(0.21616, abs=5e-6)


def test_the_published_figures_of_softmax() -> None:
    """Wikipedia, Softmax function; and Zhang et al., Dive into Deep Learning (2023), softmax regression."""
    published = [0.024, 0.064, 0.175, 0.475, 0.024, 0.064, 0.175]
    assert softmax([1, 2, 3, 4, 1, 2, 3]) == pytest.approx(published, abs=5e-4)
    for probabilities, label, cost in (([0.1, 0.3, 0.6], 0, 2.3026), ([0.3, 0.2, 0.5], 2, 0.6931)):
        logits, y = [math.log(p) for p in probabilities], [float(j == label) for j in range(3)]
        assert softmax(logits) == pytest.approx(probabilities, rel=1e-14)
        assert SOFTMAX_CROSS_ENTROPY.of([y], [logits]) == pytest.approx(cost, abs=5e-5)


def test_a_neuron_that_is_badly_wrong_learns_with_cross_entropy_and_is_stuck_with_half_squared_error() -> None:
    """M. Nielsen, Neural Networks and Deep Learning, chapter 3: x = 1, y = 0; weight and bias .6 and .9, or 2 and 2."""
    outputs = []
    for w, b, start in ((0.6, 0.9, 0.82), (2.0, 2.0, 0.98)):
        neuron = Network(Layer([[w]], [b], SIGMOID))
        assert neuron.predict([1]) == [pytest.approx(start, abs=5e-3)]
        outputs.append(train(neuron, [[1]], [[0]], 0.15, 300).network.predict([1])[0])
    assert outputs == [pytest.approx(0.09, abs=5e-3), pytest.approx(0.20, abs=5e-3)]  # as the book prints them

    neuron = Network(Layer([[2.0]], [2.0], SIGMOID))
    stuck, learning = [
        backward(neuron, forward(neuron, [[1]]), [[0]], cost)[0] for cost in (HALF_SQUARED_ERROR, CROSS_ENTROPY)
    ]
    a = neuron.predict([1])[0]
    assert learning.dC_dZ == [[pytest.approx(a - 0, rel=1e-12)]]
    assert stuck.dC_dZ == [[pytest.approx((a - 0) * a * (1 - a), rel=1e-12)]]


@pytest.mark.parametrize("y", [0.0, 0.25, 1.0])
@pytest.mark.parametrize("z", [-1e300, -1000.0, -744.5, -720.0, -709.0, -40.0, -1.0, 0.0, 0.5, 36.0, 37.0, 40.0, 1e300])
def test_a_minus_y_cancels_the_slope_of_the_sigmoid_wherever_it_is(z: float, y: float) -> None:
    network = Network(Layer([[1.0]], [0.0], SIGMOID))
    (record,) = backward(network, forward(network, [[z]]), [[y]], CROSS_ENTROPY)
    assert record.dC_dZ[0][0] == pytest.approx(SIGMOID.f(z) - y, rel=1e-12, abs=1e-16)
    assert math.isfinite(record.dC_dA[0][0])
    cost = CROSS_ENTROPY.of([[y]], network.predict_all([[z]]))
    assert math.isfinite(cost) and cost >= 0.0


def test_it_is_exact_where_the_output_has_reached_its_target() -> None:
    assert CROSS_ENTROPY.of([[0.0], [1.0]], [[0.0], [1.0]]) == 0.0
    assert CROSS_ENTROPY.derivative([[0.0], [1.0]], [[0.0], [1.0]]) == [[1.0], [-1.0]]


def test_the_cost_grows_the_more_wrong_the_output_is() -> None:
    for target, sign in ((0.0, 1), (1.0, -1)):
        outputs = [[SIGMOID.f(sign * z)] for z in (-800.0, -50.0, -1.0, 0.0, 1.0, 20.0, 36.0, 38.0, 720.0, 800.0)]
        costs = [CROSS_ENTROPY.of([[target]], [output]) for output in outputs]
        assert costs == sorted(costs) and costs[0] < 1e-15 and costs[-1] > 36


def test_the_costs_of_training_compare_the_targets_with_the_outputs_and_not_the_other_way_round() -> None:
    network = Network(Layer([[math.log(4)]], [0.0], SIGMOID))  # its output for 1 is 1 / (1 + 1/4) = 0.8
    by_hand = -(0.25 * math.log(0.8) + 0.75 * math.log(0.2))
    assert train(network, [[1]], [[0.25]], 0.1, 1, cost=CROSS_ENTROPY).costs[0] == pytest.approx(by_hand, rel=1e-12)


def test_a_rounded_output_that_is_wrong_costs_as_much_as_the_nearest_number_with_a_logarithm() -> None:
    assert CROSS_ENTROPY.of([[1.0]], [[0.0]]) == pytest.approx(1074 * math.log(2), rel=1e-15)  # 2⁻¹⁰⁷⁴ is above 0
    assert CROSS_ENTROPY.of([[0.0]], [[1.0]]) == pytest.approx(53 * math.log(2), rel=1e-15)  # 1 − 2⁻⁵³ is below 1


def test_a_class_that_is_ruled_out_costs_nothing_however_small_its_output_is() -> None:
    assert SOFTMAX_CROSS_ENTROPY.of([[0.0, 1.0]], [[-1e308, 1e308]]) == 0.0


@pytest.mark.parametrize("logit", [1.0, 14.0, 36.0, 40.0, 700.0])
def test_softmax_cross_entropy_keeps_its_digits_where_it_is_almost_0(logit: float) -> None:
    by_log1p = math.log1p(2 * math.exp(-logit))
    for target in range(3):
        Y, A = [[float(j == target) for j in range(3)]], [[logit * (j == target) for j in range(3)]]
        assert SOFTMAX_CROSS_ENTROPY.of(Y, A) == pytest.approx(by_log1p, rel=1e-15)


def test_finite_differences_see_the_slopes_of_a_softmax_that_is_almost_certain() -> None:
    network = Network(Layer([[1.0]], [13.0], SIGMOID), Layer([[-1.0], [1.0]], [-13.0, 0.0]))
    assert gradient_check(network, [[1.0]], [[0.0, 1.0]], SOFTMAX_CROSS_ENTROPY).largest_error < 1e-5


@pytest.mark.parametrize("rounding", [0.5e-9, -0.5e-9])
def test_probabilities_may_sum_to_1_up_to_rounding(rounding: float) -> None:
    assert SOFTMAX_CROSS_ENTROPY.of([[0.5, 0.5 + rounding]], [[0, 0]]) == pytest.approx(math.log(2), rel=1e-8)


def test_training_gets_out_of_total_saturation() -> None:
    network = Network(Layer([[100.0]], [0.0], SIGMOID))
    assert train(network, [[1]], [[0]], 10.0, 20, cost=CROSS_ENTROPY).costs[-1] < 0.01
    assert train(network, [[1]], [[0]], 10.0, 20).costs[-1] == 0.5


@pytest.mark.parametrize("logits", [[1000.0, 0.0], [-1e308, 1e308], [1e308, 1e308], [0.0, -745.2]])
def test_softmax_and_its_cost_stay_numbers(logits: List[float]) -> None:
    if max(logits) - min(logits) < 1e308:
        assert math.isfinite(SOFTMAX_CROSS_ENTROPY.of([[0.0, 1.0]], [logits]))
    assert sum(softmax(logits)) == pytest.approx(1, rel=1e-15)
    assert sum(SOFTMAX_CROSS_ENTROPY.derivative([[0.25, 0.75]], [logits])[0]) == pytest.approx(0, abs=1e-15)


@pytest.mark.parametrize("cost, last, width", [
    (CROSS_ENTROPY, SIGMOID, 1), (CROSS_ENTROPY, SIGMOID, 3), (SOFTMAX_CROSS_ENTROPY, LINEAR, 3),
    (SOFTMAX_CROSS_ENTROPY, LINEAR, 2),
])
def test_gradients_agree_with_finite_differences(cost: Cost, last: Activation, width: int) -> None:
    X, Y = tables(max(width, 2))
    assert gradient_check(network(last, width), X, [y[:width] for y in Y], cost).largest_error < 1e-6


@pytest.mark.parametrize("cost", [CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY])
def test_the_derivative_is_the_slope_of_the_cost(cost: Cost) -> None:
    _, Y = tables(3)
    _, A = tables(3, 6)
    A, h = A[1:], 1e-6
    derivative = cost.derivative(Y, A)
    for n in range(5):
        for j in range(3):
            above, below = [[list(row) for row in A] for _ in range(2)]
            above[n][j] += h
            below[n][j] -= h
            slope = 5 * (cost.of(Y, above) - cost.of(Y, below)) / (2 * h)  # the cost is a mean over 5 examples
            assert derivative[n][j] == pytest.approx(slope, rel=1e-6, abs=1e-8)


def test_an_activation_of_ones_own_may_come_last() -> None:
    own = Activation("my sigmoid", SIGMOID.f, SIGMOID.f_prime)
    with_own = Network(Layer([[0.5, -0.3]], [0.1], own))
    costs = [train(each, [[1, 2]], [[1]], 0.1, 3, cost=CROSS_ENTROPY).costs for each in (with_own, PROBABILITY)]
    assert costs[0] == costs[1]


def heavy(Y_T: List[List[float]], A: List[List[float]]) -> float:
    return 9 * HALF_SQUARED_ERROR.c(Y_T, A)


def heavy_prime(Y_T: List[List[float]], A: List[List[float]]) -> List[List[float]]:
    return [[9 * slope for slope in row] for row in HALF_SQUARED_ERROR.c_prime(Y_T, A)]


def test_a_cost_of_ones_own_works_in_training_and_in_checks() -> None:
    own = Cost("nine times as heavy", heavy, heavy_prime)
    X, Y = [[1.0, 2.0], [0.5, -1.0], [-2.0, 0.3]], [[0.2], [0.9], [0.4]]
    mine = train(PROBABILITY, X, Y, 0.01, 5, patience=3, held_out=(X, Y), cost=own)
    usual = train(PROBABILITY, X, Y, 0.09, 5, patience=3, held_out=(X, Y))
    assert mine.costs == pytest.approx([9 * cost for cost in usual.costs], rel=1e-12)
    assert mine.held_out_costs == pytest.approx([9 * cost for cost in usual.held_out_costs], rel=1e-12)
    epochs = list(gradient_descent(PROBABILITY, X, Y, 0.01, 5, batch_size=2, cost=own))
    assert epochs[-1].cost < epochs[0].cost
    assert gradient_check(PROBABILITY, X, Y, own).largest_error < 1e-6
