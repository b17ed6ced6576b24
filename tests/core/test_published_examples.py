"""The library must give the figures of the published examples, to every digit."""

from typing import List, Tuple

import pytest
from published_examples import ALL, HAGAN, HAN_KAMBER, HMKCODE, MAZUR, Example, figures_of, network_of, pairs

from minibackprop import (
    HALF_SQUARED_ERROR, SIGMOID, Layer, Network, backward, forward, gradient_check, gradient_step, train,
)

# What the sources print, to the digits that they print. Mazur's weights are those of a step that leaves the biases
# alone, which changes no weight of that step.
PRINTED: List[Tuple[Example, Example]] = [
    (
        MAZUR,
        {
            "Z1": [".3775", None],
            "A1": [".593269992", ".596884378"],
            "Z2": ["1.105905967", "1.224921404"],
            "A2": [".75136507", ".772928465"],
            "cost": ".298371109",
            "dC_dZ2": [".138498562", None],
            "dC_dW2": [[".082167041", None], [None, None]],
            "dC_dW1": [[".000438568", None], [None, None]],
            "new_W2": [[".35891648", ".408666186"], [".511301270", ".561370121"]],
            "new_W1": [[".149780716", ".19956143"], [".24975114", ".29950229"]],
        },
    ),
    (
        HAN_KAMBER,
        {
            "Z1": ["-.7", ".1"],
            "Z2": ["-.105"],
            "A1": [".332", ".525"],
            "A2": [".474"],
            "new_W2": [["-.261", "-.138"]],
            "new_W1": [[".192", ".4", "-.508"], ["-.306", ".1", ".194"]],
            "new_b1": ["-.408", ".194"],
            "new_b2": [".218"],
        },
    ),
    (
        HAGAN,
        {
            "new_W1": [["-.265"], ["-.420"]],
            "new_b1": ["-.475", "-.140"],
            "new_W2": [[".171", "-.0772"]],
            "new_b2": [".732"],
        },
    ),
    (
        HMKCODE,
        {
            "A1": [".85", ".48"],
            "A2": [".191"],
            "new_W1": [[".12", ".23"], [".13", ".10"]],
            "new_W2": [[".17", ".17"]],
        },
    ),
]


def source_of(example: Example) -> str:
    return str(example["source"])


def printed_like(pattern: str, value: float) -> str:
    """The value with as many decimals as the source prints and, as there, without a 0 before the point."""
    text = f"{value:.{len(pattern.split('.')[1])}f}"
    return text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text


@pytest.mark.parametrize("example", ALL, ids=source_of)
def test_exact_figures_agree(example: Example) -> None:
    computed = figures_of(example)
    for name, figures in example["exact"].items():
        assert pairs(figures, computed[name]), name
        for figure, value in pairs(figures, computed[name]):
            assert value == pytest.approx(figure, rel=2e-14, abs=1e-16), name


@pytest.mark.parametrize("example, printed", PRINTED, ids=[source_of(example) for example, _ in PRINTED])
def test_printed_figures_agree(example: Example, printed: Example) -> None:
    computed = figures_of(example)
    for name, figures in printed.items():
        for pattern, value in pairs(figures, computed[name]):
            assert printed_like(pattern, value) == pattern, name


@pytest.mark.parametrize("example", ALL, ids=source_of)
def test_numerical_gradients_agree(example: Example) -> None:
    assert gradient_check(network_of(example), [example["x"]], [example["y"]]).largest_error < 1e-7


def test_the_costs_after_mazur_s_steps_agree() -> None:
    network, X, Y = network_of(MAZUR), [MAZUR["x"]], [MAZUR["y"]]
    result = train(network, X, Y, learning_rate=0.5, epochs=10000)
    assert result.costs[1] == pytest.approx(MAZUR["cost_after_one_step"], rel=1e-14)
    assert result.costs[10000] == pytest.approx(MAZUR["cost_after_10000_steps"], rel=1e-9)

    stepped = gradient_step(network, backward(network, forward(network, X), Y), 0.5)
    layers = [Layer(new.weights, old.biases, SIGMOID) for new, old in zip(stepped.layers, network.layers)]
    cost = HALF_SQUARED_ERROR.of(Y, Network(*layers).predict_all(X))
    assert cost == pytest.approx(MAZUR["cost_after_one_step_with_old_biases"], rel=1e-12)
