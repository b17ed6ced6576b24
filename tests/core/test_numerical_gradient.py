"""The numerical gradient check finds wrong gradients, says where they are, and accepts correct ones."""

import math
from types import SimpleNamespace
from typing import Any, List, Optional, Tuple, Type

import pytest

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, RELU, SIGMOID, TANH, Activation, Cost, GradientCheck, Layer, LayerGradient,
    Network, NumberError, ShapeError, backprop, backward, forward, gradient_check,
)
from minibackprop.linalg import Matrix, matmul_transposed, row_means
from minibackprop.numerical_gradient import (
    cost_and_rounding, numerical_gradient, scale_of, slope_and_rounding, with_change,
)
from minibackprop.own_gradients import gradients_from

from ..support.bad_input import NETWORK, STEEP, WITHOUT_SLOPE, Call, Case, X, Y, check_error, each
from ..support.optional import numpy_or_missing

CASES: List[Case] = [
    ("targets too wide", lambda: gradient_check(NETWORK, X, [[1, 2], [3, 4]]), ShapeError,
     "each row of Y has length 2, but the last layer has 1 neuron"),
    ("a cost that is too large", lambda: gradient_check(STEEP, [[1e160]], [[1]]), NumberError, "the cost is inf"),
    ("a slope that is not a number", lambda: gradient_check(WITHOUT_SLOPE, [[1]], [[5]]), NumberError,
     "a slope in layer 1, neuron 1 is nan"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


def test_it_finds_a_wrong_derivative_and_says_where() -> None:
    wrong = Activation("wrong", TANH.f, lambda a: 1 - a * a)  # takes a where z is meant: the classic mistake
    network = Network(Layer([[0.5, -0.3]], [0.9], wrong), Layer([[2.0]], [0.0]))
    found = gradient_check(network, [[1.0, 2.0]], [[0.5]])
    assert found.largest_error > 1e-4
    assert (found.layer, found.neuron) == (1, 1)
    assert found.chain_rule != pytest.approx(found.numerical, rel=1e-3)


def test_it_names_a_bias_as_a_bias(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backprop, "row_means", lambda M: [mean / 2 for mean in row_means(M)])
    found = gradient_check(Network(Layer([[1.0]], [1.0])), [[1.0]], [[0.0]])
    assert (found.layer, found.neuron, found.input) == (1, 1, None)
    assert found.numerical == pytest.approx(2 * found.chain_rule)
    assert "bias" in repr(found)


@pytest.mark.parametrize("factor, error", [(0.9, 0.1), (1 / 0.9, 0.1), (-1.0, 2.0)])
def test_its_error_is_relative_to_the_larger_of_the_two(factor: float, error: float) -> None:
    wrong = Activation("wrong", TANH.f, lambda z: factor * TANH.f_prime(z))
    found = gradient_check(Network(Layer([[0.5, -0.3]], [0.9], wrong)), [[1.0, 2.0]], [[0.5]])
    assert found.largest_error == pytest.approx(error, rel=1e-6)


@pytest.mark.parametrize("w", [1e9, -1e9])
def test_the_change_of_a_large_weight_is_large(w: float) -> None:
    assert gradient_check(Network(Layer([[w]], [0.0])), [[1e-9]], [[0.0]]).largest_error < 1e-6


def test_it_names_the_neuron_and_the_input_that_are_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong_at_one_place(A: List[List[float]], B: List[List[float]]) -> List[List[float]]:
        product = matmul_transposed(A, B)
        if len(product) == 3:
            product[2][1] *= 2
        return product

    monkeypatch.setattr(backprop, "matmul_transposed", wrong_at_one_place)
    found = gradient_check(NETWORK, [[0.1, 0.2], [-0.3, 0.1]], [[1.0], [2.0]])
    assert (found.layer, found.neuron, found.input) == (1, 3, 2)


def test_a_network_whose_predictions_are_exact_passes() -> None:
    network = Network(Layer([[0.3, 0.7]], [0.1], SIGMOID), Layer([[1.1]], [0.2]))
    X = [[0.3, 0.9]]
    assert gradient_check(network, X, network.predict_all(X)).largest_error < 1e-4


def test_a_network_whose_sizes_are_not_ordinary_passes() -> None:
    for activation in (SIGMOID, TANH):
        for size in (1e-6, 1e4, 1e6):
            network = Network(Layer([[0.3 / size, -0.2 / size]], [0.1], activation), Layer([[2.0]], [0.5]))
            X = [[size, 0.9 * size], [0.5 * size, 0.8 * size]]
            assert gradient_check(network, X, [[1.0], [2.0]]).largest_error < 1e-4


def test_a_mistake_shows_where_other_inputs_are_much_larger() -> None:
    """The slope for the first input is a millionth of the other: far below a fraction of the cost."""
    network, X, Y = Network(Layer([[1.0, 1.0]], [0.0])), [[1e-3, 1e3]], [[10.0]]
    found = gradient_check(network, X, Y, backward=lambda network, X, Y: [([[0.9 * 0.99, 990000.0]], [990.0])])
    assert (found.layer, found.neuron, found.input) == (1, 1, 1)
    assert found.largest_error == pytest.approx(0.1, rel=1e-3)


@pytest.mark.parametrize("distance", [1e-3, 1e-6, 1e-9])
def test_a_corner_of_relu_nearby_does_not_matter(distance: float) -> None:
    for z in (distance, -distance):
        assert gradient_check(Network(Layer([[1.0]], [z - 1.0], RELU)), [[1.0]], [[5.0]]).largest_error < 1e-4


def test_a_slope_that_is_wrongly_0_or_wrongly_not_0_shows() -> None:
    steep, without_slope = Network(Layer([[1.0]], [1.0], RELU)), Network(Layer([[1.0]], [-3.0], RELU))
    assert gradient_check(steep, [[1.0]], [[5.0]], backward=lambda *_: [([[0]], [-3])]).largest_error == 1.0
    assert gradient_check(without_slope, [[1.0]], [[5.0]], backward=lambda *_: [([[0]], [-3])]).largest_error == 1.0
    assert gradient_check(without_slope, [[1.0]], [[5.0]]).largest_error == 0.0


@pytest.mark.parametrize("error", [ValueError, OverflowError])
def test_an_activation_that_is_not_defined_far_away_can_be_checked(error: Type[Exception]) -> None:
    def up_to_1(z: float) -> float:
        if z > 1:
            raise error
        return z

    limited, ln = Activation("limited", up_to_1, lambda z: 1.0), Activation("ln", math.log, lambda z: 1 / z)
    assert gradient_check(Network(Layer([[1.0]], [-0.00001], limited)), [[1.0]], [[5.0]]).largest_error < 1e-4
    assert gradient_check(Network(Layer([[1.0]], [-0.99999], ln)), [[1.0]], [[5.0]]).largest_error < 1e-4


@pytest.mark.parametrize("x", [0.0, 1e-300, 1e-12, 1.0])
def test_tiny_and_zero_inputs_can_be_checked(x: float) -> None:
    network = Network(Layer([[0.0, 1.0]], [0.0], TANH), Layer([[1.0]], [0.0]))
    assert gradient_check(network, [[x, 0.0], [0.0, x]], [[0.5], [1.0]]).largest_error < 1e-4


@pytest.mark.parametrize("z", [5.0, 20.0, 36.0, 1000.0])
@pytest.mark.parametrize("y", [0.0, 0.5, 1.0])
def test_a_saturated_sigmoid_passes(z: float, y: float) -> None:
    for sign in (1.0, -1.0):
        network = Network(Layer([[sign * z]], [0.0], SIGMOID))
        assert gradient_check(network, [[1.0]], [[y]]).largest_error < 1e-4
        if z <= 20.0:  # beyond, 1 − a has been rounded too much
            assert gradient_check(network, [[1.0]], [[y]], cost=CROSS_ENTROPY).largest_error < 1e-4


def mine(network: Network, X: Matrix, Y: Matrix) -> List[Tuple[Matrix, List[float]]]:
    """A backward pass of one's own, which is right."""
    return [(record.dC_dW, record.dC_db) for record in backward(network, forward(network, X), Y)]


def test_a_backward_pass_of_one_s_own_is_checked() -> None:
    assert gradient_check(NETWORK, X, Y, backward=mine).largest_error < 1e-4
    as_tuples: Any = lambda *given: tuple((tuple(map(tuple, W)), tuple(b)) for W, b in mine(*given))
    assert gradient_check(NETWORK, X, Y, backward=as_tuples).largest_error < 1e-4
    assert gradient_check(
        NETWORK, X, Y, backward=lambda *given: [LayerGradient(W, b) for W, b in mine(*given)]
    ).largest_error < 1e-4


def test_records_and_pairs_may_be_mixed() -> None:
    (W1, b1), (W2, b2) = mine(NETWORK, X, Y)
    for returned in ([LayerGradient(W1, b1), (W2, b2)], [(W1, b1), LayerGradient(W2, b2)]):
        assert gradient_check(NETWORK, X, Y, backward=lambda *_: returned).largest_error < 1e-4


def test_numpy_arrays_of_one_s_own_backward_pass_are_checked() -> None:
    numpy = numpy_or_missing()
    arrays: Any = lambda *given: [(numpy.array(W), numpy.array(b)) for W, b in mine(*given)]
    assert gradient_check(NETWORK, X, Y, backward=arrays).largest_error < 1e-4


def test_the_cost_is_that_of_the_argument() -> None:
    network = Network(Layer([[0.5, -0.3], [0.2, 0.4]], [0.1, 0.2], SIGMOID))
    assert gradient_check(network, X, [[1, 0], [0, 1]], CROSS_ENTROPY).largest_error < 1e-6
    assert gradient_check(network, X, [[1, 0], [0, 1]], CROSS_ENTROPY, mine).largest_error > 0.1


def test_every_layer_has_its_own_largest_errors() -> None:
    def wrong(network: Network, X: Matrix, Y: Matrix) -> List[Tuple[Matrix, List[float]]]:
        (W1, b1), (W2, b2) = mine(network, X, Y)
        W1[2][1] *= 0.9
        return [(W1, b1), (W2, [-slope for slope in b2])]

    found = gradient_check(NETWORK, [[0.1, 0.2], [-0.3, 0.1]], Y, backward=wrong)
    assert list(found.weight_errors) == [pytest.approx(0.1, rel=1e-5), pytest.approx(0, abs=1e-6)]
    assert list(found.bias_errors) == [pytest.approx(0, abs=1e-6), pytest.approx(2.0)]
    assert (found.layer, found.neuron, found.input, found.largest_error) == (2, 1, None, found.bias_errors[1])


def test_it_prints_as_a_table() -> None:
    found = GradientCheck(0.1, 1, 3, 2, 0.9, 1.0, [0.1, 2e-11], [3e-10, 0.0])
    assert str(found).split("\n") == [
        "layer   weights    biases",
        "    1   1.0e-01   3.0e-10",
        "    2   2.0e-11   0.0e+00",
        "The largest relative error is 1.0e-01:",
        "layer 1, neuron 3, weight of input 2.",
        "  chain rule          0.9",
        "  finite differences  1",
        "The gradients do not agree: an error is 1e-4 or more.",
    ]
    mine = str(GradientCheck(0.1, 1, 3, 2, 0.9, 1.0, [0.1], [0.0], "your backward"))
    assert mine.endswith("1e-4 or more.\nWhich mistake it is, diagnose(your_backward) may tell.")
    agreeing = str(GradientCheck(3e-11, 1, 3, None, 0.123456789012, 0.123456789013, [2e-11], [3e-11]))
    assert agreeing.endswith("differences  0.123456789\nThe gradients agree: every error is below 1e-4.")
    unseen = str(GradientCheck(3e-5, 1, 3, None, 2e-15, 1e-15, [2e-11], [3e-5]))
    assert unseen.endswith("\nThese two are too small to be seen behind the rounding.")
    assert max(map(len, "\n".join([str(found), agreeing, unseen]).split("\n"))) <= 60


def test_one_s_own_backward_pass_gets_copies() -> None:
    network, own_X, own_Y = Network(Layer([[2.0, 0.0]], [1.0])), [[3.0, 4.0]], [[5.0]]

    def changes_everything(network: Network, X: Matrix, Y: Matrix) -> List[Tuple[Matrix, List[float]]]:
        gradients = mine(network, X, Y)
        X[0][0], Y[0][0], network.layers[0].weights[0][0] = 99.0, 99.0, 99.0
        return gradients

    assert gradient_check(network, own_X, own_Y, backward=changes_everything).largest_error < 1e-6
    gradients_from(changes_everything, network, own_X, own_Y)
    assert (network.layers[0].weights, own_X, own_Y) == ([[2.0, 0.0]], [[3.0, 4.0]], [[5.0]])


def test_an_error_of_one_s_own_backward_pass_stays_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError):
        gradient_check(NETWORK, X, Y, backward=lambda *_: [1 / 0])


RIGHT_1, RIGHT_2 = ([[0, 0], [0, 0], [0, 0]], [0, 0, 0]), ([[0, 0, 0]], [0])
NAMED = Tuple[str, Any, Type[Exception], str]
RETURNED: List[NAMED] = [
    ("nothing", None, TypeError, "backward returned None, but must return a list: one pair (dC_dW, dC_db) for each"),
    ("a number", 3, TypeError, "backward returned 3, but must return a list"),
    ("one layer too few", [RIGHT_1], ShapeError, "backward returned a list of 1 for a network of 2 layers"),
    ("no pairs", [1, 2], TypeError, "for layer 1, backward returned 1, but must return one pair (dC_dW, dC_db)"),
    ("three for a layer", [(*RIGHT_1, []), RIGHT_2], TypeError, "for layer 1, backward returned ([[0, 0], [0, 0], [0"),
    ("no dC_db", [SimpleNamespace(dC_dW=[]), RIGHT_2], TypeError, "for layer 1, backward returned namespace(dC_dW=[])"),
    ("no dC_dW", [SimpleNamespace(dC_db=[]), RIGHT_2], TypeError, "for layer 1, backward returned namespace(dC_db=[])"),
    ("the last layer first", [RIGHT_2, RIGHT_1], ShapeError, "the first layer must come first"),
    ("transposed", [([[0, 0, 0], [0, 0, 0]], [0, 0, 0]), RIGHT_2], ShapeError,
     "rows of lengths [3, 3] and ∂C/∂b of length 3: it is transposed. It needs a row for each neuron"),
    ("too few biases", [(RIGHT_1[0], [0, 0]), RIGHT_2], ShapeError,
     "what backward returned has rows of lengths [2, 2, 2] and ∂C/∂b of length 2"),
    ("not finite", [RIGHT_1, ([[0, math.inf, 0]], [0])], NumberError, "entry 2 of row 1 of dC_dW of layer 2 is inf"),
    ("text", [RIGHT_1, ([[0, 0, 0]], ["0"])], NumberError, "entry 1 of dC_db of layer 2 is '0'"),
]


@pytest.mark.parametrize("case", RETURNED, ids=lambda case: str(case[0]))
def test_what_one_s_own_backward_pass_returns_must_fit(case: NAMED) -> None:
    _, returned, error, message = case
    check_error(lambda: gradient_check(NETWORK, X, Y, backward=lambda *_: returned), error, message)


@pytest.mark.parametrize("w, y", [
    (-30, 0), (-37, 0), (-50, 0), (-700, 0), (-1000, 0), (40, 1), (1e4, 0), (-1e4, 1), (-720, 1), (100, 0), (1e6, 0),
    (20, 0), (30, 0), (34, 0), (36.5, 0), (-20, 1),
])
def test_a_right_gradient_of_cross_entropy_is_no_error_however_saturated_the_sigmoid_is(w: float, y: float) -> None:
    network = Network(Layer([[w]], [0.0], SIGMOID))
    assert gradient_check(network, [[1.0]], [[y]], cost=CROSS_ENTROPY).largest_error < 1e-4


@pytest.mark.parametrize("w, y", [(-10, 0), (10, 0), (15, 0), (-25, 1), (-300, 1)])
def test_a_wrong_gradient_of_cross_entropy_is_an_error_where_the_cost_shows_it(w: float, y: float) -> None:
    network = Network(Layer([[w]], [0.0], SIGMOID))
    a = network.predict([1.0])[0]
    wrong = [([[1.1 * (a - y)]], [a - y])]
    found = gradient_check(network, [[1.0]], [[y]], cost=CROSS_ENTROPY, backward=lambda network, X, Y: wrong)
    assert found.largest_error == pytest.approx(0.1 / 1.1, rel=1e-3)


TWO_LAYERS = Network(Layer([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], [0, 0, 0], SIGMOID), Layer([[1, 2, 3]], [0]))
DW, DB = [[[0.0, 0.0]] * 3, [[0.0, 0.0, 0.0]]], [[0.0, 0.0, 0.0], [0.0]]


@pytest.mark.parametrize("returned, error, message", [
    (list(zip(DW, DB))[::-1], ShapeError, "the gradients of the last layer first: the first layer must come first"),
    ((DW, DB), ShapeError, r"all the dC_dW and then all the dC_db, but .* as list\(zip\(dC_dW, dC_db\)\) makes them"),
    ([(DW[0], [[0.0]] * 3), (DW[1], [0.0])], ShapeError, r"dC_db of layer 1 is a table, 3x1, .* dC_db.ravel\(\)"),
])
def test_common_slips_of_a_backward_pass_are_named(returned: Any, error: Type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        gradient_check(TWO_LAYERS, [[1, 2]], [[3]], backward=lambda network, X, Y: returned)


@pytest.mark.parametrize("backward, message", [
    ("mine", r"backward is 'mine', but must be a function that takes \(network, X, Y\)"),
    (backward, "minibackprop's own backward is checked if you leave `backward` out"),
])
def test_what_is_no_backward_pass_of_ones_own_is_refused(backward: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        gradient_check(TWO_LAYERS, [[1, 2]], [[3]], backward=backward)


def test_the_table_says_whose_numbers_they_are() -> None:
    assert "  chain rule          " in str(gradient_check(TWO_LAYERS, [[1, 2]], [[3]]))
    mine = gradient_check(TWO_LAYERS, [[1, 2]], [[3]], backward=lambda network, X, Y: list(zip(DW, DB)))
    assert "  your backward       0\n" in str(mine)


LINE = Network(Layer([[2.0]], [1.0]))  # with x = 3 the terms of z have the sizes 6 and 1


@pytest.mark.parametrize("i, scale", [(0, 7.0 / 3.0), (None, 7.0)])
def test_on_a_straight_line_h_grows_until_it_changes_z_by_a_tenth(i: Optional[int], scale: float) -> None:
    """The cost is then a parabola, of which the slope between two points is exact whatever their distance."""
    _, _, h = numerical_gradient(LINE, [[3.0]], [[5.0]], 0, 0, i)
    assert h == pytest.approx(0.1 * scale)


def test_where_nothing_is_defined_nearby_h_changes_z_in_its_twelfth_digit() -> None:
    """A step of 1e-12 of the terms of z, 7e-12, is still allowed; the next, ten times as long, is not."""
    nearby = Activation("nearby", lambda z: z if abs(z - 7.0) < 1e-11 else math.nan, lambda z: 1.0)
    network = Network(Layer([[2.0]], [1.0], nearby))
    slope, uncertainty, h = numerical_gradient(network, [[3.0]], [[5.0]], 0, 0, None)
    assert h == pytest.approx(7e-12, rel=1e-9, abs=0)
    assert abs(slope - 2.0) < uncertainty < 0.01


@pytest.mark.parametrize("activation", [SIGMOID, TANH, RELU])
def test_the_slope_is_that_with_the_h_that_is_named(activation: Activation) -> None:
    network = Network(Layer([[0.5, -0.3]], [0.9], activation), Layer([[2.0]], [0.0]))
    X_T, Y_T = [[1.0], [2.0]], [[0.5]]
    slope, _, h = numerical_gradient(network, X_T, Y_T, 0, 0, 1)
    above, below = with_change(network, 0, 0, 1, h), with_change(network, 0, 0, 1, -h)
    assert slope_and_rounding(above, below, X_T, Y_T, h, HALF_SQUARED_ERROR)[0] == slope


def cost_that_is(exactly: float, nearby: float) -> Cost:
    """A cost of 1 if the output is exactly 1, and another if rounding has spoiled its last digit."""
    return Cost("made up", lambda Y, A: exactly if A == [[1.0]] else nearby, lambda Y, A: A)


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_a_cost_of_which_rounding_decides_over_more_than_a_hundredth_shows_nothing(sign: float) -> None:
    network = Network(Layer([[1.0]], [0.0]))
    for nearby, expected in ((1.0, 5e-16), (1.009, 0.009), (0.991, 0.009), (1.011, math.inf), (0.989, math.inf)):
        C, rounding = cost_and_rounding(network, [[1.0]], [[0.0]], cost_that_is(sign, sign * nearby))
        assert C == sign and rounding == pytest.approx(expected, rel=1e-9, abs=0)


def test_a_slope_of_a_cost_that_is_always_0_is_an_error() -> None:
    always_0 = cost_that_is(0.0, 0.0)
    slope, uncertainty, h = numerical_gradient(LINE, [[3.0]], [[5.0]], 0, 0, None, always_0)
    assert (slope, uncertainty) == (0.0, 0.0) and h == pytest.approx(0.7)
    wrong = gradient_check(LINE, [[3.0]], [[5.0]], always_0, lambda *_: [([[0]], [1e-9])])
    assert (wrong.largest_error, wrong.input) == (1.0, None)


@pytest.mark.parametrize("w, b, x, i, scale", [
    (-2.0, -1.0, -3.0, None, 7.0),  # |w·x| + |b|
    (0.0, 0.0, 5.0, 0, 0.2),  # z changes by 1
    (0.0, 0.0, 0.0, 0, 1.0),
    (3.0, 1.5, 0.0, 0, 1.5),  # the input does not count
    (1.0, 0.0, 1e-200, None, 1e-100),
    (0.0, 1e200, 1.0, 0, 1e100),
])
def test_the_scale_of_a_change(w: float, b: float, x: float, i: Optional[int], scale: float) -> None:
    assert scale_of(Network(Layer([[w]], [b])), [[x]], 0, 0, i) == pytest.approx(scale, rel=1e-9, abs=0)


@pytest.mark.parametrize("distance, moved", [(4e-10, 2.0), (1e-9, 1.25)])
def test_what_moves_the_slope_in_the_third_step_is_taken_for_rounding(distance: float, moved: float) -> None:
    """The third step, from h = 2e-10 to 2e-9, passes a corner of relu: the slope becomes −5 · (½ + distance / 2h).

    The fourth moves it by more than twice as much as rounding like that would: 2 · moved / 10. Twice what is allowed
    in the third step, 4 · moved, is how uncertain the slope is; so the right one, −5, is no error.
    """
    network = Network(Layer([[1.0]], [distance - 1.0], RELU))
    slope, uncertainty, h = numerical_gradient(network, [[1.0]], [[5.0]], 0, 0, 0)
    assert h == pytest.approx(2e-9, rel=1e-6, abs=0) and slope == pytest.approx(moved - 5.0, abs=1e-4)
    assert uncertainty == pytest.approx(4.0 * moved, rel=1e-4)
    assert gradient_check(network, [[1.0]], [[5.0]]).largest_error < 1e-4
