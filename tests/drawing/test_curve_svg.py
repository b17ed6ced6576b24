"""The picture of a learning curve: its points, its axes, its two curves, and how large its file is."""

from typing import Callable, List, Optional, Type

import pytest

from minibackprop import SettingError
from minibackprop.drawing.curve_svg import cost_svg, thinned
from minibackprop.drawing.svg import BLUE, ORANGE

from ..support.svg_drawings import description_of, elements, listing, numbers, place_of, points, texts


def test_costs_are_where_the_axis_says() -> None:
    svg = cost_svg([4, 2, 1], [4, 3])
    training, held_out = (points(line) for line in elements(svg, "polyline"))
    heights = {tick: place_of(svg, str(tick))[1] - 4 for tick in (0, 1, 2, 3, 4) if tick > 2}  # a label is 4 lower
    assert training[0][1] == held_out[0][1] == pytest.approx(heights[4])
    assert held_out[1][1] == pytest.approx(heights[3])
    assert training[1][1] == pytest.approx(heights[4] + 2 * (heights[3] - heights[4]))
    assert training[2][1] == pytest.approx(heights[4] + 3 * (heights[3] - heights[4]))
    assert held_out[1][0] == training[1][0] == pytest.approx((training[0][0] + training[2][0]) / 2, abs=0.02)
    assert training[2][0] < place_of(svg, "training 1")[0]


def test_the_two_curves_differ_in_more_than_colour() -> None:
    svg = cost_svg([4, 2, 1], [5, 3, 2.5])
    training, held_out = elements(svg, "polyline")
    assert (training.attrib["stroke"], training.attrib["stroke-dasharray"]) == (BLUE, "none")
    assert (held_out.attrib["stroke"], held_out.attrib["stroke-dasharray"]) == (ORANGE, "7 4")
    assert {"training 1", "held-out 2.5"} <= set(texts(svg))


def test_the_names_of_close_curves_do_not_overlap() -> None:
    close = cost_svg([4, 2], [4, 2.01])
    assert abs(place_of(close, "training 2")[1] - place_of(close, "held-out 2.01")[1]) >= 16.9


def test_the_description_says_where_a_curve_starts_ends_and_is_lowest() -> None:
    assert description_of(cost_svg([4, 1, 2])) == (
        "The training cost goes from 4 in epoch 0 to 2 in epoch 2; the lowest is 1, in epoch 1."
    )


def test_on_a_log_axis_equal_factors_are_equally_far_apart() -> None:
    svg = cost_svg([1000, 100, 10, 1], log=True)
    ys = [y for _, y in points(elements(svg, "polyline")[0])]
    assert ys[1] - ys[0] == pytest.approx(ys[3] - ys[2], abs=0.02)


def test_what_a_log_axis_cannot_show_is_left_out_and_reported() -> None:
    with_zero = cost_svg([100, 0, 10, 1], log=True)
    assert len(elements(with_zero, "polyline")) == 2
    assert description_of(with_zero).endswith("Left out: 1 cost of 0 or below, which a log axis cannot show.")


def test_a_long_curve_is_short_in_the_file_and_keeps_its_peaks() -> None:
    costs = [1.0] * 50000
    costs[33333] = 9.0
    svg = cost_svg(costs, width=500)
    assert len(svg) < 40000
    assert "Lowest" not in svg and min(y for _, y in points(elements(svg, "polyline")[0])) < 60
    wave = [(float(x), float(x % 7)) for x in range(1000)]
    kept = thinned(wave, 100)
    assert kept[0] in wave[:20] and kept[-1] == wave[-1] and len(kept) <= 102 and kept == sorted(kept)


@pytest.mark.parametrize("draw, error, message", [
    (lambda: cost_svg([1], width=10), SettingError, "the width is 10, but must be a whole number, 240 or more"),
    (lambda: cost_svg([1], height=1.5),  # type: ignore[arg-type]
     SettingError, "the height is 1.5, but must be"),
])
def test_errors_say_which_size_is_needed(draw: Callable[[], str], error: Type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        draw()
    assert message in str(caught.value)


@pytest.mark.parametrize("costs, held_out, log, y_title", [
    ([4, 2, 1], [5, 3], False, "cost"), ([4, 2, 1], [], True, "cost (log axis)"),
])
def test_each_curve_has_a_dot_and_a_name_at_its_end(
    costs: List[float], held_out: List[float], log: bool, y_title: str
) -> None:
    svg = cost_svg(costs, held_out, log)
    drawn = listing(svg)
    assert drawn[:2] == [
        f"text '{y_title}' text-anchor=start font-weight=600", "text 'epoch' text-anchor=end font-weight=600",
    ]
    look = "stroke-width=2.5 stroke-dasharray={} stroke-linejoin=round fill=none"
    training = [f"polyline stroke={BLUE} " + look.format("none"), f"circle r=3.5 fill={BLUE}"]
    dashed = [f"polyline stroke={ORANGE} " + look.format("7 4"), f"circle r=3.5 fill={ORANGE}"]
    names = ["text 'training 1' text-anchor=start font-size=13", "text 'held-out 3' text-anchor=start font-size=13"]
    assert drawn[-6:] == training + dashed + names if held_out else drawn[-3:] == training + names[:1]
    for curve, dot in zip(elements(svg, "polyline"), elements(svg, "circle")):
        assert numbers(dot, "cx", "cy") == list(points(curve)[-1])


@pytest.mark.parametrize("training, held_out", [(0, 4), (4, 0), (0, 0.01), (0.01, 0), (4, 3.99), (3, 3), (0, None)])
def test_names_are_beside_the_ends_of_their_curves(training: float, held_out: Optional[float]) -> None:
    svg = cost_svg([4, training], [] if held_out is None else [4, held_out])
    ends = [points(curve)[-1][1] for curve in elements(svg, "polyline")]
    names = [numbers(text, "y")[0] - 4 for text in elements(svg, "text") if (text.text or "")[0] in "th"]
    assert len(names) == len(ends)
    if len(ends) == 1 or abs(ends[0] - ends[1]) > 17:
        assert names == ends
    else:
        assert sum(names) == pytest.approx(sum(ends), abs=0.02) and abs(names[0] - names[1]) == pytest.approx(17)
        assert ends[0] == ends[1] or (names[0] < names[1]) == (ends[0] < ends[1])


def test_the_name_of_a_curve_without_a_point_is_at_the_bottom() -> None:
    svg = cost_svg([4, 1], [0, -1], log=True)
    bottom = points(elements(svg, "polyline")[0])[-1][1]
    assert place_of(svg, "held-out −1")[1] - place_of(svg, "training 1")[1] == pytest.approx(17)
    assert place_of(svg, "held-out −1")[1] == pytest.approx(bottom + 8.5 + 4)


def test_only_a_log_axis_leaves_costs_out() -> None:
    assert "Left out" not in description_of(cost_svg([1, 0, -1]))
    assert "Left out" not in description_of(cost_svg([2, 1], log=True))
    assert "Left out: 2 costs of 0 or below" in description_of(cost_svg([1, 0, -1], log=True))


def test_of_each_section_of_a_long_curve_the_lowest_and_the_highest_point_are_kept() -> None:
    heights = [1, 3, 2, 2, 2] + [2, 0, 2, 9, 2]
    kept = thinned([(float(x), float(y)) for x, y in enumerate(heights)], most=4)
    assert kept == [(0, 1), (1, 3), (6, 0), (8, 9), (9, 2)]
