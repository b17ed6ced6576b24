"""The form of what a learner's function did and returned: what is wrong with it before its numbers are looked at."""

import math

from ..linalg import size
from ..network import Network
from ..validation import counted
from .evidence import first_difference, numbers_in, shape_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .observation import Observed

SAME = 1e-9
ONE_SHAPE = "(If your function only knows networks of one shape, give your own: probes=[(network, X, Y)].)"


class FormProblem:
    """What is wrong, in a sentence, and the name of the mistake, if it is one of the catalogue."""

    def __init__(self, sentence: str, name: str = "") -> None:
        self.sentence = sentence
        self.name = name

    def __repr__(self) -> str:
        return f"FormProblem({self.name or self.sentence})"


def form_problem(observed: "Observed", network: Network, X: "list[list[float]]") -> "FormProblem | None":
    """The first thing that is wrong with the form, or None.

    >>> from minibackprop import Layer
    >>> network = Network(Layer([[1]], [0]))
    >>> form_problem({"error": "ValueError: no", "file": "mine.py", "line": 7}, network, [[3.0]]).sentence
    'It raised ValueError: no, in line 7 of mine.py, with Network(1 -> 1) and 1 example.'
    """
    where = f"with {network} and {counted(len(X), 'example')}"
    if observed["error"]:
        line = f", in line {observed['line']} of {_file_name(observed['file'])}" if observed["line"] is not None else ""
        return FormProblem(f"It raised {observed['error']}{line}, {where}.")
    if observed["problem"]:
        return FormProblem(f"With {network}, {observed['problem']}.")
    for number, numbers in enumerate(observed["layers"], 1):
        for name in sorted(numbers):
            if [entry for entry in numbers_in(numbers[name]) if not math.isfinite(entry)]:
                return FormProblem(f"There is a NaN or an infinite number in {name} of layer {number}, {where}.")
    if observed["changed"] == "network":
        return FormProblem("After the call, the weights or biases are not what they were.", "changes-network")
    if observed["changed"] == "inputs":
        return FormProblem("After the call, X or Y is not what it was.", "changes-inputs")
    if observed["shares_rows"]:
        return FormProblem("Two rows of ∂C/∂w are one and the same list.", "shared-rows")
    if observed["again"]:
        return _on_further_calls([observed["layers"]] + observed["again"])
    return None


def shape_problem(layers: "list[dict[str, Any]]", network: Network, biases: bool) -> "FormProblem | None":
    """What is wrong with the number of layers or the shapes of the gradients, or None.

    >>> from minibackprop import Layer
    >>> network = Network(Layer([[1, 2]], [0]))
    >>> shape_problem([{"dC_dW": [[6.0], [8.0]], "dC_db": [2.0]}], network, biases=True)
    FormProblem(transposed)
    """
    sizes = [[layer.num_neurons, layer.num_inputs] for layer in network.layers]
    shapes = [shape_of(layer.get("dC_dW")) for layer in layers]
    if shapes == sizes[::-1] and shapes != sizes:
        return FormProblem("The shapes are those of the layers from the last to the first.", "layers-reversed")
    if shapes == [shape[::-1] for shape in sizes] and shapes != sizes:
        return FormProblem("Each ∂C/∂w has as many rows as its layer has inputs.", "transposed")
    returned = [layer for layer in layers if [name for name in layer if layer[name] is not None]]
    if len(returned) != len(sizes):
        return FormProblem(
            f"It returned gradients for {counted(len(returned), 'layer')}, but {network} has {len(sizes)}. {ONE_SHAPE}"
        )
    for number, (layer, numbers, shape) in enumerate(zip(network.layers, layers, shapes), 1):
        if shape != [layer.num_neurons, layer.num_inputs]:
            needed = f"{size(layer.weights)}: a row for each neuron, a column for each input"
            return FormProblem(f"dC_dW of layer {number} {_has(shape)}, but must be {needed}.")
        if biases and shape_of(numbers.get("dC_db")) != [layer.num_neurons]:
            needed = f"a list of {counted(layer.num_neurons, 'number')}, one for each bias"
            given = _has(shape_of(numbers.get("dC_db")))
            return FormProblem(f"dC_db of layer {number} {given}, but must be {needed}.")
    return None


def _file_name(path: str) -> str:
    return path.replace("\\", "/").split("/")[-1]


def _has(shape: "list[int]") -> str:
    return "is " + "x".join([str(length) for length in shape]) if shape else "is no list, or missing"


def _on_further_calls(calls: "list[list[dict[str, Any]]]") -> "FormProblem | None":
    """The same call gives different numbers: does each add the same again, or is it only the rounding?"""
    gradients = [[layer.get(name) for layer in layers or [] for name in ("dC_dW", "dC_db")] for layers in calls]
    first, second, third = [numbers_in(numbers) for numbers in gradients]
    if len(first) == len(second) == len(third):
        added = [b - a for a, b in zip(first, second)]
        added_again = [b - a for a, b in zip(second, third)]
        largest = max([abs(number) for number in third] + [0.0])
        if first_difference(first, second, SAME * largest) is None:
            return None
        if first_difference(added, added_again, SAME * largest) is None:
            return FormProblem("The same call adds its gradients to those of the call before.", "not-zeroed")
    return FormProblem("The same call gives other numbers each time: something in it is random, or kept from before.")
