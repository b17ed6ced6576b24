"""The command without options: its report and its JSON say the same, and it learns with almost every seed."""

import json
import re
from typing import Any, Tuple

import pytest

from minibackprop.drawing.curve_text import cost_text

from ...support.command import number_in, run_all


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


def test_it_learns_with_almost_every_seed(default_run: Tuple[str, Any]) -> None:
    others = run_all(["--json", "--seed", str(seed)] for seed in range(1, 11))
    scores = [json.loads(outcome.out)["scores"][0]["r_squared"] for outcome in others]
    assert default_run[1]["scores"][0]["r_squared"] >= 0.80
    assert sum(score >= 0.75 for score in scores) >= 9, scores
