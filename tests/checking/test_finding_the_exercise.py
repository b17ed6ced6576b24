"""`check(f)`: which exercise is found for functions with odd names, other parameters, or none at all."""

from typing import Any

import pytest

from minibackprop import SettingError, check
from minibackprop.exercise_forms.sources import solution_of


class Neuron:
    """A function that is an object, and has no name."""

    def __call__(self, w: Any, x: Any, b: Any) -> Any:
        return sum(w_i * x_i for w_i, x_i in zip(w, x)) + b


def named(name: Any) -> Neuron:
    neuron: Any = Neuron()
    neuron.__name__ = name
    return neuron  # type: ignore[no-any-return]


def test_a_name_that_only_one_exercise_has_is_enough_whatever_the_parameters() -> None:
    def weighted_input(weights: Any, inputs: Any, bias: Any) -> Any:
        return Neuron()(weights, inputs, bias)

    assert check(weighted_input).passed and check(named("weighted_input")).passed


@pytest.mark.parametrize("function, name", [(Neuron(), "''"), (named(["w"]), '"[\'w\']"'), (named(7), "'7'")])
def test_a_function_without_a_usable_name_needs_the_number(function: Any, name: str) -> None:
    with pytest.raises(SettingError) as error:
        check(function)
    assert str(error.value) == (
        f"no exercise asks for a function {name}: say which one it solves, as in check(mine, exercise=12)"
    )
    assert check(function, exercise=1).passed


def test_an_object_named_backward_has_no_parameters_to_go_by() -> None:
    with pytest.raises(SettingError, match="backward is asked for in exercises 11, 12, 15, 17: say which one"):
        check(named("backward"))


def test_a_second_function_with_another_name_is_not_taken_for_a_missing_one() -> None:
    names: Any = {}
    exec(solution_of(4), names)
    with pytest.raises(SettingError, match="exercise 4 asks for cost, cost_slope, and for no other functions"):
        check(names["cost"], lambda y, a: names["cost_slope"](y, a))
    assert check(names["cost"], lambda y, a: names["cost_slope"](y, a), exercise=4).passed
    with pytest.raises(SettingError, match="and for no other functions"):
        check(names["cost"], names["cost_slope"], len, exercise=4)
