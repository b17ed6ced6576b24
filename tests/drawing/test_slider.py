"""Sliders: plots with the same axes, of which a few are shown where nothing can be moved."""

from typing import List

import pytest

from minibackprop import Plot, SettingError, ShapeError, Slider

from ..support.svg_drawings import elements, title_of


def plots(count: int) -> List[Plot]:
    made = []
    for number in range(count):
        plot = Plot("w", "C", title=f"w = {number} <b>")
        plot.points("here", [number], [number * number])
        made.append(plot)
    return made


def test_all_plots_get_the_same_axes() -> None:
    alone = plots(5)
    together = Slider("the weight", alone).plots
    assert len({repr(plot.axes()) for plot in together}) == 1
    assert together[0].axes()[1].high >= 16 and alone[0].axes()[1].high < 16  # its own plots stay as they are


@pytest.mark.parametrize("count, shown", [(1, [0]), (2, [0, 1]), (3, [0, 1, 2]), (10, [0, 4, 9])])
def test_elsewhere_it_shows_the_first_the_middle_and_the_last(count: int, shown: List[int]) -> None:
    slider = Slider("the weight", plots(count))
    assert [plot.title for plot in slider.few()] == [f"w = {number} <b>" for number in shown]
    assert str(slider).count("w = ") == len(shown)
    assert str(slider).isascii()
    html = slider._repr_html_()
    assert html.count("<svg") == html.count("<figcaption>w = ") == len(shown) and "<b>" not in html


def test_a_plot_of_it_is_a_whole_drawing() -> None:
    assert title_of(Slider("the weight", plots(2)).plots[1].svg()) == "w = 1 <b>"


def test_it_needs_plots() -> None:
    with pytest.raises(ShapeError, match="plots is empty, or one of them is: a slider needs plots"):
        Slider("the weight", [])
    with pytest.raises(ShapeError, match="or one of them is"):
        Slider("the weight", [*plots(1), Plot("w", "C")])
    for wrong in (Plot("w", "C"), [1], None):
        with pytest.raises(TypeError, match="plots must be a list of plots"):
            Slider("the weight", wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("other", [Plot("b", "C"), Plot("w", "a"), Plot("w", "C", y_range=(0, 1))])
def test_its_plots_show_the_same_things(other: Plot) -> None:
    other.points("here", [1], [1])
    with pytest.raises(SettingError, match="must have the same x_name, y_name and y_range"):
        Slider("the weight", [*plots(1), other])


def test_what_a_plot_gets_later_is_drawn_only_where_there_is_room() -> None:
    slider = Slider("the weight", plots(2))
    slider.plots[0].points("late", [-5, 0.5, 9], [0.5, 0.5, 0.5])
    assert slider.plots[0].text().count("o") == 1 + 1 + slider.plots[0].title.count("o") + 0
    assert len(elements(slider.plots[0].svg(), "circle")) == 1 + 1 + 2  # a point each, and one beside each name


def test_its_text_tells_what_it_is() -> None:
    assert repr(Slider("the weight", plots(2))) == "Slider('the weight', 2 plots)"


def test_its_text_is_in_unicode_if_asked() -> None:
    slider = Slider("the weight", plots(3))
    drawn = slider.text(width=30, height=4, ascii_only=False)
    assert drawn == "\n\n".join(plot.text(30, 4, ascii_only=False) for plot in slider.plots) and "│" in drawn
    assert str(slider).splitlines() == "\n\n".join(plot.text(60, 10) for plot in slider.plots).splitlines()
