"""The picture of an activation function: f and its derivative, with their jumps and gaps."""

import math

import pytest

from minibackprop import RELU, SIGMOID, Activation
from minibackprop.drawing.activation_svg import activation_svg

from ..support.sample_drawings import LOGARITHM
from ..support.svg_drawings import description_of, elements, points, title_of


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
