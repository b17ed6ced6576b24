"""A difference: where a wrong number is, and in which symbols it is told."""

from typing import Any, List, Optional, Tuple

import pytest

from minibackprop.diagnosis.difference import Difference
from minibackprop.teaching.rules import BIASES, DELTA, ERROR, SLOPE, WEIGHTS, Rule

TABLE = [[1.0, 2.0, 0.0], [4.0, 5.0, 6.0]]
OTHER = [[1.5, 2.5, 3.5], [4.5, 5.5, 0.0]]


def place(difference: Difference) -> Tuple[int, int, Optional[int], Optional[int]]:
    return difference.layer, difference.neuron, difference.input, difference.example


@pytest.mark.parametrize("rule, places, where, symbols", [
    (WEIGHTS, [1, 1], (3, 2, 2, None), (("C",), ("w", 3, 2, 2))),
    (WEIGHTS, [0, 2], (3, 1, 3, None), (("C",), ("w", 3, 1, 3))),
    (ERROR, [1, 2], (3, 2, None, 3), (("C",), ("a", 3, 2))),
    (DELTA, [0, 1], (3, 1, None, 2), (("C",), ("z", 3, 1))),
    (SLOPE, [1, 0], (3, 2, None, 1), (("a", 3, 2), ("z", 3, 2))),
])
def test_a_wrong_number_of_a_table(rule: Rule, places: List[int], where: Any, symbols: Any) -> None:
    difference = Difference(2, rule, places, TABLE, OTHER)
    row, column = places
    assert (difference.yours, difference.right) == (OTHER[row][column], TABLE[row][column])
    assert not difference.is_shape
    assert (place(difference), difference.top_and_bottom, difference.result) == (where, symbols, rule.result)


def test_a_wrong_number_of_a_bias() -> None:
    difference = Difference(0, BIASES, [1], [1.0, 2.0], [1.0, 3.0])
    assert (place(difference), difference.yours, difference.right) == ((1, 2, None, None), 3.0, 2.0)
    assert difference.top_and_bottom == (("C",), ("b", 1, 2))
    assert repr(difference) == "Difference(dC_db of layer 1: 3.0, but 2.0 is right)"


@pytest.mark.parametrize("rule, places, mine, theirs, where", [
    (BIASES, [], [1.0, 2.0], None, (1, 1, None, None)),
    (BIASES, [1], [1.0, 2.0], [1.0, [2.0]], (1, 2, None, None)),
    (BIASES, [1], [1.0, [2.0]], [1.0, 2.0], (1, 2, None, None)),
    (WEIGHTS, [], TABLE, TABLE[:1], (1, 1, 1, None)),
    (WEIGHTS, [1], TABLE, [TABLE[0], [1.0]], (1, 2, 1, None)),
    (DELTA, [1], TABLE, [TABLE[0], [1.0]], (1, 2, None, 1)),
])
def test_where_the_shapes_differ_there_are_no_numbers(
    rule: Rule, places: Any, mine: Any, theirs: Any, where: Any
) -> None:
    difference = Difference(0, rule, places, mine, theirs)
    assert difference.is_shape
    assert (difference.yours, difference.right, place(difference)) == (None, None, where)
