"""The command `diagnose`: which mistake is in a learner's backward pass, or in the numbers of one step?"""

import argparse
import json
from typing import TYPE_CHECKING

from ..drawing.notation import ASCII, UNICODE
from ..teaching.published_examples import PUBLISHED_EXAMPLES
from .cost_option import add_cost_option
from .parser import UsageError, above_0, learning_rate, seconds, whole
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
    add("--timeout", type=seconds, metavar="SECONDS", help="stop it after so many seconds (default: 10)")
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
    from .diagnosed import as_json, file_diagnosed, step_diagnosed  # slow to import, and other commands do without it

    notation = UNICODE if terminal.unicode or options.json else ASCII
    diagnosis, text = (step_diagnosed if options.file is None else file_diagnosed)(options, notation)
    if options.json:
        terminal.print(json.dumps(as_json(diagnosis, text), allow_nan=False, indent=2))
    else:
        terminal.print(terminal.fit(terminal.spell(text)))
    return 0 if diagnosis.is_correct else 1


def _tolerance(text: str) -> float:
    return above_0(text, "the tolerance", "0.0005")
