"""Mistakes in ∂C/∂a of a hidden layer: in how the slopes of the next layer are passed back through the weights."""

from ..linalg import Matrix, ShapeError, divide, matmul, transpose
from ..teaching.rules import BACK
from ..update import updated
from .layer_chain import LayerChain
from .mistake import Mistake
from .version import EVERYWHERE, instead

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from .version import Change


def _passed_back(wrong: "Callable[[LayerChain], Matrix]") -> "list[Change]":
    """This in place of Wᵀ · ∂C/∂z."""
    return [instead(BACK, EVERYWHERE, wrong)]


def _learning_rate(at: LayerChain) -> float:
    if at.batch.learning_rate is None:
        raise ShapeError("without a learning rate there are no updated weights")
    return at.batch.learning_rate


def _with_updated_weights(at: LayerChain) -> Matrix:
    weights = [updated(w, dC_dw, _learning_rate(at)) for w, dC_dw in zip(at.W, at.dC_dW)]
    return matmul(transpose(weights), at.dC_dZ)


def _with_weights_updated_by_each_example(at: LayerChain) -> Matrix:
    rate = _learning_rate(at)
    rows = zip(matmul(transpose(at.W), at.dC_dZ), _through_gradient_of_each_example(at))
    return [updated(passed_back, change, rate) for passed_back, change in rows]


def _through_gradient_of_each_example(at: LayerChain) -> Matrix:
    """∂C/∂w of each example, which is ∂C/∂z · a_in, in place of w: for an example, a_in · sum of (∂C/∂z)²."""
    sums = [sum([dC_dz * dC_dz for dC_dz in column]) for column in zip(*at.dC_dZ)]
    return [[a * total for a, total in zip(row, sums)] for row in at.A_in]


def _through_one_neuron(at: LayerChain, j: int) -> Matrix:
    return [[w_i * dC_dz for dC_dz in at.dC_dZ[j]] for w_i in at.W[j]]


def _deltas_added(at: LayerChain) -> Matrix:
    sums = [sum(column) for column in zip(*at.dC_dZ)]
    return [sums for _ in at.A_in]


def _for_each_input(at: LayerChain, rows: Matrix) -> Matrix:
    """Slopes of the outputs, taken for those of the layer before, which must be as many; or there is one output."""
    if len(rows) not in (1, len(at.A_in)):
        raise ShapeError("the layer before has another number of neurons")
    return [rows[i if len(rows) > 1 else 0] for i in range(len(at.A_in))]


def _shares(w: "list[float]", total: float) -> "list[float]":
    return [w_i / total for w_i in w] if total != 0.0 else w


def _by_share(at: LayerChain, slopes: Matrix) -> Matrix:
    return matmul(transpose([_shares(w, sum(w)) for w in at.W]), slopes)


def _by_share_of_sizes(at: LayerChain, slopes: Matrix) -> Matrix:
    return matmul(transpose([_shares(w, sum([abs(w_i) for w_i in w])) for w in at.W]), slopes)


PASSING_BACK = [
    Mistake(
        "updated-weights",
        "A layer's weights were updated before the old ones were used to pass the slopes back.",
        BACK, "∂C/∂a = sum of ∂C/∂z · w, with the w of the forward pass", "∂C/∂a = sum of ∂C/∂z · new w",
        "When do you update the weights of a layer: before or after you pass the slopes back through them?",
        [_passed_back(_with_updated_weights), _passed_back(_with_weights_updated_by_each_example)],
    ),
    Mistake(
        "weights-not-transposed",
        "The slopes were multiplied by W, but in the backward pass it must be Wᵀ: a sum over neurons, not over inputs.",
        BACK, "∂C/∂a = Wᵀ · ∂C/∂z", "∂C/∂a = W · ∂C/∂z",
        "Forward, a neuron adds up over its inputs. Over what does an input add up when you go backward?",
        [_passed_back(lambda at: matmul(at.W, at.dC_dZ))],
    ),
    Mistake(
        "one-path",
        "Only one path is left of the sum: each neuron of the next layer overwrites what the one before it had added.",
        BACK, "∂C/∂a = sum of ∂C/∂z · w over the neurons that a feeds", "∂C/∂a = ∂C/∂z · w of one neuron",
        "An activation feeds several neurons. Do you add up what comes back from them (+=) or overwrite it (=)?",
        [
            _passed_back(lambda at: _through_one_neuron(at, len(at.W) - 1)),
            _passed_back(lambda at: _through_one_neuron(at, 0)),
        ],
    ),
    Mistake(
        "paths-averaged",
        "The paths back from the neurons of the next layer are averaged, but they must be added up.",
        BACK, "∂C/∂a = sum of ∂C/∂z · w", "∂C/∂a = mean of ∂C/∂z · w",
        "If a affects the cost along two paths, do the effects add up, or is it their mean that counts?",
        [_passed_back(lambda at: divide(matmul(transpose(at.W), at.dC_dZ), len(at.W)))],
    ),
    Mistake(
        "weights-dropped",
        "The weights are missing in the backward pass: the ∂C/∂z of the next layer are just added up.",
        BACK, "∂C/∂a = sum of ∂C/∂z · w", "∂C/∂a = sum of ∂C/∂z",
        "z = w·a + b. What is the derivative of z with respect to a?",
        [_passed_back(_deltas_added)],
    ),
    Mistake(
        "error-not-delta",
        "What is passed back is ∂C/∂a of the next layer, without its f′(z): it must be ∂C/∂z.",
        BACK, "∂C/∂a = sum of ∂C/∂z · w", "∂C/∂a = sum of (∂C/∂a of the next layer) · w",
        "Which slope of the next layer do you pass back, the one before or the one after its f′?",
        [_passed_back(lambda at: matmul(transpose(at.W), at.dC_dA))],
    ),
    Mistake(
        "output-error-everywhere",
        "Every layer uses the error of the outputs, but each needs what the next layer passes back to it.",
        BACK, "∂C/∂a = sum of ∂C/∂z · w, layer by layer", "∂C/∂a = a − y of the outputs, in every layer",
        "Where does the error of a hidden layer come from?",
        [
            _passed_back(lambda at: _for_each_input(at, at.output.dC_dA)),
            _passed_back(lambda at: _for_each_input(at, at.output.dC_dZ)),
        ],
    ),
    Mistake(
        "gradient-for-weights",
        "∂C/∂w was used to pass the slopes back, where the weights themselves are needed.",
        BACK, "∂C/∂a = sum of ∂C/∂z · w", "∂C/∂a = sum of ∂C/∂z · ∂C/∂w",
        "Through which numbers do the slopes pass back: the weights, or their gradient?",
        [
            _passed_back(lambda at: matmul(transpose(at.dC_dW), at.dC_dZ)),
            _passed_back(_through_gradient_of_each_example),
        ],
    ),
    Mistake(
        "error-by-weight-share",
        "The slopes were passed back by each weight's share of its neuron's weights: it must be the weight itself.",
        BACK, "∂C/∂a = sum of ∂C/∂z · w", "∂C/∂a = sum of ∂C/∂z · w / (sum of the weights of that neuron)",
        "The chain rule multiplies by ∂z/∂a. Is that the weight, or its share of all weights of the neuron?",
        [
            _passed_back(lambda at: _by_share(at, at.dC_dZ)),
            _passed_back(lambda at: _by_share(at, at.dC_dA)),
            _passed_back(lambda at: _by_share_of_sizes(at, at.dC_dZ)),
        ],
    ),
]
