"""A version of the chain rule: what two of them make together, exclude, and change."""

from typing import Any, List

import pytest

from minibackprop.diagnosis.layer_chain import LayerChain
from minibackprop.diagnosis.version import EVERYWHERE, FIRST, HIDDEN, OUTPUT, Version, instead, then
from minibackprop.teaching.rules import BACK, BIASES, WEIGHTS, Rule


def says(text: str) -> Any:
    """A wrong line that gives this text."""
    return lambda at, result=None: text


def version(*places: Any, rule: Rule = WEIGHTS) -> Version:
    return Version([instead(rule, applies, says(applies.__name__)) for applies in places])


def afterwards(applies: Any) -> Version:
    return Version([then(WEIGHTS, applies, says("afterwards"))])


def first_layer() -> LayerChain:
    at: LayerChain = object.__new__(LayerChain)
    at.k = 0
    return at


def test_a_version_shows_its_changes() -> None:
    assert repr(version(EVERYWHERE)) == "Version([Change(dC_dW)])"


def test_in_the_first_layer_its_own_line_stays_whatever_comes_first() -> None:
    everywhere, first = version(EVERYWHERE), version(FIRST)
    for both in (everywhere.together_with(first), first.together_with(everywhere)):
        found: object = both.result_of(WEIGHTS, first_layer())
        assert found == "FIRST"


@pytest.mark.parametrize("one, other, both", [(True, False, True), (False, True, True), (False, False, False)])
def test_together_the_layers_are_reversed_if_one_reverses_them(one: bool, other: bool, both: bool) -> None:
    assert Version([], one).together_with(Version([], other)).last_layer_first is both


EXCLUDING: List[Any] = [
    (version(EVERYWHERE), version(EVERYWHERE), True),
    (version(HIDDEN), version(HIDDEN), True),
    (version(OUTPUT), version(EVERYWHERE), True),
    (version(HIDDEN), version(OUTPUT), False),
    (version(OUTPUT), version(HIDDEN), False),
    (version(FIRST), version(EVERYWHERE), False),
    (version(HIDDEN), version(FIRST), False),
    (version(EVERYWHERE), version(EVERYWHERE, rule=BIASES), False),
    (version(EVERYWHERE), afterwards(EVERYWHERE), False),
    (afterwards(EVERYWHERE), version(EVERYWHERE), False),
    (afterwards(EVERYWHERE), afterwards(EVERYWHERE), False),
]


@pytest.mark.parametrize("one, other, expected", EXCLUDING)
def test_two_lines_in_place_of_one_rule_exclude_each_other(one: Version, other: Version, expected: bool) -> None:
    assert one.excludes(other) is expected


@pytest.mark.parametrize("changed, expected", [
    (Version([]), False),
    (Version([], last_layer_first=True), True),
    (version(EVERYWHERE), True),
    (version(OUTPUT), True),
    (version(HIDDEN), False),
    (version(EVERYWHERE, rule=BACK), False),
    (version(HIDDEN, rule=BACK), False),
    (version(HIDDEN, OUTPUT), True),
])
def test_the_last_layer_has_other_gradients_or_not(changed: Version, expected: bool) -> None:
    assert changed.changes_output() is expected
