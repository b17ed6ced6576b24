"""Calls and values as text, as one would type them."""

from typing import Any

import pytest

from minibackprop.checking.shown_call import shown_call, shown_value, whole_call


@pytest.mark.parametrize("value, text", [
    (2.0, "2"), (-0.0, "0"), (1 / 3, "0.333333"), (1234567.0, "1.23457e+06"), (3, "3"), (None, "None"), ("a", "'a'"),
    ([1.0, [2.5]], "[1, [2.5]]"), ((1.0, [2.0, -0.0]), "(1, [2, 0])"), ([], "[]"), (float("nan"), "nan"),
])
def test_a_value_as_text(value: Any, text: str) -> None:
    assert shown_value(value) == text
    assert shown_call("f", [value, 0.5]) == whole_call("f", [value, 0.5]) == f"f({text}, 0.5)"


def test_a_text_of_400_characters_is_whole_and_a_longer_one_ends_with_dots() -> None:
    assert shown_value("a" * 398) == "'" + "a" * 398 + "'"
    assert shown_value("a" * 399) == "'" + "a" * 398 + "…"
    assert len(shown_call("f", ["a" * 500])) == 400 and shown_call("f", ["a" * 500])[-2:] == "a…"
    assert whole_call("f", ["a" * 500]) == "f('" + "a" * 500 + "')"
