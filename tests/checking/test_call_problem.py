"""What is said of one call, and how near to the right value a value has to be."""

from typing import Any, Dict, List

import pytest

from minibackprop.checking.call_problem import agree, call_problem, has_value
from minibackprop.checking.task import Task

SEEN = {
    "kind": "", "error": "", "file": "", "line": None, "problem": "", "value": 6.0, "changed": False, "varies": False,
}


def problem_of(right: Any, seen: Dict[str, Any]) -> str:
    task = Task("f", "x", lambda x: right, [1.0], [], [])
    return call_problem(task, [[2.0, 0.5]], {**SEEN, **seen})


@pytest.mark.parametrize("seen, words", [
    ({"kind": "KeyError", "error": "KeyError: 1", "line": 3}, "f([2, 0.5]) raises KeyError: 1, in line 3"),
    ({"kind": "KeyError", "error": "KeyError: 1"}, "f([2, 0.5]) raises KeyError: 1"),
    ({"kind": "RecursionError", "error": "RecursionError: too deep", "line": 9},
     "f([2, 0.5]) raises RecursionError: too deep, in line 9 (it calls itself again and again)"),
    ({"problem": "it returned 'a': a number is needed here", "value": None},
     "f([2, 0.5]): it returned 'a': a number is needed here"),
    ({"value": None}, "f([2, 0.5]) returns nothing: is a return missing?"),
    ({"value": 7.0, "changed": True},
     "f([2, 0.5]) changes a list that it was given. Its value may be right, but make a new list instead"),
    ({"value": 7.0, "varies": True},
     "f([2, 0.5]) gives something else when it is called again: is something kept from call to call?"),
    ({"value": 7.0}, ""),
    ({"value": 7.00005}, "f([2, 0.5]) gives nearly the right value, 7: is it rounded?"),
    ({"value": 7.0001}, "f([2, 0.5]) gives 7.0001, but 7 is right"),
    ({"value": [7.0]}, "f([2, 0.5]) gives [7], but 7 is right"),
])
def test_what_is_said_of_a_call(seen: Dict[str, Any], words: str) -> None:
    assert problem_of(7, seen) == words


def test_a_tuple_is_as_good_as_a_list() -> None:
    assert problem_of(([1, 2.5], 3), {"value": [[1.0, 2.5], 3.0]}) == ""
    assert problem_of((1, 2.5), {"value": [1.0, 3.5]}) == "f([2, 0.5]) gives [1, 3.5], but [1, 2.5] is right"


def test_nearly_right_is_measured_by_the_largest_right_number() -> None:
    assert problem_of([1000.1, 0.1], {"value": [1000.1, 0.109]}) == (
        "f([2, 0.5]) gives nearly the right value, [1000.1, 0.1]: is it rounded?"
    )
    assert problem_of([0.001, 0.1], {"value": [0.00101, 0.1]}) == (
        "f([2, 0.5]) gives [0.00101, 0.1], but [0.001, 0.1] is right"
    )


@pytest.mark.parametrize("change", [
    {"kind": "KeyError"}, {"problem": "it returned 'a'"}, {"changed": True}, {"varies": True}, {"value": None},
])
def test_a_call_has_a_value_if_nothing_else_is_wrong(change: Dict[str, Any]) -> None:
    assert has_value(SEEN) is True and has_value({**SEEN, "value": 0.0}) is True
    assert has_value({**SEEN, **change}) is False


@pytest.mark.parametrize("right, value, expected", [
    ([0.0], [1e-12], True), ([0.0], [1.1e-12], False),  # at least 1e-12 is allowed
    ([100.1, 0.3], [100.1, 0.3 + 0.99e-7], True), ([100.1, 0.3], [100.1, 0.3 + 1.01e-7], False),  # 1e-9 of the largest
    # 1e-5 of it, if all numbers are of single precision, as here; 2⁻¹⁰ is just below 0.001005, and 2⁻⁹ above it
    ([100.5, 0.25], [100.5, 0.25 + 2**-10], True), ([100.5, 0.25], [100.5, 0.25 + 2**-9], False),
    ([1.0], [1.0, 1.0], False), ([1.0], 1.0, False), ([1.0], [float("nan")], False), ([1.0], [None], False),
])
def test_numbers_agree_up_to_rounding(right: List[float], value: Any, expected: bool) -> None:
    assert agree(right, value) is expected
