"""Does minibackprop work on this Python? Plain asserts, no test framework: any runtime can run this.

It needs `minibackprop` (the folder or the one-file version) and `published_examples.py` where imports find them. The
last line it prints is `N passed, 0 failed`.
"""

import math

import minibackprop
from minibackprop import (
    HALF_SQUARED_ERROR, LINEAR, RELU, SIGMOID, TANH, DivergenceError, Layer, Network, NumberError, RandomNumbers,
    SettingError, ShapeError, Standardizer, backward, forward, gradient_check, gradient_descent, train,
)
from published_examples import ALL, Example, figures_of, pairs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from minibackprop import Matrix, Vector

    Gradients = list[tuple[Matrix, Vector]]

# The first houses of the table: rooms, share of lower-status residents, price.
HOUSES = [
    [6.575, 4.98, 24.0], [6.421, 9.14, 21.6], [7.185, 4.03, 34.7], [6.998, 2.94, 33.4], [7.147, 5.33, 36.2],
    [6.43, 5.21, 28.7], [6.012, 12.43, 22.9], [6.172, 19.15, 27.1], [5.631, 29.93, 16.5], [6.004, 17.1, 18.9],
]


def close(value: float, figure: float, tolerance: float = 1e-9) -> bool:
    return abs(value - figure) <= tolerance * max(1e-3, abs(figure))


def check_published_example(example: Example) -> None:
    computed = figures_of(example)
    for name in example["exact"]:
        for figure, value in pairs(example["exact"][name], computed[name]):
            assert close(value, figure, 1e-12), f"{name}: {value}, published {figure}"


def check_gradients() -> None:
    rng = RandomNumbers(5)
    for activation in (LINEAR, RELU, SIGMOID, TANH):
        for num_examples in (1, 4):
            network = Network(Layer.random(2, 3, activation, rng), Layer.random(3, 2, activation, rng))
            X = [[rng.uniform(-1, 1), rng.uniform(-1, 1)] for _ in range(num_examples)]
            found = gradient_check(network, X, X)
            assert found.largest_error < 1e-5, f"{activation}: {found}"


def houses() -> "tuple[Network, Matrix, Matrix, RandomNumbers]":
    """A network for the houses, their standardized inputs and prices, and the random numbers to go on with."""
    X = [row[:2] for row in HOUSES]
    Y = [row[2:] for row in HOUSES]
    rng = RandomNumbers(1)
    network = Network(Layer.random(2, 3, TANH, rng), Layer.random(3, 1, LINEAR, rng))
    return network, Standardizer.fit(X).transform(X), Standardizer.fit(Y).transform(Y), rng


def check_training_on_houses() -> None:
    network, X, Y, rng = houses()
    result = train(network, X, Y, learning_rate=0.2, epochs=20, batch_size=4, rng=rng)
    assert close(result.costs[0], 1.222785361747814), result.costs[0]
    assert close(result.costs[20], 0.10257615743200396, 1e-7), result.costs[20]
    assert close(HALF_SQUARED_ERROR.of(Y, result.network.predict_all(X)), result.costs[20])


def check_epoch_by_epoch() -> None:
    network, X, Y, _ = houses()
    epochs = list(gradient_descent(network, X, Y, learning_rate=0.2, epochs=3))
    assert [epoch.number for epoch in epochs] == [0, 1, 2, 3]
    assert epochs[3].cost < epochs[0].cost


def check_random_numbers() -> None:
    rng = RandomNumbers(7)
    for figure in (0.4327643145180906, -0.03376114744112002, 0.31567510619356765):
        value = rng.uniform(-1, 1)
        assert value == figure, f"{value}, not {figure}"
    layer = Layer.random(2, 2, rng=RandomNumbers(42))
    assert layer.weights == [[0.7011081918153057, -0.8064661657497902], [-0.9282463033946662, 0.6227321788880342]]
    assert layer.biases == [-0.09498441600704977, -0.9927204642377053]


def check_error(error: "type[Exception]", call: "Callable[[], object]") -> None:
    try:
        call()
    except error as raised:
        assert len(str(raised)) > 20, f"{error} says too little: {raised}"
        return
    assert False, f"no {error}"


def check_nothing_needs_a_wide_range() -> None:
    assert SIGMOID.f(-1000.0) == 0.0 and SIGMOID.f(1000.0) == 1.0
    assert TANH.f(-1000.0) == -1.0 and TANH.f_prime(1000.0) == 0.0


def check_reprs() -> None:
    network = Network(Layer([[1, 2, 3], [4, 5, 6]], [0, 0], SIGMOID), Layer([[1, 2]], [0]))
    forward_pass = forward(network, [[1, 2, 3]])
    assert repr(network) == "Network(3 -> 2 -> 1)"
    assert repr(network.layers[0]) == "Layer(3 -> 2, sigmoid)"
    assert repr(forward_pass[0]) == "LayerForward(A_in 3x1, A 2x1)"
    assert repr(backward(network, forward_pass, [[1]])[1]) == "LayerBackward(dC_dZ 1x1, dC_dW 1x2)"


def check_cross_entropy() -> None:
    from minibackprop import CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY, softmax

    Y = [[1.0, 0.0], [0.25, 0.75]]
    for cost, last in ((CROSS_ENTROPY, SIGMOID), (SOFTMAX_CROSS_ENTROPY, LINEAR)):
        rng = RandomNumbers(6)
        network = Network(Layer.random(2, 3, TANH, rng), Layer.random(3, 2, last, rng))
        found = gradient_check(network, [[0.5, -1.0], [1.0, 0.25]], Y, cost)
        assert found.largest_error < 1e-5, f"{cost}: {found}"
    assert close(CROSS_ENTROPY.of([[1], [0], [0], [1]], [[0.9], [0.1], [0.2], [0.65]]), 0.21616187468057912)
    assert close(softmax([1, 2, 3, 4, 1, 2, 3])[3], 0.4748329997443803)
    certain = Network(Layer([[100.0]], [0.0], SIGMOID))  # its a is 1 to the last digit, and should be 0
    assert backward(certain, forward(certain, [[1]]), [[0]], CROSS_ENTROPY)[0].dC_dZ == [[1.0]]
    result = train(certain, [[1]], [[0]], learning_rate=10.0, epochs=20, cost=CROSS_ENTROPY)
    assert result.costs[20] < 0.01


def check_diagnosis() -> None:
    """Imported here for the same reason as what `check_tables` needs."""
    from minibackprop import MISTAKES, diagnose, diagnose_gradients, diagnose_step, gradient_step

    def right(network: Network, X: "Matrix", Y: "Matrix") -> "Gradients":
        return [(record.dC_dW, record.dC_db) for record in backward(network, forward(network, X), Y)]

    def negative(network: Network, X: "Matrix", Y: "Matrix") -> "Gradients":
        return right(network, X, [[2 * a - y for y, a in zip(*rows)] for rows in zip(Y, network.predict_all(X))])

    def sum_of_a_transposed(network: Network, X: "Matrix", Y: "Matrix") -> "Gradients":
        return [
            ([[len(X) * slope for slope in column] for column in zip(*dC_dW)], [len(X) * slope for slope in dC_db])
            for dC_dW, dC_db in right(network, X, Y)
        ]

    def unknown(network: Network, X: "Matrix", Y: "Matrix") -> "Gradients":
        return [(dC_dW, [slope + 0.01 for slope in dC_db]) for dC_dW, dC_db in right(network, X, Y)]

    assert diagnose(right).is_correct
    assert diagnose(negative).mistakes == ("sign",)
    assert diagnose(sum_of_a_transposed).mistakes == ("sum-not-mean", "transposed")
    found = diagnose(unknown)
    assert not found.is_correct and found.candidates == []
    wrong = diagnose(lambda network, X, Y: [][1])
    assert not wrong.is_correct and "IndexError" in str(wrong), wrong
    network, X, Y, _ = houses()
    after = gradient_step(network, backward(network, forward(network, X), Y), 0.5)
    assert diagnose_step(network, after, X, Y, learning_rate=0.5).is_correct
    assert diagnose_gradients(negative(network, X, Y), network, X, Y).mistakes == ("sign",)
    assert len(MISTAKES) > 45 and MISTAKES["sign"].right != MISTAKES["sign"].wrong


def check_tables() -> None:
    """The last check, and what it needs is imported here: training on a small heap has to do without."""
    from minibackprop import ColumnError, TableError, accuracy, table_from_cells, train_test_split

    cells = [["1", "x", "2"], ["3", "y", "4"], ["5", "y", "-"], ["6", "x", "8"]]
    table = table_from_cells(["a", "b", "c"], cells, "b", drop_missing=True)
    assert table.X == [[1.0, 2.0], [3.0, 4.0], [6.0, 8.0]]
    assert table.classes == ["x", "y"] and table.Y == [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]
    assert accuracy(table.Y, [[3.0, -1.0], [0.2, 0.1], [1.0, 1.0]]) == 2 / 3
    one_row = table_from_cells(["a", "b"], [["1", "2"]], ["b"])
    check_error(TableError, lambda: table_from_cells(["a", "b"], [["1"]], ["b"]))
    check_error(TableError, lambda: table_from_cells(["a", "b"], [["1", "2"], ["1", "2"], ["1", "x"]], ["b"]))
    check_error(TableError, lambda: train_test_split(one_row, 0.5, RandomNumbers(1)))
    check_error(ColumnError, lambda: table_from_cells(["a", "b"], [["1", "2"]], ["c"]))


NETWORK = Network(Layer([[1, 2]], [0]))

CHECKS: "list[tuple[str, Callable[[], None]]]" = [
    ("gradients", check_gradients),
    ("training on houses", check_training_on_houses),
    ("epoch by epoch", check_epoch_by_epoch),
    ("random numbers", check_random_numbers),
    ("a wide range", check_nothing_needs_a_wide_range),
    ("reprs", check_reprs),
]
for _example in ALL:
    CHECKS.append((_example["source"], lambda example=_example: check_published_example(example)))  # type: ignore[misc]

ERRORS: "list[tuple[type[Exception], Callable[[], object]]]" = [
    (ShapeError, lambda: forward(NETWORK, [])),
    (ShapeError, lambda: forward(NETWORK, [[1, 2], [3]])),
    (ShapeError, lambda: forward(NETWORK, [1, 2])),  # type: ignore[list-item]
    (ShapeError, lambda: forward(NETWORK, 5)),  # type: ignore[arg-type]
    (ShapeError, lambda: NETWORK.predict([1, 2, 3])),
    (ShapeError, lambda: Network(NETWORK.layers[0], NETWORK.layers[0])),
    (NumberError, lambda: forward(NETWORK, [[1, "2"]])),  # type: ignore[list-item]
    (NumberError, lambda: forward(NETWORK, [[1, True]])),
    (NumberError, lambda: forward(NETWORK, [[1, None]])),  # type: ignore[list-item]
    (NumberError, lambda: forward(NETWORK, [[1, math.nan]])),
    (NumberError, lambda: forward(NETWORK, [[1, math.inf]])),
    (SettingError, lambda: train(NETWORK, [[1, 2]], [[1]], learning_rate=0, epochs=1)),
    (SettingError, lambda: train(NETWORK, [[1, 2]], [[1]], learning_rate=1, epochs=-1)),
    (SettingError, lambda: train(NETWORK, [[1, 2]], [[1]], learning_rate=1, epochs=1, batch_size=2)),
    (DivergenceError, lambda: train(NETWORK, [[1, 2]], [[1]], learning_rate=1e6, epochs=1000)),
]
for _number, (_error, _call) in enumerate(ERRORS, 1):
    CHECKS.append((f"error {_number}", lambda error=_error, call=_call: check_error(error, call)))  # type: ignore[misc]
CHECKS.append(("cross-entropy", check_cross_entropy))
CHECKS.append(("diagnosis", check_diagnosis))
CHECKS.append(("tables", check_tables))


def run() -> int:
    """Run all checks, print what failed and the count; return how many failed."""
    failed = 0
    for name, check in CHECKS:
        try:
            check()
        except Exception as problem:
            failed += 1
            print(f"FAILED {name}: {type(problem).__name__}: {problem}")
    print(f"minibackprop {minibackprop.__version__}")
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return failed


if __name__ == "__main__" and run() > 0:
    raise SystemExit(1)
