"""The drawings: well-formed, safe in any page, true to their numbers, and readable without colour."""

import math
import re
import xml.etree.ElementTree as ET
from typing import Callable, Dict, List, Tuple, Type

import pytest
from published_examples import MAZUR, network_of

from minibackprop import (
    LINEAR, RELU, SIGMOID, TANH, Activation, Layer, Network, NumberError, RandomNumbers, SettingError, ShapeError,
    backward, forward, load_housing,
)
from minibackprop.views.activation_drawing import activation_svg, activation_text
from minibackprop.views.axes import LARGEST, cost_axis, counting_axis, linear_axis, log_axis
from minibackprop.views.curve_drawing import cost_svg, thinned
from minibackprop.views.network_drawing import network_svg
from minibackprop.views.network_text import network_text
from minibackprop.views.scatter_drawing import predicted_svg, predicted_text, residuals_svg, residuals_text
from minibackprop.views.svg import BLUE, ORANGE, escape
from minibackprop.views.text_curve import text_curve

SVG = "{http://www.w3.org/2000/svg}"
EVIL = "<script>alert(1)</script>\"' ]]> & \x00\x1b\ud800 onload=x"

M = network_of(MAZUR)
M_FORWARD = forward(M, [MAZUR["x"], [1, 2]])
M_BACKWARD = backward(M, forward(M, [MAZUR["x"]]), [MAZUR["y"]])
TABLE = load_housing()
RNG = RandomNumbers(7)
H = Network(Layer.random(13, 5, TANH, RNG), Layer.random(5, 1, rng=RNG))
DEEP = Network(*[Layer.random(47, 47, RELU, RNG) for _ in range(12)])
HUGE = Network(Layer([[1e300, -5e-324]], [0]))
LOGARITHM = Activation("log", math.log, lambda z: 1 / z)

DRAWINGS: Dict[str, Callable[[], str]] = {
    "network": lambda: network_svg(M),
    "network, forward": lambda: network_svg(M, M_FORWARD, example=2),
    "network, backward": lambda: network_svg(M, M_FORWARD, M_BACKWARD),
    "network, housing": lambda: network_svg(
        H, forward(H, TABLE.X[:3]), None, 1, TABLE.feature_names, TABLE.target_names
    ),
    "network, deep": lambda: network_svg(DEEP),
    "network, zero": lambda: network_svg(Network(Layer([[0]], [0]))),
    "network, huge": lambda: network_svg(HUGE, forward(HUGE, [[-1e7, 1]])),
    "network, evil": lambda: network_svg(
        Network(Layer([[1]], [1], Activation(EVIL, abs, abs))), None, None, 1, [EVIL], [EVIL], EVIL
    ),
    "cost": lambda: cost_svg([4, 2, 1], [5, 3, 2.5]),
    "cost, log": lambda: cost_svg([4, 2, 1, 0], [5, 0, 3, 2.5], log=True),
    "cost, one": lambda: cost_svg([4]),
    "cost, one log": lambda: cost_svg([4], [0, 0], log=True),
    "cost, constant": lambda: cost_svg([4, 4, 4]),
    "cost, zero": lambda: cost_svg([0, 0]),
    "cost, negative": lambda: cost_svg([-4, 2]),
    "cost, huge": lambda: cost_svg([1e300, -1e300, LARGEST, -LARGEST]),
    "cost, tiny": lambda: cost_svg([5e-324, 1e-310]),
    "cost, all sizes, log": lambda: cost_svg([5e-324, 1, LARGEST], log=True),
    "cost, evil": lambda: cost_svg([1, 2], title=EVIL),
    "predicted": lambda: predicted_svg([1, 2, 3], [1.5, 2, 2]),
    "predicted, one": lambda: predicted_svg([-7], [-7]),
    "predicted, huge": lambda: predicted_svg([LARGEST, 1], [-LARGEST, 5e-324]),
    "predicted, evil": lambda: predicted_svg([1], [2], EVIL, EVIL),
    "residuals": lambda: residuals_svg([1, 2, 3], [1.5, 2, 2]),
    "residuals, none": lambda: residuals_svg([0, 0], [0, 0]),
    "residuals, huge": lambda: residuals_svg([1e300], [-1e300]),
    "residuals, evil": lambda: residuals_svg([1], [2], EVIL, EVIL),
    "sigmoid": lambda: activation_svg(SIGMOID),
    "relu, far": lambda: activation_svg(RELU, -1e300, 1e300),
    "log": lambda: activation_svg(LOGARITHM),
    "nowhere": lambda: activation_svg(LOGARITHM, -4, -1),
    "activation, evil": lambda: activation_svg(Activation(EVIL, abs, abs), title=EVIL),
}
EACH = pytest.mark.parametrize("name", DRAWINGS)


def elements(svg: str, tag: str) -> List[ET.Element]:
    return list(ET.fromstring(svg).iter(SVG + tag))


def numbers(element: ET.Element, *keys: str) -> List[float]:
    return [float(element.attrib[key]) for key in keys]


def texts(svg: str) -> List[str]:
    return [element.text or "" for element in elements(svg, "text")]


def tooltip(element: ET.Element) -> str:
    return element.findtext(SVG + "title") or ""


def weight_lines(svg: str) -> Dict[str, ET.Element]:
    return {tooltip(line): line for line in elements(svg, "line") if " from " in tooltip(line)}


# What every drawing keeps to


@EACH
def test_it_is_well_formed_and_described(name: str) -> None:
    root = ET.fromstring(DRAWINGS[name]())
    assert [child.tag for child in root][:3] == [SVG + "title", SVG + "desc", SVG + "style"]
    assert (root[0].text or "").strip() and (root[1].text or "").strip()
    assert root.attrib["role"] == "img"
    width, height = numbers(root, "width", "height")
    assert root.attrib["viewBox"].split() == ["0", "0", root.attrib["width"], root.attrib["height"]]
    assert 200 < width < 1500 and 150 < height < 1500


@EACH
def test_it_is_safe_in_any_page(name: str) -> None:
    svg = DRAWINGS[name]()
    root = ET.fromstring(svg)
    assert {element.tag.replace(SVG, "") for element in root.iter()} <= {
        "svg", "title", "desc", "style", "line", "polyline", "circle", "text"
    }
    for element in root.iter():
        for key in element.attrib:
            assert key in (
                "class viewBox width height role font-family font-size font-weight font-style text-anchor points x y "
                "x1 y1 x2 y2 cx cy r fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray "
                "stroke-linejoin"
            ).split(), key
    assert "url(" not in svg and "@import" not in svg and "id=" not in svg
    assert "<script" not in svg and svg.count("http") == 1
    assert {element.attrib["class"] for element in root.iter() if "class" in element.attrib} <= {"minibackprop", "halo"}


@EACH
def test_its_numbers_are_finite_and_inside(name: str) -> None:
    root = ET.fromstring(DRAWINGS[name]())
    width, height = numbers(root, "width", "height")
    for element in root.iter():
        for key, value in element.attrib.items():
            if key in ("x", "x1", "x2", "cx"):
                assert 0 <= float(value) <= width, (element.tag, key)
            if key in ("y", "y1", "y2", "cy"):
                assert 0 <= float(value) <= height, (element.tag, key)
            if key in ("stroke-width", "r", "font-size", "fill-opacity"):
                assert math.isfinite(float(value))
            if key == "points":
                for point in value.split():
                    x, y = (float(part) for part in point.split(","))
                    assert 0 <= x <= width and 0 <= y <= height
    assert not re.search(r"\b(nan|inf)\b", " ".join(root.itertext()))


@EACH
def test_no_text_is_cut_off_or_too_small(name: str) -> None:
    """By the rule of thumb that a letter is .6 of its size wide."""
    root = ET.fromstring(DRAWINGS[name]())
    width = float(root.attrib["width"])
    for element in root.iter(SVG + "text"):
        size = float(element.attrib.get("font-size", "14"))
        assert size >= 9
        length = 0.6 * size * len(element.text or "")
        x, anchor = float(element.attrib["x"]), element.attrib["text-anchor"]
        left = x - {"start": 0.0, "middle": length / 2, "end": length}[anchor]
        if "evil" not in name:
            assert -1 <= left and left + length <= width + 1, element.text


def test_ink_and_paper_are_the_page_s() -> None:
    style = elements(network_svg(M), "style")[0].text or ""
    assert "CanvasText" in style and "color-scheme:light dark" in style and "@media print" in style
    for selector in re.findall(r"([^{}]+)\{", style.replace("@media print{", "")):
        assert selector.startswith(".minibackprop"), selector  # no rule of it reaches the rest of the page
    for element in ET.fromstring(network_svg(M)).iter():
        for key in ("fill", "stroke"):
            assert element.attrib.get(key, "none") in ("none", "currentColor", BLUE, ORANGE)


@pytest.mark.parametrize("colour", [BLUE, ORANGE])
@pytest.mark.parametrize("paper", ["#ffffff", "#121212"])
def test_colours_stand_out_on_light_and_dark(colour: str, paper: str) -> None:
    """A contrast of 3 : 1, as WCAG 2.1 has it for graphics."""

    def luminance(hexadecimal: str) -> float:
        parts = [int(hexadecimal[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted([luminance(colour), luminance(paper)])
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_text_is_only_ever_text() -> None:
    svg = DRAWINGS["network, evil"]()
    shown = escape(EVIL)
    assert f"<title>{shown}</title>" in svg and "]]>" not in svg and "\x00" not in svg
    assert ET.fromstring(svg)[0].text == "<script>alert(1)</script>\"' ]]> & ??? onload=x"
    assert "<script>alert(1…" in texts(svg)


# The network


def test_every_weight_is_a_line_as_thick_as_it_is_large() -> None:
    network = Network(Layer([[0.5, -1.0], [2.0, 0.0]], [0, 0]), Layer([[-4.0, 1e-6]], [0]))
    drawn = weight_lines(network_svg(network))
    widths = {name: float(line.attrib["stroke-width"]) for name, line in drawn.items()}
    assert widths == {
        "w from x₁ to neuron 1 of layer 1 = 0.5": 0.75,
        "w from x₂ to neuron 1 of layer 1 = -1": 1.5,
        "w from x₁ to neuron 2 of layer 1 = 2": 3.0,
        "w from x₂ to neuron 2 of layer 1 = 0": 0.0,
        "w from neuron 1 of layer 1 to output 1 = -4": 6.0,
        "w from neuron 2 of layer 1 to output 1 = 1e-06": 0.5,
    }
    for name, line in drawn.items():
        is_below_0 = " = -" in name
        assert line.attrib["stroke"] == (ORANGE if is_below_0 else BLUE)
        assert ("stroke-dasharray" in line.attrib) == is_below_0
    assert list(widths.values()) == sorted(widths.values())  # the strong ones are drawn last, on top


def test_lines_run_from_rim_to_rim_of_their_neurons() -> None:
    svg = network_svg(M)
    centres = {tooltip(circle).split(",")[0]: numbers(circle, "cx", "cy", "r") for circle in elements(svg, "circle")}
    assert list(centres) == ["x₁", "x₂", "neuron 1 of layer 1", "neuron 2 of layer 1", "output 1", "output 2"]
    assert centres["x₁"][0] < centres["neuron 1 of layer 1"][0] < centres["output 1"][0]
    for name, line in weight_lines(svg).items():
        match = re.match("w from (.*) to (.*) = ", name)
        assert match is not None
        x1, y1, x2, y2 = numbers(line, "x1", "y1", "x2", "y2")
        (from_x, from_y, radius), (to_x, to_y, _) = (centres[name] for name in match.groups())
        share = radius / math.hypot(to_x - from_x, to_y - from_y)
        assert (x1, y1) == pytest.approx((from_x + share * (to_x - from_x), from_y + share * (to_y - from_y)), abs=0.02)
        assert (x2, y2) == pytest.approx((to_x - share * (to_x - from_x), to_y - share * (to_y - from_y)), abs=0.02)


def test_a_small_network_has_its_numbers_written_in() -> None:
    shown = texts(network_svg(M, M_FORWARD, input_names=["in 1", "in 2"], output_names=["out 1", "out 2"]))
    for text in "0.15 0.2 0.25 0.3 0.4 0.45 0.5 0.55 0.05 0.1 0.593 0.597 0.751 0.773".split():
        assert text in shown
    assert shown.count("b 0.35") == shown.count("b 0.6") == 2
    assert {"in 1", "in 2", "out 1", "out 2", "inputs", "layer 1", "output", "sigmoid"} <= set(shown)
    assert "0.593" not in texts(network_svg(M, M_FORWARD, example=2))
    assert {"1", "2"} <= set(texts(network_svg(M, M_FORWARD, example=2)))


def test_with_a_backward_pass_the_lines_are_the_slopes() -> None:
    svg = network_svg(M, M_FORWARD, M_BACKWARD)
    assert {"0.0822", "0.0827", "−0.0226", "−0.0227", "∂C/∂w", "∂C/∂b 0.138"} <= set(texts(svg))
    widths = {name: float(line.attrib["stroke-width"]) for name, line in weight_lines(svg).items()}
    assert widths["∂C/∂w from neuron 2 of layer 1 to output 1 = 0.0826676"] == 6
    share = MAZUR["exact"]["dC_dW2"][1][0] / MAZUR["exact"]["dC_dW2"][0][1]
    assert widths["∂C/∂w from neuron 1 of layer 1 to output 2 = -0.0226025"] == pytest.approx(-6 * share, abs=0.01)


def test_the_mean_over_examples_is_said() -> None:
    svg = network_svg(H, None, backward(H, forward(H, TABLE.X), TABLE.Y))
    assert "mean of 506 examples" in texts(svg)
    assert "the mean of 506 examples" in (elements(svg, "desc")[0].text or "")


def test_a_large_network_is_thinned_and_says_so() -> None:
    svg = network_svg(DEEP)
    assert len(elements(svg, "circle")) == 5 * 9
    assert len(weight_lines(svg)) == 3 * 9 * 9
    assert texts(svg).count("… 38 more") == 5 and "8 more layers" in texts(svg)
    description = elements(svg, "desc")[0].text or ""
    assert "47 → 47 → 47 → 47 → … → 47" in description
    assert "Not drawn: 8 layers." in description and "Not drawn: 38 of the 47 neurons of layer 1." in description
    housing = network_svg(H, input_names=TABLE.feature_names)
    assert "… 4 more" in texts(housing) and {"CRIM", "DIS", "LSTAT"} <= set(texts(housing))
    assert "RAD" not in texts(housing) and "Not drawn" not in network_svg(M)


def test_the_legend_has_the_signs_that_occur() -> None:
    assert {"0.183", "0.55"} <= set(texts(network_svg(M))) and "−0.55" not in texts(network_svg(M))
    assert {"−3", "−1"} <= set(texts(network_svg(Network(Layer([[-3]], [0])))))
    assert "every w is 0: no lines" in texts(network_svg(Network(Layer([[0]], [0]))))


def test_the_terminal_form_of_a_network() -> None:
    assert network_text(M, M_FORWARD, input_names=["one", "two"]) == (
        "layer 1 (sigmoid), w\n"
        "        a      1        2\n"
        "one  0.05  +0.15 ▒  +0.25 ▒\n"
        "two   0.1   +0.2 ▒   +0.3 ▓\n"
        "b          +0.35    +0.35\n"
        "a          0.593    0.597\n"
        "\n"
        "output (sigmoid), w\n"
        "       a      1        2\n"
        "1  0.593   +0.4 ▓   +0.5 █\n"
        "2  0.597  +0.45 █  +0.55 █\n"
        "b          +0.6     +0.6\n"
        "a         0.751    0.773"
    )
    assert network_text(M, None, M_BACKWARD, ascii_only=True).endswith(
        "output (sigmoid), dC/dw\n"
        "             1          2\n"
        "1      +0.0822 #  -0.0226 :\n"
        "2      +0.0827 #  -0.0227 :\n"
        "dC/db   +0.138    -0.0381"
    )


def test_the_terminal_form_is_thinned_and_fits() -> None:
    text = network_text(DEEP, forward(DEEP, [[1.0] * 47]), output_names=["a very long\nname of an output"] * 47)
    assert "… 8 more layers …\n\noutput (relu): 47 neurons" in text
    assert "layer 1 (relu), w, 43 of 47 neurons not shown" in text and "… 32 more" in text
    assert max(len(line) for line in text.splitlines()) <= 80
    network = Network(Layer.random(2, 2))
    assert len(network_text(network, output_names=["a\nb", "c"]).splitlines()) == 5


# Curves


def points(element: ET.Element) -> List[Tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (point.split(",") for point in element.attrib["points"].split())]


def place_of(svg: str, text: str) -> List[float]:
    return [numbers(element, "x", "y") for element in elements(svg, "text") if element.text == text][0]


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


def test_curves_differ_in_more_than_colour() -> None:
    svg = cost_svg([4, 2, 1], [5, 3, 2.5])
    training, held_out = elements(svg, "polyline")
    assert (training.attrib["stroke"], training.attrib["stroke-dasharray"]) == (BLUE, "none")
    assert (held_out.attrib["stroke"], held_out.attrib["stroke-dasharray"]) == (ORANGE, "7 4")
    assert {"training 1", "held-out 2.5"} <= set(texts(svg))
    close = cost_svg([4, 2], [4, 2.01])
    assert abs(place_of(close, "training 2")[1] - place_of(close, "held-out 2.01")[1]) >= 16.9


def test_on_a_log_axis_equal_factors_are_equally_far_apart() -> None:
    svg = cost_svg([1000, 100, 10, 1], log=True)
    ys = [y for _, y in points(elements(svg, "polyline")[0])]
    assert ys[1] - ys[0] == pytest.approx(ys[3] - ys[2], abs=0.02)
    with_zero = cost_svg([100, 0, 10, 1], log=True)
    assert len(elements(with_zero, "polyline")) == 2
    assert "1 cost of 0 or below left out" in (elements(with_zero, "desc")[0].text or "")


def test_a_long_curve_is_short_in_the_file_and_keeps_its_peaks() -> None:
    costs = [1.0] * 50000
    costs[33333] = 9.0
    svg = cost_svg(costs, width=500)
    assert len(svg) < 40000
    assert "Lowest" not in svg and min(y for _, y in points(elements(svg, "polyline")[0])) < 60
    wave = [(float(x), float(x % 7)) for x in range(1000)]
    kept = thinned(wave, 100)
    assert kept[0] in wave[:20] and kept[-1] == wave[-1] and len(kept) <= 102 and kept == sorted(kept)


def test_the_terminal_curve_takes_a_second_one_and_a_log_axis() -> None:
    assert text_curve([4, 2, 1, 0], width=20, height=5, ascii_only=True, held_out=[4, 4, 3, 3]) == (
        "4 |*** o o o\n"
        "3 |  ***     o o o o\n"
        "2 |    ******\n"
        "1 |         ******\n"
        "0 |              ***\n"
        "  +-----------------\n"
        "   0               3\n"
        "   * training   o held-out"
    )
    straight = text_curve([1000, 1], width=20, height=4, ascii_only=True, log=True)  # on a linear axis it is not
    assert straight.splitlines()[:4] == ["1000 |****", " 100 |   *****", "  10 |       *****", "   1 |           ***"]
    shorter = text_curve([4, 4], width=20, height=2, ascii_only=True, held_out=[4, 4, 0, 0])
    assert shorter.splitlines()[:2] == ["4 |******o o", "0 |          o o o o"]


# Scatter


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
    assert "too high 1 time, too low 1 time" in (elements(svg, "desc")[0].text or "")
    assert {"predicted ($)", "predicted − actual ($)"} <= set(texts(svg))


def test_a_matrix_of_one_column_is_as_good_as_a_list() -> None:
    assert predicted_svg([[1], [2]], ((3,), (4,))) == predicted_svg([1, 2], [3, 4])
    assert predicted_svg(TABLE.Y, H.predict_all(TABLE.X)).count("<circle") == 506


def test_the_terminal_forms_of_the_scatter() -> None:
    assert predicted_text([0, 4, 8], [0, 6, 6], width=20, height=5).endswith("'·' where they are equal")
    assert residuals_text([5], [5], 20, 3, ascii_only=True) == (
        "  1 |\n"
        "0.5 |\n"
        "  0 |.......*.......\n"
        "    +---------------\n"
        "     2             8\n"
        "     predicted - actual (up) against predicted (right)"
    )


# Activations


def test_the_curves_are_f_and_its_slope() -> None:
    f, f_prime = (points(line) for line in elements(activation_svg(SIGMOID), "polyline"))
    assert len(f) == len(f_prime) == 241
    assert f[120][1] - f[0][1] == pytest.approx(f[240][1] - f[120][1], abs=0.05)
    assert min(y for _, y in f_prime) == f_prime[120][1]
    height = 180.0
    assert (f[0][1] - f[240][1]) / height == pytest.approx(SIGMOID.f(4) - SIGMOID.f(-4), abs=1e-3)
    assert (f_prime[0][1] - f_prime[120][1]) / height == pytest.approx((0.25 - SIGMOID.f_prime(4)) / 0.3, abs=1e-3)


def test_a_jump_is_a_gap_and_a_corner_is_none() -> None:
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


def test_the_terminal_form_of_an_activation() -> None:
    assert activation_text(LINEAR, -1, 1, width=20, height=3, ascii_only=True).splitlines()[:5] == [
        "f(z) of linear",
        " 1 |            ****",
        " 0 |    ********",
        "-1 |****",
        "   +----------------",
    ]


# All of them


@pytest.mark.parametrize("text", [
    network_text(M, M_FORWARD, M_BACKWARD, 1, ["é" * 30, "x\n"], ["→", "日本"], True),
    network_text(DEEP, ascii_only=True),
    text_curve([3, 1], ascii_only=True, held_out=[2, 1], log=True),
    predicted_text([1, 2], [2, 1], ascii_only=True),
    residuals_text([1, 2], [2, 1], ascii_only=True),
    activation_text(TANH, ascii_only=True),
    activation_text(Activation("é\n", abs, abs), ascii_only=True),
], ids=range(7))
def test_ascii_only_is_ascii(text: str) -> None:
    assert all(character == "\n" or 32 <= ord(character) < 127 for character in text)


@pytest.mark.parametrize("values", [
    [1e300], [5e-324], [-3], [0, 0], [LARGEST, -LARGEST], [1e16, 1e16 + 2], [1e300, 1e-300], [7] * 9,
], ids=str)
def test_the_terminal_forms_take_any_numbers(values: List[float]) -> None:
    assert len(text_curve(values, 40, 5, True).splitlines()) == 7
    assert len(predicted_text(values, values, 40, 5).splitlines()) == 8
    assert len(residuals_text(values, values, 40, 5).splitlines()) == 8
    if max(values) > 0:
        assert len(text_curve(values, 40, 5, log=True).splitlines()) == 7


@pytest.mark.parametrize("low, high", [
    (0, 1), (3, 21), (-1e300, 1e300), (1e16, 1e16 + 2), (0.1, 0.1000001), (-5, -4), (0, 5e-324), (-LARGEST, LARGEST),
    (LARGEST, LARGEST), (-LARGEST, -LARGEST),
])
def test_axes_hold_their_values_and_tell_ticks_apart(low: float, high: float) -> None:
    axes = [linear_axis(low, high), cost_axis([low, high], log=False)]
    if low > 0:
        axes.append(log_axis(low, high))
    for axis in axes:
        assert axis.low <= low <= high <= axis.high
        assert 0 <= axis.share(low) <= axis.share(high) <= 1
        assert 2 <= len(axis.ticks) <= 8 and axis.ticks == sorted(set(axis.ticks))
        assert len(set(axis.labels)) == len(axis.labels)


@pytest.mark.parametrize("last", [0, 1, 4, 5, 6, 7, 99, 100, 1234567])
def test_epochs_have_whole_numbers(last: int) -> None:
    axis = counting_axis(last)
    assert all(label == f"{int(tick):g}" for label, tick in zip(axis.labels, axis.ticks) if last < 10**6)
    assert axis.ticks[0] == 0 and last / 2 < axis.ticks[-1] + 1 <= last + 1
    assert axis.high == last and len(axis.ticks) <= 7


@pytest.mark.parametrize("draw, error, message", [
    (lambda: cost_svg([]), ShapeError, "costs must be a list of numbers"),
    (lambda: cost_svg([1, math.nan]), NumberError, "entry 2 of costs is nan"),
    (lambda: cost_svg([1], "23"),  # type: ignore[arg-type]
     ShapeError, "held_out_costs must be a list of numbers"),
    (lambda: cost_svg([0, -1], log=True), NumberError, "no value is above 0"),
    (lambda: cost_svg([1], width=10), SettingError, "the width is 10, but must be a whole number, 240 or more"),
    (lambda: cost_svg([1], height=1.5),  # type: ignore[arg-type]
     SettingError, "the height is 1.5, but must be"),
    (lambda: predicted_svg([1, 2], [1]), ShapeError, "there are 2 actual values, but 1 predicted: each example"),
    (lambda: predicted_svg([[1, 2]], [1]), ShapeError, "actual has 2 columns: choose one of them, as in"),
    (lambda: predicted_svg([], []), ShapeError, "actual must be a list of numbers"),
    (lambda: residuals_svg([LARGEST], [-LARGEST]), NumberError, "the predicted values are too far from the actual"),
    (lambda: residuals_text([1], ["x"]),  # type: ignore[arg-type]
     NumberError, "entry 1 of predicted is 'x'"),
    (lambda: predicted_text([1], [1], width=3), SettingError, "the width is 3"),
    (lambda: activation_svg("sigmoid"),  # type: ignore[arg-type]
     TypeError, "the activation is 'sigmoid', but must be one such as SIGMOID"),
    (lambda: activation_svg(TANH, 4, -4), SettingError, "low is 4 and high is -4, but low must be clearly below high"),
    (lambda: activation_text(TANH, math.inf), NumberError, "low is inf"),
    (lambda: activation_text(TANH, height=0), SettingError, "the height is 0"),
    (lambda: network_svg(3),  # type: ignore[arg-type]
     TypeError, "the network is 3, but must be a Network"),
    (lambda: network_svg(M, M_FORWARD, example=0), SettingError, "example is 0, but must be a whole number, 1 or more"),
    (lambda: network_svg(M, M_FORWARD, example=3), SettingError, "example is 3, but the forward pass has 2 examples"),
    (lambda: network_svg(H, M_FORWARD), ShapeError, "this forward pass is of another network: pass on what forward("),
    (lambda: network_text(H, None, M_BACKWARD), ShapeError, "this backward pass is of another network"),
    (lambda: network_text(M, input_names=["a"]), ShapeError, "there are 1 input name, but the network has 2 inputs"),
    (lambda: network_svg(M, output_names="ab"), ShapeError, "there are 1 output name, but the network has 2 outputs"),
])
def test_errors_speak_to_a_learner(draw: Callable[[], str], error: Type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        draw()
    assert message in str(caught.value)
