"""What is said of a gradient: which layers are looked at, which number is wrong, and what else has changed."""

from typing import Any, Dict, List, Optional

import pytest

from minibackprop import RELU, Layer, Network
from minibackprop.checking.gradient_problem import is_started, message_about, what_is_changed
from minibackprop.teaching.rules import BIASES, WEIGHTS

# a = 2 and 6, so that a − y is 2: the slopes are 4 and 2 in layer 2, and 6 and 6 in layer 1
PROBE: Any = (Network(Layer([[2]], [0]), Layer([[3]], [0])), [[1.0]], [[4.0]])
RIGHT: List[Any] = [{"dC_dW": [[6.0]], "dC_db": [6.0]}, {"dC_dW": [[4.0]], "dC_db": [2.0]}]
NO_RETURN = "there is none: is a return missing?"


def seen(**change: Any) -> Dict[str, Any]:
    return {"error": "", "line": None, "problem": "", "layers": RIGHT, **change}


def with_numbers(k: int, **numbers: Any) -> Dict[str, Any]:
    """What was seen, with other numbers in a layer."""
    return seen(layers=[{**layer, **numbers} if place == k else layer for place, layer in enumerate(RIGHT)])


def messages(*calls: Dict[str, Any]) -> List[str]:
    """About ∂C/∂w and ∂C/∂b of the last layer, then of those before it."""
    probes = [PROBE] * len(calls)
    return [message_about(probes, list(calls), rule, last) for last in (True, False) for rule in (WEIGHTS, BIASES)]


@pytest.mark.parametrize("errors, expected", [
    (None, False), ([], False), (["NotImplementedError"], False), (["NotImplementedError: soon"], False), ([""], True),
    (["NotImplementedError", "KeyError: 1"], True), (["NotImplementedError"] * 2, False), (["KeyError"], True),
])
def test_a_function_is_started_if_it_does_something_in_one_call(errors: Optional[List[str]], expected: bool) -> None:
    assert is_started(None if errors is None else [{"error": error} for error in errors]) is expected


def test_right_gradients_have_no_message_and_what_is_not_started_says_so() -> None:
    assert messages(seen(), seen()) == [""] * 4
    assert messages(seen(error="NotImplementedError")) == ["not started"] * 4
    assert message_about([PROBE], None, WEIGHTS, True) == "not started"


@pytest.mark.parametrize("call, message", [
    (seen(error="KeyError: 1", line=7), "it raises KeyError: 1, in line 7"),
    (seen(error="KeyError: 1"), "it raises KeyError: 1"),
    (seen(layers=None, problem="it returned 7"), "it returned 7"),
    (seen(layers=None, problem="it returned [[1]] (if it has no biases, say so: biases=False)"), "it returned [[1]]"),
    (seen(layers=RIGHT[:1]), "a gradient for each layer is needed"),
    (seen(layers=RIGHT + RIGHT[:1]), "a gradient for each layer is needed"),
    (seen(layers=[{"dC_dW": None, "dC_db": None}] * 2), NO_RETURN),
    (seen(layers=[{}, {}]), NO_RETURN),
])
def test_what_concerns_the_whole_call_is_said_of_each_gradient(call: Dict[str, Any], message: str) -> None:
    assert messages(call) == messages(seen(), call) == [message] * 4


@pytest.mark.parametrize("k, numbers, place, message", [
    (1, {"dC_dW": [[5.0]]}, 0, "∂C/∂w²₁₁ is 5, but 4 is right"),
    (1, {"dC_db": [5.0]}, 1, "∂C/∂b²₁ is 5, but 2 is right"),
    (0, {"dC_dW": [[5.0]]}, 2, "∂C/∂w¹₁₁ is 5, but 6 is right"),
    (0, {"dC_db": [5.0]}, 3, "∂C/∂b¹₁ is 5, but 6 is right"),
    (0, {"dC_db": [-0.0]}, 3, "∂C/∂b¹₁ is 0, but 6 is right"),
    (0, {"dC_db": None}, 3, NO_RETURN),
    (0, {"dC_db": [6.0, 6.0]}, 3, "in layer 1 it has another shape"),
    (0, {"dC_db": 6.0}, 3, "in layer 1 it has another shape"),
    (1, {"dC_dW": [[4.0], [4.0]]}, 0, "in layer 2 it has another shape"),
    (1, {"dC_dW": [[4.0000012]]}, 0, "∂C/∂w²₁₁ is nearly right: is it rounded?"),
    (1, {"dC_dW": [[4.000012]]}, 0, "∂C/∂w²₁₁ is 4.00001, but 4 is right"),
    (1, {"dC_dW": [[4.0 + 1e-9]]}, 0, ""),
])
def test_only_the_wrong_gradient_has_a_message(k: int, numbers: Any, place: int, message: str) -> None:
    expected = [""] * 4
    expected[place] = message
    assert messages(with_numbers(k, **numbers)) == messages(seen(), with_numbers(k, **numbers)) == expected


def test_the_first_wrong_number_is_named() -> None:
    network = Network(Layer([[1, 0], [0, 1]], [0, 0], RELU))
    wrong = seen(layers=[{"dC_dW": [[3.0, 6.0], [4.0, 9.0]], "dC_db": [3.0, 4.0]}])
    probe: Any = (network, [[1.0, 2.0]], [[-2.0, -2.0]])  # a − y is 3 and 4
    assert message_about([probe], [wrong], WEIGHTS, True) == "∂C/∂w¹₂₂ is 9, but 8 is right"


def test_a_slope_that_is_too_small_for_a_float_is_0_without_a_sign() -> None:
    probe: Any = (Network(Layer([[0]], [0])), [[5e-324], [0.0]], [[1.0], [0.0]])  # the mean of −5e-324 and 0 is −0
    wrong = seen(layers=[{"dC_dW": [[5.0]], "dC_db": [5.0]}])
    assert message_about([probe], [wrong], WEIGHTS, True) == "∂C/∂w¹₁₁ is 5, but 0 is right"


@pytest.mark.parametrize("change, words", [
    ({}, ""),
    ({"changed": "network"}, "the weights or biases have changed"),
    ({"changed": "inputs"}, "the inputs have changed"),
    ({"again": [RIGHT]}, "the same call gives other numbers each time"),
    ({"shares_rows": True}, "two rows of ∂C/∂w are one and the same list"),
])
def test_what_else_is_wrong(change: Dict[str, Any], words: str) -> None:
    unchanged: Dict[str, Any] = {"changed": "", "again": [], "shares_rows": False}
    assert what_is_changed([{**unchanged, **change}]) == what_is_changed([unchanged, {**unchanged, **change}]) == words
    assert what_is_changed([]) == ""
