"""The form of what was returned: what is said of it, and what is named by it."""

from typing import Any, Dict, List, Optional

import pytest

from minibackprop import Layer, Network
from minibackprop.diagnosis.form import ONE_SHAPE, FormProblem, form_problem, shape_problem

SQUARE = Network(Layer([[1, 2], [3, 4]], [0, 0]))
TWO_LAYERS = Network(Layer([[1, 2], [3, 4], [5, 6]], [0, 0, 0]), Layer([[1, 2, 3]], [0]))
NAN = float("nan")


def seen(**changes: Any) -> Dict[str, Any]:
    """What was observed of a function that does nothing wrong, but for this."""
    observed: Dict[str, Any] = {
        "error": "", "file": "", "line": None, "problem": "", "layers": [{"dC_dW": [[6.0]], "dC_db": [2.0]}],
        "changed": "", "shares_rows": False, "again": [],
    }
    return {**observed, **changes}


def sentence_of(problem: Optional[FormProblem]) -> str:
    assert problem is not None
    return problem.sentence


def test_a_problem_shows_its_name_or_its_sentence() -> None:
    assert repr(FormProblem("It is odd.", "sign")) == "FormProblem(sign)"
    assert repr(FormProblem("It is odd.")) == "FormProblem(It is odd.)"


def test_an_error_from_an_unknown_place_is_told_without_one() -> None:
    problem = form_problem(seen(error="KeyError: 3"), SQUARE, [[1, 2], [3, 4]])
    assert sentence_of(problem) == "It raised KeyError: 3, with Network(2 -> 2) and 2 examples."


def test_an_infinite_number_is_told_with_its_layer_and_the_first_name() -> None:
    layers = [{"dC_dW": [[1.0]], "dC_db": [1.0]}, {"dC_db": [NAN], "dC_dW": [[float("inf")]]}]
    problem = form_problem(seen(layers=layers), TWO_LAYERS, [[1, 2]])
    assert sentence_of(problem) == (
        "There is a NaN or an infinite number in dC_dW of layer 2, with Network(2 -> 3 -> 1) and 1 example."
    )


def with_numbers(*numbers: float) -> List[Dict[str, Any]]:
    return [{"dC_dW": [list(numbers)], "dC_db": None}]


ADDS, OTHER = "The same call adds its gradients", "The same call gives other numbers each time"


@pytest.mark.parametrize("first, second, third, words", [
    (with_numbers(-1.0), with_numbers(-1.0 - 1e-12), with_numbers(-1.0), ""),  # only the rounding
    (with_numbers(1000.0), with_numbers(1000.0 + 1e-8), with_numbers(1000.0), ""),
    (with_numbers(1e-12), with_numbers(2e-12), with_numbers(3e-12), ADDS),
    (with_numbers(1000.0), with_numbers(2000.0 + 1e-8), with_numbers(3000.0), ADDS),
    (with_numbers(1.0), with_numbers(2.0), with_numbers(3.1), OTHER),
    (with_numbers(1.0), with_numbers(2.0, 5.0), with_numbers(3.0, 5.0), OTHER),
    (with_numbers(1.0), with_numbers(1.0, 5.0), with_numbers(1.0), OTHER),
    (with_numbers(1.0), None, None, OTHER),
])
def test_further_calls_add_up_or_are_random_or_only_rounded(first: Any, second: Any, third: Any, words: str) -> None:
    problem = form_problem(seen(layers=first, again=[second, third]), SQUARE, [[1, 2]])
    assert ("" if problem is None else problem.sentence)[: len(words) or None] == words
    assert problem is None or problem.name == ("not-zeroed" if words == ADDS else "")


@pytest.mark.parametrize("layers, network, biases, sentence", [
    ([{"dC_dW": [[1.0, 2.0], [3.0, 4.0]], "dC_db": [1.0]}], SQUARE, True,
     "dC_db of layer 1 is 1, but must be a list of 2 numbers, one for each bias."),
    ([{"dC_dW": [[1.0, 2.0], [3.0, 4.0]], "dC_db": [[1.0], [2.0]]}], SQUARE, True,
     "dC_db of layer 1 is 2x1, but must be a list of 2 numbers, one for each bias."),
    ([{"dC_dW": [[1.0, 2.0], [3.0, 4.0]], "dC_db": None}], SQUARE, True,
     "dC_db of layer 1 is no list, or missing, but must be a list of 2 numbers, one for each bias."),
    ([{"dC_dW": [[1.0] * 2] * 3, "dC_db": [1.0] * 3}, {"dC_dW": 5.0, "dC_db": [1.0]}], TWO_LAYERS, True,
     "dC_dW of layer 2 is no list, or missing, but must be 1x3: a row for each neuron, a column for each input."),
    ([{"dC_dW": [[1.0] * 2] * 3, "dC_db": [1.0] * 3}, {"dC_dW": None, "dC_db": None}], TWO_LAYERS, True,
     f"It returned gradients for 1 layer, but Network(2 -> 3 -> 1) has 2. {ONE_SHAPE}"),
    ([{"dC_dW": [[1.0] * 3], "dC_db": [1.0]}, {"dC_dW": [[1.0] * 2] * 3, "dC_db": [1.0] * 3}], TWO_LAYERS, True,
     "The shapes are those of the layers from the last to the first."),
    ([{"dC_dW": [[1.0] * 3] * 2, "dC_db": [1.0] * 3}, {"dC_dW": [[1.0]] * 3, "dC_db": [1.0]}], TWO_LAYERS, True,
     "Each ∂C/∂w has as many rows as its layer has inputs."),
    ([{"dC_dW": [[1.0, 2.0], [3.0, 4.0]]}], SQUARE, False, ""),
    ([{"dC_dW": [[1.0, 2.0], [3.0, 4.0]], "dC_db": [1.0, 2.0]}], SQUARE, True, ""),
])
def test_shapes_are_told(layers: Any, network: Network, biases: bool, sentence: str) -> None:
    problem = shape_problem(layers, network, biases)
    assert ("" if problem is None else problem.sentence) == sentence
