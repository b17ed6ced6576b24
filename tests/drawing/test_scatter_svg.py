"""The pictures of predictions: where their dots are, and what they say about them."""

import pytest

from minibackprop.drawing.scatter_svg import predicted_svg, residuals_svg

from ..support.svg_drawings import description_of, elements, numbers, place_of, texts, tooltip


def test_examples_are_where_the_axes_say() -> None:
    svg = predicted_svg([0, 10, 20], [20, 10, 5])
    diagonal = [line for line in elements(svg, "line") if tooltip(line) == "predicted = actual"][0]
    x1, y1, x2, y2 = numbers(diagonal, "x1", "y1", "x2", "y2")
    assert [place_of(svg, text)[0] for text in ("0", "20")][1] == pytest.approx(place_of(svg, "0")[0], abs=30)
    expected = [(x1 + (x2 - x1) * x / 20, y1 + (y2 - y1) * y / 20) for x, y in ((0, 20), (10, 10), (20, 5))]
    for circle, place in zip(elements(svg, "circle"), expected):
        assert numbers(circle, "cx", "cy") == pytest.approx(place, abs=0.02)
    assert x2 - x1 == y1 - y2


def test_residuals_are_predicted_minus_actual() -> None:
    svg = residuals_svg([10, 10, 10], [10, 12, 9], "$")
    (_, exact), (_, high), (_, low) = (numbers(circle, "cx", "cy") for circle in elements(svg, "circle"))
    assert high < exact < low
    assert exact == pytest.approx(place_of(svg, "0")[1] - 4)
    assert exact - high == pytest.approx(2 * (low - exact), abs=0.03)
    assert description_of(svg) == "3 examples, one dot each: 1 prediction too high, 1 too low."
    assert {"predicted ($)", "predicted − actual ($)"} <= set(texts(svg))
