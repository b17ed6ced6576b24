"""The fuzzer in its short form, and each of its oracles: a call that breaks it is found."""

import inspect
import math
from typing import Any, Dict, List

import pytest

import minibackprop
from minibackprop import Layer, LayerGradient, Network, RandomNumbers

from ...fuzzing import fuzzing
from ...fuzzing.arguments import Arguments
from ...fuzzing.command_calls import wrong_outcome
from ...fuzzing.fuzzing import TARGETS, failures
from ...fuzzing.library_calls import NOT_CALLED, check, public
from ...fuzzing.oracles import changed, different, frozen, not_finite, shared, wrong_exception

SHORT = 10000


def test_ten_thousand_calls(tmp_path: Any) -> None:
    found = list(failures(SHORT, 1, str(tmp_path)))
    assert not found, f"{len(found)} calls failed:\n" + "\n".join(found[:20])


def test_every_public_name_is_called_or_is_no_call() -> None:
    for name in minibackprop.__all__:
        value = getattr(minibackprop, name)
        is_error = isinstance(value, type) and issubclass(value, Exception)
        assert name in TARGETS or name in NOT_CALLED or is_error or not callable(value), name
    assert set(public()) <= set(TARGETS)


def test_a_seed_always_makes_the_same_call(tmp_path: Any) -> None:
    first, second = [list(failures(300, 500, str(tmp_path))) for _ in range(2)]
    assert first == second


def a_list_that_is_given(weights: Any, network: Any = None) -> Any:
    return [weights]


def an_argument_that_is_changed(weights: Any) -> None:
    if isinstance(weights, list):
        weights.append(7.0)


def another_answer_each_time(weights: Any, seen: List[int] = []) -> int:
    seen.append(1)
    return len(seen)


def another_error_each_time(weights: Any, seen: List[int] = []) -> int:
    seen.append(1)
    raise ValueError(f"call {len(seen)}")


def fails(error: BaseException) -> Any:
    def function(weights: Any) -> None:
        raise error
    return function


BROKEN: Dict[str, Any] = {
    "an AttributeError": (fails(AttributeError("no")), "AttributeError instead of a ValueError or TypeError: no"),
    "a RecursionError": (fails(RecursionError("deep")), "RecursionError instead of a ValueError or TypeError: deep"),
    "an OverflowError": (fails(OverflowError("large")), "OverflowError instead of"),
    "NaN": (lambda weights: math.nan, "the result has the number nan"),
    "infinite, in a network": (
        lambda weights: [Network(Layer([[1.0]], [0.0]).with_parameters([[math.inf]], [0.0]))], "the number inf"
    ),
    "infinite, in a record": (lambda weights: [LayerGradient([[1.0]], [-math.inf])], "the number -inf"),
    "infinite, in a drawing": (lambda weights: '<line x1="inf"/>', "a text with inf in it"),
    "a list that is given": (a_list_that_is_given, "the result has a list of the arguments in it"),
    "an argument that is changed": (an_argument_that_is_changed, "an argument has changed from"),
    "another answer each time": (another_answer_each_time, "the same call gave (1, "),
    "another error each time": (another_error_each_time, "the same call gave ('ValueError', 'call 1') and then"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_function_that_breaks_an_oracle_is_found(name: str, tmp_path: Any) -> None:
    function, message = BROKEN[name]
    problems = [check("broken", lambda args: function, seed, str(tmp_path)) for seed in range(40)]
    assert any(problem is not None and message in problem for problem in problems)


def test_a_function_that_keeps_to_the_oracles_is_not_found(tmp_path: Any) -> None:
    def copies(network: Any, weights: Any) -> Any:
        if isinstance(weights, list) and isinstance(network, Network):
            return {"size": len(weights), "network": network}
        raise TypeError(f"weights is {weights if weights is None else type(weights).__name__}")

    for seed in range(200):
        assert check("right", lambda args: copies, seed, str(tmp_path)) is None


def test_a_failure_says_how_to_make_the_call_again(tmp_path: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(fuzzing, "TARGETS", {"broken": lambda args: fails(KeyError("no"))})
    monkeypatch.setattr(fuzzing, "COMMAND_SHARE", 0.0)
    assert list(failures(2, 70, str(tmp_path))) == [
        f"broken: KeyError instead of a ValueError or TypeError: 'no'\n    again: python -m tests.fuzzing 1 {seed}"
        for seed in (70, 71)
    ]


ERROR = "minibackprop: error: no\n"


@pytest.mark.parametrize("status, out, err, message", [
    (0, "fine\n", "", None),
    (1, "", ERROR, None),
    (2, "", ERROR + "two lines\n", None),
    (3, "", ERROR, "exit status 3"),
    (1, "", "Traceback (most recent call last)", "a traceback"),
    (1, "half a report", ERROR, "this on standard output"),
    (1, "", "no\n", "not one error"),
    (2, "", ERROR + ERROR, "not one error"),
    (1, "", "minibackprop: error: \x1b[31m\n", "control characters"),
    (1, "", "minibackprop: error: \u202e\n", "control characters"),
    (0, "a\x07b\n", "", "control characters"),
])
def test_a_command_that_breaks_an_oracle_is_found(status: int, out: str, err: str, message: Any) -> None:
    problem = wrong_outcome([], status, out, err)
    assert problem is None if message is None else message in (problem or "")


def test_the_oracles_look_into_everything() -> None:
    network = Network(Layer([[1.0]], [0.0]))
    assert wrong_exception(ValueError()) is None and wrong_exception(KeyError("x")) is not None
    assert not_finite([[{"cost": (1.0, math.nan)}]]) is not None
    assert not_finite("the cost is infinite, an infinity, nano") is None
    assert shared([network], network.layers) is None, "networks are never changed, so they may be shared"
    assert shared([[1.0]], [[1.0]]) is None
    rows = [[1.0]]
    assert shared({"X": rows}, {"A": rows[0]}) is not None
    before = frozen(rows)
    rows[0].append(2.0)
    assert changed(before, rows) is not None
    assert different(0.0, -0.0) is not None and different(1, 1.0) is not None and different([1.0], [1.0]) is None
    assert different(RandomNumbers(1), RandomNumbers(2)) is None, "it moves on with each number"


def test_every_parameter_of_a_public_function_has_fitting_arguments(tmp_path: Any) -> None:
    """A new parameter needs an entry in FITTING, or it would only ever be given junk."""
    from random import Random

    from ...fuzzing.arguments import FITTING
    for name, target in TARGETS.items():
        for parameter in inspect.signature(target(Arguments(Random(1), str(tmp_path)))).parameters:
            assert parameter in FITTING, f"{name}: {parameter}"
