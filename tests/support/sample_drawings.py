"""Networks, passes and functions to draw, and drawings of every kind: ordinary, empty, huge, with malicious text."""

import math
from typing import Callable, Dict, List, Optional, Tuple

import pytest
from published_examples import MAZUR, network_of

from minibackprop import (
    RELU, SIGMOID, TANH, Activation, Layer, Network, RandomNumbers, backward, forward, load_housing,
)
from minibackprop.drawing.activation_svg import activation_svg
from minibackprop.drawing.axes import LARGEST
from minibackprop.drawing.curve_svg import cost_svg
from minibackprop.drawing.network_svg import network_svg
from minibackprop.drawing.plot import Plot
from minibackprop.drawing.scatter_svg import predicted_svg, residuals_svg

MALICIOUS = "<script>alert(1)</script>\"' ]]> & \x00\x1b\ud800 onload=x"

SMALL = network_of(MAZUR)
SMALL_FORWARD = forward(SMALL, [MAZUR["x"], [1, 2]])
SMALL_BACKWARD = backward(SMALL, forward(SMALL, [MAZUR["x"]]), [MAZUR["y"]])
TABLE = load_housing()
_rng = RandomNumbers(7)
HOUSING = Network(Layer.random(13, 5, TANH, _rng), Layer.random(5, 1, rng=_rng))
DEEP = Network(*[Layer.random(47, 47, RELU, _rng) for _ in range(12)])
HUGE = Network(Layer([[1e300, -5e-324]], [0]))
LOGARITHM = Activation("log", math.log, lambda z: 1 / z)

def plotted(xs: List[float], ys: List[float], text: str = "C", y_range: Optional[Tuple[float, float]] = None) -> str:
    """A plot with a curve, a path and points, all of the same numbers."""
    plot = Plot(text, text, text, y_range)
    if xs == sorted(set(xs)) and len(xs) > 1:
        plot.curve(text, xs, ys)
    plot.path("steps down", xs, ys)
    plot.points("here", xs, ys)
    return plot.svg()


DRAWINGS: Dict[str, Callable[[], str]] = {
    "network": lambda: network_svg(SMALL),
    "network, forward": lambda: network_svg(SMALL, SMALL_FORWARD, example=2),
    "network, backward": lambda: network_svg(SMALL, SMALL_FORWARD, SMALL_BACKWARD),
    "network, housing": lambda: network_svg(
        HOUSING, forward(HOUSING, TABLE.X[:3]), None, 1, TABLE.feature_names, TABLE.target_names
    ),
    "network, deep": lambda: network_svg(DEEP),
    "network, zero": lambda: network_svg(Network(Layer([[0]], [0]))),
    "network, huge": lambda: network_svg(HUGE, forward(HUGE, [[-1e7, 1]])),
    "network, malicious": lambda: network_svg(
        Network(Layer([[1]], [1], Activation(MALICIOUS, abs, abs))), None, None, 1, [MALICIOUS], [MALICIOUS], MALICIOUS
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
    "cost, malicious": lambda: cost_svg([1, 2], title=MALICIOUS),
    "predicted": lambda: predicted_svg([1, 2, 3], [1.5, 2, 2]),
    "predicted, one": lambda: predicted_svg([-7], [-7]),
    "predicted, huge": lambda: predicted_svg([LARGEST, 1], [-LARGEST, 5e-324]),
    "predicted, malicious": lambda: predicted_svg([1], [2], MALICIOUS, MALICIOUS),
    "residuals": lambda: residuals_svg([1, 2, 3], [1.5, 2, 2]),
    "residuals, none": lambda: residuals_svg([0, 0], [0, 0]),
    "residuals, huge": lambda: residuals_svg([1e300], [-1e300]),
    "residuals, malicious": lambda: residuals_svg([1], [2], MALICIOUS, MALICIOUS),
    "sigmoid": lambda: activation_svg(SIGMOID),
    "relu, far": lambda: activation_svg(RELU, -1e300, 1e300),
    "log": lambda: activation_svg(LOGARITHM),
    "log, below 0": lambda: activation_svg(LOGARITHM, -4, -1),
    "plot": lambda: plotted([0, 1, 2, 3], [9, 4, 1, 0]),
    "plot, cut off": lambda: plotted([0, 1, 2, 3], [9, -4, 1, 0], y_range=(0, 5)),
    "plot, one point": lambda: plotted([7], [7]),
    "plot, zero": lambda: plotted([0, 0], [0, 0]),
    "plot, huge": lambda: plotted([-LARGEST, LARGEST], [LARGEST, -LARGEST]),
    "plot, huge, cut off": lambda: plotted([0, 1], [LARGEST, -LARGEST], y_range=(-1, 1)),
    "plot, tiny": lambda: plotted([5e-324, 1e-310], [0, 5e-324]),
    "plot, long names": lambda: plotted([0, 1], [0, 1], "a name as long as this"),
    "plot, malicious": lambda: plotted([0, 1], [0, 1], MALICIOUS),
    "activation, malicious": lambda: activation_svg(Activation(MALICIOUS, abs, abs), title=MALICIOUS),
}
each_drawing = pytest.mark.parametrize("name", DRAWINGS)
