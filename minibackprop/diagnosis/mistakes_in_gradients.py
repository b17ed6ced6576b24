"""Mistakes in ∂C/∂w and ∂C/∂b of a layer whose ∂C/∂z is right."""

from ..linalg import Matrix, Vector, divide, hadamard, matmul_transposed, row_means, transpose
from ..teaching.rules import BIASES, WEIGHTS
from .layer_chain import LayerChain
from .mistake import Mistake
from .version import EVERYWHERE, HIDDEN, OUTPUT, instead, then

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    from .version import Change


def _weights_are(wrong: "Callable[[LayerChain], Matrix]") -> "list[list[Change]]":
    """This in place of ∂C/∂w, in every layer, in the hidden ones or in the last."""
    return [[instead(WEIGHTS, applies, wrong)] for applies in (EVERYWHERE, HIDDEN, OUTPUT)]


def _biases_are(wrong: "Callable[[LayerChain], Any]") -> "list[list[Change]]":
    """This in place of ∂C/∂b, in every layer, in the hidden ones or in the last."""
    return [[instead(BIASES, applies, wrong)] for applies in (EVERYWHERE, HIDDEN, OUTPUT)]


def _times_input(dC_dZ: Matrix, inputs: Matrix) -> Matrix:
    """∂C/∂w with these inputs in place of a_in: the mean over the examples."""
    return divide(matmul_transposed(dC_dZ, inputs), len(dC_dZ[0]))


def _in_every_column(at: LayerChain, slopes: Vector) -> Matrix:
    """A ∂C/∂w that has the same slope for all inputs of a neuron."""
    return [[slope for _ in at.A_in] for slope in slopes]


def _weights_for_inputs(at: LayerChain) -> Matrix:
    return [[mean * w_ji for w_ji in w] for mean, w in zip(row_means(at.dC_dZ), at.W)]


def _for_all_neurons(at: LayerChain, slope: float) -> Vector:
    return [slope for _ in at.dC_dZ]


def _mean_of_all(at: LayerChain) -> float:
    return sum(row_means(at.dC_dZ)) / len(at.dC_dZ)


IN_GRADIENTS = [
    Mistake(
        "weight-for-input",
        "∂z/∂w was taken as w, but z = w·a_in + b, so ∂z/∂w is a_in.",
        WEIGHTS, "∂C/∂w = ∂C/∂z · a_in", "∂C/∂w = ∂C/∂z · w",
        "z = w·a_in + b. What is its derivative with respect to w?",
        _weights_are(_weights_for_inputs),
    ),
    Mistake(
        "own-activation-for-input",
        "The layer's own activation a was used in ∂C/∂w, where what the layer was fed is needed.",
        WEIGHTS, "∂C/∂w = ∂C/∂z · a of the layer before", "∂C/∂w = ∂C/∂z · a of this layer",
        "Which numbers does this weight multiply: those that go into the layer, or those that come out?",
        _weights_are(lambda at: _times_input(at.dC_dZ, at.A))
        + _weights_are(lambda at: _in_every_column(at, row_means(hadamard(at.dC_dZ, at.A)))),
    ),
    Mistake(
        "z-for-input",
        "z was used in ∂C/∂w, but the weight multiplies a, the activation of the layer before.",
        WEIGHTS, "∂C/∂w = ∂C/∂z · a of the layer before", "∂C/∂w = ∂C/∂z · z of the layer before",
        "What does a neuron pass on to the next layer, z or a?",
        _weights_are(lambda at: _times_input(at.dC_dZ, at.Z_in))
        + _weights_are(lambda at: _times_input(at.dC_dZ, at.Z)),
    ),
    Mistake(
        "x-for-every-layer",
        "The inputs x of the network were used in ∂C/∂w of every layer, but only the first layer is fed x.",
        WEIGHTS, "∂C/∂w = ∂C/∂z · a of the layer before", "∂C/∂w = ∂C/∂z · x",
        "What is the second layer fed?",
        [[instead(WEIGHTS, EVERYWHERE, lambda at: _times_input(at.dC_dZ, at.batch.X_T))]],
    ),
    Mistake(
        "input-dropped",
        "a_in is missing in ∂C/∂w, so all weights of a neuron get the same slope.",
        WEIGHTS, "∂C/∂w = ∂C/∂z · a_in", "∂C/∂w = ∂C/∂z",
        "Two weights of one neuron have different inputs. Can their slopes be the same?",
        _weights_are(lambda at: _in_every_column(at, row_means(at.dC_dZ))),
    ),
    Mistake(
        "transposed",
        "∂C/∂w is transposed: it needs a row for each neuron and a column for each input, as the weights have.",
        WEIGHTS, "∂C/∂w = ∂C/∂z · a_inᵀ, a row for each neuron", "∂C/∂w = a_in · (∂C/∂z)ᵀ, a row for each input",
        "Compare the rows and columns of your ∂C/∂w with those of the weights. What does a row belong to?",
        [[then(WEIGHTS, applies, lambda at, dC_dW: transpose(dC_dW))] for applies in (EVERYWHERE, HIDDEN, OUTPUT)],
    ),
    Mistake(
        "weight-gradient-without-slope",
        "f′(z) is missing in ∂C/∂w: it was made from ∂C/∂a, where ∂C/∂z is needed.",
        WEIGHTS, "∂C/∂w = ∂C/∂z · a_in", "∂C/∂w = ∂C/∂a · a_in",
        "Which slope of a neuron do you multiply by its inputs, the one before or the one after f′?",
        _weights_are(lambda at: _times_input(at.dC_dA, at.A_in)),
    ),
    Mistake(
        "no-bias",
        "There is no gradient for the biases: it is 0 everywhere, or missing.",
        BIASES, "∂C/∂b = ∂C/∂z · 1", "∂C/∂b = 0",
        "z = w·a_in + b. What is its derivative with respect to b?",
        _biases_are(lambda at: _for_all_neurons(at, 0.0)) + _biases_are(lambda at: None),
    ),
    Mistake(
        "shared-bias",
        "All neurons of a layer got the same ∂C/∂b, but each has a bias of its own.",
        BIASES, "∂C/∂b = ∂C/∂z, for each neuron", "∂C/∂b = mean or sum of ∂C/∂z over the neurons",
        "Along which direction do you take the mean: over the examples, or over the neurons too?",
        [
            [instead(BIASES, EVERYWHERE, lambda at: _for_all_neurons(at, _mean_of_all(at)))],
            [instead(BIASES, EVERYWHERE, lambda at: _for_all_neurons(at, _mean_of_all(at) * len(at.dC_dZ)))],
            [instead(BIASES, EVERYWHERE, lambda at: _for_all_neurons(at, _mean_of_all(at) * len(at.dC_dZ) * at.m))],
            [instead(BIASES, EVERYWHERE, _mean_of_all)],
            [instead(BIASES, EVERYWHERE, lambda at: _mean_of_all(at) * len(at.dC_dZ))],
            [instead(BIASES, EVERYWHERE, lambda at: _mean_of_all(at) * len(at.dC_dZ) * at.m)],
        ],
    ),
    Mistake(
        "bias-from-weights",
        "∂C/∂b was made from ∂C/∂w, by adding it up over the inputs, but ∂z/∂b = 1 and not the sum of the inputs.",
        BIASES, "∂C/∂b = ∂C/∂z · 1", "∂C/∂b = sum of ∂C/∂w over the inputs",
        "z = w·a_in + b. By how much does z change if b grows by 1? Do the inputs matter?",
        _biases_are(lambda at: [sum(dC_dw) for dC_dw in at.dC_dW]),
    ),
    Mistake(
        "bias-of-one-example",
        "∂C/∂b is that of one example, but it must be the mean over all of them.",
        BIASES, "∂C/∂b = mean of ∂C/∂z over the examples", "∂C/∂b = ∂C/∂z of one example",
        "How many examples does your ∂C/∂b depend on?",
        _biases_are(lambda at: [row[-1] for row in at.dC_dZ])
        + _biases_are(lambda at: [row[0] for row in at.dC_dZ])
        + _biases_are(lambda at: [row[-1] / at.m for row in at.dC_dZ])
        + _biases_are(lambda at: [row[0] / at.m for row in at.dC_dZ]),
    ),
    Mistake(
        "bias-gradient-without-slope",
        "f′(z) is missing in ∂C/∂b: it was made from ∂C/∂a, where ∂C/∂z is needed.",
        BIASES, "∂C/∂b = ∂C/∂z · 1", "∂C/∂b = ∂C/∂a · 1",
        "The bias is added before the activation function. Which slope does it therefore see?",
        _biases_are(lambda at: row_means(at.dC_dA)),
    ),
    Mistake(
        "bias-as-column",
        "∂C/∂b is a table with one column or one row, but the biases are a plain list. (In NumPy: ravel().)",
        BIASES, "∂C/∂b = [slope, slope, …]", "∂C/∂b = [[slope], [slope], …]",
        "Compare the shape of your ∂C/∂b with that of the biases.",
        [
            [then(BIASES, EVERYWHERE, lambda at, dC_db: transpose([dC_db]))],
            [then(BIASES, EVERYWHERE, lambda at, dC_db: [dC_db])],
        ],
    ),
]
