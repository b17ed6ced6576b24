"""Cross-entropy in PyTorch and in scikit-learn: the same costs and gradients, and the same step."""

import importlib
from typing import Any, List

import pytest

from minibackprop import (
    CROSS_ENTROPY, LINEAR, SIGMOID, SOFTMAX_CROSS_ENTROPY, TANH, Activation, Cost, Layer, Network, RandomNumbers,
    backward, forward, gradient_step,
)

from ...support.optional import missing, not_everywhere
from ...support.probabilities import network, tables


def test_pytorch_has_the_same_costs_and_gradients() -> None:
    try:
        torch: Any = importlib.import_module("torch")
    except ImportError:
        not_everywhere("PyTorch (pip install torch)")
    for cost, last, width in ((CROSS_ENTROPY, SIGMOID, 3), (SOFTMAX_CROSS_ENTROPY, LINEAR, 3)):
        X, Y = tables(width)
        ours = network(last, width)
        parameters: List[Any] = []
        A = torch.tensor(X, dtype=torch.float64)
        for layer, f in zip(ours.layers, (torch.tanh, torch.relu, torch.sigmoid if last is SIGMOID else lambda z: z)):
            W, b = [torch.tensor(M, dtype=torch.float64, requires_grad=True) for M in (layer.weights, layer.biases)]
            A = f(A @ W.T + b)
            parameters += [W, b]
        targets = torch.tensor(Y, dtype=torch.float64)
        if last is SIGMOID:
            theirs = torch.nn.BCELoss(reduction="sum")(A, targets) / len(X)
        else:
            theirs = torch.nn.CrossEntropyLoss()(A, targets)
        theirs.backward()
        assert cost.of(Y, ours.predict_all(X)) == pytest.approx(theirs.item(), rel=1e-12)
        for k, record in enumerate(backward(ours, forward(ours, X), Y, cost)):
            for row, expected in zip(record.dC_dW, parameters[2 * k].grad.tolist()):
                assert row == pytest.approx(expected, rel=1e-10, abs=1e-14)
            assert record.dC_db == pytest.approx(parameters[2 * k + 1].grad.tolist(), rel=1e-10, abs=1e-14)


@pytest.mark.parametrize("cost, last, classes", [(CROSS_ENTROPY, SIGMOID, 2), (SOFTMAX_CROSS_ENTROPY, LINEAR, 3)])
def test_scikit_learn_has_the_same_cost_and_takes_the_same_step(cost: Cost, last: Activation, classes: int) -> None:
    try:
        neural_network: Any = importlib.import_module("sklearn.neural_network")
        metrics: Any = importlib.import_module("sklearn.metrics")
    except ImportError:
        missing("scikit-learn")
    X, labels = tables(1, 6)[0], [n % classes for n in range(6)]
    width = 1 if classes == 2 else classes
    Y = [[float(label)] if classes == 2 else [float(j == label) for j in range(classes)] for label in labels]
    theirs = neural_network.MLPClassifier(
        (4,), activation="tanh", solver="sgd", learning_rate_init=0.5, momentum=0.0, nesterovs_momentum=False,
        alpha=0.0, batch_size=6, shuffle=False, random_state=1,
    )
    theirs.partial_fit(X, labels, classes=list(range(classes)))  # makes its arrays
    rng = RandomNumbers(6)
    ours = Network(Layer.random(3, 4, TANH, rng), Layer.random(4, width, last, rng))
    for layer, W, b in zip(ours.layers, theirs.coefs_, theirs.intercepts_):
        W[...] = list(zip(*layer.weights))
        b[...] = layer.biases
    probabilities = theirs.predict_proba(X)
    assert cost.of(Y, ours.predict_all(X)) == pytest.approx(metrics.log_loss(labels, probabilities), rel=1e-12)
    theirs.partial_fit(X, labels)
    stepped = gradient_step(ours, backward(ours, forward(ours, X), Y, cost), 0.5)
    for layer, W, b in zip(stepped.layers, theirs.coefs_, theirs.intercepts_):
        assert [w for row in layer.weights for w in row] == pytest.approx(W.T.ravel().tolist(), rel=1e-10)
        assert layer.biases == pytest.approx(b.tolist(), rel=1e-10)
