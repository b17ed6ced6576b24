"""The library must give the figures of the published examples, to every digit."""

from typing import Any, Dict, List, Tuple

import pytest

from minibackprop import (
    HALF_SQUARED_ERROR, LINEAR, SIGMOID, Layer, Network, backward, forward, gradient_check, gradient_step, train
)

from . import published_examples

ACTIVATIONS = {"sigmoid": SIGMOID, "linear": LINEAR}


def network_of(example: Dict[str, Any]) -> Network:
    return Network(*[Layer(weights, biases, ACTIVATIONS[name]) for weights, biases, name in example["layers"]])


def figures_of(example: Dict[str, Any]) -> Dict[str, Any]:
    """What the library computes, under the names of the examples."""
    network, X, Y = network_of(example), [example["x"]], [example["y"]]
    forward_pass = forward(network, X)
    backward_pass = backward(network, forward_pass, Y)
    stepped = gradient_step(network, backward_pass, example["learning_rate"])
    figures: Dict[str, Any] = {"cost": HALF_SQUARED_ERROR.of(Y, forward_pass[-1].A)}
    for number, (record, gradients, layer) in enumerate(zip(forward_pass, backward_pass, stepped.layers), 1):
        figures[f"Z{number}"] = record.Z[0]
        figures[f"A{number}"] = record.A[0]
        figures[f"dC_dZ{number}"] = gradients.dC_dZ[0]
        figures[f"dC_dW{number}"] = gradients.dC_dW
        figures[f"new_W{number}"] = layer.weights
        figures[f"new_b{number}"] = layer.biases
    return figures


def pairs(expected: Any, computed: Any) -> List[Tuple[Any, float]]:
    """The single figures of two equally nested lists, side by side."""
    if not isinstance(expected, list):
        return [(expected, computed)]
    assert len(expected) == len(computed)
    return [pair for one, other in zip(expected, computed) for pair in pairs(one, other)]


def printed_like(pattern: str, value: float) -> str:
    """The value with as many decimals as the source prints, and like there no 0 before the point."""
    text = f"{value:.{len(pattern.split('.')[1])}f}"
    return text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text


@pytest.mark.parametrize("example", published_examples.ALL, ids=lambda example: str(example["source"]))
def test_figures(example: Dict[str, Any]) -> None:
    computed = figures_of(example)
    for name, expected in example["exact"].items():
        if name.startswith("cost_after"):
            continue  # test_mazur_after_the_step
        for figure, value in pairs(expected, computed[name]):
            assert figure is None or value == pytest.approx(figure, rel=2e-14, abs=1e-16), name
    for name, printed in example["printed"].items():
        for pattern, value in pairs(printed, computed[name]):
            if pattern is not None:
                assert printed_like(pattern, value) == pattern, name


@pytest.mark.parametrize("example", published_examples.ALL, ids=lambda example: str(example["source"]))
def test_gradient_check_agrees(example: Dict[str, Any]) -> None:
    assert gradient_check(network_of(example), [example["x"]], [example["y"]]).largest_error < 1e-7


def test_mazur_after_the_step() -> None:
    example = published_examples.MAZUR
    network, X, Y = network_of(example), [example["x"]], [example["y"]]
    result = train(network, X, Y, learning_rate=0.5, epochs=10000)
    assert result.costs[1] == pytest.approx(example["exact"]["cost_after_one_step"], rel=1e-14)
    assert result.costs[10000] == pytest.approx(example["exact"]["cost_after_10000_steps"], rel=1e-9)

    stepped = gradient_step(network, backward(network, forward(network, X), Y), 0.5)
    weights_only = Network(*[Layer(new.weights, old.biases, SIGMOID) for new, old in zip(stepped.layers, network.layers)])
    cost = HALF_SQUARED_ERROR.of(Y, weights_only.predict_all(X))
    assert cost == pytest.approx(example["exact"]["cost_after_one_step_with_old_biases"], rel=1e-12)
