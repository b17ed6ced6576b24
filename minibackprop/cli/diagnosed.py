"""What the command `diagnose` finds: in a file that is run in a process of its own, or in the numbers of one step."""

import argparse
import math
import os
import re
from decimal import Decimal, InvalidOperation
from typing import Any, Dict, List, Optional, Tuple

from ..diagnosis.diagnose import batches_for, diagnose_step
from ..diagnosis.diagnosis import Diagnosis, verdict
from ..diagnosis.diagnosis_text import diagnosis_text
from ..drawing.notation import Notation
from ..linalg import NumberError, ShapeError
from ..network import Layer, Network
from ..teaching.published_examples import published_example
from ..validation import counted, shown
from .cost_option import cost_named
from .learner_answer import no_sense, source_line
from .learner_process import observed_in_process
from .parser import UsageError


def file_diagnosed(options: argparse.Namespace, notation: Notation) -> Tuple[Diagnosis, str]:
    """The diagnosis of the function in a file, and its text."""
    path, function = _path_and_function(options.file)
    cost, biases = cost_named(options.cost), not options.no_biases
    timeout = 10.0 if options.timeout is None else options.timeout
    observed = observed_in_process(path, function, options.cost, biases, options.one_example, timeout)
    batches = batches_for(cost, biases, options.one_example)
    if len(observed) != len(batches):
        raise no_sense(path)
    diagnosis = verdict(batches, observed, cost, options.learning_rate, biases)
    go_on = f"in Python, diagnosis = {_diagnose_call(function, options)}, then {diagnosis.explain_call()}"
    text = diagnosis_text(diagnosis, options.hint, go_on, notation)
    if diagnosis.raised is not None and diagnosis.raised.sentence in text:
        first = [seen for seen in observed if seen["error"]][0]
        text += source_line(path, first["line"]) if first["file"] == os.path.abspath(path) else ""
    return diagnosis, text


def _path_and_function(text: str) -> Tuple[str, str]:
    path, colon, function = text.rpartition(":")
    names_a_function = function.isidentifier() or (os.path.isfile(path) and not os.path.isfile(text))
    return (path, function) if colon and path and names_a_function else (text, "backward")


def _diagnose_call(function: str, options: argparse.Namespace) -> str:
    """The call of the library that does the same, as Python code."""
    cost = "" if options.cost is None else f", cost={options.cost.replace('-', '_').upper()}"
    rate = "" if options.learning_rate is None else f", learning_rate={options.learning_rate}"
    biases = ", biases=False" if options.no_biases else ""
    one_example = ", one_example=True" if options.one_example else ""
    return f"diagnose({function}{cost}{rate}{biases}{one_example})"


def step_diagnosed(options: argparse.Namespace, notation: Notation) -> Tuple[Diagnosis, str]:
    """The diagnosis of the numbers after a step of a published example, and its text."""
    example = published_example(options.example)
    network = example.network
    texts = _words(options.new_weights) + _words(options.new_biases)
    rows_of_weights = [layer.num_inputs for layer in network.layers for _ in range(layer.num_neurons)]
    weights = _numbers(options.new_weights, "--new-weights", rows_of_weights)
    biases = None
    if options.new_biases is not None:
        biases = _numbers(options.new_biases, "--new-biases", [layer.num_neurons for layer in network.layers])
    layers: List[Layer] = []
    for k, layer in enumerate(network.layers):
        rows = [weights.pop(0) for _ in range(layer.num_neurons)]
        layers.append(Layer(rows, layer.biases if biases is None else biases[k], layer.activation))
    tolerance = max([_last_digit(text) for text in texts]) if options.tolerance is None else options.tolerance
    rate = options.learning_rate or example.learning_rate
    try:
        diagnosis = diagnose_step(
            network, Network(*layers), [example.x], [example.y], rate, cost_named(options.cost), tolerance,
            biases is not None,
        )
    except (ShapeError, NumberError) as error:
        raise UsageError(str(error)) from None
    go_on = _explain_command(options, diagnosis)
    return diagnosis, diagnosis_text(diagnosis, options.hint, go_on, notation)


def _explain_command(options: argparse.Namespace, diagnosis: Diagnosis) -> str:
    where = diagnosis.where
    if where is None:
        return ""
    source = "" if where.input is None else f" --input {where.input}"
    cost = "" if options.cost is None else f" --cost {options.cost}"
    rate = "" if options.learning_rate is None else f" --learning-rate {options.learning_rate}"
    place = f"--layer {where.layer} --neuron {where.neuron}{source}"
    return f"minibackprop explain --example {options.example} {place}{cost}{rate}"


def _words(texts: Optional[List[str]]) -> List[str]:
    return re.findall(r"[^\s,;|]+", " ".join(texts or []))


def _numbers(texts: List[str], option: str, sizes: List[int]) -> List[List[float]]:
    """The numbers in rows of these sizes. UsageError if one is no number, or if there are not as many."""
    words = _words(texts)
    numbers: List[float] = []
    for word in words:
        try:
            number = float(word)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise UsageError(f"{option} has {shown(word)}, but must be numbers, separated by spaces")
        numbers.append(number)
    if len(numbers) != sum(sizes):
        raise UsageError(
            f"{option} has {counted(len(numbers), 'number')}, but this network needs {sum(sizes)}: "
            "first layer first" + (", row by row, one row for each neuron" if option == "--new-weights" else "")
        )
    rows: List[List[float]] = []
    for size in sizes:
        rows.append(numbers[:size])
        numbers = numbers[size:]
    return rows


def _last_digit(text: str) -> float:
    """One unit in the last printed digit.

    >>> _last_digit(".149780716"), _last_digit("1.5e-3")
    (1e-09, 0.0001)
    """
    try:
        exponent = Decimal(text).as_tuple().exponent
    except InvalidOperation:
        return 0.0
    return float(f"1e{exponent}") if isinstance(exponent, int) else 0.0


def as_json(diagnosis: Diagnosis, text: str) -> Dict[str, Any]:
    """The diagnosis for other programs."""
    where = diagnosis.where
    return {
        "is_correct": diagnosis.is_correct,
        "mistakes": list(diagnosis.mistakes),
        "candidates": [list(names) for names in diagnosis.candidates],
        "where": None if where is None else {
            "quantity": where.result, "layer": where.layer, "neuron": where.neuron, "input": where.input,
            "example": where.example, "yours": where.yours, "right": where.right,
        },
        "text": text,
    }
