"""The whole command line: the default command with its options, and the other commands with theirs."""

import argparse
import itertools
import sys
from typing import List, Optional, Sequence

from ..files.json_file import ModelFileError
from ..validation import SettingError, counted, shown
from . import bundle_command, check_command, diagnose_command, exercises_command, explain_command, hint_command
from . import lesson_command, page_command, predict_command, solution_command, train_command
from .checkpoint import read_checkpoint
from .options import DECIDE_THE_TRAINING, Options, add_options, arguments_of
from .parser import Parser, UsageError, did_you_mean

DESCRIPTION = """\
Watch a network learn house prices by backpropagation.

A network is a chain of layers. A neuron computes a weighted sum of its inputs
and adds its bias, z = w*x + b, and outputs a = f(z). The cost C = 1/2 (y - a)^2
says how wrong the output is. The chain rule gives the slope of C with respect
to every weight, and each step of training moves every weight against its slope:
new w = w - learning rate * slope.
"""

EXAMPLES = """\
things to try:
  minibackprop --activation linear      several linear layers: better than one?
  minibackprop --layers none            a single layer: a straight-line fit
  minibackprop --learning-rate 50       steps that are too large
  minibackprop --raw                    unscaled data, as in the course notebook
  minibackprop --without B              leave a column out
  minibackprop --data flats.csv --target rent
"""


def parse_command_line(arguments: Optional[Sequence[str]] = None) -> Options:
    """Return the options. Their `run` is the function that carries out the command.

    UsageError if they make no sense; ModelFileError if the file that --resume names is no checkpoint.
    """
    options = _parsed(list(sys.argv[1:] if arguments is None else arguments))
    return options if options.resume is None else _with_those_of_the_checkpoint(options, options.resume)


def _with_those_of_the_checkpoint(options: Options, path: str) -> Options:
    """The options that a training began with, besides those that are given now, to go on with it."""
    checkpoint = read_checkpoint(path)
    done = checkpoint.so_far.last.number
    if options.epochs is not None and options.epochs < done:
        raise UsageError(
            f"{counted(done, 'epoch')} {'is' if done == 1 else 'are'} already done: give --epochs {done} or more"
        )
    allowed = [*DECIDE_THE_TRAINING, "--epochs"]
    try:
        if not all(word.split("=")[0] in allowed for word in checkpoint.arguments):
            raise UsageError(f"only {', '.join(allowed)} can be in a checkpoint")
        resumed = _parsed(checkpoint.arguments)
    except (UsageError, SettingError) as error:
        raise ModelFileError(f"{path}: it is damaged: {error}") from None
    resumed.epochs = resumed.epochs if options.epochs is None else options.epochs
    resumed.data = resumed.data if options.data is None else options.data
    resumed.arguments = arguments_of(resumed)
    resumed.json, resumed.save, resumed.force = options.json, options.save, options.force
    resumed.checkpoint, resumed.resumed_from = path, checkpoint
    return resumed


def _parsed(words: List[str]) -> Options:
    parser = Parser(
        prog="minibackprop",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=train_command.run)
    add_options(parser)
    commands = parser.add_subparsers(title="other commands", dest="command", metavar="COMMAND")
    lesson_command.add_to(commands)
    exercises_command.add_to(commands)
    check_command.add_to(commands)
    hint_command.add_to(commands)
    solution_command.add_to(commands)
    explain_command.add_to(commands)
    diagnose_command.add_to(commands)
    page_command.add_to(commands)
    predict_command.add_to(commands)
    bundle_command.add_to(commands)

    first_words = list(itertools.takewhile(lambda word: word not in commands.choices, words))
    parser.check_options(first_words)
    if words and not words[0].startswith("-"):
        if first_words:
            parser.error(f"there is no command {shown(words[0])}{did_you_mean(words[0], commands.choices)}")
        commands.choices[words[0]].check_options(words[1:])
    options = parser.parse_args(words, namespace=Options())
    if options.command is not None and first_words:
        parser.error(f"{first_words[0]} has no effect before {options.command}: options go after the command")
    chosen = parser if options.command is None else commands.choices[options.command]
    chosen.check_combinations(options)
    options.arguments = arguments_of(options) if options.command is None else []
    return options
