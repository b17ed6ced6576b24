"""The numbers in a drawing of a network: its weights and biases, or their gradient, and the activations of one example.

They come from the network and from the records of its forward and backward pass.
"""

from ..linalg import Matrix, Vector
from ..network import Network
from ..records import LayerBackward, LayerForward, check_forward_pass, check_gradients
from ..validation import SettingError, as_matrix, as_vector, counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    ForwardPass = list[LayerForward]
    BackwardPass = list[LayerBackward]
else:
    ForwardPass = BackwardPass = list


class ShownParameters:
    """What is drawn for the weights and biases of each layer: their values or, with a backward pass, their gradient.

    The names are "w" and "b", or "∂C/∂w" and "∂C/∂b". `num_examples` is the number of examples that the gradient is
    the mean of; it is 0 for the weights and biases themselves.
    """

    def __init__(
        self, weight_name: str, bias_name: str, weights: "list[Matrix]", biases: "list[Vector]", num_examples: int
    ) -> None:
        self.weight_name = weight_name
        self.bias_name = bias_name
        self.weights = weights
        self.biases = biases
        self.num_examples = num_examples

    def __repr__(self) -> str:
        return f"ShownParameters({self.weight_name}, {self.bias_name})"


def shown_parameters(network: Network, backward_pass: "BackwardPass | None") -> ShownParameters:
    """Return the weights and biases of each layer or, with a backward pass, the gradient with respect to them.

    ShapeError if the backward pass is not from this network; NumberError if a number is not finite.

    >>> from minibackprop import Layer
    >>> parameters = shown_parameters(Network(Layer([[2, 0]], [1])), backward_pass=None)
    >>> parameters, parameters.weights, parameters.biases
    (ShownParameters(w, b), [[[2.0, 0.0]]], [[1.0]])
    """
    if backward_pass is None:
        weight_name, bias_name, num_examples = "w", "b", 0
        pairs = [(layer.weights, layer.biases) for layer in network.layers]
    else:
        check_gradients(network, backward_pass, LayerBackward)
        weight_name, bias_name, num_examples = "∂C/∂w", "∂C/∂b", len(backward_pass[0].dC_dZ[0])
        pairs = [(record.dC_dW, record.dC_db) for record in backward_pass]
    weights = [as_matrix(W, f"{weight_name} of layer {k}") for k, (W, _) in enumerate(pairs, 1)]
    biases = [as_vector(b, f"{bias_name} of layer {k}") for k, (_, b) in enumerate(pairs, 1)]
    return ShownParameters(weight_name, bias_name, weights, biases, num_examples)


def activations_of(network: Network, forward_pass: "ForwardPass | None", example: int) -> "list[Vector]":
    """Return the inputs of one example, counted from 1, and the activations of each layer; without a forward pass,
    empty lists.

    ShapeError if the forward pass is not from this network; SettingError if it has no such example.

    >>> from minibackprop import Layer, forward
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> activations_of(network, forward(network, [[3, 4], [5, 6]]), example=2)
    [[5.0, 6.0], [11.0]]
    >>> activations_of(network, None, example=1)
    [[], []]
    """
    if forward_pass is None:
        return [[] for _ in range(len(network.layers) + 1)]
    check_forward_pass(network, forward_pass)
    num_examples = len(forward_pass[0].A[0])
    if example > num_examples:
        raise SettingError(f"example is {example}, but the forward pass has {counted(num_examples, 'example')}")
    all_activations = [forward_pass[0].A_in] + [record.A for record in forward_pass]
    return [as_vector([a[example - 1] for a in A], f"a of layer {k}") for k, A in enumerate(all_activations)]
