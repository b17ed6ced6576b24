"""The other commands: explain a weight, make a page to walk through, make the library one file."""

import argparse
import os
import tempfile
from typing import TYPE_CHECKING, List

from ..activations import ACTIVATIONS
from ..validation import SettingError
from ..housing import load_housing
from ..linalg import NumberError, Vector
from ..network import Layer, Network
from ..random_numbers import RandomNumbers
from ..tables import Standardizer
from ..teaching.published_examples import PUBLISHED_EXAMPLES, WorkedExample, published_example
from ..files.bundle import bundle
from ..files.csv_file import load_csv
from ..step_page.page_file import page_of_example, page_of_table
from ..teaching.explain import explain
from .parser import learning_rate, whole
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands

FORCE_HELP = "replace the file if it is there already"
EPILOG = """\
for instance:
  minibackprop explain --example mazur --layer 1 --neuron 1 --input 1
  minibackprop explain --house 7 --input 6
  minibackprop explain --weights ".5 -.2; .3 .8" --biases "0 .1" \\
      --weights "1 -1" --biases "0" --activation sigmoid --x "1 2" --y "0"
"""


class OutputError(ValueError):
    """A file that cannot be written, or that is there already."""


def add_to(commands: "Commands") -> None:
    """Add the commands and their options."""
    _add_explain(commands)
    _add_page(commands)
    _add_bundle(commands)


def _add_explain(commands: "Commands") -> None:
    parser = commands.add_parser(
        "explain",
        help="the chain rule for one weight, with its numbers",
        description="Explain the slope of the cost in one weight or bias, factor by factor.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument_group("which weight, counted from 1").add_argument
    add("--layer", type=whole("the layer", 1), default=1, metavar="N", help="its layer (default: 1)")
    add("--neuron", type=whole("the neuron", 1), default=1, metavar="N", help="its neuron (default: 1)")
    add("--input", type=whole("the input", 1), metavar="N", help="its input; without, the neuron's bias is explained")
    add = parser.add_argument_group("of which network and example").add_argument
    add("--house", type=whole("the house", 1), default=1, metavar="N",
        help="a house of the table, by its row, scaled, in a network of 13 -> 3 -> 1 neurons (default: 1)")
    add("--example", metavar="NAME", help=f"a published example: {', '.join(sorted(PUBLISHED_EXAMPLES))}")
    add("--weights", action="append", default=[], metavar="ROWS",
        help='your own layer: a row of weights per neuron, such as ".1 .2; .3 .4"; once for each layer')
    add("--biases", action="append", default=[], metavar="NUMBERS", help="its biases, one per neuron")
    add("--activation", action="append", choices=sorted(ACTIVATIONS),
        help="its activation; given once it is that of all layers (default: sigmoid)")
    add("--x", metavar="NUMBERS", help="the inputs of your example")
    add("--y", metavar="NUMBERS", help="its targets")
    add("--learning-rate", type=learning_rate, metavar="R", help="for the step (default: 0.1, or the example's)")
    add = parser.add_argument_group("the output").add_argument
    add("--ascii", action="store_true", help="without Unicode")
    add("--latex", action="store_true", help="the calculation in LaTeX")
    parser.set_defaults(run=_explain)


def _add_page(commands: "Commands") -> None:
    parser = commands.add_parser(
        "page",
        help="a web page that walks through the training, step by step",
        description="Make a web page, one file that needs no network, that walks through the training step by step.",
    )
    add = parser.add_argument_group("what it shows (without any of these: a few Boston houses)").add_argument
    add("--example", metavar="NAME", help=f"a published example: {', '.join(sorted(PUBLISHED_EXAMPLES))}")
    add("--data", metavar="FILE.csv", help="a few rows of your own table")
    add("--target", metavar="COLUMN", help="the column of your table to predict")
    add("--without", action="append", default=[], metavar="COLUMN", help="leave a column of the table out")
    add("--epochs", type=whole("epochs", 1), default=10, metavar="N", help="how many epochs (default: 10)")
    add("--learning-rate", type=learning_rate, metavar="R", help="for the steps (default: 0.5, or the example's)")
    add = parser.add_argument_group("the output").add_argument
    add("-o", "--output", metavar="FILE.html", help="write it to a file instead of printing it")
    add("--force", action="store_true", help=FORCE_HELP)
    parser.set_defaults(run=_page)


def _add_bundle(commands: "Commands") -> None:
    parser = commands.add_parser("bundle", help="minibackprop as one file, to paste where a folder cannot go")
    add = parser.add_argument
    add("-o", "--output", metavar="FILE", help="write it to a file, such as minibackprop.py, instead of printing it")
    add("--with-housing", action="store_true", help="with the housing table inside")
    add("--force", action="store_true", help=FORCE_HELP)
    parser.set_defaults(run=_bundle)


def _explain(options: argparse.Namespace, terminal: Terminal) -> None:
    subject = _subject(options)
    rate = options.learning_rate or subject.learning_rate
    explanation = explain(
        subject.network, subject.x, subject.y, options.layer, options.neuron, options.input, learning_rate=rate
    )
    if options.latex:
        terminal.print(explanation.latex())
    else:
        ascii_only = options.ascii or not terminal.unicode
        terminal.print(terminal.fill(subject.source) + "\n\n" + explanation.text(ascii_only))


def _subject(options: argparse.Namespace) -> WorkedExample:
    own_numbers = [options.weights, options.biases, options.x, options.y]
    if any(own_numbers):
        if not all(own_numbers):
            raise SettingError("a network of your own needs --weights and --biases for each layer, --x and --y")
        network = _own_network(options.weights, options.biases, options.activation or ["sigmoid"])
        return WorkedExample(f"Your own {network}", network, _numbers(options.x, "--x"), _numbers(options.y, "--y"), 0.1)
    if options.example is not None:
        return published_example(options.example)
    housing = load_housing()
    if options.house > len(housing.X):
        raise SettingError(f"there is no house {options.house}: the table has {len(housing.X)}")
    X, Y = Standardizer.fit(housing.X).transform(housing.X), Standardizer.fit(housing.Y).transform(housing.Y)
    rng = RandomNumbers(0)
    network = Network(Layer.random(13, 3, ACTIVATIONS["sigmoid"], rng), Layer.random(3, 1, rng=rng))
    names = ", ".join(f"{number} {name}" for number, name in enumerate(housing.feature_names, 1))
    source = f"House {options.house} of the Boston table, scaled; {network}, untrained; the inputs are {names}"
    return WorkedExample(source, network, X[options.house - 1], Y[options.house - 1], 0.1)


def _own_network(weights: List[str], biases: List[str], activations: List[str]) -> Network:
    if len(weights) != len(biases):
        raise SettingError(f"there are {len(weights)} --weights, but {len(biases)} --biases: give both for each layer")
    if len(activations) not in (1, len(weights)):
        raise SettingError(f"there are {len(activations)} --activation for {len(weights)} layers: give one, or one each")
    layers = []
    for number, (rows, numbers) in enumerate(zip(weights, biases)):
        matrix = [_numbers(row, "--weights") for row in rows.split(";")]
        activation = ACTIVATIONS[activations[number] if len(activations) > 1 else activations[0]]
        layers.append(Layer(matrix, _numbers(numbers, "--biases"), activation))
    return Network(*layers)


def _numbers(text: str, option: str) -> Vector:
    """The numbers in a text, with spaces or commas between them."""
    try:
        return [float(word) for word in text.replace(",", " ").split()]
    except ValueError:
        raise NumberError(f"{option} is {text!r}, but must be numbers with spaces between them") from None


def _page(options: argparse.Namespace, terminal: Terminal) -> None:
    _deliver(_made_page(options), options, terminal)


def _made_page(options: argparse.Namespace) -> str:
    if (options.data is None) != (options.target is None):
        raise SettingError("--data FILE.csv and --target COLUMN go together")
    if options.example is not None:
        if options.data is not None or options.without:
            raise SettingError("--example has its own numbers: leave --data, --target and --without out")
        return page_of_example(published_example(options.example), options.epochs, options.learning_rate)
    if options.data is None:
        name, table = "the Boston housing table", load_housing(options.without)
    else:
        name, table = options.data, load_csv(options.data, [options.target], options.without)
    return page_of_table(table, name, learning_rate=options.learning_rate or 0.5, epochs=options.epochs)


def _bundle(options: argparse.Namespace, terminal: Terminal) -> None:
    _deliver(bundle(options.with_housing), options, terminal)


def _deliver(text: str, options: argparse.Namespace, terminal: Terminal) -> None:
    """Print the text, or write it to the file that was named, in UTF-8 with Unix line ends.

    Nobody ever sees half a file: the text goes to a temporary one beside it, which then takes its name.
    """
    if options.output is None:
        return terminal.print_exactly(text)
    path = options.output
    if os.path.lexists(path) and not options.force:
        raise OutputError(f"{path} is there already: choose another name, or say --force to replace it")
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path) or ".", prefix=os.path.basename(path) + ".")
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from None
    finally:
        if temporary and os.path.exists(temporary):
            os.remove(temporary)


def _umask() -> int:
    """What the system takes away from the rights of new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
