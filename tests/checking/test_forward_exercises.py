"""Exercise 10: what the right function and the wrong rules give for one network, worked out by hand."""

from typing import Any, List

from ..support.exercise_listing import is_as_listed
from ..support.wrong_rules import values_of


def square(z: float) -> float:
    return z * z


def double(z: float) -> float:
    return 2 * z


def test_the_record_of_two_layers_and_each_wrong_rule() -> None:
    network: List[Any] = [
        ([[1.0], [2.0]], [1.0, -1.0], square, double),
        ([[1.0, -1.0]], [3.0], square, double),
    ]
    first, second = ([3], [4, 5], [16, 25]), ([16, 25], [-6], [36])
    assert values_of(10, "forward", network, [3.0]) == {
        "right": [[first, second]],
        "activation-missing": [[([3], [4, 5], [4, 5]), ([4, 5], [2], [2])]],
        "f-prime-for-f": [[([3], [4, 5], [8, 10]), ([8, 10], [1], [2])]],
        "z-passed-on": [[first, ([4, 5], [2], [4])]],
        "x-for-every-layer": [[first, ([3], [6], [36])]],
        "bias-missing": [[([3], [3, 6], [9, 36]), ([9, 36], [-27], [729])]],
        "last-layer-only": [[second]],
        "first-layer-only": [[first]],
        "input-missing": [[([4, 5], [16, 25]), ([-6], [36])]],
        "output-for-input": [[([16, 25], [4, 5], [16, 25]), ([36], [-6], [36])]],
        "last-layer-first": [[second, first]],
    }


def test_the_only_layer_is_the_first_and_the_last() -> None:
    values = values_of(10, "forward", [([[2.0]], [1.0], square, double)], [3.0])
    assert values["last-layer-only"] == values["first-layer-only"] == values["last-layer-first"] == values["right"]
    assert values["right"] == [[([3], [7], [49])]]


def test_the_exercise_is_as_listed() -> None:
    assert is_as_listed(10)
