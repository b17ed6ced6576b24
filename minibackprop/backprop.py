"""The heart: a batch goes forward through the chain of layers, and the chain rule comes back.

Forward, each layer adds two links to the chain: z = w·a_in + b and a = f(z). Backward, the slope of the cost C
passes each link as one factor, the same way in every layer:

    ∂C/∂z = ∂C/∂a · ∂a/∂z         ∂a/∂z = f′(z)
    ∂C/∂w = ∂C/∂z · ∂z/∂w         ∂z/∂w = a_in, the activation of the layer before
    ∂C/∂b = ∂C/∂z · ∂z/∂b         ∂z/∂b = 1
    ∂C/∂a_in = ∂C/∂z · ∂z/∂a_in   ∂z/∂a_in = w, summed over the neurons that a_in feeds

That is for one example; over a batch, ∂C/∂w and ∂C/∂b are the means of those of its examples.

The chain starts at the cost itself: ∂C/∂a = a − y. (The lesson's closing formulas write y − a, but its code, like
this one, uses a − y: the slope is positive where the output is too high.)

Tables, and the records that people see, have one example per row. The two loops of the heart, `propagate_forward` and
`propagate_backward`, see a batch as the formulas do, where x, z and a stand upright: one neuron per row, one example
per column. `forward` and `backward` check what comes in and turn it, and turn back what goes out.
"""

from .checks import check_finite
from .costs import HALF_SQUARED_ERROR
from .linalg import Matrix, Rows, ShapeError, Vector, shape, size
from .linalg import apply, divide, hadamard, matmul, matmul_transposed, row_means, transpose
from .network import Network, as_inputs, as_targets


class LayerForward:
    """What one layer computed on the way forward: A_in (what it was fed), Z and A.

    One example per row; one per column as long as it is inside the two loops.
    """

    def __init__(self, A_in: Matrix, Z: Matrix, A: Matrix) -> None:
        self.A_in = A_in
        self.Z = Z
        self.A = A

    def turned(self) -> "LayerForward":
        """The same with one example per column instead of one per row, or back.

        >>> LayerForward([[3.0, 4.0]], [[7.0]], [[7.0]]).turned().A_in
        [[3.0], [4.0]]
        """
        return LayerForward(transpose(self.A_in), transpose(self.Z), transpose(self.A))

    def __repr__(self) -> str:
        return f"LayerForward(A_in {size(self.A_in)}, A {size(self.A)})"


class LayerBackward:
    """The factors of the chain rule in one layer.

    dC_dA, dA_dZ, dC_dZ have one example per row (one per column as long as they are inside the two loops); dC_dW and
    dC_db are means over the batch, shaped like weights and biases.
    """

    def __init__(self, dC_dA: Matrix, dA_dZ: Matrix, dC_dZ: Matrix, dC_dW: Matrix, dC_db: Vector) -> None:
        self.dC_dA = dC_dA
        self.dA_dZ = dA_dZ
        self.dC_dZ = dC_dZ
        self.dC_dW = dC_dW
        self.dC_db = dC_db

    def turned(self) -> "LayerBackward":
        """The same with one example per column instead of one per row, or back; the means have no examples to turn.

        >>> LayerBackward([[1.0, 2.0]], [[1.0, 1.0]], [[1.0, 2.0]], [[3.0], [6.0]], [1.0, 2.0]).turned().dC_dZ
        [[1.0], [2.0]]
        """
        return LayerBackward(
            transpose(self.dC_dA), transpose(self.dA_dZ), transpose(self.dC_dZ), self.dC_dW, self.dC_db
        )

    def __repr__(self) -> str:
        return f"LayerBackward(dC_dZ {size(self.dC_dZ)}, dC_dW {size(self.dC_dW)})"


def forward(network: Network, X: Rows) -> "list[LayerForward]":
    """Send the examples X (one per row) through the network; return what each layer computed, first layer first.

    ShapeError or NumberError if X does not fit, or is so large that a Z is no longer a number.

    >>> from minibackprop import Layer, Network
    >>> forward_pass = forward(Network(Layer([[2, 0]], [1])), [[3, 4]])
    >>> forward_pass[0].A_in, forward_pass[0].Z, forward_pass[0].A
    ([[3.0, 4.0]], [[7.0]], [[7.0]])
    """
    inputs = as_inputs(network, X)
    forward_pass = list(map(LayerForward.turned, propagate_forward(network, transpose(inputs))))
    for number, record in enumerate(forward_pass, 1):
        check_finite(record.Z, f"Z of layer {number}")
        check_finite(record.A, f"A of layer {number}")
    return forward_pass


def propagate_forward(network: Network, X: Matrix) -> "list[LayerForward]":
    """The loop of the way forward. X is checked already; in X and in the records returned, a column is an example.

    >>> from minibackprop import Layer, Network
    >>> propagate_forward(Network(Layer([[2, 0]], [1])), [[3.0], [4.0]])[0].Z
    [[7.0]]
    """
    forward_pass = []
    A_in = X
    for layer in network.layers:
        Z = layer.weighted_inputs(A_in)  # z = w·a_in + b
        A = layer.activations(Z)  # a = f(z)
        forward_pass.append(LayerForward(A_in, Z, A))
        A_in = A
    return forward_pass


def backward(network: Network, forward_pass: "list[LayerForward]", Y: Rows) -> "list[LayerBackward]":
    """Return the slopes of the cost in every weight and bias, and every factor on the way, first layer first.

    `forward_pass` is what `forward(network, X)` returned for this very network: after a step, go forward again. Y
    holds the targets, one row per example. ShapeError if they do not fit; NumberError if a slope is no number.

    >>> from minibackprop import Layer, Network
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> backward_pass = backward(network, forward(network, [[3, 4]]), [[5]])
    >>> backward_pass[0].dC_dZ, backward_pass[0].dC_dW, backward_pass[0].dC_db
    ([[2.0]], [[6.0, 8.0]], [2.0])
    """
    _check_same_network(network, forward_pass)
    targets = as_targets(network, Y, len(forward_pass[-1].A))
    upright = list(map(LayerForward.turned, forward_pass))
    backward_pass = list(map(LayerBackward.turned, propagate_backward(network, upright, transpose(targets))))
    for number, record in enumerate(backward_pass, 1):
        check_finite(record.dC_dW, f"∂C/∂w of layer {number}")
        check_finite([record.dC_db], f"∂C/∂b of layer {number}")
    return backward_pass


def propagate_backward(network: Network, forward_pass: "list[LayerForward]", Y: Matrix) -> "list[LayerBackward]":
    """The loop of the way back. All is checked already; in Y and in all the records, a column is an example.

    >>> from minibackprop import Layer, Network
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> propagate_backward(network, propagate_forward(network, [[3.0], [4.0]]), [[5.0]])[0].dC_dZ
    [[2.0]]
    """
    num_examples = len(Y[0])
    backward_pass: "list[LayerBackward]" = []
    dC_dA = HALF_SQUARED_ERROR.c_prime(Y, forward_pass[-1].A)  # ∂C/∂a = a − y
    for k in reversed(range(len(network.layers))):
        layer, A_in, Z = network.layers[k], forward_pass[k].A_in, forward_pass[k].Z
        dA_dZ = apply(layer.activation.f_prime, Z)  # ∂a/∂z = f′(z)
        dC_dZ = hadamard(dC_dA, dA_dZ)  # ∂C/∂z = ∂C/∂a · ∂a/∂z
        dC_dW = divide(matmul_transposed(dC_dZ, A_in), num_examples)  # ∂C/∂w = mean of ∂C/∂z · a_in
        dC_db = row_means(dC_dZ)  # ∂C/∂b = mean of ∂C/∂z · 1
        backward_pass.insert(0, LayerBackward(dC_dA, dA_dZ, dC_dZ, dC_dW, dC_db))
        if k > 0:  # the first layer is fed by the inputs, which are given: the chain ends there
            dC_dA = matmul(transpose(layer.weights), dC_dZ)  # ∂C/∂a_in = Σ ∂C/∂z · w
    return backward_pass


def cost_of(network: Network, X: Matrix, Y: Matrix) -> float:
    """The cost of a batch, one example per column, without the way back.

    >>> from minibackprop import Layer, Network
    >>> cost_of(Network(Layer([[2, 0]], [1])), [[3.0], [4.0]], [[5.0]])
    2.0
    """
    return HALF_SQUARED_ERROR.c(Y, propagate_forward(network, X)[-1].A)


def cost_and_slopes(network: Network, X: Matrix, Y: Matrix) -> "tuple[float, list[LayerBackward]]":
    """There and back: the cost of a batch, one example per column, and its slopes, first layer first.

    >>> from minibackprop import Layer, Network
    >>> cost_and_slopes(Network(Layer([[2, 0]], [1])), [[3.0], [4.0]], [[5.0]])
    (2.0, [LayerBackward(dC_dZ 1x1, dC_dW 1x2)])
    """
    forward_pass = propagate_forward(network, X)
    return HALF_SQUARED_ERROR.c(Y, forward_pass[-1].A), propagate_backward(network, forward_pass, Y)


def _check_same_network(network: Network, forward_pass: "list[LayerForward]") -> None:
    fits = isinstance(forward_pass, (list, tuple)) and len(network.layers) == len(forward_pass)
    for layer, record in zip(network.layers, forward_pass if fits else []):
        if not isinstance(record, LayerForward) or shape(layer.weights) != (len(record.A[0]), len(record.A_in[0])):
            fits = False
    if not fits:
        raise ShapeError("this is no forward pass of this network: pass on what forward(network, X) returned")
