"""The picture of an activation function: f and its derivative, with their jumps and gaps."""

import math

import pytest

from minibackprop import LINEAR, RELU, SIGMOID, Activation
from minibackprop.drawing.activation_svg import activation_svg
from minibackprop.drawing.svg import BLUE, ORANGE

from ..support.sample_drawings import LOGARITHM
from ..support.svg_drawings import description_of, elements, listing, numbers, place_of, points, texts, title_of


def test_the_curves_are_f_and_its_derivative() -> None:
    svg = activation_svg(SIGMOID)
    f, f_prime = (points(line) for line in elements(svg, "polyline"))
    assert len(f) == len(f_prime) == 241
    assert f[120][1] - f[0][1] == pytest.approx(f[240][1] - f[120][1], abs=0.05)
    assert min(y for _, y in f_prime) == f_prime[120][1]
    height = 180.0
    assert (f[0][1] - f[240][1]) / height == pytest.approx(SIGMOID.f(4) - SIGMOID.f(-4), abs=1e-3)
    assert (f_prime[0][1] - f_prime[120][1]) / height == pytest.approx((0.25 - SIGMOID.f_prime(4)) / 0.3, abs=1e-3)
    assert title_of(svg) == "The activation function sigmoid and its derivative"
    assert description_of(svg) == "Left: a = f(z) of sigmoid. Right: its derivative f′(z). z goes from -4 to 4."


def test_a_jump_is_drawn_as_a_gap_and_a_corner_is_not() -> None:
    f, below, above = (points(line) for line in elements(activation_svg(RELU, -1, 3), "polyline"))
    assert below[-1][0] == above[0][0] == pytest.approx(below[0][0] + (above[-1][0] - below[0][0]) / 4, abs=0.02)
    assert below[-1][1] - above[0][1] == 180
    steep = Activation("steep", lambda z: math.tanh(1e4 * z), lambda z: 0.0)
    assert len(elements(activation_svg(steep), "polyline")) == 2


def test_where_f_has_no_value_nothing_is_drawn() -> None:
    svg = activation_svg(LOGARITHM, -4, 4)
    f = points(elements(svg, "polyline")[0])
    assert len(f) == 120
    assert len(elements(activation_svg(LOGARITHM, -4, -1), "polyline")) == 1


def test_no_line_crosses_a_gap_in_the_middle() -> None:
    reciprocal = Activation("reciprocal", lambda z: 1 / z, lambda z: 0.0)
    left, right, _ = (points(line) for line in elements(activation_svg(reciprocal, -4, 4), "polyline"))
    assert len(left) == len(right) == 120


def test_both_charts_have_axes_with_titles_and_numbers_inside_the_range() -> None:
    svg = activation_svg(LINEAR, -1.5, 1, title="A straight line")
    grid, at_0 = "line stroke-opacity=0.15 stroke=currentColor", "line stroke-opacity=0.7 stroke=currentColor"
    curve = "polyline stroke={} stroke-width=3 stroke-linejoin=round fill=none"
    z_axis = [
        grid, "text '−1' text-anchor=middle font-size=12",
        at_0, "text '0' text-anchor=middle font-size=12",
        grid, "text '1' text-anchor=middle font-size=12",
    ]
    assert listing(svg) == [
        "text 'a = linear(z)' text-anchor=start font-weight=600", "text 'z' text-anchor=end font-weight=600",
        grid, "text '−2' text-anchor=end font-size=12",
        grid, "text '−1' text-anchor=end font-size=12",
        at_0, "text '0' text-anchor=end font-size=12",
        grid, "text '1' text-anchor=end font-size=12",
        *z_axis, curve.format(BLUE),
        "text '∂a/∂z = linear′(z)' text-anchor=start font-weight=600", "text 'z' text-anchor=end font-weight=600",
        at_0, "text '0' text-anchor=end font-size=12",
        grid, "text '0.5' text-anchor=end font-size=12",
        grid, "text '1' text-anchor=end font-size=12",
        *z_axis, curve.format(ORANGE),
    ]
    assert title_of(svg) == "A straight line"
    middle = 36 + 180 / 2  # the lines of the grid pass through the middle of the charts
    vertical = [numbers(line, "y1", "y2") for line in elements(svg, "line") if line.attrib["x1"] == line.attrib["x2"]]
    assert len(vertical) == 3 + 3 and all(y1 < middle < y2 for y1, y2 in vertical)


def test_numbers_at_the_very_ends_of_the_range_are_shown() -> None:
    shown = texts(activation_svg(LINEAR, -1, 2))
    assert shown[shown.index("z") :].count("−1") == 1 + 1 + 1  # y = −1, and z = −1 in both charts
    assert shown.count("2") == 1 + 2


def test_a_function_with_a_single_value_is_a_dot() -> None:
    def only_at_0(z: float) -> float:
        if abs(z) > 1e-9:
            raise ValueError
        return 2.0

    svg = activation_svg(Activation("dot", only_at_0, lambda z: 0.0))
    (dot,) = elements(svg, "circle")
    assert numbers(dot, "cx", "cy") == [place_of(svg, "0")[0] + 8 + 100, place_of(svg, "2")[1] - 4]  # in the middle
    assert dot.attrib["fill"] == BLUE
    assert len(elements(svg, "polyline")) == 1


def test_a_long_name_is_cut_off_above_the_charts() -> None:
    shown = texts(activation_svg(Activation("a name that\nis long", abs, abs)))
    assert {"a = a name that?i…(z)", "∂a/∂z = a name that?i…′(z)"} <= set(shown)
