"""The pictures of predictions: where their dots are, and what they say about them."""

import pytest

from minibackprop.drawing.scatter_svg import predicted_svg, residuals_svg
from minibackprop.drawing.svg import BLUE

from ..support.svg_drawings import description_of, elements, listing, numbers, place_of, texts, title_of, tooltip

GRID, AT_0 = "line stroke-opacity=0.15 stroke=currentColor", "line stroke-opacity=0.7 stroke=currentColor"
DOT = f"circle r=4.5 fill={BLUE} fill-opacity=0.65 stroke={BLUE} stroke-opacity=0.9"


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


def test_every_shape_of_predicted_against_actual_values() -> None:
    svg = predicted_svg([-1, 1], [1, 0], "$")
    across = [
        GRID, "text '−1' text-anchor={} font-size=12", GRID, "text '−0.5' text-anchor={} font-size=12",
        AT_0, "text '0' text-anchor={} font-size=12", GRID, "text '0.5' text-anchor={} font-size=12",
        GRID, "text '1' text-anchor={} font-size=12",
    ]
    assert listing(svg) == [
        "text 'predicted ($)' text-anchor=start font-weight=600",
        "text 'actual ($)' text-anchor=end font-weight=600",
        *[shape.format("end") for shape in across], *[shape.format("middle") for shape in across],
        "line 'predicted = actual' stroke-width=1.5 stroke-dasharray=2 4 stroke=currentColor",
        "text 'above: too high' text-anchor=start font-size=12 font-style=italic",
        "text 'below: too low' text-anchor=end font-size=12 font-style=italic",
        DOT, DOT,
    ]
    vertical = [line for line in elements(svg, "line") if line.attrib["x1"] == line.attrib["x2"]]
    assert [numbers(line, "y1", "y2") for line in vertical] == [[36, 36 + 300 + 5]] * 5
    left = float(vertical[0].attrib["x1"])
    assert place_of(svg, "above: too high") == [left + 10, 36 + 18]
    assert place_of(svg, "below: too low") == [left + 300 - 10, 36 + 300 - 12]
    assert title_of(svg) == "Predicted against actual values"
    assert description_of(svg) == "2 examples, one dot each; on the dotted diagonal predicted = actual."


def test_every_shape_of_residuals() -> None:
    svg = residuals_svg([0, 3], [1, 2])
    assert listing(svg) == [
        "text 'predicted − actual' text-anchor=start font-weight=600",
        "text 'predicted' text-anchor=end font-weight=600",
        GRID, "text '−1' text-anchor=end font-size=12", GRID, "text '−0.5' text-anchor=end font-size=12",
        AT_0, "text '0' text-anchor=end font-size=12", GRID, "text '0.5' text-anchor=end font-size=12",
        GRID, "text '1' text-anchor=end font-size=12",
        GRID, "text '1' text-anchor=middle font-size=12", GRID, "text '1.5' text-anchor=middle font-size=12",
        GRID, "text '2' text-anchor=middle font-size=12",
        DOT, DOT,
    ]
    low, high = elements(svg, "circle")
    assert float(high.attrib["cx"]) - float(low.attrib["cx"]) == 420  # from 1 to 2, the ends of the axis
    assert title_of(svg) == "How far off the predictions are"


@pytest.mark.parametrize("count, radius", [(60, 4.5), (61, 3.0)])
def test_more_than_60_dots_are_drawn_smaller(count: int, radius: float) -> None:
    dots = elements(predicted_svg(list(range(count)), [1] * count), "circle")
    assert [numbers(dot, "r") for dot in dots] == [[radius]] * count
