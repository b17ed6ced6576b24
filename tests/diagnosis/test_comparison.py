"""A comparison: which numbers differ from a version of the chain rule, and what is gone on with."""

from typing import Any, Dict, List, Optional, Tuple

import pytest

from minibackprop import HALF_SQUARED_ERROR, Layer, Network, NumberError, ShapeError, forward
from minibackprop.diagnosis.comparison import CANNOT_SAY, DIFFERS, FITS, Comparison, gradients_by, verdict_on
from minibackprop.diagnosis.evidence import GRADIENT, Evidence
from minibackprop.diagnosis.layer_chain import Batch, LayerChain
from minibackprop.diagnosis.mistakes import MISTAKES
from minibackprop.diagnosis.version import EVERYWHERE, OUTPUT, RIGHT_VERSION, Version, instead
from minibackprop.linalg import Matrix, transpose
from minibackprop.teaching.rules import BIASES, WEIGHTS

ALL = ("dC_dA", "dA_dZ", "dC_dZ", "dC_dW", "dC_db")
Numbers = Dict[str, Any]


def batch_of(network: Network, X: Matrix, Y: Matrix) -> Batch:
    return Batch(network, transpose(X), transpose(Y), HALF_SQUARED_ERROR, forward(network, X), None)


# x = 1 and y = 0: the layers give 2 and 6, so ∂C/∂a is 6 at the output and 18 before it
CHAIN = batch_of(Network(Layer([[2.0]], [0.0]), Layer([[3.0]], [0.0])), [[1.0]], [[0.0]])
FIRST: Numbers = {"dC_dW": [[18.0]], "dC_db": [18.0]}
LAST: Numbers = {"dC_dW": [[12.0]], "dC_db": [6.0]}


def compared(
    theirs: Optional[List[Numbers]], version: Version = RIGHT_VERSION, judged: Tuple[str, ...] = GRADIENT, **how: bool
) -> Comparison:
    return Comparison(version, Evidence(CHAIN, theirs, 0.0, judged), **how)


def places(comparison: Comparison) -> List[Tuple[str, int]]:
    return [(difference.result, difference.layer) for difference in comparison.differences]


def test_numbers_that_agree_are_counted() -> None:
    comparison = compared([FIRST, LAST])
    assert (places(comparison), comparison.num_agreeing, comparison.is_misshapen) == ([], 4, False)
    assert repr(comparison) == "Comparison(0 differences)"
    assert compared([FIRST, LAST], is_quick=True).num_agreeing == 0


def test_what_differs_is_listed_from_the_last_layer_on() -> None:
    wrong = [{"dC_dW": [[18.0]], "dC_db": [19.0]}, {"dC_dW": [[13.0]], "dC_db": [6.0]}]
    comparison = compared(wrong)
    assert (places(comparison), comparison.num_agreeing) == ([("dC_dW", 2), ("dC_db", 1)], 2)
    assert (comparison.differences[0].yours, comparison.differences[0].right) == (13.0, 12.0)
    assert places(compared(wrong, is_quick=True)) == [("dC_dW", 2)]
    last_only = compared(wrong, output_only=True)
    assert (places(last_only), last_only.num_agreeing) == ([("dC_dW", 2)], 1)


def test_what_was_not_given_or_is_not_judged_is_left_out() -> None:
    assert compared(None).num_agreeing == 0
    assert compared([{"dC_db": [18.0]}, LAST]).num_agreeing == 3
    comparison = compared([{"dC_dW": [[0.0]], "dC_db": [18.0]}, LAST], judged=("dC_db",))
    assert (places(comparison), comparison.num_agreeing) == ([], 2)


def test_the_layers_of_a_reversed_version_are_looked_for_in_reversed_order() -> None:
    assert places(compared([LAST, FIRST], Version([], last_layer_first=True))) == []
    assert len(compared([FIRST, LAST], Version([], last_layer_first=True)).differences) == 4


def test_after_a_wrong_factor_it_goes_on_from_the_learner_s_number() -> None:
    """∂C/∂a is 7 in place of 6; what follows from 7 is right."""
    last = {"dC_dA": [[7.0]], "dA_dZ": [[1.0]], "dC_dZ": [[7.0]], "dC_dW": [[14.0]], "dC_db": [7.0]}
    first = {"dC_dA": [[21.0]], "dC_dW": [[21.0]], "dC_db": [21.0]}
    comparison = compared([first, last], judged=ALL)
    assert (places(comparison), comparison.num_agreeing) == ([("dC_dA", 2)], 7)


def test_after_a_factor_of_another_shape_it_goes_on_from_its_own() -> None:
    last = {"dC_dA": [[7.0, 7.0]], "dC_dW": [[12.0]], "dC_db": [6.0]}
    comparison = compared([FIRST, last], judged=ALL)
    assert (places(comparison), comparison.num_agreeing) == ([("dC_dA", 2)], 4)


def test_a_wrong_gradient_changes_nothing_that_follows() -> None:
    from_weights = MISTAKES["bias-from-weights"].versions[0]  # which reads ∂C/∂w: 12 and 18
    wrong = [{"dC_dW": [[1.0]], "dC_db": [18.0]}, {"dC_dW": [[1.0]], "dC_db": [12.0]}]
    assert places(compared(wrong, from_weights)) == [("dC_dW", 2), ("dC_dW", 1)]


WIDE = batch_of(Network(Layer([[2.0, 1.0]], [0.0])), [[1.0, 3.0]], [[0.0]])  # it gives 5
RIGHT = [{"dC_dW": [[5.0, 15.0]], "dC_db": [5.0]}]


def raises(error: Exception) -> Any:
    def line(at: LayerChain) -> Any:
        raise error

    return line


@pytest.mark.parametrize("version, theirs, verdict", [
    (RIGHT_VERSION, RIGHT, FITS),
    (RIGHT_VERSION, None, CANNOT_SAY),
    (RIGHT_VERSION, [{"dC_dW": [[5.0, 15.0]], "dC_db": [6.0]}], DIFFERS),
    (RIGHT_VERSION, [{"dC_dW": [[5.0], [15.0]], "dC_db": [5.0]}], DIFFERS),
    (RIGHT_VERSION, [{"dC_dW": [[5.0, 15.0]], "dC_db": 5.0}], DIFFERS),
    (Version([instead(WEIGHTS, EVERYWHERE, lambda at: [[5.0], [15.0]])]), RIGHT, CANNOT_SAY),
    (Version([instead(WEIGHTS, EVERYWHERE, lambda at: [[5.0], [15.0]])]),
     [{"dC_dW": [[5.0], [15.0]], "dC_db": [5.0]}], FITS),
    (Version([instead(WEIGHTS, EVERYWHERE, lambda at: [[5.0], [15.0]])]),
     [{"dC_dW": [[5.0], [16.0]], "dC_db": [5.0]}], DIFFERS),  # both have this shape, so the numbers count
    (Version([instead(WEIGHTS, EVERYWHERE, lambda at: [[1.0, 1.0]]), instead(BIASES, EVERYWHERE, lambda at: [[5.0]])]),
     RIGHT, DIFFERS),  # the first difference decides
    (Version([instead(BIASES, EVERYWHERE, lambda at: [[5.0]])]), RIGHT, CANNOT_SAY),
    (Version([instead(BIASES, EVERYWHERE, lambda at: [5.0, 5.0])]), RIGHT, CANNOT_SAY),
    (Version([instead(BIASES, EVERYWHERE, lambda at: [4.0])]), RIGHT, DIFFERS),
    (Version([instead(BIASES, EVERYWHERE, raises(ShapeError()))]), RIGHT, CANNOT_SAY),
    (Version([instead(BIASES, EVERYWHERE, raises(NumberError()))]), RIGHT, CANNOT_SAY),
    (Version([instead(BIASES, EVERYWHERE, raises(TypeError()))]), RIGHT, CANNOT_SAY),
])
def test_the_verdict_on_a_version(version: Version, theirs: Any, verdict: str) -> None:
    assert verdict_on(version, Evidence(WIDE, theirs, 0.0, GRADIENT)) == verdict


def test_each_number_of_a_table_counts() -> None:
    assert Comparison(RIGHT_VERSION, Evidence(WIDE, RIGHT, 0.0, GRADIENT)).num_agreeing == 3


def test_gradients_of_a_version_that_cannot_be_calculated_are_none() -> None:
    assert gradients_by(RIGHT_VERSION, CHAIN) == [[[[12.0]], [6.0]], [[[18.0]], [18.0]]]
    assert gradients_by(Version([instead(WEIGHTS, OUTPUT, raises(ShapeError()))]), CHAIN) is None


def test_batches_and_layers_show_what_they_are() -> None:
    assert repr(CHAIN) == "Batch(Network(1 -> 1 -> 1), 1 example)"
    assert repr(LayerChain(CHAIN, 1, None)) == "LayerChain(layer 2)"
