"""Export to PyTorch: the names and shapes that it expects; if PyTorch is installed, it computes the same."""

import importlib
from typing import Any, List

import pytest

from minibackprop import (
    LINEAR, RELU, SIGMOID, TANH, Activation, Layer, Network, RandomNumbers, backward, forward, to_state_dict,
)

from ..support.optional import not_everywhere


def network(*activations: Activation) -> Network:
    rng = RandomNumbers(6)
    sizes = [3, 4, 2, 3, 2][: len(activations) + 1]
    return Network(*[Layer.random(n, m, f, rng) for n, m, f in zip(sizes, sizes[1:], activations)])


def test_names_count_the_modules() -> None:
    names = list(to_state_dict(network(SIGMOID, LINEAR, RELU, LINEAR)))
    assert names == ["0.weight", "0.bias", "2.weight", "2.bias", "3.weight", "3.bias", "5.weight", "5.bias"]


def test_the_lists_are_copies() -> None:
    original = network(TANH)
    state_dict: Any = to_state_dict(original)
    assert state_dict == {"0.weight": original.layers[0].weights, "0.bias": original.layers[0].biases}
    state_dict["0.weight"][0][0] = state_dict["0.bias"][0] = 99.0
    assert 99.0 not in original.layers[0].weights[0] + original.layers[0].biases


def test_only_a_network_has_a_state_dict() -> None:
    layers: Any = [Layer([[1]], [2])]
    with pytest.raises(TypeError, match="a Network is needed here"):
        to_state_dict(layers)


def test_pytorch_predicts_the_same_and_finds_the_same_gradients() -> None:
    try:
        torch: Any = importlib.import_module("torch")
    except ImportError:
        not_everywhere("PyTorch (pip install torch)")
    ours = network(SIGMOID, LINEAR, RELU, TANH)
    nn = torch.nn
    model = nn.Sequential(
        nn.Linear(3, 4), nn.Sigmoid(), nn.Linear(4, 2), nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 2), nn.Tanh()
    ).double()
    state_dict = to_state_dict(ours)
    model.load_state_dict({name: torch.tensor(state_dict[name], dtype=torch.float64) for name in state_dict})
    rng = RandomNumbers(8)
    X, Y = [[[rng.uniform(-2, 2) for _ in range(width)] for _ in range(5)] for width in (3, 2)]
    outputs = model(torch.tensor(X, dtype=torch.float64))
    for row, expected in zip(ours.predict_all(X), outputs.tolist()):
        assert row == pytest.approx(expected, rel=1e-12)
    (0.5 * ((torch.tensor(Y, dtype=torch.float64) - outputs) ** 2).sum(1).mean()).backward()
    gradients: List[Any] = [parameter.grad.tolist() for parameter in model.parameters()]
    backward_pass = backward(ours, forward(ours, X), Y)
    for k, record in enumerate(backward_pass):
        for row, expected in zip(record.dC_dW, gradients[2 * k]):
            assert row == pytest.approx(expected, rel=1e-10, abs=1e-14)
        assert record.dC_db == pytest.approx(gradients[2 * k + 1], rel=1e-10, abs=1e-14)
