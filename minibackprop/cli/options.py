"""The options of the command: what they are called, what they mean, and what they are when nobody says."""

import argparse
import difflib
import re
from typing import Any, Callable, List, NoReturn, Optional, Sequence, TypeVar, Union

from .. import __version__
from ..activations import LINEAR, RELU, SIGMOID, TANH
from ..settings import SettingError, positive_number, whole_number

T = TypeVar("T")

ACTIVATIONS = {activation.name: activation for activation in (LINEAR, RELU, SIGMOID, TANH)}

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
    output: Optional[str]
    with_housing: bool
    force: bool


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line that says what to do."""

    def error(self, message: str) -> NoReturn:
        unknown = re.match(r"unrecognized arguments: (--?[^\s=]+)", message)
        if unknown:
            close = difflib.get_close_matches(unknown.group(1), list(self._option_string_actions), 1)
            message = f"there is no option {unknown.group(1)}" + (f": did you mean {close[0]}?" if close else "")
        self.exit(2, f"{self.prog}: error: {message} (options: {self.prog} --help)\n")


def parse_options(arguments: Optional[Sequence[str]] = None) -> Options:
    """Return the options; print a line and exit with status 2 if they make no sense."""
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
    add("--seed", type=_whole("the seed", 0), default=0, metavar="N",
        help="of all random numbers: the split, the first weights, the shuffling (default: 0)")
    add = parser.add_argument_group("the training").add_argument
    add("--learning-rate", type=_setting(float, lambda rate: positive_number(rate, "the learning rate")), metavar="R",
        help="how far a step goes down the slope (default: 0.2 for sigmoid, 0.05 for tanh, 0.02 for relu, 0.01 for linear)")
    add("--epochs", type=_whole("epochs", 0), metavar="N",
        help="passes through all the examples (default: 100)")
    add("--batch-size", type=_batch_size, metavar="N",
        help="examples per step, or all (default: 10, or all if there are fewer)")
    add("--patience", type=_whole("patience", 1), metavar="N",
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

    commands = parser.add_subparsers(title="other commands", dest="command", metavar="COMMAND")
    add = commands.add_parser("bundle", help="print minibackprop as one file, to paste where a folder cannot go").add_argument
    add("-o", "--output", metavar="FILE", help="write it to a file instead, such as minibackprop.py")
    add("--with-housing", action="store_true", help="with the housing table inside")
    add("--force", action="store_true", help="replace the file if it is there already")

    options = parser.parse_args(arguments, namespace=Options())
    if (options.data is None) != (options.target is None):
        parser.error("--data FILE.csv and --target COLUMN go together")
    for name, default in (RAW_DEFAULTS if options.raw else SCALED_DEFAULTS).items():
        if getattr(options, name) is None:
            setattr(options, name, default)
    if options.learning_rate is None:
        options.learning_rate = LEARNING_RATES[options.activation if options.layers else "linear"]
    return options


def _setting(convert: Callable[[str], T], check: Callable[[T], T]) -> Callable[[str], T]:
    """A type for argparse: the converted text, if the library's own check of this setting lets it pass."""

    def parse(text: str) -> T:
        value: Any = text
        try:
            value = convert(text)
        except ValueError:
            pass  # the check says it better
        try:
            return check(value)
        except SettingError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return parse


def _whole(name: str, at_least: int) -> Callable[[str], int]:
    return _setting(int, lambda number: whole_number(number, name, at_least))


def _layers(text: str) -> List[int]:
    if text == "none":
        return []
    return [_whole("a number of neurons", 1)(size) for size in text.split(",")]


def _batch_size(text: str) -> Union[int, str]:
    return text if text == "all" else _whole("the batch size", 1)(text)
