"""Findings: what is correct, which mistakes are named, and how both are shown."""

from typing import Any

import pytest

from minibackprop import CROSS_ENTROPY, SIGMOID, Layer, Network, forward
from minibackprop.diagnosis.difference import Difference
from minibackprop.diagnosis.findings import Findings
from minibackprop.diagnosis.form import FormProblem
from minibackprop.diagnosis.layer_chain import Batch
from minibackprop.teaching.rules import BIASES

NETWORK = Network(Layer([[0.5, 1.0]], [0.1], SIGMOID))
X, Y = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[0.0], [1.0], [0.5]]
BATCH = Batch(NETWORK, [[1.0, 3.0, 5.0], [2.0, 4.0, 6.0]], [[0.0, 1.0, 0.5]], CROSS_ENTROPY, forward(NETWORK, X), None)
FIRST, SECOND = [Difference(0, BIASES, [0], [1.0], [yours]) for yours in (2.0, 3.0)]
PROBLEM = FormProblem("It is odd.")


def findings(differences: Any, candidates: Any, **more: Any) -> Findings:
    return Findings(BATCH, ("dC_db",), 7, 3, differences, candidates, **more)


def test_the_batch_is_shown_as_it_was_given() -> None:
    found = findings([FIRST, SECOND], [("sign",)], tolerance=0.5, telling_probe=(NETWORK, X, Y))
    assert (found.network, found.X, found.Y, found.cost) == (NETWORK, X, Y, CROSS_ENTROPY)
    assert (found.judged, found.num_numbers, found.num_batches, found.tolerance) == (("dC_db",), 7, 3, 0.5)
    assert (found.where, found.differences, found.telling_probe) == (FIRST, [FIRST, SECOND], (NETWORK, X, Y))
    assert findings([], []).tolerance == 0.0
    assert findings([], []).where is None


@pytest.mark.parametrize("differences, candidates, more, shown", [
    ([], [], {}, "correct"),
    ([FIRST], [], {}, "a mistake that is not in the catalogue"),
    ([], [], {"problem": PROBLEM}, "a mistake that is not in the catalogue"),
    ([], [], {"raised": PROBLEM}, "a mistake that is not in the catalogue"),
    ([FIRST], [("sign",)], {}, "sign"),
    ([FIRST], [("half", "sign")], {}, "half and sign"),
    ([FIRST], [("sign",), ("half", "no-bias")], {}, "sign or half and no-bias"),
])
def test_what_was_found_is_shown(differences: Any, candidates: Any, more: Any, shown: str) -> None:
    found = findings(differences, candidates, **more)
    assert repr(found) == f"Diagnosis({shown})"
    assert found.is_correct is (shown == "correct")
    assert found.mistakes == (candidates[0] if len(candidates) == 1 else ())
    assert (found.problem, found.raised) == (more.get("problem"), more.get("raised"))
