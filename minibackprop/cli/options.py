"""The options of the command: what they are called, what they mean, and what they are when nobody says."""

import argparse
from typing import List, Optional, Sequence, Union

from .. import __version__
from ..activations import ACTIVATIONS
from .commands import add_to
from .parser import Parser, learning_rate, whole

# What an option is when nobody says, in the usual run and in the lesson's own setting.
SCALED_DEFAULTS = {"layers": [8, 4], "activation": "sigmoid", "epochs": 100}
LEARNING_RATES = {"linear": 0.01, "relu": 0.02, "sigmoid": 0.2, "tanh": 0.05}
RAW_DEFAULTS = {"layers": [5, 3], "activation": "linear", "learning_rate": 8e-7, "epochs": 30, "batch_size": "all"}

DESCRIPTION = """\
Watch a network learn house prices by backpropagation.

A network is a chain of layers. A neuron weighs its inputs, z = w*x + b, and
passes on a = f(z). The cost C = 1/2 (y - a)^2 says how wrong the output is.
The chain rule gives the slope of C in every weight, and each step of training
goes down it: new w = w - learning rate * slope.
"""

EXAMPLES = """\
things to try:
  minibackprop --activation linear      without the bend, what do layers bring?
  minibackprop --layers none            a single layer: a straight-line fit
  minibackprop --learning-rate 50       steps that are too large
  minibackprop --raw                    nothing scaled, as in the lesson
  minibackprop --without B              leave a column out
  minibackprop --data flats.csv --target rent
"""


class Options(argparse.Namespace):
    """What was asked for, every gap filled."""

    layers: List[int]
    activation: str
    learning_rate: float
    epochs: int
    batch_size: Union[int, str, None]  # "all" of them in one batch; None: the usual
    patience: Optional[int]
    seed: int
    raw: bool
    without: List[str]
    json: bool
    data: Optional[str]
    target: Optional[str]
    command: Optional[str]  # None: train and report


def parse_options(arguments: Optional[Sequence[str]] = None) -> Options:
    """Return the options; UsageError if they make no sense."""
    parser = Parser(
        prog="minibackprop",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument_group("the network").add_argument
    add("--layers", type=_layers, metavar="N,N",
        help="neurons in the layers before the output layer, or none (default: 8,4)")
    add("--activation", choices=sorted(ACTIVATIONS),
        help="f in these layers; the output layer is linear (default: sigmoid)")
    add("--seed", type=whole("the seed", 0), default=0, metavar="N",
        help="of all random numbers: the split, the first weights, the shuffling (default: 0)")
    add = parser.add_argument_group("the training").add_argument
    add("--learning-rate", type=learning_rate, metavar="R",
        help="how far a step goes down the slope (default: 0.2 for sigmoid, 0.05 for tanh, 0.02 for relu, 0.01 for linear)")
    add("--epochs", type=whole("epochs", 0), metavar="N",
        help="passes through all the examples (default: 100)")
    add("--batch-size", type=_batch_size, metavar="N",
        help="examples per step, or all (default: 10, or all if there are fewer)")
    add("--patience", type=whole("patience", 1), metavar="N",
        help="stop sooner when N epochs in a row brought no lower cost")
    add("--raw", action="store_true",
        help="the lesson's setting: nothing scaled, layers 5,3, linear, learning rate 8e-7, 30 epochs, all in one batch")
    add = parser.add_argument_group("the table").add_argument
    add("--without", action="append", default=[], metavar="COLUMN",
        help="leave a column out; may be given several times")
    add("--data", metavar="FILE.csv",
        help="your own table instead of the Boston houses: names in the first line, then numbers")
    add("--target", metavar="COLUMN",
        help="the column of your table to predict")
    add = parser.add_argument_group("the output").add_argument
    add("--json", action="store_true", help="print the result as JSON, for other programs")
    add("--version", action="version", version=f"minibackprop {__version__}")

    add_to(parser.add_subparsers(title="other commands", dest="command", metavar="COMMAND"))

    options = parser.parse_args(arguments, namespace=Options())
    if options.command is not None:
        return options
    if (options.data is None) != (options.target is None):
        parser.error("--data FILE.csv and --target COLUMN go together")
    for name, default in (RAW_DEFAULTS if options.raw else SCALED_DEFAULTS).items():
        if getattr(options, name) is None:
            setattr(options, name, default)
    if options.learning_rate is None:
        options.learning_rate = LEARNING_RATES[options.activation if options.layers else "linear"]
    return options


def _layers(text: str) -> List[int]:
    if text == "none":
        return []
    return [whole("a number of neurons", 1)(size) for size in text.split(",")]


def _batch_size(text: str) -> Union[int, str]:
    return text if text == "all" else whole("the batch size", 1)(text)
