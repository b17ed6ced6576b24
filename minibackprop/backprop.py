"""Backpropagation: a batch goes forward through the layers, and the chain rule goes backward through them.

Forward, each layer adds two links to the chain: z = w·a_in + b and a = f(z). Backward, the gradient of the cost C
picks up one factor at each link, in the same way in every layer:

    ∂C/∂z = ∂C/∂a · ∂a/∂z         ∂a/∂z = f′(z)
    ∂C/∂w = ∂C/∂z · ∂z/∂w         ∂z/∂w = a_in, the activation of the layer before
    ∂C/∂b = ∂C/∂z · ∂z/∂b         ∂z/∂b = 1
    ∂C/∂a_in = ∂C/∂z · ∂z/∂a_in   ∂z/∂a_in = w, summed over the neurons that a_in feeds

That is for one example. For a batch, ∂C/∂w and ∂C/∂b are the means over its examples.

The chain starts at the cost: ∂C/∂a = a − y, which is positive where the output is too high. (The course notebook
"Module 4: Backpropagation" writes y − a in its closing formulas; its code, like this one, uses a − y.)

`forward` and `backward` check what they are given and transpose it; `feed_forward` and `chain_rule` are the loops
over the layers. Training calls these loops directly, because it checks and transposes its examples only once, before
the first epoch.
"""

from .costs import HALF_SQUARED_ERROR
from .linalg import Matrix, Rows, ShapeError, Vector, size
from .linalg import affine, apply, divide, hadamard, matmul, matmul_transposed, row_means, transpose
from .network import Network, as_inputs, as_targets
from .validation import check_finite

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


def forward(network: Network, X: Rows) -> "list[LayerForward]":
    """Send the examples in the table X through the network; return what each layer computed, first layer first.

    The A_in of the first layer is Xᵀ. ShapeError or NumberError if X does not fit the network, or if an entry of Z or
    A becomes too large to be a number.

    >>> from minibackprop import Layer, Network
    >>> forward_pass = forward(Network(Layer([[2, 0]], [1])), [[3, 4]])
    >>> forward_pass[0].A_in, forward_pass[0].Z, forward_pass[0].A
    ([[3.0], [4.0]], [[7.0]], [[7.0]])
    """
    X_T = transpose(as_inputs(network, X))
    forward_pass = feed_forward(network, X_T)
    for number, record in enumerate(forward_pass, 1):
        check_finite(f"layer {number}", [("Z", record.Z), ("A", record.A)])
    return forward_pass


def feed_forward(network: Network, X_T: Matrix) -> "list[LayerForward]":
    """The loop over the layers in the forward pass, for inputs that are already checked and transposed.

    >>> from minibackprop import Layer, Network
    >>> feed_forward(Network(Layer([[2, 0]], [1])), [[3.0], [4.0]])[0].Z
    [[7.0]]
    """
    forward_pass = []
    A_in = X_T
    for layer in network.layers:
        Z = affine(layer.weights, A_in, layer.biases)  # z = w·a_in + b
        A = apply(layer.activation.f, Z)  # a = f(z)
        forward_pass.append(LayerForward(A_in, Z, A))
        A_in = A
    return forward_pass


def backward(network: Network, forward_pass: "list[LayerForward]", Y: Rows) -> "list[LayerBackward]":
    """Return the gradient of the cost with respect to every weight and bias, and all its factors, first layer first.

    `forward_pass` is what `forward(network, X)` returned for this same network: after a step, run `forward` again. Y
    is the table of targets. ShapeError if they do not fit; NumberError if a gradient is too large to be a number.

    >>> from minibackprop import Layer, Network
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> backward_pass = backward(network, forward(network, [[3, 4]]), [[5]])
    >>> backward_pass[0].dC_dZ, backward_pass[0].dC_dW, backward_pass[0].dC_db
    ([[2.0]], [[6.0, 8.0]], [2.0])
    """
    check_forward_pass(network, forward_pass)
    Y_T = transpose(as_targets(network, Y, len(forward_pass[-1].A[0])))
    backward_pass = chain_rule(network, forward_pass, Y_T)
    for number, record in enumerate(backward_pass, 1):
        check_finite(f"layer {number}", [("∂C/∂w", record.dC_dW), ("∂C/∂b", [record.dC_db])])
    return backward_pass


def chain_rule(network: Network, forward_pass: "list[LayerForward]", Y_T: Matrix) -> "list[LayerBackward]":
    """The loop over the layers in the backward pass, for targets that are already checked and transposed.

    >>> from minibackprop import Layer, Network
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> chain_rule(network, feed_forward(network, [[3.0], [4.0]]), [[5.0]])[0].dC_dW
    [[6.0, 8.0]]
    """
    num_examples = len(Y_T[0])
    backward_pass: "list[LayerBackward]" = []
    dC_dA = HALF_SQUARED_ERROR.c_prime(Y_T, forward_pass[-1].A)  # ∂C/∂a = a − y
    for k in reversed(range(len(network.layers))):
        layer, A_in, Z = network.layers[k], forward_pass[k].A_in, forward_pass[k].Z
        dA_dZ = apply(layer.activation.f_prime, Z)  # ∂a/∂z = f′(z)
        dC_dZ = hadamard(dC_dA, dA_dZ)  # ∂C/∂z = ∂C/∂a · ∂a/∂z
        dC_dW = divide(matmul_transposed(dC_dZ, A_in), num_examples)  # ∂z/∂w = a_in; the mean over the examples
        dC_db = row_means(dC_dZ)  # ∂z/∂b = 1; the mean over the examples
        backward_pass.insert(0, LayerBackward(dC_dA, dA_dZ, dC_dZ, dC_dW, dC_db))
        if k > 0:  # the inputs of the first layer are given, so the chain ends there
            dC_dA = matmul(transpose(layer.weights), dC_dZ)  # ∂z/∂a_in = w; the sum over the neurons that a_in feeds
    return backward_pass


def cost_of(network: Network, X_T: Matrix, Y_T: Matrix) -> float:
    """The cost of a batch, from a forward pass alone.

    >>> from minibackprop import Layer, Network
    >>> cost_of(Network(Layer([[2, 0]], [1])), [[3.0], [4.0]], [[5.0]])
    2.0
    """
    return HALF_SQUARED_ERROR.c(Y_T, feed_forward(network, X_T)[-1].A)


def cost_and_gradients(network: Network, X_T: Matrix, Y_T: Matrix) -> "tuple[float, list[LayerBackward]]":
    """The cost of a batch and its gradients, first layer first, from one forward and one backward pass.

    >>> from minibackprop import Layer, Network
    >>> cost_and_gradients(Network(Layer([[2, 0]], [1])), [[3.0], [4.0]], [[5.0]])
    (2.0, [LayerBackward(dC_dZ 1x1, dC_dW 1x2)])
    """
    forward_pass = feed_forward(network, X_T)
    return HALF_SQUARED_ERROR.c(Y_T, forward_pass[-1].A), chain_rule(network, forward_pass, Y_T)


def check_forward_pass(network: Network, forward_pass: "list[LayerForward]") -> None:
    """ShapeError unless `forward_pass` has a record for each layer of the network, with as many inputs and neurons as
    the layer has.

    >>> from minibackprop import Layer, Network
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> check_forward_pass(network, forward(network, [[3, 4]]))
    """
    fits = isinstance(forward_pass, (list, tuple)) and len(network.layers) == len(forward_pass)
    for layer, record in zip(network.layers, forward_pass if fits else []):
        is_record = isinstance(record, LayerForward)
        if not is_record or len(record.A) != layer.num_neurons or len(record.A_in) != layer.num_inputs:
            fits = False
    if not fits:
        raise ShapeError("forward_pass is not from this network; pass what forward(network, X) returned")


def check_gradients(network: Network, gradients: "Sequence[LayerGradient]", kind: type = LayerGradient) -> None:
    """ShapeError unless each layer of the network has a gradient, of type `kind`, shaped like its weights and biases.

    >>> from minibackprop import Layer, Network
    >>> check_gradients(Network(Layer([[2, 0]], [1])), [LayerGradient([[6.0, 8.0]], [2.0])])
    """
    fits = isinstance(gradients, (list, tuple)) and len(network.layers) == len(gradients)
    for gradient in gradients if fits else []:
        if not isinstance(gradient, kind):
            fits = False
    if not fits:
        raise ShapeError(
            "backward_pass is not from this network; pass what backward(network, forward_pass, Y) returned"
        )
    for number, (layer, gradient) in enumerate(zip(network.layers, gradients), 1):
        lengths, neurons = list(map(len, gradient.dC_dW)), layer.num_neurons
        if lengths != [layer.num_inputs] * neurons or len(gradient.dC_db) != neurons:
            raise ShapeError(
                f"layer {number} needs {neurons} rows of ∂C/∂w of length {layer.num_inputs} and ∂C/∂b of length "
                f"{neurons}, but the rows have lengths {lengths} and ∂C/∂b has length {len(gradient.dC_db)}"
            )
