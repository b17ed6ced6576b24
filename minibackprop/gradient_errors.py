"""The gradient check: does a gradient from the chain rule agree with how the cost really changes?

It compares the gradient of every weight and bias with the numerical gradient, and keeps the largest errors.
"""

from .backprop import cost_and_gradients, cost_of
from .costs import HALF_SQUARED_ERROR, Cost
from .linalg import Rows, transpose
from .network import Network, as_inputs, as_targets
from .numerical_gradient import numerical_gradient
from .own_gradients import gradients_from
from .records import LayerGradient
from .validation import as_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence

    from .own_gradients import OwnBackward

TOLERANCE = 1e-4  # errors from here on are mistakes; the words of `GradientCheck` name this number too


class GradientCheck:
    """The largest errors that a gradient check found: `print(check)` shows them as a table.

    `weight_errors` and `bias_errors` have the largest relative error of each layer, first layer first.

    `largest_error` is the largest of all. It is at `layer`, `neuron` and `input`, which count from 1; `input` is None
    for a bias. `chain_rule` and `numerical` are the two slopes there; `source` says whose chain rule it was.
    """

    def __init__(
        self,
        largest_error: float,
        layer: int,
        neuron: int,
        input: "int | None",
        chain_rule: float,
        numerical: float,
        weight_errors: "Sequence[float]" = (),
        bias_errors: "Sequence[float]" = (),
        source: str = "chain rule",
    ) -> None:
        self.largest_error = largest_error
        self.layer = layer
        self.neuron = neuron
        self.input = input
        self.chain_rule = chain_rule
        self.numerical = numerical
        self.weight_errors = weight_errors
        self.bias_errors = bias_errors
        self.source = source

    def __repr__(self) -> str:
        return f"GradientCheck(error {self.largest_error:.1e}, {self._place()})"

    def __str__(self) -> str:
        lines = ["layer   weights    biases"]
        for number, errors in enumerate(zip(self.weight_errors, self.bias_errors), 1):
            cells = [str(number)] + [f"{error:.1e}" for error in errors]
            lines.append("".join([" " * (width - len(cell)) + cell for width, cell in zip([5, 10, 10], cells)]))
        lines.append(f"The largest relative error is {self.largest_error:.1e}:")
        lines.append(f"{self._place()}.")
        lines.append(f"  {self.source + ' ' * (18 - len(self.source))}  {self.chain_rule:.9g}")
        lines.append(f"  finite differences  {self.numerical:.9g}")
        if self.largest_error >= TOLERANCE:
            lines.append("The gradients do not agree: an error is 1e-4 or more.")
            if self.source != "chain rule":
                lines.append("Which mistake it is, diagnose(your_backward) may tell.")
        else:
            lines.append("The gradients agree: every error is below 1e-4.")
            if relative_error(self.chain_rule, self.numerical, uncertainty=0.0) >= TOLERANCE:
                lines.append("These two are too small to be seen behind the rounding.")
        return "\n".join(lines)

    def _place(self) -> str:
        place = "bias" if self.input is None else f"weight of input {self.input}"
        return f"layer {self.layer}, neuron {self.neuron}, {place}"


def gradient_check(
    network: Network,
    X: Rows,
    Y: Rows,
    cost: Cost = HALF_SQUARED_ERROR,
    backward: "OwnBackward | None" = None,
) -> GradientCheck:
    """Compare ∂C/∂w and ∂C/∂b from the chain rule with finite differences, and return the largest errors.

    To check a backward pass of your own, give it as `backward`. It is called with copies, as backward(network, X, Y),
    and returns for each layer, first layer first, a pair (dC_dW, dC_db), or a record with these fields.

    The relative error of two slopes s and t is |s − t| / max(|s|, |t|, 10,000 · the uncertainty of t), where t is from
    finite differences. An error below 1e-4 is as good as none: s and t agree to four digits, or as well as can be
    seen. A derivative that is a tenth too small gives 0.1, one with the wrong sign 2.

    How far can it be trusted? `python -m tests.calibration` tries 2,000 random networks of each kind. With weights and
    inputs from 0.1 to 3, it raised no false alarm, and missed 0 of 10,504 wrong gradients; from 0.01 to 100 none, and
    24 of 9,047; from 1e-6 to 1e6 none, and 110 of 7,401. Wrong gradients that no finite difference can show are left
    out: 4, 770 and 1,462.

    It cannot see everything. Where a relu is at its corner, z = 0, there is no slope, and a large error means nothing.
    Where a sigmoid or tanh is saturated, its slope is lost in the rounding of a, and neither verdict means much. Where
    softmax cross-entropy is below about 1e-12, as all outputs have reached their targets, its slope softmax(a) − y has
    lost its digits, and seems wrong: 2 false alarms in 2,000 networks of ordinary sizes; with a sigmoid, none.

    ShapeError, NumberError or TypeError if X, Y or what `backward` returns does not fit, or if a slope is too large to
    be a number.

    >>> from minibackprop import Layer, Network
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> gradient_check(network, [[3, 4]], [[5]]).largest_error < 1e-6
    True
    >>> wrong = gradient_check(network, [[3, 4]], [[5]], backward=lambda network, X, Y: [([[6, 8]], [0])])
    >>> wrong, wrong.numerical > 1.999
    (GradientCheck(error 1.0e+00, layer 1, neuron 1, bias), True)
    """
    inputs = as_inputs(network, X)
    targets = as_targets(network, Y, len(inputs), cost)
    X_T, Y_T = transpose(inputs), transpose(targets)
    as_number(cost_of(network, X_T, Y_T, cost), "the cost")
    if backward is None:
        source = "chain rule"
        gradients: "Sequence[LayerGradient]" = cost_and_gradients(network, X_T, Y_T, cost)[1]
    else:
        source = "your backward"
        gradients = gradients_from(backward, network, inputs, targets)

    worst: "list[tuple[float, int, int, int | None, float, float]]" = []  # the places, each worse than the one before
    weight_errors, bias_errors = [0.0] * len(network.layers), [0.0] * len(network.layers)
    for k, record in enumerate(gradients):
        for j, (dC_dw, dC_db_j) in enumerate(zip(record.dC_dW, record.dC_db)):
            slopes = list(enumerate(dC_dw)) + [(None, dC_db_j)]
            for i, slope in slopes:
                numerical, uncertainty, _ = numerical_gradient(network, X_T, Y_T, k, j, i, cost)
                for each in (slope, numerical):
                    as_number(each, f"a slope in layer {k + 1}, neuron {j + 1}")
                error = relative_error(slope, numerical, uncertainty)
                errors = bias_errors if i is None else weight_errors
                errors[k] = max(errors[k], error)
                if not worst or error > worst[-1][0]:
                    worst.append((error, k + 1, j + 1, None if i is None else i + 1, slope, numerical))
    largest_error, layer, neuron, input, chain_rule, numerical = worst[-1]
    return GradientCheck(
        largest_error, layer, neuron, input, chain_rule, numerical, weight_errors, bias_errors, source
    )


def relative_error(chain_rule: float, numerical: float, uncertainty: float) -> float:
    """|s − t| / max(|s|, |t|, 10,000 · uncertainty), and 0 if there is nothing to see at all.

    So it is below 1e-4 if the two differ by less than the uncertainty.

    >>> relative_error(9.0, 10.0, uncertainty=1e-9), relative_error(0.0, 0.5, uncertainty=1.0)
    (0.1, 5e-05)
    """
    largest = max(abs(chain_rule), abs(numerical), uncertainty / TOLERANCE)
    return abs(chain_rule - numerical) / largest if largest > 0.0 else 0.0
