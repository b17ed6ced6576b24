"""The drawing of the costs has a dot for each epoch, higher for a higher cost, and a marker on the first."""

from typing import List

import pytest

from minibackprop.step_page.curve import step_curve

from ..support.html import Parsed


@pytest.mark.parametrize("costs", [[4.0, 2.0, 1.0, 3.0], [1.0, 1.0], [0.0, 0.0], [1e-12, 1e300]])
def test_a_dot_for_each_epoch_as_high_as_its_cost(costs: List[float]) -> None:
    curve = Parsed(step_curve(costs))
    dots = [attributes for _, attributes in curve.elements if attributes.get("class") == "dot"]
    assert [dot["data-epoch"] for dot in dots] == [str(epoch) for epoch in range(len(costs))]
    xs, ys = [[float(dot[key] or "") for dot in dots] for key in ("cx", "cy")]
    assert xs == sorted(set(xs))
    for y, cost in zip(ys, costs):
        for other_y, other in zip(ys, costs):
            assert (y < other_y) == (cost > other) or y == other_y
    lines = [attributes for _, attributes in curve.elements if attributes.get("class") == "curve"]
    assert [line["data-epoch"] for line in lines] == [str(epoch) for epoch in range(1, len(costs))]
    for line, start, end in zip(lines, dots, dots[1:]):
        assert [line["x1"], line["y1"], line["x2"], line["y2"]] == [start["cx"], start["cy"], end["cx"], end["cy"]]


def test_the_marker_is_on_the_first_dot() -> None:
    elements = Parsed(step_curve([4.0, 2.0])).elements
    marker = next(attributes for _, attributes in elements if attributes.get("id") == "marker")
    dot = next(attributes for _, attributes in elements if attributes.get("class") == "dot")
    assert (marker["cx"], marker["cy"]) == (dot["cx"], dot["cy"])
