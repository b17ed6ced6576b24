"""The options of the default command: their names, their meanings and their defaults."""

import argparse
from typing import List, Optional, Union

from .. import __version__
from ..activations import ACTIVATIONS
from ..validation import SettingError
from .checkpoint import Checkpoint
from .parser import Parser, learning_rate, whole
from .table_options import add_table_options

# The defaults of the usual run, and those of --raw, the setting of the course notebook.
SCALED_DEFAULTS = {"layers": [8, 4], "activation": "sigmoid", "epochs": 100}
LEARNING_RATES = {"linear": 0.01, "relu": 0.02, "sigmoid": 0.2, "tanh": 0.05}
RAW_DEFAULTS = {"layers": [5, 3], "activation": "linear", "learning_rate": 8e-7, "epochs": 30, "batch_size": "all"}

DECIDE_THE_TRAINING = [
    "--layers", "--activation", "--seed", "--learning-rate", "--batch-size", "--patience", "--raw", "--data",
    "--target", "--without", "--drop-missing", "--classify",
]  # and --epochs, which may also be given to go on


class Options(argparse.Namespace):
    """The options as they were given; `fill_in_defaults` adds those that were not."""

    layers: List[int]
    activation: str
    learning_rate: float
    epochs: int
    batch_size: Union[int, str, None]  # "all": all examples in one batch; None: the default
    patience: Optional[int]
    seed: int
    raw: bool
    without: List[str]
    json: bool
    data: Optional[str]
    target: Optional[str]
    drop_missing: bool
    classify: bool
    save: Optional[str]
    checkpoint: Optional[str]
    resume: Optional[str]
    force: bool
    arguments: List[str]  # the options that decide the training, as words of the command line
    resumed_from: Optional[Checkpoint] = None  # what is in the file that --resume names


def add_options(parser: Parser) -> None:
    """Add the options of the default command."""
    _add_network_options(parser.add_argument_group("the network"))
    _add_training_options(parser.add_argument_group("the training (Ctrl-C ends it and shows what was learned so far)"))
    add_table_options(
        parser.add_argument_group("the table"),
        data_help="your own table instead of the Boston houses: column names first, then an example per line",
    )
    add = parser.add_argument_group("the output").add_argument
    add("--json", action="store_true", help="print the result as JSON, for other programs")
    add("--version", action="version", version=f"minibackprop {__version__}")
    _add_keeping_options(parser.add_argument_group("keeping what was learned"))
    parser.makes_idle("--resume", *[option for option in DECIDE_THE_TRAINING if option != "--data"], "--checkpoint")
    parser.needs("--force", "--save", "--checkpoint")


def _add_keeping_options(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--save", metavar="MODEL.json", help="write the trained network to a file, for minibackprop predict")
    add("--checkpoint", metavar="FILE", help="after every epoch, write to this file what it takes to go on")
    add("--resume", metavar="FILE",
        help="go on with the training in a checkpoint, with its options; give --save and --json again, --epochs for "
        "more epochs, and --data if the table is in another place now")
    add("--force", action="store_true", help="let --save and --checkpoint overwrite a file that already exists")


def _add_network_options(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--layers", type=_layers, metavar="N,N",
        help="numbers of neurons in the layers before the output layer, or none (default: 8,4)")
    add("--activation", choices=sorted(ACTIVATIONS),
        help="the function f of these layers; the output layer is linear (default: sigmoid)")
    add("--seed", type=whole("the seed", 0), metavar="N",
        help="seed of all random numbers: the split, the initial weights, the shuffling (default: 0)")


def _add_training_options(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--learning-rate", "--lr", type=learning_rate, metavar="R",
        help="size of the steps (default: 0.2 for sigmoid, 0.05 for tanh, 0.02 for relu, 0.01 for linear)")
    add("--epochs", type=whole("epochs", 0), metavar="N",
        help="passes through all the training examples (default: 100)")
    add("--batch-size", type=_batch_size, metavar="N",
        help="examples per step, or all (default: 10, or all if there are fewer)")
    add("--patience", type=whole("patience", 1), metavar="N",
        help="stop early when N epochs in a row have brought no lower cost")
    add("--raw", action="store_true",
        help='the setting of the course notebook "Module 4: Backpropagation": unscaled data, layers 5,3, linear, '
        "learning rate 8e-7, 30 epochs, all examples in one batch")


def arguments_of(options: Options) -> List[str]:
    """The given options that decide the training, as words of the command line that give them again."""
    words = []
    for option in [*DECIDE_THE_TRAINING, "--epochs"]:
        value = getattr(options, option[2:].replace("-", "_"))
        if value is True:
            words.append(option)
        elif isinstance(value, list) and option == "--without":
            words += [f"{option}={name}" for name in value]
        elif isinstance(value, list):
            words.append(f"{option}={','.join(map(str, value)) or 'none'}")
        elif value is not None and value is not False:
            words.append(f"{option}={value}")
    return words


def _layers(text: str) -> List[int]:
    if text == "none":
        return []
    return [whole("a number of neurons", 1)(size) for size in text.split(",")]


def _batch_size(text: str) -> Union[int, str]:
    return text if text == "all" else whole("the batch size", 1)(text)


def fill_in_defaults(options: Options) -> None:
    """Give a value to each option whose default depends on the others; SettingError if one makes another idle."""
    if options.layers == [] and options.activation is not None:
        raise SettingError("--activation has no effect with --layers none: the output layer is linear")
    if options.seed is None:
        options.seed = 0
    for name, default in (RAW_DEFAULTS if options.raw else SCALED_DEFAULTS).items():
        if getattr(options, name) is None:
            setattr(options, name, default)
    if options.learning_rate is None:
        options.learning_rate = LEARNING_RATES[options.activation if options.layers else "linear"]
