"""The pictures of the lessons' page. All plots of a slider are in it; its script only chooses which of them is seen."""

from typing import Any

from ..drawing.axes import Axis
from ..drawing.plot import Plot
from ..drawing.plot_svg import WIDTH, plot_frame, plot_height, plot_shapes
from ..drawing.slider import Slider
from ..drawing.svg import Attributes, element, escape


def figure_html(picture: Any, name: str) -> str:
    """Return the picture as an HTML figure. `name` becomes part of its ids: no two figures of a page may share it.

    >>> plots = []
    >>> for w in (0, 1):
    ...     plots.append(Plot("w", "C", title=f"w = {w}"))
    ...     plots[-1].points("here", [w], [w])
    >>> html = figure_html(Slider("the weight", plots), "weight")
    >>> html.count("<g "), '<input type="range" id="weight" min="0" max="1" value="0">' in html
    (2, True)
    """
    if isinstance(picture, Slider):
        return _slider_html(picture, name)
    caption = f"<figcaption>{escape(picture.title)}</figcaption>" if isinstance(picture, Plot) and picture.title else ""
    return f'<figure><div class="scroll" tabindex="0" role="group" aria-label="picture">{picture._repr_svg_()}</div>' \
        f"{caption}</figure>"


def _slider_html(slider: Slider, name: str) -> str:
    first = slider.plots[0]
    fullest = max([plot.series for plot in slider.plots], key=len)
    x_axis, y_axis = first.axes()
    shapes = plot_frame(fullest, x_axis, y_axis, first.x_name, first.y_name)
    same = [place for place in range(len(first.series)) if _is_the_same_in_all(slider, place)]
    shapes += _shapes(first, same, x_axis, y_axis)
    for number, plot in enumerate(slider.plots):
        moving = [place for place in range(len(plot.series)) if place not in same]
        attributes: Attributes = [("data-title", plot.title)]
        if number > 0:
            attributes.append(("hidden", ""))
        shapes.append(element("g", attributes, "".join(_shapes(plot, moving, x_axis, y_axis)) or " "))
    look: Attributes = [
        ("viewBox", f"0 0 {WIDTH:g} {plot_height(fullest):g}"), ("font-size", 14.0),
        ("role", "img"), ("aria-labelledby", f"{name}-shown"),
    ]
    svg = element("svg", look, "\n".join(shapes))
    return (
        f'<figure class="slider"><div class="scroll">{svg}</div>'
        f'<p class="control"><label for="{name}">Move {escape(slider.name)}</label>'
        f'<input type="range" id="{name}" min="0" max="{len(slider.plots) - 1}" value="0"></p>'
        f'<figcaption><output id="{name}-shown" for="{name}">{escape(first.title)}</output></figcaption></figure>'
    )


def _shapes(plot: Plot, places: "list[int]", x_axis: Axis, y_axis: Axis) -> "list[str]":
    return [shape for place in places for shape in plot_shapes(plot.series, x_axis, y_axis, place)]


def _is_the_same_in_all(slider: Slider, place: int) -> bool:
    """Does this series stay as it is, whatever the slider's value is?"""
    first = slider.plots[0].series[place]
    return all(place < len(plot.series) and plot.series[place].is_like(first) for plot in slider.plots)
