"""The records of the two passes: what each layer computed, and the gradient with all its factors."""

from .costs import Cost
from .linalg import Matrix, ShapeError, Vector, size
from .network import Network, check_network
from .validation import check_finite, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence


class LayerForward:
    """What one layer computed in the forward pass: A_in (what it was fed), Z and A.

    Z and A have one neuron per row and one example per column; A_in likewise has one input per row.
    """

    def __init__(self, A_in: Matrix, Z: Matrix, A: Matrix) -> None:
        self.A_in = A_in
        self.Z = Z
        self.A = A

    def __repr__(self) -> str:
        return f"LayerForward(A_in {size(self.A_in)}, A {size(self.A)})"


class LayerGradient:
    """The gradient of the cost with respect to one layer's weights and biases: dC_dW and dC_db, shaped like them."""

    def __init__(self, dC_dW: Matrix, dC_db: Vector) -> None:
        self.dC_dW = dC_dW
        self.dC_db = dC_db

    def __repr__(self) -> str:
        return f"LayerGradient(dC_dW {size(self.dC_dW)})"


class LayerBackward(LayerGradient):
    """The gradient of one layer, with the factors that it was computed from: dC_dA, dA_dZ and dC_dZ.

    The factors have one neuron per row and one example per column; dC_dW and dC_db are means over the batch.
    """

    def __init__(self, dC_dA: Matrix, dA_dZ: Matrix, dC_dZ: Matrix, dC_dW: Matrix, dC_db: Vector) -> None:
        LayerGradient.__init__(self, dC_dW, dC_db)
        self.dC_dA = dC_dA
        self.dA_dZ = dA_dZ
        self.dC_dZ = dC_dZ

    def __repr__(self) -> str:
        return f"LayerBackward(dC_dZ {size(self.dC_dZ)}, dC_dW {size(self.dC_dW)})"


def check_forward_pass(network: Network, forward_pass: "list[LayerForward]") -> None:
    """ShapeError unless `forward_pass` has a record for each layer of the network, with as many inputs and neurons as
    the layer has.

    >>> from minibackprop import Layer, Network, forward
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> check_forward_pass(network, forward(network, [[3, 4]]))
    """
    check_network(network)
    fits = isinstance(forward_pass, (list, tuple)) and len(network.layers) == len(forward_pass)
    for layer, record in zip(network.layers, forward_pass if fits else []):
        is_record = isinstance(record, LayerForward)
        if not is_record or len(record.A) != layer.num_neurons or len(record.A_in) != layer.num_inputs:
            fits = False
    if not fits:
        raise ShapeError("forward_pass is not from this network; pass what forward(network, X) returned")


def check_slopes(cost: Cost, dC_dA: Matrix, A: Matrix) -> None:
    """ShapeError unless dC_dA, which `c_prime` of the cost returned, is a matrix of numbers shaped like A.

    >>> from minibackprop import HALF_SQUARED_ERROR
    >>> check_slopes(HALF_SQUARED_ERROR, [[2.0]], [[7.0]])
    """
    try:
        fits = list(map(len, dC_dA)) == list(map(len, A))
        for row in dC_dA:
            sum(row, 0.0)  # what is no number is found here, not later
    except (TypeError, OverflowError):
        fits = False
    if not fits:
        raise ShapeError(
            f"c_prime of the cost {cost.name} returned {shown(dC_dA)}, "
            f"but must return a matrix of numbers like A ({size(A)})"
        )


def check_gradients(
    network: Network, gradients: "Sequence[LayerGradient]", kind: type = LayerGradient, name: str = "backward_pass"
) -> None:
    """ShapeError unless each layer of the network has a gradient, of type `kind`, shaped like its weights and biases.

    `name` is what the message calls the gradients.

    >>> from minibackprop import Layer, Network
    >>> check_gradients(Network(Layer([[2, 0]], [1])), [LayerGradient([[6.0, 8.0]], [2.0])])
    """
    check_network(network)
    fits = isinstance(gradients, (list, tuple)) and len(network.layers) == len(gradients)
    for gradient in gradients if fits else []:
        if not isinstance(gradient, kind):
            fits = False
    if not fits:
        raise ShapeError(
            f"{name} is not from this network; it must have a {kind.__name__} for each layer, "
            "as backward(network, forward_pass, Y) returns"
        )
    for number, (layer, gradient) in enumerate(zip(network.layers, gradients), 1):
        lengths, inputs, neurons = list(map(len, gradient.dC_dW)), layer.num_inputs, layer.num_neurons
        if lengths != [inputs] * neurons or len(gradient.dC_db) != neurons:
            hint = ""
            if lengths == [neurons] * inputs and neurons != inputs:
                hint = ": it is transposed. It needs a row for each neuron and a column for each input"
            raise ShapeError(
                f"layer {number} needs {neurons} rows of ∂C/∂w of length {inputs} and ∂C/∂b of length {neurons}, "
                f"but {name} has rows of lengths {shown(lengths)} and ∂C/∂b of length {len(gradient.dC_db)}{hint}"
            )


def check_finite_gradients(gradients: "Sequence[LayerGradient]") -> None:
    """NumberError, which says where, if a slope in these gradients is not a finite number.

    >>> check_finite_gradients([LayerGradient([[6.0, 8.0]], [2.0])])
    """
    for number, gradient in enumerate(gradients, 1):
        check_finite(f"layer {number}", [("∂C/∂w", gradient.dC_dW), ("∂C/∂b", [gradient.dC_db])])
