"""The report of the default command: its numbers are those of the JSON, and both are right."""

import json
import re
from pathlib import Path
from typing import Any, List, Tuple

import pytest

from minibackprop.drawing.curve_text import cost_text

from ..support.command import Here, number_in, run_all


def test_the_report_and_the_json_say_the_same(default_run: Tuple[str, Any]) -> None:
    report, result = default_run
    houses = re.findall(r"^\d+ +(\$\S+) +(-?\$\S+) +(-?\$\S+) +([-+]?\$\S+)$", report, re.MULTILINE)
    assert len(houses) == len(result["before_and_after"]) == 10
    for cells, house in zip(houses, result["before_and_after"]):
        actual, before, after = house["actual"], house["before"], house["after"]
        dollars = [1000 * amount for amount in (actual, before, after, after - actual)]
        assert [number_in(cell) for cell in cells] == pytest.approx(dollars, abs=0.51)

    costs = re.findall(r"^cost +([\d.]+) +([\d.]+)$", report, re.MULTILINE)
    cost_of_these = [result["cost_of_these"][moment] for moment in ("before", "after")]
    assert [[float(cost) for cost in pair] for pair in costs] == [pytest.approx(cost_of_these, rel=1e-3)]

    scores = re.findall(r"^(\w+ \w+(?: \w+)?) +(-?\d\.\d\d) +(\$\S+)$", report, re.MULTILINE)
    assert [name for name, _, _ in scores] == ["this network", "one linear layer", "always the mean"]
    assert [score["name"] for score in result["scores"]] == [name for name, _, _ in scores]
    for (_, r_squared, typical_error), score in zip(scores, result["scores"]):
        assert float(r_squared) == pytest.approx(score["r_squared"], abs=0.0051)
        assert number_in(typical_error) == pytest.approx(1000 * score["root_mean_square_error"], abs=0.51)

    costs_of_epochs = result["training"]["costs"]
    assert len(costs_of_epochs) == 101 and costs_of_epochs[-1] < costs_of_epochs[0] / 10
    assert cost_text(costs_of_epochs, width=80, height=8) in report


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


def test_it_learns_with_almost_every_seed(default_run: Tuple[str, Any]) -> None:
    others = run_all(["--json", "--seed", str(seed)] for seed in range(1, 11))
    scores = [json.loads(outcome.out)["scores"][0]["r_squared"] for outcome in others]
    assert default_run[1]["scores"][0]["r_squared"] >= 0.80
    assert sum(score >= 0.75 for score in scores) >= 9, scores


def test_a_seed_repeats_a_run_and_another_seed_does_not(here: Here, flats: List[str]) -> None:
    first, again, other = [here.text(*flats, "--seed", seed) for seed in ("1", "1", "2")]
    assert first == again
    assert first != other.replace("seed 2", "seed 1")
