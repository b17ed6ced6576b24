"""The gradients that a backward pass of one's own returned, as checked copies; errors name the common slips."""

from .backprop import backward
from .kinds import is_function, is_list, is_table
from .linalg import Matrix, ShapeError, size
from .network import Layer, Network
from .records import LayerGradient, check_gradients
from .validation import as_matrix, as_vector, counted, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Sequence

    OwnBackward = Callable[[Network, Matrix, Matrix], Sequence[object]]

WANTED = "one pair (dC_dW, dC_db) for each layer, first layer first"


def gradients_from(own_backward: "OwnBackward", network: Network, X: Matrix, Y: Matrix) -> "list[LayerGradient]":
    """Call own_backward(network, X, Y) with copies, and return its gradients; errors are those of `as_gradients`.

    >>> gradients_from(lambda network, X, Y: [([[6]], [2])], Network(Layer([[1]], [0])), [[3.0]], [[1.0]])
    [LayerGradient(dC_dW 1x1)]
    """
    if not is_function(own_backward):
        raise TypeError(f"backward is {shown(own_backward)}, but must be a function that takes (network, X, Y)")
    function: object = own_backward
    if function is backward:
        raise TypeError("minibackprop's own backward is checked if you leave `backward` out")
    layers = [Layer(layer.weights, layer.biases, layer.activation) for layer in network.layers]
    return as_gradients(network, own_backward(Network(*layers), [list(x) for x in X], [list(y) for y in Y]))


def as_gradients(network: Network, returned: "Any") -> "list[LayerGradient]":
    """Return as checked copies what a backward pass returned: a pair (dC_dW, dC_db), or a record, for each layer.

    ShapeError, NumberError or TypeError says what does not fit, and what was probably meant.

    >>> as_gradients(Network(Layer([[2, 0]], [1])), [([[6, 8]], [2])])[0].dC_db
    [2.0]
    """
    if not is_list(returned):
        raise TypeError(f"backward returned {shown(returned)}, but must return a list: {WANTED}")
    if is_pair_of_lists(returned, len(network.layers)):
        raise ShapeError(
            "backward returned all the dC_dW and then all the dC_db, but must return "
            f"{WANTED}, as list(zip(dC_dW, dC_db)) makes them"
        )
    if len(returned) != len(network.layers):
        layers = counted(len(network.layers), "layer")
        raise ShapeError(f"backward returned a list of {len(returned)} for a network of {layers}: return {WANTED}")
    gradients = [_as_gradient(number, entry) for number, entry in enumerate(returned, 1)]
    if not _fit(network, gradients) and _fit(network, gradients[::-1]):
        raise ShapeError("backward returned the gradients of the last layer first: the first layer must come first")
    check_gradients(network, gradients, name="what backward returned")
    return gradients


def is_pair_of_lists(returned: "Any", num_layers: int) -> bool:
    """Is it ([dC_dW, dC_dW, …], [dC_db, dC_db, …]), with tables in the first list only?

    >>> is_pair_of_lists(([[[6]]], [[2]]), 1), is_pair_of_lists([([[6]], [2])], 1)
    (True, False)
    """
    if len(returned) != 2 or not is_list(returned[0]) or not is_list(returned[1]):
        return False
    are_tables = [[is_table(entry) for entry in entries] for entries in returned]
    return are_tables == [[True] * num_layers, [False] * num_layers]


def _as_gradient(number: int, entry: "Any") -> LayerGradient:
    if hasattr(entry, "dC_dW") and hasattr(entry, "dC_db"):
        dC_dW, dC_db = entry.dC_dW, entry.dC_db
    elif is_list(entry) and len(entry) == 2:
        dC_dW, dC_db = entry[0], entry[1]
    else:
        raise TypeError(f"for layer {number}, backward returned {shown(entry)}, but must return {WANTED}")
    if is_table(dC_db):
        column = as_matrix(dC_db, f"dC_db of layer {number}")
        raise ShapeError(
            f"dC_db of layer {number} is a table, {size(column)}, but must be a plain list with one slope for each "
            "bias: in NumPy, dC_db.ravel()"
        )
    return LayerGradient(as_matrix(dC_dW, f"dC_dW of layer {number}"), as_vector(dC_db, f"dC_db of layer {number}"))


def _fit(network: Network, gradients: "list[LayerGradient]") -> bool:
    sizes = [(size(gradient.dC_dW), len(gradient.dC_db)) for gradient in gradients]
    return sizes == [(size(layer.weights), layer.num_neurons) for layer in network.layers]
