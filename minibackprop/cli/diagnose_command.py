"""The command `diagnose`: which mistake is in a learner's backward pass, or in the numbers of one step?"""

import argparse
import json
import math
import os
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

from ..diagnosis.diagnose import batches_for, diagnose_step
from ..diagnosis.diagnosis import Diagnosis, verdict
from ..diagnosis.diagnosis_text import diagnosis_text
from ..drawing.notation import ASCII, UNICODE, Notation
from ..linalg import NumberError, ShapeError
from ..network import Layer, Network
from ..teaching.published_examples import PUBLISHED_EXAMPLES, published_example
from ..validation import counted, shown
from .cost_option import add_cost_option, cost_named
from .learner_answer import no_sense, source_line
from .learner_process import observed_in_process
from .parser import UsageError, learning_rate, whole
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands

DESCRIPTION = """\
Say which mistake is in a backward pass. FILE.py defines a function
backward(network, X, Y), which returns for each layer, first layer first, a pair
(dC_dW, dC_db). It is run in a process of its own, with a time limit.

Or say which mistake is in the numbers of one step, from paper or from another
program: give the new weights of a published example.
"""

EPILOG = """\
examples:
  minibackprop diagnose my_network.py
  minibackprop diagnose my_network.py:my_backward --hint 1
  minibackprop diagnose --example mazur \\
      --new-weights ".149780716 .19956143 .24975114 .29950229" \\
      --new-weights ".35891648 .408666186 .511301270 .561370121"

The exit status is 0 if the gradients are right, and 1 if they are not.
"""


def add_to(commands: "Commands") -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "diagnose",
        help="which mistake is in a backward pass, or in the numbers of a step",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE.py[:FUNCTION]", nargs="?",
        help="the file with the backward pass, and the name of the function (default: backward)")
    add = parser.add_argument_group("how the function is called").add_argument
    add("--timeout", type=_seconds, metavar="SECONDS", help="stop it after so many seconds (default: 10)")
    add("--one-example", action="store_true", help="it takes the x and y of one example")
    add("--no-biases", action="store_true", help="it returns no gradients for biases")
    group = parser.add_argument_group("numbers of one step instead")
    add = group.add_argument
    add("--example", metavar="NAME", help=f"a published example: {', '.join(sorted(PUBLISHED_EXAMPLES))}")
    add("--new-weights", action="append", metavar="NUMBERS",
        help="all weights after the step, first layer first, row by row")
    add("--new-biases", action="append", metavar="NUMBERS",
        help="all biases after the step; without them, only the weights are judged")
    add("--tolerance", type=_tolerance, metavar="T",
        help="the largest difference that the printed digits explain (default: one unit in the last digit)")
    group = parser.add_argument_group("both")
    add_cost_option(group)
    add = group.add_argument
    add("--learning-rate", "--lr", type=learning_rate, metavar="R",
        help="of the step; of a function, to recognise weights that were updated too early")
    add("--hint", type=whole("the hint", 1), default=3, metavar="N",
        help="1: only a question, 2: the rule, 3: the mistake and its proof (default: 3)")
    add("--json", action="store_true", help="print the verdict as JSON")
    parser.makes_idle("--example", "--timeout", "--one-example", "--no-biases")
    for option in ("--new-weights", "--new-biases", "--tolerance"):
        parser.needs(option, "--example")
    parser.needs("--example", "--new-weights")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the verdict; return the exit status, 0 if the gradients are right. UsageError if an option is wrong."""
    if options.hint > 3:
        raise UsageError(f"--hint is {options.hint}, but must be 1 (a question), 2 (the rule) or 3 (the mistake)")
    if (options.file is None) == (options.example is None):
        raise UsageError("give either FILE.py, or --example with --new-weights (options: minibackprop diagnose --help)")
    notation = UNICODE if terminal.unicode or options.json else ASCII
    diagnosis, text = (_of_step if options.file is None else _of_file)(options, notation)
    if options.json:
        terminal.print(json.dumps(_as_json(diagnosis, text), allow_nan=False, indent=2))
    else:
        terminal.print(terminal.fit(terminal.spell(text)))
    return 0 if diagnosis.is_correct else 1


def _of_file(options: argparse.Namespace, notation: Notation) -> Tuple[Diagnosis, str]:
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


def _of_step(options: argparse.Namespace, notation: Notation) -> Tuple[Diagnosis, str]:
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


def _as_json(diagnosis: Diagnosis, text: str) -> Dict[str, Any]:
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


def _seconds(text: str) -> float:
    return _above_0(text, "the time limit", "10")


def _tolerance(text: str) -> float:
    return _above_0(text, "the tolerance", "0.0005")


def _above_0(text: str, name: str, such_as: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0.0 < number < 1e9:
        raise argparse.ArgumentTypeError(f"{name} is {shown(text)}, but must be a number above 0, such as {such_as}")
    return number
