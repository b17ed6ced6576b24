"""`diagnose`, `diagnose_gradients` and `diagnose_step` at their limits: tolerances, rates, batches of one."""

from typing import Any, Callable, List

import pytest

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, LINEAR, SIGMOID, Diagnosis, Layer, Network, NumberError, SettingError,
    ShapeError, backward, diagnose, diagnose_gradients, diagnose_step, forward,
)
from minibackprop.diagnosis.diagnose import batches_for, check_function
from minibackprop.diagnosis.probes import standard_probes

from .programs.loops import LEARNING_RATE, having

NETWORK = Network(Layer([[2.0, 0.0]], [1.0]))  # x = 3, 4 and y = 5 give a = 7 and the gradients 6, 8 and 2
X, Y = [[3.0, 4.0]], [[5.0]]


def stepped(first: float, second: float, bias: float) -> Network:
    """The network after a step with the rate 0.5, with these three added to its weights and its bias."""
    return Network(Layer([[-1.0 + first, -4.0 + second]], [0.0 + bias]))


@pytest.mark.parametrize("first, second, bias, is_correct", [
    (0.0, 0.0, 0.0, True), (0.0004, -0.0004, 0.0004, True), (0.0006, 0.0, 0.0, False), (0.0, -0.0006, 0.0, False),
    (0.0, 0.0, 0.0006, False),
])
def test_the_tolerance_of_a_step_is_that_of_its_weights(
    first: float, second: float, bias: float, is_correct: bool
) -> None:
    """Half a thousandth in a weight is a thousandth in its gradient, as the rate is 0.5."""
    found = diagnose_step(NETWORK, stepped(first, second, bias), X, Y, 0.5, tolerance=0.0005)
    assert found.is_correct is is_correct
    assert found.tolerance == pytest.approx(0.001)


@pytest.mark.parametrize("network", [
    Network(Layer([[-1e6]], [0.0])), Network(Layer([[1.0]], [-1e6])),
    Network(Layer([[-1.0]], [1e6]), Layer([[1.0]], [0.0])),
])
def test_large_weights_lose_digits_in_a_step(network: Network) -> None:
    """Of a step of 0.0001, a million keeps six digits, as doubles have sixteen."""
    inputs, outputs = [[1.0]], forward(network, [[1.0]])[-1].A
    targets = [[outputs[0][0] - 0.1]]
    pairs = backward(network, forward(network, inputs), targets)
    after = Network(*[
        Layer([[w - 0.001 * s for w, s in zip(*rows)] for rows in zip(layer.weights, record.dC_dW)],
              [b - 0.001 * s for b, s in zip(layer.biases, record.dC_db)], layer.activation)
        for layer, record in zip(network.layers, pairs)
    ])
    found = diagnose_step(network, after, inputs, targets, 0.001, tolerance=0.0)
    assert found.is_correct
    assert found.tolerance == pytest.approx(1e-15 * 1e6 / 0.001)


def test_a_step_tells_the_learning_rate_to_the_search() -> None:
    layers = [
        Layer([[0.5, -0.3], [0.2, 0.9]], [0.1, -0.2], SIGMOID), Layer([[1.0, -0.6], [0.4, 0.7]], [0.2, 0.1], SIGMOID),
    ]
    network = Network(*layers)
    inputs, targets = [[1.0, 2.0], [-0.5, 0.3], [0.7, -1.1]], [[1.0, 0.0], [0.0, 1.0], [0.5, 0.2]]
    late = having(back=lambda self, n, i, dW: sum(
        (w[i] - self.rate * slopes[i]) * delta for w, slopes, delta in zip(self.W, dW, self.deltas[n])
    ))
    pairs = late(network, inputs, targets)
    after = Network(*[
        Layer([[w - LEARNING_RATE * s for w, s in zip(*rows)] for rows in zip(layer.weights, dC_dW)],
              [b - LEARNING_RATE * s for b, s in zip(layer.biases, dC_db)], SIGMOID)
        for layer, (dC_dW, dC_db) in zip(layers, pairs)
    ])
    assert diagnose_step(network, after, inputs, targets, LEARNING_RATE).mistakes == ("updated-weights",)


@pytest.mark.parametrize("tolerance, error", [(8.0, True), (7.9, False), (0.0, False)])
def test_a_tolerance_that_lets_every_slope_pass_is_refused(tolerance: float, error: bool) -> None:
    right: Any = [([[6.0, 8.0]], [2.0])]
    if error:
        with pytest.raises(SettingError, match="no slope of a weight is larger than the tolerance"):
            diagnose_gradients(right, NETWORK, X, Y, tolerance=tolerance)
    else:
        assert diagnose_gradients(right, NETWORK, X, Y, tolerance=tolerance).is_correct
    negative = Network(Layer([[2.0, 0.0]], [-3.0]))  # 3, so the gradients are -6, -8 and -2
    wrong_way: Any = [([[-6.0, -8.0]], [-2.0])]
    assert diagnose_gradients(wrong_way, negative, X, Y, tolerance=7.9).is_correct
    with pytest.raises(SettingError, match="no slope of a weight"):
        diagnose_gradients(wrong_way, negative, X, Y, tolerance=8.0)


def test_small_slopes_of_weights_are_not_judged_by_a_large_one_of_a_bias() -> None:
    network, X, Y = Network(Layer([[1.0]], [0.0])), [[1e-10]], [[1.0]]
    right: Any = [([[-1e-10]], [-1.0])]
    with pytest.raises(SettingError, match="so wrong ones would pass: give numbers with more digits"):
        diagnose_gradients(right, network, X, Y)
    assert diagnose_gradients(right, network, X, Y, tolerance=1e-15).is_correct


def test_where_all_slopes_are_zero_any_tolerance_will_do() -> None:
    assert diagnose_gradients([([[0.0, 0.0]], [0.0])], NETWORK, X, [[7.0]], tolerance=1.0).is_correct


def test_a_step_of_another_network_is_refused() -> None:
    wide = Network(Layer([[1.0, 2.0, 3.0]], [0.0]))
    with pytest.raises(ShapeError) as error:
        diagnose_step(NETWORK, wide, X, Y, 0.5)
    assert str(error.value) == "before is Network(2 -> 1) and after is Network(3 -> 1): the layers must be alike"
    no_network: Any = 5
    for before, after in ((no_network, NETWORK), (NETWORK, no_network)):
        with pytest.raises(TypeError, match="a Network is needed here"):
            diagnose_step(before, after, X, Y, 0.5)


def test_batches_of_one_have_each_example_once() -> None:
    usual = standard_probes(HALF_SQUARED_ERROR)
    singles = batches_for(HALF_SQUARED_ERROR, True, True)
    assert [X for _, X, _ in singles] == [[x] for _, X, _ in usual for x in X]
    assert [Y for _, _, Y in singles] == [[y] for _, _, Y in usual for y in Y]
    assert [network.layers[0].biases for network, _, _ in batches_for(HALF_SQUARED_ERROR, False, False)] == [
        [0.0] * 3, [0.0] * 3, [0.0] * 5,
    ]


@pytest.mark.parametrize("probes, message", [
    (5, "probes must be a list of .network, X, Y., each a network with its tables of inputs and targets"),
    ([(NETWORK, X)], "probes must be a list of .network, X, Y.*, but one is "),
    ([NETWORK], "but one is "),
])
def test_probes_of_another_form_are_refused(probes: Any, message: str) -> None:
    with pytest.raises(SettingError, match=message):
        batches_for(HALF_SQUARED_ERROR, True, False, probes)


def test_probes_are_read_as_a_batch() -> None:
    probe: Any = [NETWORK, [(3, 4)], [(5,)]]
    [(network, inputs, targets)] = batches_for(HALF_SQUARED_ERROR, True, False, [probe])
    assert (network, inputs, targets) == (NETWORK, X, Y)


def test_a_function_is_called_with_what_was_asked_for() -> None:
    calls: List[Any] = []

    def right(network: Network, x: Any, y: Any) -> Any:
        calls.append((network.layers[-1].activation, x, y))
        return [record.dC_dW for record in backward(network, forward(network, [x]), [y])]

    probe = NETWORK, [[3.0, 4.0], [1.0, 2.0]], [[5.0], [0.0]]
    assert diagnose(right, HALF_SQUARED_ERROR, 0.5, False, True, [probe]).is_correct
    assert calls == [(LINEAR, [3.0, 4.0], [5.0])] * 2 + [(LINEAR, [1.0, 2.0], [0.0])] * 2


def test_the_slopes_that_a_tolerance_is_measured_by_are_those_of_the_cost() -> None:
    """Near its limits a sigmoid is flat: half squared error has small slopes there, cross-entropy has not."""
    network = Network(Layer([[1.0]], [3.0], SIGMOID))
    pairs = [
        (record.dC_dW, record.dC_db) for record in backward(network, forward(network, [[1.0]]), [[0.0]], CROSS_ENTROPY)
    ]
    assert diagnose_gradients(pairs, network, [[1.0]], [[0.0]], CROSS_ENTROPY, tolerance=0.5).is_correct
    with pytest.raises(SettingError, match="no slope of a weight"):
        diagnose_gradients(pairs, network, [[1.0]], [[0.0]], HALF_SQUARED_ERROR, tolerance=0.5)


def test_a_tolerance_is_not_below_zero_and_a_number() -> None:
    no_number: Any = "wide"
    calls: List[Callable[[float], Diagnosis]] = [
        lambda tolerance: diagnose_gradients([([[6.0, 8.0]], [2.0])], NETWORK, X, Y, tolerance=tolerance),
        lambda tolerance: diagnose_step(NETWORK, stepped(0, 0, 0), X, Y, 0.5, tolerance=tolerance),
    ]
    for call in calls:
        with pytest.raises(SettingError, match="the tolerance is -1.0, but must be 0 or more"):
            call(-1.0)
        with pytest.raises(NumberError, match="the tolerance is 'wide'"):
            call(no_number)
        assert call(0.0).is_correct


def test_what_is_no_function_of_ones_own_is_refused() -> None:
    with pytest.raises(TypeError, match="backward is 5, but must be a function that takes .network, X, Y."):
        check_function(5)
    with pytest.raises(TypeError, match="this is minibackprop's own backward: give a function of yours"):
        check_function(backward)
    check_function(diagnose)


def test_biases_are_wanted_unless_it_is_said_that_there_are_none() -> None:
    without: Any = [[[6.0, 8.0]]]
    with pytest.raises(TypeError, match="biases=False"):
        diagnose_gradients(without, NETWORK, X, Y)
    assert diagnose_gradients(without, NETWORK, X, Y, biases=False).is_correct
    no_step = Network(Layer([[-1.0, -4.0]], [1.0]))  # its bias stays as it was
    assert diagnose_step(NETWORK, no_step, X, Y, 0.5, biases=False).is_correct
    assert diagnose_step(NETWORK, no_step, X, Y, 0.5).mistakes == ("no-bias",)
    assert "biases=False" in str(diagnose(lambda network, X, Y: without, probes=[(NETWORK, X, Y)]))


def test_a_billionth_is_the_usual_tolerance() -> None:
    found = diagnose_gradients([([[6.0, 8.0]], [2.0])], NETWORK, X, Y)
    assert str(found) == "Correct: all 3 numbers are what the chain rule gives to within 1e-09."
    small = Network(Layer([[0.25]], [0.0]))  # 0.25, so both gradients are 0.25 for y = 0
    after = Network(Layer([[0.125]], [-0.125]))
    found = diagnose_step(small, after, [[1.0]], [[0.0]], 0.5, tolerance=0.0)
    assert found.tolerance == pytest.approx(5e-16, rel=1e-9, abs=0)
