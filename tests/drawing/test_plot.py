"""Plots: what is drawn where, as text and as a picture, and what is cut off."""

from typing import List

import pytest

from minibackprop import NumberError, Plot, SettingError, ShapeError
from minibackprop.drawing.axes import Axis
from minibackprop.drawing.plot_svg import runs_between
from minibackprop.drawing.series import CURVE, Series

from ..support.svg_drawings import description_of, elements, numbers, points, texts, title_of


def parabola() -> Plot:
    plot = Plot("weight w", "cost C", "A parabola")
    plot.curve("C", [-2, -1, 0, 1, 2], [4, 1, 0, 1, 4])
    plot.points("here", [1], [1])
    return plot


def test_as_text_each_series_has_a_character_and_points_lie_above_curves() -> None:
    assert parabola().text(width=24, height=5).split("\n") == [
        "A parabola", "", "cost C",
        "4 |*                   *",
        "3 | **               **",
        "2 |   **           **",
        "1 |     ***     **o",
        "0 |        *****",
        "  +---------------------",
        "   -2                  2",
        "   weight w    * C   o here",
    ]
    lines = parabola().text(width=30, height=9).split("\n")
    assert sum("o" in line for line in lines[3:12]) == 1
    assert lines[-1].strip() == "weight w    * C   o here"


def test_without_a_request_it_is_ascii_and_60_wide() -> None:
    text = str(parabola())
    assert text.isascii() and max(len(line) for line in text.splitlines()) == 60
    assert "│" in parabola().text(ascii_only=False)


def test_as_a_picture_it_says_what_it_shows() -> None:
    svg = parabola().svg()
    assert title_of(svg) == "A parabola"
    shown = "cost C over weight w. C: from 4 to 4, between 0 and 4; here: from 1 to 1, between 1 and 1."
    assert description_of(svg) == shown
    assert {"weight w", "cost C", "C", "here"} <= set(texts(svg))
    assert parabola()._repr_svg_() == svg


def test_without_a_title_it_has_one_made_of_its_axes() -> None:
    plot = Plot("w", "C")
    plot.points("here", [0], [0])
    assert title_of(plot.svg()) == "C over w"


def test_a_curve_is_drawn_through_its_points_and_points_where_they_are() -> None:
    svg = parabola().svg()
    (curve,) = elements(svg, "polyline")
    drawn = points(curve)
    assert len(drawn) == 5
    xs, ys = [x for x, _ in drawn], [y for _, y in drawn]
    assert xs == sorted(xs) and xs[1] - xs[0] == pytest.approx(xs[4] - xs[3], abs=0.02)
    assert ys[0] == ys[4] < ys[1] == ys[3] < ys[2]  # y grows downwards in a picture
    dots = [numbers(circle, "cx", "cy") for circle in elements(svg, "circle")]
    assert list(drawn[3]) in dots


def test_a_path_may_go_back_and_forth_and_shows_its_points() -> None:
    plot = Plot("w", "C")
    plot.path("steps", [0, 4, 1, 3], [9, 8, 4, 3])
    (line,) = elements(plot.svg(), "polyline")
    xs = [x for x, _ in points(line)]
    assert xs[0] < xs[2] < xs[3] < xs[1]
    assert len(elements(plot.svg(), "circle")) == 4 + 1  # one more beside its name
    assert plot.text(width=40, height=9).count("*") == 4 + 1


def test_what_is_above_or_below_the_range_is_cut_off() -> None:
    plot = Plot("w", "C", y_range=(0, 2))
    plot.curve("C", [0, 1, 2], [0, 4, 0])
    plot.points("far", [1], [4])
    left, right = elements(plot.svg(), "polyline")
    assert points(left)[1][1] == points(right)[0][1] == 36  # the top of the frame, reached halfway up
    assert len(elements(plot.svg(), "circle")) == 1  # only the one beside the name
    assert "o" not in "".join(plot.text().split("\n")[:-1])


def test_a_line_is_cut_where_it_leaves_the_range() -> None:
    assert runs_between([(0, 0), (1, 4), (2, 4), (3, 0)], 0, 2) == [[(0, 0), (0.5, 2)], [(2.5, 2), (3, 0)]]
    assert runs_between([(0, -2), (1, 6)], 0, 2) == [[(0.25, 0), (0.5, 2)]]
    assert runs_between([(0, 5), (1, 9)], 0, 2) == []
    assert runs_between([(0, 0), (1, 1), (2, 0)], 0, 2) == [[(0, 0), (1, 1), (2, 0)]]


def test_long_names_take_another_row() -> None:
    plot = Plot("w", "C")
    for name in ("a name of some length", "and another one", "and a third"):
        plot.curve(name, [0, 1], [0, 1])
    heights = {text.text: numbers(text, "y")[0] for text in elements(plot.svg(), "text")}
    assert heights["a name of some length"] == heights["and another one"] == heights["and a third"] - 20


def test_no_two_series_look_the_same() -> None:
    plot = Plot("w", "C")
    for name in "abcd":
        plot.curve(name, [0, 1], [0, 1])
    looks = {(line.attrib["stroke"], line.attrib["stroke-dasharray"]) for line in elements(plot.svg(), "polyline")}
    assert len(looks) == 4
    assert len({colour for colour, _ in looks}) == len({dashes for _, dashes in looks}) == 4


def test_the_height_between_two_points_lies_on_a_straight_line() -> None:
    curve = Series("C", [0, 2, 4], [0, 8, 0], CURVE)
    assert [curve.y_at(x) for x in (0, 0.5, 2, 3.5, 4)] == [0, 2, 8, 2, 0]
    assert curve.y_at(-0.1) is None and curve.y_at(4.1) is None


def test_the_axes_end_where_the_curves_do() -> None:
    x_axis, y_axis = parabola().axes()
    assert (x_axis.low, x_axis.high, y_axis.low, y_axis.high) == (-2, 2, 0, 4)
    assert isinstance(x_axis, Axis) and x_axis.ticks == [-2, -1, 0, 1, 2]


@pytest.mark.parametrize("xs", [[0], [0, 0], [2, 1, 0], [0, 2, 1, 3]])
def test_a_curve_goes_from_left_to_right(xs: List[float]) -> None:
    plot = Plot("w", "C")
    with pytest.raises(SettingError, match="from left to right: use path to go back and forth"):
        plot.curve("C", xs, [0] * len(xs))
    plot.path("C", xs, [0] * len(xs))


def test_control_characters_do_not_reach_the_terminal() -> None:
    plot = Plot("w\x1b[2J", "C\n", "a title\x07")
    plot.points("here\u202e", [0], [0])
    for ascii_only in (False, True):
        text = plot.text(ascii_only=ascii_only)
        assert not set("\x1b\x07\u202e") & set(text) and text.splitlines()[0] == "a title?"


def test_the_smallest_numbers_can_be_drawn() -> None:
    plot = Plot("w", "C")
    plot.points("here", [0, 5e-324], [0, 5e-324])
    assert "here" in plot.text() and plot.svg().startswith("<svg")


def test_the_ends_of_the_axis_can_be_told_apart() -> None:
    plot = Plot("w", "C")
    plot.curve("C", [1234567, 1234568], [0, 1])
    assert "1234567 " in plot.text() and "1234568\n" in plot.text()


@pytest.mark.parametrize("axes", [5, (1, 2), None, ()])
def test_axes_from_elsewhere_are_axes(axes: object) -> None:
    with pytest.raises(TypeError, match="axes must be what the method axes of a plot returns"):
        parabola().with_axes(axes)  # type: ignore[arg-type]


def test_an_empty_plot_says_what_to_do() -> None:
    with pytest.raises(ShapeError, match="there is nothing to draw: call curve or points first"):
        Plot("w", "C").svg()


@pytest.mark.parametrize("y_range, message", [
    (5, "two numbers, the lower one first"), ((1,), "two numbers"), ((2, 1), "goes from 2 to 1: give the lower"),
    ((1, 1), "give the lower number first"),
])
def test_a_wrong_range_is_refused(y_range: object, message: str) -> None:
    with pytest.raises(SettingError, match=message):
        Plot("w", "C", y_range=y_range)  # type: ignore[arg-type]


def test_wrong_numbers_are_refused() -> None:
    plot = Plot("w", "C")
    with pytest.raises(ShapeError, match="xs has length 2, but ys has length 1: each x needs a y"):
        plot.curve("C", [0, 1], [0])
    with pytest.raises(NumberError):
        plot.points("C", [0], [float("nan")])
    assert plot.series == []


def test_a_plot_with_axes_from_elsewhere_is_otherwise_the_same_and_stays_so() -> None:
    plot = Plot("w", "C", "a title", (0, 8))
    plot.points("here", [1], [1])
    other = plot.with_axes(parabola().axes())
    assert (other.x_name, other.y_name, other.title, other.y_range) == ("w", "C", "a title", (0, 8))
    assert other.series[0].is_like(plot.series[0])
    plot.series[0].xs[0] = 2.0
    assert other.series[0].xs == [1]
