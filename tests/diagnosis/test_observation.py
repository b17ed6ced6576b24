"""What is seen of a learner's function when it is called: what it returns, changes, shares and raises."""

import json
from types import SimpleNamespace
from typing import Any, Callable, List, cast

import pytest

from minibackprop import SIGMOID, Layer, Network
from minibackprop.diagnosis.observation import (
    DEEPEST, MOST_NUMBERS, as_layers, as_plain, error_in_words, observe, place_of,
)

NETWORK = Network(Layer([[1.0, 2.0], [3.0, 4.0]], [5.0, 6.0]))
X, Y = [[1.0, 2.0], [3.0, 4.0]], [[1.0, 0.0], [0.0, 1.0]]
NUMBERS = [([[1, 2], [3, 4]], [5, 6])]
LAYERS = [{"dC_dW": [[1.0, 2.0], [3.0, 4.0]], "dC_db": [5.0, 6.0]}]


def seen(function: Callable[..., Any], one_example: bool = False, biases: bool = True, **more: Any) -> Any:
    """What is observed with NETWORK, X and Y, which must be the same afterwards."""
    observed = observe(function, NETWORK, X, Y, one_example, biases, **more)
    assert (X, Y) == ([[1.0, 2.0], [3.0, 4.0]], [[1.0, 0.0], [0.0, 1.0]])
    assert (NETWORK.layers[0].weights, NETWORK.layers[0].biases) == ([[1.0, 2.0], [3.0, 4.0]], [5.0, 6.0])
    return observed


def test_nothing_special_is_seen_of_a_good_function() -> None:
    calls: List[Any] = []

    def good(network: Any, inputs: Any, targets: Any) -> Any:
        calls.append((network.layers[0].weights, network.layers[0].biases, inputs, targets))
        return NUMBERS

    assert seen(good) == {
        "error": "", "file": "", "line": None, "problem": "", "layers": LAYERS, "changed": "", "shares_rows": False,
        "again": [],
    }
    assert calls == [([[1.0, 2.0], [3.0, 4.0]], [5.0, 6.0], X, Y)] * 2


def test_the_activations_are_given_too() -> None:
    network = Network(Layer([[1.0]], [0.0], SIGMOID))
    given: List[Any] = []
    observe(lambda network, inputs, targets: given.append(network.layers[0].activation), network, X, Y, False, True)
    assert given == [SIGMOID, SIGMOID]


def test_with_one_example_the_first_row_of_each_table_is_given() -> None:
    calls: List[Any] = []
    seen(lambda network, x, y: calls.append((x, y)), one_example=True)
    assert calls == [([1.0, 2.0], [1.0, 0.0])] * 2


def test_the_network_is_given_in_a_form_of_ones_own_whose_changes_are_seen() -> None:
    def change(weights: Any, inputs: Any, targets: Any) -> Any:
        weights[0][0] = 7.0
        return NUMBERS

    observed = seen(change, in_form=lambda network: network.layers[0].weights)
    assert (observed["changed"], observed["layers"]) == ("network", LAYERS)


class Calls:
    """Returns one thing after the other, and counts the calls."""

    def __init__(self, *returned: Any) -> None:
        self.returned = list(returned)
        self.count = 0

    def __call__(self, network: Any, inputs: Any, targets: Any) -> Any:
        self.count += 1
        result = self.returned[self.count - 1]
        if isinstance(result, Exception):
            raise result
        return result


@pytest.mark.parametrize("returned, count, again", [
    ([ValueError("no")], 1, []),
    ([5], 1, []),
    ([[([[1]], [2])], [([[1]], [2])]], 2, []),
    ([[([[1]], [2])], [([[3]], [2])], [([[5]], [2])]], 3,
     [[{"dC_dW": [[3.0]], "dC_db": [2.0]}], [{"dC_dW": [[5.0]], "dC_db": [2.0]}]]),
    ([[([[1]], [2])], ValueError("no"), 5], 3, [None, None]),
])
def test_it_is_called_until_it_is_known_whether_the_numbers_differ(returned: Any, count: int, again: Any) -> None:
    function = Calls(*returned)
    assert seen(function)["again"] == again
    assert function.count == count


def changes_weights(network: Any, inputs: Any, targets: Any) -> None:
    network.layers[0].weights[1][1] += 1


def changes_biases(network: Any, inputs: Any, targets: Any) -> None:
    network.layers[0].biases[1] += 1


def has_no_layers(network: Any, inputs: Any, targets: Any) -> None:
    del network.layers


def puts_a_text_into_biases(network: Any, inputs: Any, targets: Any) -> None:
    network.layers[0].biases[0] = "b"


def changes_inputs(network: Any, inputs: Any, targets: Any) -> None:
    inputs[1][0] = 0.0


def changes_targets(network: Any, inputs: Any, targets: Any) -> None:
    targets[1][1] = 0.5


def loses_an_input(network: Any, inputs: Any, targets: Any) -> None:
    inputs.pop()


def makes_tuples(network: Any, inputs: Any, targets: Any) -> None:
    """The numbers stay as they are."""
    layer = network.layers[0]
    layer.weights[0], layer.biases, inputs[0], targets[1] = map(tuple, (
        layer.weights[0], layer.biases, inputs[0], targets[1]
    ))


def changes_all(network: Any, inputs: Any, targets: Any) -> None:
    changes_inputs(network, inputs, targets)
    changes_weights(network, inputs, targets)


@pytest.mark.parametrize("function, changed", [
    (changes_weights, "network"), (changes_biases, "network"), (has_no_layers, "network"),
    (puts_a_text_into_biases, "network"), (changes_inputs, "inputs"), (changes_targets, "inputs"),
    (loses_an_input, "inputs"), (changes_all, "network"), (makes_tuples, ""),
    (lambda network, inputs, targets: None, ""),
])
def test_what_is_changed_is_seen(function: Any, changed: str) -> None:
    assert seen(function)["changed"] == changed


def test_an_error_is_seen_with_the_line_of_the_learner_s_file() -> None:
    def raises(network: Any, inputs: Any, targets: Any) -> Any:
        return json.loads("5 6")  # which raises the error in another file

    observed = seen(raises)
    assert observed["error"] == "JSONDecodeError: Extra data: line 1 column 3 (char 2)"
    assert (observed["file"], observed["line"]) == (__file__, raises.__code__.co_firstlineno + 1)
    assert (observed["layers"], observed["problem"], observed["changed"]) == (None, "", "")
    assert observed["shares_rows"] is False


def test_the_place_of_an_error_is_the_last_line_in_the_learner_s_file() -> None:
    def inner() -> None:
        raise KeyError("here")

    def outer() -> None:
        inner()

    try:
        outer()
    except KeyError as error:
        assert place_of(error) == (__file__, inner.__code__.co_firstlineno + 1)
    try:
        raise KeyError("called by nobody else")
    except KeyError as error:
        assert place_of(error) == ("", None)
    assert place_of(cast(Any, "an error of MicroPython has no traceback")) == ("", None)


def test_an_error_in_words_is_cut_off() -> None:
    class WithoutWords(Exception):
        def __str__(self) -> str:
            raise ValueError("no words")

    long_name = type("E" * 60, (Exception,), {})
    assert error_in_words(ValueError("x" * 201)) == "ValueError: " + "x" * 200
    assert error_in_words(long_name("oh")) == "E" * 50 + ": oh"
    assert error_in_words(WithoutWords()) == "WithoutWords"


def test_what_cannot_be_read_is_a_problem() -> None:
    class Tensor:
        def tolist(self) -> Any:
            raise RuntimeError("on another device")

    assert seen(lambda network, inputs, targets: 5)["problem"] == f"it returned 5, but must return a list: {PAIRS}"
    problem = seen(lambda network, inputs, targets: [(Tensor(), [1])])["problem"]
    assert problem == "what it returned cannot be read: RuntimeError: on another device"


ROW = [1.0, 2.0]
NOTHING = {"dC_dW": None, "dC_db": None}


@pytest.mark.parametrize("returned, shares", [
    ([([ROW, ROW], [1.0])], True),
    ([([[1.0, 2.0], ROW], [1.0]), ([[1.0, 2.0], ROW], [1.0])], True),  # in two layers
    ([((ROW, ROW), [1.0])], True),
    ([([[1.0, 2.0], [1.0, 2.0]], [1.0])], False),
    ([([(1.0, 2.0)] * 2, [1.0])], False),  # they cannot be changed
    ([([1.0, 1.0], [1.0])], False),  # numbers are no rows
    ([(None, [1.0])], False),
])
def test_rows_that_are_one_list_are_seen(returned: Any, shares: bool) -> None:
    assert seen(lambda network, inputs, targets: returned)["shares_rows"] is shares


@pytest.mark.parametrize("returned, num_layers, biases, layers", [
    (None, 2, True, [NOTHING, NOTHING]),
    ([], 2, True, [NOTHING, NOTHING]),
    ((), 1, False, [NOTHING]),
    ([None, ([[1]], [2])], 2, True, [NOTHING, {"dC_dW": [[1.0]], "dC_db": [2.0]}]),
    ([[[[1]], [2]]], 1, True, [{"dC_dW": [[1.0]], "dC_db": [2.0]}]),
    ([SimpleNamespace(dC_dW=[[1]])], 1, True, [{"dC_dW": [[1.0]], "dC_db": None}]),
    ([SimpleNamespace(dC_dW=[[1]], dC_db=[2], dC_dZ=[[3]], dC_dA=[[4]], dA_dZ=[[5]], delta=[[6]])], 1, True,
     [{"dC_dW": [[1.0]], "dC_db": [2.0], "dC_dZ": [[3.0]], "dC_dA": [[4.0]], "dA_dZ": [[5.0]]}]),
    ([[[1], [2], [3]]], 1, False, [{"dC_dW": [[1.0], [2.0], [3.0]]}]),
    ([[[1, 2], [3, 4]]], 1, False, [{"dC_dW": [[1.0, 2.0], [3.0, 4.0]]}]),  # two rows, and no pair
    ([([[1, 2], [3, 4]], None)], 1, False, [{"dC_dW": [[1.0, 2.0], [3.0, 4.0]], "dC_db": None}]),
    ([([[1, 2], [3, 4]], [[5], [6]])], 1, False, [{"dC_dW": [[1.0, 2.0], [3.0, 4.0]], "dC_db": [[5.0], [6.0]]}]),
    ([[[[1, 2]], [[3, 4]]], [[[5]], [[6]]]], 2, False,
     [{"dC_dW": [[1.0, 2.0]], "dC_db": [[3.0, 4.0]]}, {"dC_dW": [[5.0]], "dC_db": [[6.0]]}]),
    ([[[[1]], [[2]], [[3]]]], 1, False, [{"dC_dW": [[[1.0]], [[2.0]], [[3.0]]]}]),  # its shape is told later
    ([[[[1]], [[2]]], [[3], [4]]], 2, False, [{"dC_dW": [[1.0]], "dC_db": [[2.0]]}, {"dC_dW": [[3.0], [4.0]]}]),
])
def test_what_is_returned_is_read(returned: Any, num_layers: int, biases: bool, layers: Any) -> None:
    assert as_layers(returned, num_layers, biases) == layers


PAIRS = "one pair (dC_dW, dC_db) for each layer, first layer first"
TABLES = "one dC_dW for each layer, first layer first"


@pytest.mark.parametrize("returned, biases, problem", [
    (5, True, f"it returned 5, but must return a list: {PAIRS}"),
    ("W", False, f"it returned 'W', but must return a list: {TABLES}"),
    ([5], True, f"for layer 1 it returned 5, but must return {PAIRS}"),
    ([5], False, f"for layer 1 it returned 5, but must return {TABLES}"),
    ([([[1]], [2]), [1, 2, 3]], True, f"for layer 2 it returned [1, 2, 3], but must return {PAIRS}"),
    ([[[1], [2], [3]]], True, f"for layer 1 it returned [[1], [2], [3]], but must return {PAIRS} "
                              "(if it has no biases, say so: biases=False)"),
    ([[[[1]]], [[2]]], True, f"it returned all the dC_dW and then all the dC_db, but must return {PAIRS}, as "
                             "list(zip(dC_dW, dC_db)) makes them"),
    ([([["a"]], [1])], True,
     "it returned 'a': a number is needed here (int or float), not text, True/False or a complex number"),
])
def test_what_cannot_be_read_is_said_in_words(returned: Any, biases: bool, problem: str) -> None:
    with pytest.raises(TypeError) as error:
        as_layers(returned, 1, biases)
    assert str(error.value) == problem


def nested(depth: int) -> Any:
    value: Any = 1.0
    for _ in range(depth):
        value = [value]
    return value


def test_lists_are_read_to_a_depth_and_to_a_number_of_numbers() -> None:
    assert as_plain(nested(DEEPEST), [100]) == nested(10)
    with pytest.raises(TypeError, match="it returned lists in lists, more than 10 deep"):
        as_plain(nested(DEEPEST + 1), [100])
    assert as_plain([1, 2], [3]) == [1.0, 2.0]
    assert as_plain([float("inf")], [2]) == [float("inf")]  # for which there is a verdict of its own
    with pytest.raises(TypeError, match="it returned too many numbers"):
        as_plain([1, 2], [2])


def test_a_hundred_thousand_lists_and_numbers_are_read_and_no_more() -> None:
    assert MOST_NUMBERS == 100000
    as_layers([([], [None] * (MOST_NUMBERS - 2))], 1, True)
    with pytest.raises(TypeError, match="too many"):
        as_layers([([], [None] * (MOST_NUMBERS - 1))], 1, True)
