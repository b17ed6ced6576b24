"""Evidence: how far numbers may lie apart, and where two nested lists first differ."""

from typing import Any, List, Optional

import pytest

from minibackprop import HALF_SQUARED_ERROR, Layer, Network, forward
from minibackprop.diagnosis.evidence import Evidence, are_of_single_precision, first_difference, largest_of, shape_of
from minibackprop.diagnosis.layer_chain import Batch

NETWORK = Network(Layer([[1]], [0]))
BATCH = Batch(NETWORK, [[3.0]], [[1.0]], HALF_SQUARED_ERROR, forward(NETWORK, [[3.0]]), None)
GRADIENT = ("dC_dW", "dC_db")


@pytest.mark.parametrize("dC_dW, dC_db, tolerance, judged, allowed", [
    (-0.1, 2.0, 0.0, GRADIENT, [1e-10, 2e-9]),  # a billionth of the largest beside it
    (0.1, -2.0, 0.5, GRADIENT, [0.5, 0.5]),
    (0.1, 2e9, 0.5, GRADIENT, [0.5, 2.0]),
    (0.5, -2.0, 0.0, GRADIENT, [2e-5, 2e-5]),  # these fit into 32 bits
    (0.1, 2.0, 0.0, ("dC_db",), [2e-5, 2e-5]),
    (0.5, 0.1, 0.0, ("dC_dW", "dC_dZ"), [5e-6, 5e-6]),
])
def test_numbers_may_lie_apart_by_the_tolerance_or_by_the_rounding_of_their_kind(
    dC_dW: float, dC_db: float, tolerance: float, judged: Any, allowed: List[float]
) -> None:
    evidence = Evidence(BATCH, [{"dC_dW": [[dC_dW]], "dC_db": [dC_db]}], tolerance, judged)
    assert [evidence.allowed[0][name] for name in GRADIENT] == pytest.approx(allowed)


def test_evidence_of_an_error_has_no_numbers() -> None:
    evidence = Evidence(BATCH, None, 0.25, ("dC_dZ", *GRADIENT))
    assert (evidence.allowed, evidence.has_factors()) == ([], False)
    assert repr(evidence) == "Evidence(Batch(Network(1 -> 1), 1 example))"


def test_without_the_factors_the_rest_stays() -> None:
    theirs: Any = [{"dC_dZ": [[2.0]], "dC_dW": [[6.0]], "dC_db": [2.0]}]
    evidence = Evidence(BATCH, theirs, 0.25, ("dC_dZ", *GRADIENT))
    rest = evidence.of_gradients_only()
    assert (rest.batch, rest.theirs, rest.tolerance, rest.judged) == (BATCH, theirs, 0.25, GRADIENT)
    assert evidence.has_factors() and not rest.has_factors()


@pytest.mark.parametrize("values, lengths", [([], [0]), ([[], [1.0]], [2, 0]), ([[[1.0]] * 3] * 2, [2, 3, 1])])
def test_the_shape_is_that_of_the_first_entries(values: Any, lengths: List[int]) -> None:
    assert shape_of(values) == lengths


@pytest.mark.parametrize("mine, theirs, places", [
    ([1.0, 2.0], [1.25, 2.25], None),  # 0.25 is allowed
    ([1.0, 2.0], [1.25, 2.375], [1]),
    ([1.0, 2.0], [0.625, 2.0], [0]),
    ([1, 2], [1.25, 2.375], [1]),
    ([1, 2], [1.25, 2.25], None),
    ([2, 3], [1.75, 2.5], [1]),
    ([[1.0], [2.0, 3.0]], [[1.0], [2.0, 4.0]], [1, 1]),
    ([[1.0], [2.0, 3.0]], [[1.0], [2.0]], [1]),
    ([[1.0], [2.0]], [[1.0], 2.0], [1]),
    ([[1.0], 2.0], [[1.0], [2.0]], [1]),
    ([1.0, None], [1.0, None], None),
    ([1.0, None], [1.0, 2.0], [1]),
    ([1.0, 2.0], [1.0, None], [1]),
    ([1.0, None], [1.0, []], [1]),
    (1.0, 1.25, None),
    (1.0, 1.5, []),
    (None, None, None),
])
def test_the_first_difference(mine: Any, theirs: Any, places: Optional[List[int]]) -> None:
    assert first_difference(mine, theirs, 0.25) == places


@pytest.mark.parametrize("numbers, expected", [
    ([2.0**24 - 1, -0.375, 0.0, 1e300 * 0], True),
    ([2.0**24 + 1], False),
    ([2.0**24 + 2], True),
    ([1.0, float("inf")], False),
    ([float("nan")], False),
    ([0.5, 1 / 3], False),
    ([1 / 3, 0.5], False),
    ([], True),
])
def test_numbers_of_24_bits_are_of_single_precision(numbers: List[float], expected: bool) -> None:
    assert are_of_single_precision(numbers) is expected


def test_the_largest_may_be_negative_or_small() -> None:
    assert (largest_of([0.25]), largest_of([-3.0, 2.0]), largest_of([])) == (0.25, 3.0, 0.0)
