"""`diagnose`: the order of its verdicts, on functions of a learner that are right, wrong, or go wrong."""

import random
import re
from types import SimpleNamespace
from typing import Any, Callable, List, Tuple

import pytest

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, LINEAR, RELU, SIGMOID, SOFTMAX_CROSS_ENTROPY, Cost, Layer, Network, NumberError,
    SettingError, ShapeError, backward, diagnose, forward,
)
from minibackprop.linalg import Matrix

from ..support.optional import numpy_or_missing

Gradients = List[Tuple[Any, Any]]
Backward = Callable[[Network, Matrix, Matrix], Any]


def right(network: Network, X: Matrix, Y: Matrix, cost: Cost = HALF_SQUARED_ERROR) -> Gradients:
    return [(record.dC_dW, record.dC_db) for record in backward(network, forward(network, X), Y, cost)]


def with_weights(change: Callable[[Matrix], Any]) -> Backward:
    """The right function, but each ∂C/∂w is changed before it is returned."""
    return lambda network, X, Y: [(change(dC_dW), dC_db) for dC_dW, dC_db in right(network, X, Y)]


def negative(M: Matrix) -> Matrix:
    return [[-slope for slope in row] for row in M]


def test_a_right_function_is_correct_in_every_form() -> None:
    forms: List[Backward] = [
        right,
        lambda network, X, Y: tuple(right(network, X, Y)),
        lambda network, X, Y: backward(network, forward(network, X), Y),
        lambda network, X, Y: [SimpleNamespace(dC_dW=W, dC_db=tuple(b)) for W, b in right(network, X, Y)],
        lambda network, X, Y: [[list(map(tuple, W)), b] for W, b in right(network, X, Y)],
    ]
    for form in forms:
        found = diagnose(form)
        assert (found.is_correct, found.mistakes, found.candidates, found.where) == (True, (), [], None)
        assert repr(found) == "Diagnosis(correct)"
        assert "what the chain rule gives, to rounding." in str(found) == found.text(1) == found.text(2)


def test_arrays_are_taken_in_single_precision_too() -> None:
    numpy = numpy_or_missing()
    for kind in (numpy.float64, numpy.float32):
        found = diagnose(lambda network, X, Y: [
            (numpy.array(W, kind), numpy.array(b, kind)) for W, b in right(network, X, Y)
        ])
        assert found.is_correct, str(found)
    wrong = diagnose(lambda network, X, Y: [
        (numpy.array(W, numpy.float32) * 2, numpy.array(b, numpy.float32)) for W, b in right(network, X, Y)
    ])
    assert wrong.mistakes == ("factor-two",)
    column = diagnose(lambda network, X, Y: [(numpy.array(W), numpy.array([b]).T) for W, b in right(network, X, Y)])
    assert column.mistakes == ("bias-as-column",)


@pytest.mark.parametrize("cost", [CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY])
def test_the_cost_decides_what_is_right(cost: Cost) -> None:
    assert diagnose(lambda network, X, Y: right(network, X, Y, cost), cost).is_correct
    other = CROSS_ENTROPY if cost is SOFTMAX_CROSS_ENTROPY else SOFTMAX_CROSS_ENTROPY
    assert not diagnose(right, other).is_correct


def output_error_is_delta(network: Network, X: Matrix, Y: Matrix) -> Gradients:
    """The usual program for cross-entropy: δ = a − y, without f′."""
    linear_end = Network(*network.layers[:-1], Layer(network.layers[-1].weights, network.layers[-1].biases, LINEAR))
    forward_pass = forward(network, X)
    as_if_linear = forward(linear_end, X)
    as_if_linear[-1].A = forward_pass[-1].A
    return [(record.dC_dW, record.dC_db) for record in backward(linear_end, as_if_linear, Y)]


def test_no_slope_at_the_output_is_a_mistake_or_not_by_the_cost() -> None:
    assert diagnose(output_error_is_delta).mistakes == ("no-output-slope",)
    assert diagnose(output_error_is_delta, CROSS_ENTROPY).is_correct
    assert diagnose(right, CROSS_ENTROPY).mistakes == ("slope-twice",)


def test_two_mistakes_are_named_together() -> None:
    found = diagnose(with_weights(lambda W: [[-slope for slope in column] for column in zip(*W)]))
    assert found.mistakes == ("sign", "transposed")
    assert found.text(1).count("?") == 2 and found.text(2).count("The rule:") == 2
    assert "sign: " in str(found) and "transposed: " in str(found)


def test_an_unknown_mistake_is_not_named_and_where_it_is_seen_is_said() -> None:
    def odd(network: Network, X: Matrix, Y: Matrix) -> Gradients:
        gradients = right(network, X, Y)
        gradients[1][0][1][2] += 0.001
        return gradients

    found = diagnose(odd)
    assert (found.is_correct, found.mistakes, found.candidates) == (False, (), [])
    assert found.where is not None and found.where.yours is not None and found.where.right is not None
    assert (found.where.result, found.where.layer, found.where.neuron, found.where.input) == ("dC_dW", 2, 2, 3)
    assert found.where.yours - found.where.right == pytest.approx(0.001)
    assert "none of the 51 mistakes in the catalogue" in str(found)
    assert "   layer 2: ∂C/∂b\n" in str(found) and "   layer 1: ∂C/∂w, ∂C/∂b\n" in str(found)
    assert repr(found) == "Diagnosis(a mistake that is not in the catalogue)"


class Accumulates:
    """Keeps its gradients from call to call."""

    def __init__(self) -> None:
        self.totals: List[Any] = []

    def __call__(self, network: Network, X: Matrix, Y: Matrix) -> Gradients:
        gradients = right(network, X, Y)
        if not self.totals:
            self.totals = gradients
        else:
            self.totals = [
                ([[s + t for s, t in zip(*rows)] for rows in zip(W, V)], [s + t for s, t in zip(b, c)])
                for (W, b), (V, c) in zip(self.totals, gradients)
            ]
        return self.totals


def steps_itself(network: Network, X: Matrix, Y: Matrix) -> Gradients:
    gradients = right(network, X, Y)
    for layer, (dC_dW, _) in zip(network.layers, gradients):
        layer.weights[0][0] -= 0.1 * dC_dW[0][0]
    return gradients


def scales_its_inputs(network: Network, X: Matrix, Y: Matrix) -> Gradients:
    gradients = right(network, X, Y)
    X[0][0] *= 2
    return gradients


def one_row(network: Network, X: Matrix, Y: Matrix) -> Gradients:
    return [([W[0]] * len(W), b) for W, b in right(network, X, Y)]


@pytest.mark.parametrize("function, name", [
    (Accumulates(), "not-zeroed"), (steps_itself, "changes-network"), (scales_its_inputs, "changes-inputs"),
    (one_row, "shared-rows"), (lambda network, X, Y: None, "no-gradient"), (lambda network, X, Y: [], "no-gradient"),
    (lambda network, X, Y: [None] * 3, "no-gradient"), (with_weights(lambda W: list(zip(*W))), "transposed"),
    (lambda network, X, Y: right(network, X, Y)[::-1], "layers-reversed"),
    (lambda network, X, Y: right(network, X, Y)[1:], "first-layer-missing"),
    (lambda network, X, Y: [(W, None) for W, b in right(network, X, Y)], "no-bias"),
])
def test_mistakes_of_form_are_named(function: Backward, name: str) -> None:
    found = diagnose(function)
    assert found.mistakes == (name,) and not found.is_correct
    assert name in str(found) and found.text(1) and found.text(2)


def test_random_gradients_are_said_to_be_random() -> None:
    rng = random.Random(1)
    found = diagnose(with_weights(lambda W: [[rng.random() for _ in row] for row in W]))
    assert found.mistakes == () and "other numbers each time" in str(found)


def raises(network: Network, X: Matrix, Y: Matrix) -> Gradients:
    return [right(network, X, Y)[7]]


def leaves(network: Network, X: Matrix, Y: Matrix) -> Gradients:
    raise SystemExit("bye")


@pytest.mark.parametrize("function, words", [
    (raises, rf"It raised IndexError: list index out of range, in line {raises.__code__.co_firstlineno + 1} of test_d"),
    (leaves, "It raised SystemExit: bye, in line"),
    (lambda network, X, Y: 5, "it returned 5, but must return a list: one pair"),
    (lambda network, X, Y: [5, 6, 7], "for layer 1 it returned 5, but must return one pair"),
    (lambda network, X, Y: [([["a"]], [1])], "it returned 'a': a number is needed"),
    (lambda network, X, Y: tuple(zip(*right(network, X, Y)))[0], "say so: biases=False|must be"),
    (lambda network, X, Y: [[W for W, _ in right(network, X, Y)], [b for _, b in right(network, X, Y)]],
     "all the dC_dW and then all the dC_db"),
    (with_weights(lambda W: [[float("nan")] * len(row) for row in W]), "a NaN or an infinite number in dC_dW of layer"),
    (lambda network, X, Y: right(network, X, Y)[:1], "gradients for 1 layer, but Network.* has 3"),
    (with_weights(lambda W: W[:1]), "dC_dW of layer 1 is 1x3, but must be 3x3: a row for each neuron"),
    (with_weights(lambda W: [row[:1] for row in W]), "dC_dW of layer 1 is 3x1, but must be 3x3"),
    (lambda network, X, Y: [(W, b + [0.0]) for W, b in right(network, X, Y)], "dC_db of layer 1 is 4, but must"),
])
def test_what_cannot_be_compared_is_said_and_not_named(function: Backward, words: str) -> None:
    found = diagnose(function)
    assert (found.is_correct, found.mistakes) == (False, ())
    assert re.search(words, str(found)), str(found)


def test_an_error_with_layers_of_other_sizes_is_explained_by_the_mistake() -> None:
    def not_transposed(network: Network, X: Matrix, Y: Matrix) -> Gradients:
        records = forward(network, X)
        backward_pass = backward(network, records, Y)
        flipped = [backward_pass[-1]]
        for k in (1, 0):
            W, delta = network.layers[k + 1].weights, flipped[0].dC_dZ
            columns = [[row[n] for row in delta] for n in range(len(X))]
            dC_dA = [[sum(w[j] * column[j] for j in range(len(w))) for column in columns] for w in W]
            prime = network.layers[k].activation.f_prime
            dC_dZ = [[a * prime(z) for a, z in zip(*rows)] for rows in zip(dC_dA, records[k].Z)]
            dC_dW = [[sum(d * a for d, a in zip(row, a_in)) / len(X) for a_in in records[k].A_in] for row in dC_dZ]
            flipped.insert(0, type(flipped[0])(dC_dA, [], dC_dZ, dC_dW, [sum(row) / len(X) for row in dC_dZ]))
        return [(record.dC_dW, record.dC_db) for record in flipped]

    found = diagnose(not_transposed)
    assert found.mistakes == ("weights-not-transposed",)
    assert "It raised IndexError" in str(found)


def test_right_with_square_layers_only_is_not_correct() -> None:
    found = diagnose(lambda network, X, Y: right(network, X, Y) if network.num_inputs == 3 else [][1])
    assert (found.is_correct, found.mistakes) == (False, ()) and "It raised IndexError" in str(found)


def test_a_function_without_biases() -> None:
    assert diagnose(lambda network, X, Y: [W for W, _ in right(network, X, Y)], biases=False).is_correct
    assert diagnose(lambda network, X, Y: [(W, None) for W, _ in right(network, X, Y)], biases=False).is_correct
    found = diagnose(lambda network, X, Y: [negative(W) for W, _ in right(network, X, Y)], biases=False)
    assert found.mistakes == ("sign",)


def test_a_function_of_one_example() -> None:
    assert diagnose(lambda network, x, y: right(network, [x], [y]), one_example=True).is_correct
    found = diagnose(lambda network, x, y: [(negative(W), b) for W, b in right(network, [x], [y])], one_example=True)
    assert found.mistakes == ("sign",)
    assert len(found.X) == 1


def test_probes_of_ones_own() -> None:
    network = Network(Layer([[0.1, 0.2]], [0.3], RELU), Layer([[0.5], [0.7]], [0.0, 0.1], SIGMOID))
    probe = network, [(1, 2), (3, -4), (0, 1)], [[1, 0], [0, 1], [1, 1]]

    def two_layers(network: Network, X: Matrix, Y: Matrix) -> Gradients:
        assert len(network.layers) == 2
        return right(network, X, Y)

    assert "AssertionError" in str(diagnose(two_layers))
    assert diagnose(two_layers, probes=[probe]).is_correct
    for wrong, error in (([], SettingError), ([network], SettingError), (5, SettingError),
                         ([(network, [[1]], [[1, 0]])], ShapeError)):
        with pytest.raises(error):
            diagnose(right, probes=wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("arguments, error, message", [
    (("mine",), TypeError, r"backward is 'mine', but must be a function that takes \(network, X, Y\)"),
    ((backward,), TypeError, "this is minibackprop's own backward"),
    ((right, "cost"), TypeError, "the cost is 'cost'"),
    ((right, HALF_SQUARED_ERROR, 0), SettingError, "the learning rate is 0"),
])
def test_what_does_not_fit_is_refused(arguments: Any, error: Any, message: str) -> None:
    with pytest.raises(error, match=message):
        diagnose(*arguments)


def test_a_cost_of_ones_own_may_need_its_own_probes() -> None:
    def refuse(Y: Matrix) -> None:
        raise NumberError("targets must be whole numbers")

    cost = Cost("picky", HALF_SQUARED_ERROR.c, HALF_SQUARED_ERROR.c_prime, None, refuse)
    with pytest.raises(SettingError, match=r"the cost picky needs probes of its own, .*: targets must be whole"):
        diagnose(right, cost)


def test_a_function_that_only_knows_one_shape_is_told_how_to_go_on() -> None:
    def two_layers(network: Network, X: Matrix, Y: Matrix) -> Gradients:
        return [([[0.1, 0.2], [0.3, 0.4]], [0.5, 0.6]), ([[0.7, 0.8]], [0.9])]

    def lost(network: Network, X: Matrix, Y: Matrix) -> Gradients:
        raise ValueError("only for 2 -> 2 -> 1")

    hint = "give your own: probes=[(network, X, Y)]"
    assert "gradients for 2 layers, but Network(3 -> 3 -> 3 -> 3) has 3" in str(diagnose(two_layers))
    assert hint in str(diagnose(two_layers)) and hint in str(diagnose(lost))


def test_anything_with_a_tolist_is_read() -> None:
    class Tensor:
        ndim = 2

        def __init__(self, rows: Any) -> None:
            self.rows = rows

        def tolist(self) -> Any:
            return self.rows

    assert diagnose(lambda network, X, Y: [(Tensor(W), Tensor(b)) for W, b in right(network, X, Y)]).is_correct


def test_a_small_difference_is_said_to_be_small() -> None:
    found = diagnose(with_weights(lambda W: [[slope * (1 + 1e-6) for slope in row] for row in W]))
    assert not found.is_correct and "numerical gradients, or numbers that were rounded, can look" in str(found)


def test_a_wrong_shape_does_not_hide_wrong_numbers_beside_it() -> None:
    def column_and_no_output_slope(network: Network, X: Matrix, Y: Matrix) -> Gradients:
        return [(dC_dW, [[slope] for slope in dC_db]) for dC_dW, dC_db in output_error_is_delta(network, X, Y)]

    assert diagnose(column_and_no_output_slope).mistakes == ("bias-as-column", "no-output-slope")


def test_calls_may_differ_by_rounding() -> None:
    """As they do where threads add up in any order."""
    rng = random.Random(2)
    found = diagnose(with_weights(lambda W: [[slope * (1 + 1e-15 * rng.randint(-3, 3)) for slope in row] for row in W]))
    assert found.is_correct


def test_rows_that_cannot_be_changed_may_be_shared() -> None:
    found = diagnose(lambda network, X, Y: [
        ([(0.0,) * layer.num_inputs] * layer.num_neurons, [0.0] * layer.num_neurons) for layer in network.layers
    ])
    assert found.mistakes == ("no-gradient",)


def test_an_error_with_other_sizes_does_not_hide_the_mistake() -> None:
    def only_threes(network: Network, X: Matrix, Y: Matrix) -> Gradients:
        assert network.num_inputs == 3, "only 3 inputs"
        return [(negative(W), [-slope for slope in b]) for W, b in right(network, X, Y)]

    found = diagnose(only_threes)
    assert found.mistakes == ("sign",) and "It raised AssertionError: only 3 inputs" in str(found)


def test_lists_that_are_too_deep_are_refused() -> None:
    deep: List[Any] = [1.0]
    for _ in range(500):
        deep = [deep]
    found = diagnose(with_weights(lambda W: deep))
    assert not found.is_correct and "lists in lists, more than 10 deep" in str(found)
