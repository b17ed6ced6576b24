"""Worked examples of backpropagation from textbooks and lectures, with their published figures.

The `exact` figures were computed in full precision by an independent scalar program and agree with every published
digit. Weights have one row per neuron. None means that no figure is published.
"""

import math

from minibackprop import HALF_SQUARED_ERROR, LINEAR, SIGMOID, Layer, Network, backward, forward, gradient_step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Example = dict[str, Any]
else:
    Example = dict

MAZUR: Example = {
    "source": "M. Mazur, A Step by Step Backpropagation Example (2015)",
    "layers": [
        ([[0.15, 0.20], [0.25, 0.30]], [0.35, 0.35], "sigmoid"),
        ([[0.40, 0.45], [0.50, 0.55]], [0.60, 0.60], "sigmoid"),
    ],
    "x": [0.05, 0.10],
    "y": [0.01, 0.99],
    "learning_rate": 0.5,
    "exact": {
        "Z1": [0.3775, 0.3925],
        "A1": [0.5932699921071872, 0.596884378259767],
        "Z2": [1.10590596705977, 1.2249214040964653],
        "A2": [0.7513650695523157, 0.7729284653214625],
        "cost": 0.2983711087600027,
        "dC_dZ2": [0.13849856162855698, None],
        "dC_dW2": [[0.08216704056423078, 0.08266762784753326], [-0.022602540477475067, -0.02274024221597822]],
        "dC_dW1": [
            [0.00043856773447434685, 0.0008771354689486937],
            [0.0004977127352608601, 0.0009954254705217202],
        ],
        "new_W2": [[0.35891647971788465, 0.4086661860762334], [0.5113012702387375, 0.5613701211079891]],
        "new_W1": [[0.1497807161327628, 0.19956143226552567], [0.24975114363236958, 0.29950228726473915]],
        "new_b1": [0.3456143226552565, 0.3450228726473914],
        "new_b2": [0.5307507191857215, 0.6190491182582781],
    },
    "cost_after_one_step": 0.28047144679143016,
    "cost_after_10000_steps": 2.4475622359322466e-06,
    "cost_after_one_step_with_old_biases": 0.2910277736936,
}

HAN_KAMBER: Example = {
    "source": "J. Han and M. Kamber, Data Mining, Example 9.1",
    "layers": [
        ([[0.2, 0.4, -0.5], [-0.3, 0.1, 0.2]], [-0.4, 0.2], "sigmoid"),
        ([[-0.3, -0.2]], [0.1], "sigmoid"),
    ],
    "x": [1, 0, 1],
    "y": [1],
    "learning_rate": 0.9,
    "exact": {
        "Z1": [-0.7, 0.1],
        "A1": [0.3318122278318339, 0.52497918747894],
        "A2": [0.47388889882398544],
        "new_W2": [[-0.26082884634154524, -0.13802506750700472]],
        "new_W1": [
            [0.19214789423111006, 0.4, -0.50785210576889],
            [-0.30588787655775207, 0.1, 0.19411212344224793],
        ],
        "new_b1": [-0.40785210576888997, 0.19411212344224793],
        "new_b2": [0.21805217039291008],
    },
}

HAGAN: Example = {
    "source": "M. T. Hagan et al., Neural Network Design, chapter 11 (steps .1 on e², which is .2 on ½e²)",
    "layers": [([[-0.27], [-0.41]], [-0.48, -0.13], "sigmoid"), ([[0.09, -0.17]], [0.48], "linear")],
    "x": [1],
    "y": [1 + math.sin(math.pi / 4)],
    "learning_rate": 0.2,
    "exact": {
        "A1": [0.320821300824607, 0.3681875822638983],
        "A2": [0.4462820280893519],
        "new_W1": [[-0.2650549067692046], [-0.4199721990350464]],
        "new_b1": [-0.4750549067692046, -0.13997219903504643],
        "new_W2": [[0.17089988748010126, -0.0771559964997334]],
        "new_b2": [0.7321649506194392],
    },
}

HMKCODE: Example = {
    "source": "HMKCode, Backpropagation Step by Step",
    "layers": [([[0.11, 0.21], [0.12, 0.08]], [0, 0], "linear"), ([[0.14, 0.15]], [0], "linear")],
    "x": [2, 3],
    "y": [1],
    "learning_rate": 0.05,
    "exact": {
        "A1": [0.85, 0.48],
        "A2": [0.191],
        "cost": 0.3272405,
        "new_W1": [[0.121326, 0.226989], [0.132135, 0.0982025]],
        "new_W2": [[0.1743825, 0.169416]],
    },
}

ALL = [MAZUR, HAN_KAMBER, HAGAN, HMKCODE]


def network_of(example: Example) -> Network:
    """The network of an example, as it is before the step."""
    layers = []
    for weights, biases, name in example["layers"]:
        layers.append(Layer(weights, biases, SIGMOID if name == "sigmoid" else LINEAR))
    return Network(*layers)


def figures_of(example: Example) -> Example:
    """What the library computes for an example, under the names that its figures have."""
    network, X, Y = network_of(example), [example["x"]], [example["y"]]
    forward_pass = forward(network, X)
    backward_pass = backward(network, forward_pass, Y)
    stepped = gradient_step(network, backward_pass, example["learning_rate"])
    figures: Example = {"cost": HALF_SQUARED_ERROR.of(Y, network.predict_all(X))}
    for k in range(len(network.layers)):
        figures[f"Z{k + 1}"] = [z[0] for z in forward_pass[k].Z]  # the only example is column 0
        figures[f"A{k + 1}"] = [a[0] for a in forward_pass[k].A]
        figures[f"dC_dZ{k + 1}"] = [dC_dz[0] for dC_dz in backward_pass[k].dC_dZ]
        figures[f"dC_dW{k + 1}"] = backward_pass[k].dC_dW
        figures[f"new_W{k + 1}"] = stepped.layers[k].weights
        figures[f"new_b{k + 1}"] = stepped.layers[k].biases
    return figures


def pairs(expected: "Any", computed: "Any") -> "list[tuple[Any, float]]":
    """The figures of two equally nested lists, in pairs; those without a published figure are left out."""
    if not isinstance(expected, list):
        return [] if expected is None else [(expected, computed)]
    assert len(expected) == len(computed)
    found = []
    for one, other in zip(expected, computed):
        found += pairs(one, other)
    return found
