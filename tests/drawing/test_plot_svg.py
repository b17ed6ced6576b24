"""The picture of a plot: how each series looks, its sample below the axes, and what is cut off where."""

from typing import List

import pytest

from minibackprop import Plot
from minibackprop.drawing.plot_svg import runs_between
from minibackprop.drawing.svg import BLUE, ORANGE

from ..support.svg_drawings import elements, listing, numbers, place_of, points

VIOLET, GREEN = "#7d5bbe", "#2f855a"
NAME = "text {!r} text-anchor=start font-size=13"


def plot_of_each_kind() -> Plot:
    plot = Plot("weight w", "cost C")
    plot.curve("a curve", [0, 1, 2], [0, 2, 1])
    plot.points("points", [0, 1, 2], [0, 1, 2])
    plot.path("a path", [2, 0], [2, 0])
    return plot


def test_curves_are_lines_and_points_are_dots_and_paths_are_both() -> None:
    look = "stroke={} stroke-width=2.5 stroke-dasharray={}"
    blue, violet = look.format(BLUE, "none"), look.format(VIOLET, "2 4")
    drawn = listing(plot_of_each_kind().svg())
    assert drawn[:2] == [
        "text 'cost C' text-anchor=start font-weight=600", "text 'weight w' text-anchor=end font-weight=600",
    ]
    first = drawn.index(f"line {blue}")
    assert drawn[first:] == [
        f"line {blue}", NAME.format("a curve"),
        f"circle r=4.5 fill={ORANGE}", NAME.format("points"),
        f"line {violet}", f"circle r=4.5 fill={VIOLET}", NAME.format("a path"),
        f"polyline {blue} stroke-linejoin=round fill=none",
        *[f"circle r=5.5 fill={ORANGE}"] * 3,
        f"polyline {violet} stroke-linejoin=round fill=none",
        *[f"circle r=5.5 fill={VIOLET}"] * 2,
    ]


def test_the_sample_of_a_series_is_left_of_its_name() -> None:
    svg = plot_of_each_kind().svg()
    for line, name in zip(elements(svg, "line")[-2:], ("a curve", "a path")):
        x, y = place_of(svg, name)
        assert numbers(line, "x1", "x2", "y1", "y2") == pytest.approx([x - 32, x - 6, y - 4, y - 4])
    for circle, name in zip(elements(svg, "circle"), ("points", "a path")):
        x, y = place_of(svg, name)
        assert numbers(circle, "cx", "cy") == pytest.approx([x - 19, y - 4])


def test_after_four_series_the_colors_begin_again() -> None:
    plot = Plot("w", "C")
    for name in "abcde":
        plot.curve(name, [0, 1], [0, 1])
    colors = [line.attrib["stroke"] for line in elements(plot.svg(), "polyline")]
    assert colors == [BLUE, ORANGE, VIOLET, GREEN, BLUE]


@pytest.mark.parametrize("count, radius", [(20, 5.5), (21, 3.0)])
def test_more_than_20_points_are_drawn_smaller(count: int, radius: float) -> None:
    plot = Plot("w", "C")
    plot.points("here", list(range(count)), [0] * count)
    _, *dots = elements(plot.svg(), "circle")  # the first one is beside the name
    assert [numbers(dot, "r") for dot in dots] == [[radius]] * count


def test_points_at_the_very_ends_of_the_axes_are_drawn() -> None:
    plot = Plot("w", "C", y_range=(0, 4))
    plot.points("here", [0, 0, 8, 8], [0, 4, 0, 4])
    assert len(elements(plot.svg(), "circle")) == 1 + 4


@pytest.mark.parametrize("height, shown", [(-0.001, 0), (0, 1), (2, 1), (2.001, 0)])
def test_a_flat_line_at_the_very_end_of_the_range_is_drawn(height: float, shown: int) -> None:
    flat = [(0.0, height), (1.0, height)]
    assert runs_between(flat, 0, 2) == [flat] * shown


@pytest.mark.parametrize("ys, runs", [
    ([-5, -9, -1], []),
    ([9, -9], [[(7 / 18, 2), (1 / 2, 0)]]),
    ([-2, 1, 4, 9, 1], [[(2 / 3, 0), (1, 1), (4 / 3, 2)], [(3 + 7 / 8, 2), (4, 1)]]),
])
def test_a_line_that_leaves_the_range_is_cut_in_runs(ys: List[float], runs: object) -> None:
    cut = runs_between([(float(x), float(y)) for x, y in enumerate(ys)], 0, 2)
    assert [[(round(x, 9), y) for x, y in run] for run in cut] == [
        [(round(x, 9), y) for x, y in run] for run in runs  # type: ignore[attr-defined]
    ]


def test_a_line_through_points_in_the_range_is_one_polyline() -> None:
    (curve, path) = elements(plot_of_each_kind().svg(), "polyline")
    assert len(points(curve)) == 3 and len(points(path)) == 2
