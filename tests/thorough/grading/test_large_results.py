"""PrairieLearn takes no more than a megabyte: a result that is larger is cut."""

import pytest

from minibackprop.checking.result import NOT_RUN, Trial
from minibackprop.grading.graded import Graded
from minibackprop.grading.prairielearn import as_prairielearn

from ...grading import schemas
from ...grading.samples import result_of, without_bias


@pytest.mark.parametrize("runs", [True, False])
def test_prairielearn_gets_less_than_a_megabyte(runs: bool) -> None:
    trials = [Trial("∂" * 3000, 1.0, "∂" * 3000, is_secret=False) for _ in range(1000)]
    result = result_of(without_bias)
    result.trials, result.feedback = trials, ["∂" * 500 + "\n"] * 3
    if not runs:
        result.status = NOT_RUN
    text = as_prairielearn(Graded([result], 0.25))
    assert 200_000 < len(text) < 1_000_000
    assert schemas.prairielearn(text)["gradable"] is runs
