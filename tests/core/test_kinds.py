"""What counts as a number, and what as a function, a list of numbers or a table."""

from typing import Any

import pytest

from minibackprop.kinds import converted, is_bool, is_function, is_table, is_vector, without_dimensions

from ..support.bad_input import NOT_A_NUMBER

NO_NUMBER = "a number is needed here (int or float)"


def of_type(name: str, **attributes: object) -> Any:
    """An object of another library, whose type has this name, and which can be made a float."""
    return type(name, (), {"__float__": lambda self: 1.0, **attributes})()


class Failing:
    """An object that cannot be made a float although it says so."""

    def __float__(self) -> float:
        raise KeyError("no number")


@pytest.mark.parametrize("value, why_not", [
    (of_type("MaskedConstant"), "it is masked, but a number is needed here"),
    (of_type("complex256"), NOT_A_NUMBER),
    (of_type("bool_"), NOT_A_NUMBER),
    ("1", NOT_A_NUMBER),
    (10**400, "it is too large to calculate with"),
    (Failing(), NO_NUMBER),
    (None, NO_NUMBER),
    (of_type("array", ndim=1), NO_NUMBER),
], ids=range(8))
def test_what_is_no_number_is_0_and_a_reason(value: Any, why_not: str) -> None:
    assert converted(value) == (0.0, why_not)


def test_a_number_without_dimensions_is_what_its_item_is_if_it_has_one() -> None:
    without_item, with_item = of_type("scalar", ndim=0), of_type("scalar", ndim=0, item=lambda self: 2.5)
    assert without_dimensions(without_item) is without_item
    assert without_dimensions(with_item) == 2.5
    assert [converted(value) for value in (without_item, with_item)] == [(1.0, ""), (2.5, "")]


def test_a_truth_value_of_another_library_is_one_too() -> None:
    assert is_bool(of_type("bool_")) and is_bool(True) and not is_bool(1)


@pytest.mark.parametrize("kind", ["function", "closure", "bound_method", "type"])
def test_what_micropython_can_call_is_a_function_although_it_has_no_call_method(kind: str) -> None:
    assert is_function(of_type(kind))


@pytest.mark.parametrize("values", [3, None, {1, 2}, {1: 2}, "12", []])
def test_what_is_no_list_or_empty_is_neither_a_vector_nor_a_table(values: object) -> None:
    assert not is_vector(values) and not is_table(values)


def test_a_table_is_a_list_whose_first_entry_is_a_list() -> None:
    assert is_table([(1, 2)]) and is_table(([],)) and not is_table({0: [1, 2]}) and not is_table([1, [2]])
