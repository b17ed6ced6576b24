"""Backpropagation: a batch goes forward through the layers, and the chain rule goes backward through them.

Forward, each layer adds two links to the chain: z = w·a_in + b and a = f(z). Backward, the gradient of the cost C
picks up one factor at each link, in the same way in every layer:

    ∂C/∂z = ∂C/∂a · ∂a/∂z         ∂a/∂z = f′(z)
    ∂C/∂w = ∂C/∂z · ∂z/∂w         ∂z/∂w = a_in, the activation of the layer before
    ∂C/∂b = ∂C/∂z · ∂z/∂b         ∂z/∂b = 1
    ∂C/∂a_in = ∂C/∂z · ∂z/∂a_in   ∂z/∂a_in = w, summed over the neurons that a_in feeds

That is for one example. For a batch, ∂C/∂w and ∂C/∂b are the means over its examples.

The chain starts at the cost: with ½‖y − a‖², ∂C/∂a = a − y, which is positive where the output is too high. (The
course notebook "Module 4: Backpropagation" writes y − a in its closing formulas; its code, like this one, uses a − y.)
Another cost changes this first factor and nothing else.

`forward` and `backward` check what they are given and transpose it; `feed_forward` and `chain_rule` are the loops
over the layers. Training calls these loops directly, because it checks and transposes its examples only once, before
the first epoch.
"""

from .costs import HALF_SQUARED_ERROR, Cost
from .linalg import Matrix, Rows
from .linalg import affine, apply, divide, hadamard, matmul, matmul_transposed, row_means, transpose
from .network import Network, as_inputs, as_targets
from .records import LayerBackward, LayerForward, check_finite_gradients, check_forward_pass, check_slopes
from .validation import check_finite


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


def backward(
    network: Network, forward_pass: "list[LayerForward]", Y: Rows, cost: Cost = HALF_SQUARED_ERROR
) -> "list[LayerBackward]":
    """Return the gradient of the cost with respect to every weight and bias, and all its factors, first layer first.

    `forward_pass` is what `forward(network, X)` returned for this same network: after a step, run `forward` again. Y
    is the table of targets. ShapeError, or SettingError for the cost, if they do not fit; NumberError if a gradient is
    too large to be a number.

    >>> from minibackprop import Layer, Network
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> backward_pass = backward(network, forward(network, [[3, 4]]), [[5]])
    >>> backward_pass[0].dC_dZ, backward_pass[0].dC_dW, backward_pass[0].dC_db
    ([[2.0]], [[6.0, 8.0]], [2.0])
    """
    check_forward_pass(network, forward_pass)
    Y_T = transpose(as_targets(network, Y, len(forward_pass[-1].A[0]), cost))
    backward_pass = chain_rule(network, forward_pass, Y_T, cost)
    check_finite_gradients(backward_pass)
    return backward_pass


def chain_rule(network: Network, forward_pass: "list[LayerForward]", Y_T: Matrix, cost: Cost) -> "list[LayerBackward]":
    """The loop over the layers in the backward pass, for targets that are already checked and transposed.

    >>> from minibackprop import Layer, Network
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> chain_rule(network, feed_forward(network, [[3.0], [4.0]]), [[5.0]], HALF_SQUARED_ERROR)[0].dC_dW
    [[6.0, 8.0]]
    """
    num_examples = len(Y_T[0])
    backward_pass: "list[LayerBackward]" = []
    dC_dA = cost.c_prime(Y_T, forward_pass[-1].A)  # ∂C/∂a, which is a − y for ½‖y − a‖²
    check_slopes(cost, dC_dA, forward_pass[-1].A)
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


def cost_of(network: Network, X_T: Matrix, Y_T: Matrix, cost: Cost) -> float:
    """The cost of a batch, from a forward pass alone.

    >>> from minibackprop import Layer, Network
    >>> cost_of(Network(Layer([[2, 0]], [1])), [[3.0], [4.0]], [[5.0]], HALF_SQUARED_ERROR)
    2.0
    """
    return cost.c(Y_T, feed_forward(network, X_T)[-1].A)


def cost_and_gradients(
    network: Network, X_T: Matrix, Y_T: Matrix, cost: Cost
) -> "tuple[float, list[LayerBackward]]":
    """The cost of a batch and its gradients, first layer first, from one forward and one backward pass.

    >>> from minibackprop import Layer, Network
    >>> cost_and_gradients(Network(Layer([[2, 0]], [1])), [[3.0], [4.0]], [[5.0]], HALF_SQUARED_ERROR)
    (2.0, [LayerBackward(dC_dZ 1x1, dC_dW 1x2)])
    """
    forward_pass = feed_forward(network, X_T)
    return cost.c(Y_T, forward_pass[-1].A), chain_rule(network, forward_pass, Y_T, cost)
