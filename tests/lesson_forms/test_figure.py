"""The figures of the lessons' page: a slider has all its plots in it, and draws what stays the same once."""

import re
import xml.etree.ElementTree as ET
from typing import List

from minibackprop import Layer, Network, Plot, Slider
from minibackprop.lesson_forms.figure import figure_html

from ..support.svg_drawings import description_of


def moving_plots(count: int) -> List[Plot]:
    plots = []
    for number in range(count):
        plot = Plot("w", "C", title=f"w = {number} & more")
        plot.curve("the cost", [0, 1, 2], [0, 1, 4])
        plot.points("here", [number], [number])
        plots.append(plot)
    return plots


def parsed(html: str) -> ET.Element:
    """The figure, read as XML, in which the only element without an end has one."""
    return ET.fromstring(re.sub("(<input [^>]*)>", r"\1/>", html))


def test_a_slider_has_a_group_for_each_plot_and_only_the_first_is_seen() -> None:
    figure = parsed(figure_html(Slider("the weight <w>", moving_plots(3)), "picture-1"))
    groups = list(figure.iter("g"))
    assert [group.attrib["data-title"] for group in groups] == [f"w = {number} & more" for number in range(3)]
    assert ["hidden" in group.attrib for group in groups] == [False, True, True]
    (control,) = figure.iter("input")
    assert control.attrib == {"type": "range", "id": "picture-1", "min": "0", "max": "2", "value": "0"}
    (label,) = figure.iter("label")
    assert (label.attrib["for"], label.text) == ("picture-1", "Move the weight <w>")
    (output,) = figure.iter("output")
    assert output.text == "w = 0 & more"


def test_what_does_not_move_is_drawn_once_and_what_moves_for_each_plot() -> None:
    figure = parsed(figure_html(Slider("w", moving_plots(4)), "p"))
    (svg,) = figure.iter("svg")
    assert len(list(svg.iter("polyline"))) == 1 and "polyline" in [child.tag for child in svg]
    places = [circle.attrib["cx"] for group in svg.iter("g") for circle in group.iter("circle")]
    assert len(places) == len(set(places)) == 4


def test_a_plot_that_shows_more_than_the_others_has_it_in_its_group() -> None:
    plots = moving_plots(2)
    plots[1].curve("only here", [0, 1], [0, 3])
    figure = parsed(figure_html(Slider("w", plots), "p"))
    groups = list(figure.iter("g"))
    assert [len(list(group.iter("polyline"))) for group in groups] == [0, 1]


def test_other_pictures_are_drawn_as_they_are() -> None:
    plot = moving_plots(1)[0]
    html = figure_html(plot, "p")
    assert plot.svg() in html and "<figcaption>w = 0 &amp; more</figcaption>" in html and "<input" not in html
    network = Network(Layer([[2]], [1]))
    html = figure_html(network, "p")
    assert "figcaption" not in html and "1 → 1" in description_of(html[html.index("<svg") : html.index("</svg>") + 6])


def shapes_in(element: ET.Element) -> List[str]:
    """The shapes right inside an element, without the name space that a whole SVG has."""
    found = []
    for shape in element:
        name = shape.tag.split("}")[-1]
        if name not in ("title", "desc", "style", "g"):
            found.append(f"{name} {sorted(shape.attrib.items())} {shape.text}")
    return found


def test_a_slider_draws_each_plot_as_it_is_drawn_on_its_own() -> None:
    slider = Slider("w", [plot for plot in moving_plots(3)])
    svg = next(parsed(figure_html(slider, "p")).iter("svg"))
    for group, plot in zip(svg.iter("g"), slider.plots):
        assert sorted(shapes_in(svg) + shapes_in(group)) == sorted(shapes_in(ET.fromstring(plot.svg())))
    assert svg.attrib == {"viewBox": "0 0 420 310", "font-size": "14", "role": "img", "aria-labelledby": "p-shown"}


def test_where_a_plot_lacks_a_series_it_is_drawn_for_each_of_the_others() -> None:
    plots = moving_plots(3)
    for plot in plots[:2]:
        plot.curve("not in the last", [0, 1], [3, 3])
    groups = parsed(figure_html(Slider("w", plots), "p")).iter("g")
    assert [len(list(group.iter("polyline"))) for group in groups] == [1, 1, 0]


def test_a_group_in_which_nothing_moves_has_an_end() -> None:
    assert figure_html(Slider("w", moving_plots(1)), "p").count('<g data-title="w = 0 &amp; more"> </g>') == 1


def test_a_plot_without_a_title_has_no_caption() -> None:
    plot = Plot("w", "C")
    plot.points("here", [1], [1])
    assert "figcaption" not in figure_html(plot, "p")
