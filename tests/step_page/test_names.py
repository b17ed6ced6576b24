"""Inputs, targets and examples have the names that were given, one for each."""

from typing import Any, Dict

import pytest

from minibackprop import Layer, Network, ShapeError
from minibackprop.step_page.names import PageNames

NETWORK = Network(Layer([[0.1, 0.2]], [0.3]), Layer([[1.0]], [0.0]))


def test_a_place_has_the_name_of_its_input_or_target() -> None:
    names = PageNames(NETWORK, 2, ["size", "age"], ["price"], ["first", "second"])
    assert [names.at(place) for place in ("x.1", "x.2", "y.1")] == ["size", "age", "price"]
    assert [names.at(place) for place in ("w.1.1.1", "w.1.1.2")] == ["size", "age"]
    assert [names.at(place) for place in ("w.2.1.1", "b.1.1", "z.1.1", "C")] == ["", "", "", ""]
    assert names.examples == ["first", "second"]


def test_without_names_the_examples_are_numbered_and_the_rest_has_none() -> None:
    names = PageNames(NETWORK, 2)
    assert names.examples == ["example 1", "example 2"]
    assert (names.inputs, names.outputs, names.at("x.1")) == (None, None, "")


def test_a_name_need_not_be_text() -> None:
    assert PageNames(NETWORK, 1, inputs=[1, 2]).inputs == ["1", "2"]  # type: ignore[list-item]


@pytest.mark.parametrize("given, message", [
    ({"inputs": ["a"]}, "there must be 2 input names, not 1: give a list with one name for each input"),
    ({"outputs": ["a", "b"]}, "there must be 1 output name, not 2"),
    ({"examples": []}, "there must be 1 example name, not 0"),
    ({"inputs": 5}, "the input names must be a list with one name for each input, but this is 5"),
    ({"inputs": "ab"}, "the input names must be a list with one name for each input, but this is 'ab'"),
])
def test_names_that_do_not_fit_are_refused(given: Dict[str, Any], message: str) -> None:
    with pytest.raises(ShapeError, match=message):
        PageNames(NETWORK, 1, **given)
