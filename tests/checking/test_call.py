"""What is seen in one call of a learner's function: its value, its error, what it changes, whether it varies."""

from typing import Any, Callable, List

import pytest

from minibackprop.checking.call import as_seen_value, observe_call

NOTHING = {
    "kind": "", "error": "", "file": "", "line": None, "problem": "", "value": None, "changed": False, "varies": False,
}
NAN = float("nan")


class Unreadable:
    """Has no value that can be read, and cannot be compared."""

    def tolist(self) -> None:
        raise ValueError("it was deleted")

    def __eq__(self, other: object) -> bool:
        raise ValueError("it cannot be compared")


class OwnError(Exception):
    """An error of the learner's own."""


def in_turn(*values: Any) -> "Callable[[], Any]":
    """A function that returns these, one at each call."""
    left = list(values)
    return lambda: left.pop(0)


def test_a_value_is_seen_in_lists_and_floats() -> None:
    assert observe_call(lambda x, y: (x, [y, None]), [1, 2]) == {**NOTHING, "value": [1.0, [2.0, None]]}
    assert observe_call(lambda: None, []) == NOTHING
    assert str(as_seen_value((1, [2]))) == "[1.0, [2.0]]"


def test_an_error_is_seen_with_its_line_and_the_function_is_not_called_again() -> None:
    calls: List[int] = []

    def divides(x: float) -> float:
        calls.append(1)
        return x / 0

    line = divides.__code__.co_firstlineno + 2
    assert observe_call(divides, [1]) == {
        **NOTHING, "kind": "ZeroDivisionError", "error": "ZeroDivisionError: division by zero", "file": __file__,
        "line": line,
    }
    assert len(calls) == 1


@pytest.mark.parametrize("error, kind, words", [
    (NotImplementedError(), "NotImplementedError", "NotImplementedError"),
    (OwnError("oh"), "Exception", "OwnError: oh"),
    (SystemExit(3), "SystemExit", "SystemExit: 3"),
    (KeyError("b"), "KeyError", "KeyError: 'b'"),
])
def test_a_known_error_is_called_by_its_name(error: BaseException, kind: str, words: str) -> None:
    def raises() -> None:
        raise error

    seen = observe_call(raises, [])
    assert (seen["kind"], seen["error"]) == (kind, words)


def test_what_cannot_be_read_is_a_problem_and_the_function_is_not_called_again() -> None:
    calls: List[int] = []

    def text() -> str:
        calls.append(1)
        return "six" * len(calls)

    needed = "a number is needed here (int or float), not text, True/False or a complex number"
    assert observe_call(text, []) == {**NOTHING, "problem": f"it returned 'six': {needed}"}
    assert len(calls) == 1
    problem = "what it returned cannot be read: ValueError: it was deleted"
    assert observe_call(Unreadable, []) == {**NOTHING, "problem": problem}


def test_a_list_may_have_9999_numbers() -> None:
    assert observe_call(lambda: [0.5] * 9999, [])["value"] == [0.5] * 9999
    assert observe_call(lambda: [0.5] * 10000, [])["problem"] == "it returned too many numbers"


def changes_number(x: List[Any]) -> float:
    x[1] = 7.0
    return 1.0


def changes_row(x: List[Any]) -> float:
    x[0][1][0] = 7.0
    return 1.0


def removes_last(x: List[Any]) -> float:
    del x[-1]
    return 1.0


def puts_in_what_cannot_be_compared(x: List[Any]) -> float:
    x[1] = Unreadable()
    return 1.0


@pytest.mark.parametrize("function", [changes_number, removes_last, puts_in_what_cannot_be_compared])
@pytest.mark.parametrize("number", [0.0, 1.0])
def test_a_changed_list_is_seen_and_the_next_call_gets_the_old_one(function: Any, number: float) -> None:
    x = [3.0, number]
    assert observe_call(function, [x]) == {**NOTHING, "value": 1.0, "changed": True}
    assert x == [3.0, number]


@pytest.mark.parametrize("x", [[[2.0, [1.0]]], [(2.0, [1.0])], [[2.0, (1.0,)]]])
def test_lists_in_lists_and_tuples_are_copies_too(x: List[Any]) -> None:
    before = repr(x)
    if isinstance(x[0][1], list):
        assert observe_call(changes_row, [x]) == {**NOTHING, "value": 1.0, "changed": True}
    else:
        assert observe_call(changes_row, [x])["kind"] == "TypeError"  # a tuple stays one
    assert repr(x) == before


def test_a_function_that_was_given_does_not_count_as_changed() -> None:
    assert observe_call(lambda f, x: f(x[0]), [abs, [-2.0]]) == {**NOTHING, "value": 2.0}


@pytest.mark.parametrize("first, second, varies", [
    (1.0, 1.0, False), (1.0, 2.0, True), (NAN, float("nan"), False), (NAN, 1.0, True), (1.0, NAN, True),
    ([1.0], [1.0, 2.0], True), ([1.0, 2.0], [1.0], True), ([[NAN]], [[float("nan")]], False), ([1.0], 1.0, True),
    (1.0, [1.0], True), (1.0, None, True), ([1.0, 2.0], [1.0, 3.0], True), ([], [], False),
])
def test_whether_the_second_call_gives_the_same(first: Any, second: Any, varies: bool) -> None:
    assert observe_call(in_turn(first, second), [])["varies"] is varies
