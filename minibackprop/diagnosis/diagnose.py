"""Diagnose a learner's backpropagation: call it with a few networks, or take its numbers, and name the mistake."""

from ..backprop import backward, forward
from ..costs import HALF_SQUARED_ERROR, Cost
from ..kinds import is_function
from ..linalg import Rows, ShapeError
from ..network import Network, are_alike, as_inputs, as_targets, check_network
from ..validation import SettingError, as_list, as_number, positive_number, shown
from .diagnosis import Diagnosis, verdict
from .evidence import numbers_in
from .observation import as_layers, observe
from .probes import standard_probes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Sequence

    from .observation import Backward
    from .probes import Probe

    OwnProbe = tuple[Network, Rows, Rows]

USUAL_TOLERANCE = 1e-9


def diagnose(
    backward: "Backward",
    cost: Cost = HALF_SQUARED_ERROR,
    learning_rate: "float | None" = None,
    biases: bool = True,
    one_example: bool = False,
    probes: "Sequence[OwnProbe] | None" = None,
) -> Diagnosis:
    """Call backward(network, X, Y) with small networks; say if its gradients are right, or which mistake explains them.

    Print what it returns: print(diagnose(my_backward)), or print(diagnose(my_backward).text(hint=1)).

    `backward` returns for each layer, first layer first, a pair (dC_dW, dC_db) of lists, tuples or arrays, or a record
    with these fields; of a record's other fields, dC_dA, dA_dZ and dC_dZ, each is judged from the learner's own earlier
    numbers. It is called two or three times with copies.

    With `one_example` it takes the x and y of one example. With `biases=False` it returns dC_dW alone. `learning_rate`
    is that of a function that takes the step, too: only with it can updated weights be recognised. `probes` are
    networks and tables (network, X, Y) to use in place of the usual ones, for a function that only knows one shape.

    TypeError if `backward` is no function; SettingError, ShapeError or NumberError if a setting or probe does not fit.

    >>> def mine(network, X, Y):
    ...     return backward(network, forward(network, X), [[0.0 for y in row] for row in Y])
    >>> diagnose(lambda network, X, Y: backward(network, forward(network, X), Y))
    Diagnosis(correct)
    >>> diagnose(mine)
    Diagnosis(a mistake that is not in the catalogue)
    """
    check_function(backward)
    rate = None if learning_rate is None else positive_number(learning_rate, "the learning rate")
    batches = batches_for(cost, biases, one_example, probes)
    observed = [observe(backward, network, X, Y, one_example, biases) for network, X, Y in batches]
    return verdict(batches, observed, cost, rate, biases)


def diagnose_gradients(
    gradients: "Any",
    network: Network,
    X: Rows,
    Y: Rows,
    cost: Cost = HALF_SQUARED_ERROR,
    tolerance: float = USUAL_TOLERANCE,
    biases: bool = True,
) -> Diagnosis:
    """Say whether these gradients are right, or which mistake explains them: numbers from any program or from paper.

    `gradients` has for each layer, first layer first, a pair (dC_dW, dC_db) or a record, as `backward` returns them, or
    with `biases=False` dC_dW alone. `tolerance` is the largest difference that the printed digits explain.

    TypeError, ShapeError, NumberError or SettingError if an argument does not fit.

    >>> from minibackprop import Layer
    >>> diagnose_gradients([([[6, 8]], [2])], Network(Layer([[2, 0]], [1])), [[3, 4]], [[5]])
    Diagnosis(correct)
    >>> diagnose_gradients([([[-6, -8]], [-2])], Network(Layer([[2, 0]], [1])), [[3, 4]], [[5]])
    Diagnosis(sign)
    """
    return _diagnosed(gradients, network, X, Y, cost, _as_tolerance(tolerance), biases, None)


def diagnose_step(
    before: Network,
    after: Network,
    X: Rows,
    Y: Rows,
    learning_rate: float,
    cost: Cost = HALF_SQUARED_ERROR,
    tolerance: float = USUAL_TOLERANCE,
    biases: bool = True,
) -> Diagnosis:
    """The same for a step: the weights and biases before and after it tell the gradients, (before − after) / rate.

    `tolerance` is the largest difference in a weight that the printed digits explain: 0.0005 for three decimals.

    TypeError, ShapeError, NumberError or SettingError if an argument does not fit.

    >>> from minibackprop import Layer
    >>> before, after = Network(Layer([[2, 0]], [1])), Network(Layer([[-1, -4]], [0]))
    >>> diagnose_step(before, after, [[3, 4]], [[5]], learning_rate=0.5)
    Diagnosis(correct)
    """
    check_network(before)
    check_network(after)
    if not are_alike(before, after):
        raise ShapeError(f"before is {before} and after is {after}: the layers must be alike")
    rate = positive_number(learning_rate, "the learning rate")
    gradients = []
    largest = 0.0
    for old, new in zip(before.layers, after.layers):
        dC_dW = [_gradient_of_step(w, new_w, rate) for w, new_w in zip(old.weights, new.weights)]
        gradients.append((dC_dW, _gradient_of_step(old.biases, new.biases, rate)))
        for v in old.weights + [old.biases]:
            largest = max([largest] + [abs(v_i) for v_i in v])
    tolerance = (_as_tolerance(tolerance) + ROUNDING_OF_A_STEP * largest) / rate
    in_gradients = as_number(tolerance, "the tolerance, divided by the learning rate,")
    return _diagnosed(gradients, before, X, Y, cost, in_gradients, biases, rate)


def batches_for(
    cost: Cost, biases: bool, one_example: bool, probes: "Sequence[OwnProbe] | None" = None
) -> "list[Probe]":
    """The batches that a function is called with, the usual ones or own ones; for `one_example`, batches of one.

    >>> len(batches_for(HALF_SQUARED_ERROR, True, False)), len(batches_for(HALF_SQUARED_ERROR, True, True))
    (3, 15)
    """
    if probes is None:
        batches = standard_probes(cost, biases)
    else:
        batches = [_as_probe(probe, cost) for probe in as_list(probes, "probes", WANTED_PROBES, SettingError)]
    if not one_example:
        return batches
    return [(network, [x], [y]) for network, X, Y in batches for x, y in zip(X, Y)]


def check_function(function: object) -> None:
    """TypeError unless it is a function of the learner's own.

    >>> check_function(abs)
    """
    if not is_function(function):
        raise TypeError(f"backward is {shown(function)}, but must be a function that takes (network, X, Y)")
    if function is backward:
        raise TypeError("this is minibackprop's own backward: give a function of yours that takes (network, X, Y)")


WANTED_PROBES = "a list of (network, X, Y), each a network with its tables of inputs and targets"
ROUNDING_OF_A_STEP = 1e-15  # of the largest weight: before − after loses this much


def _as_probe(probe: "Any", cost: Cost) -> "Probe":
    if not isinstance(probe, (list, tuple)) or len(probe) != 3:
        raise SettingError(f"probes must be {WANTED_PROBES}, but one is {shown(probe)}")
    network, X, Y = probe
    inputs = as_inputs(network, X)
    return network, inputs, as_targets(network, Y, len(inputs), cost)


def _as_tolerance(tolerance: float) -> float:
    number = as_number(tolerance, "the tolerance")
    if number < 0.0:
        raise SettingError(f"the tolerance is {shown(tolerance)}, but must be 0 or more")
    return number


def _gradient_of_step(v: "list[float]", new: "list[float]", rate: float) -> "list[float]":
    return [(v_i - new_i) / rate for v_i, new_i in zip(v, new)]


def _diagnosed(
    gradients: "Any",
    network: Network,
    X: Rows,
    Y: Rows,
    cost: Cost,
    tolerance: float,
    biases: bool,
    learning_rate: "float | None",
) -> Diagnosis:
    inputs = as_inputs(network, X)
    targets = as_targets(network, Y, len(inputs), cost)
    slopes = numbers_in([record.dC_dW for record in backward(network, forward(network, inputs), targets, cost)])
    if 0.0 < max([abs(slope) for slope in slopes]) <= tolerance:
        raise SettingError(
            "no slope of a weight is larger than the tolerance, so wrong ones would pass: give numbers with more "
            "digits, and a smaller tolerance"
        )
    observed = {
        "error": "", "file": "", "line": None, "problem": "", "changed": "", "shares_rows": False, "again": [],
        "layers": as_layers(gradients, len(network.layers), biases),
    }
    return verdict([(network, inputs, targets)], [observed], cost, learning_rate, biases, tolerance)
