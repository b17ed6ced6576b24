"""The update: one step of gradient descent moves every weight and bias a little against the gradient."""

from .linalg import Vector
from .network import Network
from .records import LayerGradient, check_finite_gradients, check_gradients
from .validation import check_finite, positive_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence


def gradient_step(network: Network, backward_pass: "Sequence[LayerGradient]", learning_rate: float) -> Network:
    """Return a new network after one step: w − learning rate · ∂C/∂w and b − learning rate · ∂C/∂b.

    `backward_pass` is what `backward(network, …)` returned. SettingError or ShapeError if an argument does not fit;
    NumberError if a slope is not a finite number, or so large that a weight would become infinite.

    >>> from minibackprop import Layer, backward, forward
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> backward_pass = backward(network, forward(network, [[3, 4]]), [[5]])
    >>> gradient_step(network, backward_pass, learning_rate=0.5).layers[0].weights
    [[-1.0, -4.0]]
    """
    learning_rate = positive_number(learning_rate, "the learning rate")
    check_gradients(network, backward_pass)
    check_finite_gradients(backward_pass)
    after = stepped(network, backward_pass, learning_rate)
    for number, layer in enumerate(after.layers, 1):
        check_finite(f"layer {number} after this step", [("weights", layer.weights), ("biases", [layer.biases])])
    return after


def stepped(network: Network, backward_pass: "Sequence[LayerGradient]", learning_rate: float) -> Network:
    """The loop over the layers in a step, for gradients that are already checked.

    >>> from minibackprop import Layer
    >>> stepped(Network(Layer([[2, 0]], [1])), [LayerGradient([[6.0, 8.0]], [2.0])], 0.5).layers[0].weights
    [[-1.0, -4.0]]
    """
    new_layers = []
    for layer, record in zip(network.layers, backward_pass):
        weights = []
        for w, dC_dw in zip(layer.weights, record.dC_dW):
            weights.append(updated(w, dC_dw, learning_rate))
        biases = updated(layer.biases, record.dC_db, learning_rate)
        new_layers.append(layer.with_parameters(weights, biases))
    return Network(*new_layers)


def updated(v: Vector, gradient: Vector, learning_rate: float) -> Vector:
    """v − learning rate · gradient

    >>> updated([1.0, 2.0], [10.0, -10.0], learning_rate=0.5)
    [-4.0, 7.0]
    """
    return [v_i - learning_rate * slope for v_i, slope in zip(v, gradient)]
