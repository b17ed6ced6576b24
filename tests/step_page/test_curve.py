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


HALVES = """\
<svg id="curve" viewBox="0 0 520 240" role="img" aria-labelledby="cost-shown">\
<text x="6" y="22" text-anchor="start" fill="currentColor" font-weight="600">cost</text>
<text x="500" y="228" text-anchor="end" fill="currentColor" font-weight="600">epoch</text>
<line x1="23.2" y1="188" x2="500" y2="188" stroke-opacity="0.7" stroke="currentColor"/>
<text x="15.2" y="192" text-anchor="end" fill="currentColor" font-size="12">0</text>
<line x1="23.2" y1="150" x2="500" y2="150" stroke-opacity="0.15" stroke="currentColor"/>
<text x="15.2" y="154" text-anchor="end" fill="currentColor" font-size="12">1</text>
<line x1="23.2" y1="112" x2="500" y2="112" stroke-opacity="0.15" stroke="currentColor"/>
<text x="15.2" y="116" text-anchor="end" fill="currentColor" font-size="12">2</text>
<line x1="23.2" y1="74" x2="500" y2="74" stroke-opacity="0.15" stroke="currentColor"/>
<text x="15.2" y="78" text-anchor="end" fill="currentColor" font-size="12">3</text>
<line x1="23.2" y1="36" x2="500" y2="36" stroke-opacity="0.15" stroke="currentColor"/>
<text x="15.2" y="40" text-anchor="end" fill="currentColor" font-size="12">4</text>
<line x1="23.2" y1="188" x2="23.2" y2="193" stroke-opacity="0.15" stroke="currentColor"/>
<text x="23.2" y="207" text-anchor="middle" fill="currentColor" font-size="12">0</text>
<line x1="261.6" y1="188" x2="261.6" y2="193" stroke-opacity="0.15" stroke="currentColor"/>
<text x="261.6" y="207" text-anchor="middle" fill="currentColor" font-size="12">1</text>
<line x1="500" y1="188" x2="500" y2="193" stroke-opacity="0.15" stroke="currentColor"/>
<text x="500" y="207" text-anchor="middle" fill="currentColor" font-size="12">2</text>
<line x1="23.2" y1="36" x2="261.6" y2="112" class="curve" data-epoch="1" stroke="currentColor"/>
<line x1="261.6" y1="112" x2="500" y2="150" class="curve" data-epoch="2" stroke="currentColor"/>
<circle cx="23.2" cy="36" r="4" class="dot" data-epoch="0"/>
<circle cx="261.6" cy="112" r="4" class="dot" data-epoch="1"/>
<circle cx="500" cy="150" r="4" class="dot" data-epoch="2"/>
<circle cx="23.2" cy="36" r="6.5" class="marker" id="marker"/></svg>"""


def test_the_whole_drawing_of_costs_that_are_halved() -> None:
    """The plot ends 20 before the right edge; its height of 152 is 38 for each 1 of the cost."""
    assert step_curve([4.0, 2.0, 1.0]) == HALVES
