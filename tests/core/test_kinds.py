"""What counts as a function, and what as a list of numbers or a table."""

import pytest

from minibackprop.kinds import is_function, is_table, is_vector


@pytest.mark.parametrize("kind", ["function", "closure", "bound_method", "type"])
def test_what_micropython_can_call_is_a_function_although_it_has_no_call_method(kind: str) -> None:
    assert is_function(type(kind, (), {})())


@pytest.mark.parametrize("values", [3, None, {1, 2}, {1: 2}, "12", []])
def test_what_is_no_list_or_empty_is_neither_a_vector_nor_a_table(values: object) -> None:
    assert not is_vector(values) and not is_table(values)


def test_a_table_is_a_list_whose_first_entry_is_a_list() -> None:
    assert is_table([(1, 2)]) and is_table(([],)) and not is_table({0: [1, 2]}) and not is_table([1, [2]])
