"""The numbers in the report of the default command are right, and a seed repeats them."""

from pathlib import Path
from typing import List

import pytest

from ..support.command import Here


def test_scores_and_costs_are_those_of_the_predictions_shown(here: Here, flats: List[str]) -> None:
    """Of 40 flats 10 are held out, and all are shown."""
    result = here.json(*flats)
    y = [flat["actual"] for flat in result["before_and_after"]]
    mean = sum(y) / len(y)
    lines = Path(flats[1]).read_text(encoding="utf-8").splitlines()[1:]
    rents = [float(line.split(",")[-1]) for line in lines]
    training_mean = (sum(rents) - sum(y)) / (len(rents) - len(y))
    assert result["table"]["held_out_rows"] == len(y) == 10
    for moment in ("before", "after"):
        squares = [(flat["actual"] - flat[moment]) ** 2 for flat in result["before_and_after"]]
        assert result["cost_of_these"][moment] == pytest.approx(sum(squares) / 2 / len(y))
    network, line, always_the_mean = result["scores"]
    assert network["root_mean_square_error"] == pytest.approx((sum(squares) / len(y)) ** 0.5)
    assert network["r_squared"] == pytest.approx(1 - sum(squares) / sum((actual - mean) ** 2 for actual in y))
    assert line["r_squared"] > 0.99 and 2 < line["root_mean_square_error"] < 9
    off_by = [(training_mean - actual) ** 2 for actual in y]
    assert always_the_mean["root_mean_square_error"] == pytest.approx((sum(off_by) / len(y)) ** 0.5)
    assert always_the_mean["r_squared"] <= 0


def test_a_seed_repeats_a_run_and_another_seed_does_not(here: Here, flats: List[str]) -> None:
    first, again, other = [here.text(*flats, "--seed", seed) for seed in ("1", "1", "2")]
    assert first == again
    assert first != other.replace("seed 2", "seed 1")
