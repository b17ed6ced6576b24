"""The command `explain`: the chain rule for one weight, with its numbers."""

import argparse
from typing import TYPE_CHECKING, List

from ..activations import ACTIVATIONS
from ..housing import load_housing
from ..linalg import NumberError, ShapeError, Vector
from ..network import Layer, Network
from ..random_numbers import RandomNumbers
from ..standardizer import Standardizer
from ..teaching.explain import explain
from ..teaching.published_examples import PUBLISHED_EXAMPLES, WorkedExample, published_example
from ..validation import SettingError, counted, shown
from .parser import UsageError, learning_rate, whole
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands

EPILOG = """\
examples:
  minibackprop explain --example mazur --layer 1 --neuron 1 --input 1
  minibackprop explain --house 7 --input 6
  minibackprop explain --weights ".5 -.2; .3 .8" --biases "0 .1" \\
      --weights "1 -1" --biases "0" --activation sigmoid --x "1 2" --y "0"
"""


def add_to(commands: "Commands") -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "explain",
        help="the chain rule for one weight, with its numbers",
        description="Explain the slope of the cost with respect to one weight or bias,\nfactor by factor.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_place(parser.add_argument_group("which weight, counted from 1"))
    _add_subject(parser.add_argument_group("which network and example"))
    parser.makes_idle("--example", "--house")
    for own in ("--weights", "--biases", "--x", "--y"):
        parser.makes_idle(own, "--house", "--example")
    parser.needs("--activation", "--weights")
    parser.makes_idle("--latex", "--ascii")
    add = parser.add_argument_group("the output").add_argument
    add("--ascii", action="store_true", help="use ASCII characters only")
    add("--latex", action="store_true", help="print the calculation in LaTeX")
    parser.set_defaults(run=run)


def _add_place(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--layer", type=whole("the layer", 1), default=1, metavar="N", help="its layer (default: 1)")
    add("--neuron", type=whole("the neuron", 1), default=1, metavar="N", help="its neuron (default: 1)")
    add("--input", type=whole("the input", 1), metavar="N",
        help="its input; without --input the neuron's bias is explained")


def _add_subject(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--house", type=whole("the house", 1), metavar="N",
        help="the house in row N of the table, standardized, in a network 13 -> 3 -> 1 (default: 1)")
    add("--example", metavar="NAME", help=f"a published example: {', '.join(sorted(PUBLISHED_EXAMPLES))}")
    add("--weights", action="append", metavar="ROWS",
        help='your own layer: a row of weights per neuron, such as ".1 .2; .3 .4"; repeat it for each layer')
    add("--biases", action="append", metavar="NUMBERS", help="its biases, one per neuron")
    add("--activation", action="append", choices=sorted(ACTIVATIONS),
        help="its activation; if given once, it is used for all layers (default: sigmoid)")
    add("--x", metavar="NUMBERS", help="the inputs of your example, such as 0.5,-2")
    add("--y", metavar="NUMBERS", help="its targets")
    add("--learning-rate", "--lr", type=learning_rate, metavar="R",
        help="for the step at the end of the explanation (default: 0.1, or the example's)")


def run(options: argparse.Namespace, terminal: Terminal) -> None:
    """Print the explanation. UsageError if there is none: all its numbers come from the options."""
    try:
        subject = _subject(options)
        rate = options.learning_rate or subject.learning_rate
        explanation = explain(
            subject.network, subject.x, subject.y, options.layer, options.neuron, options.input, learning_rate=rate
        )
    except (ShapeError, NumberError) as error:
        raise UsageError(str(error)) from None
    if options.latex:
        terminal.print(explanation.latex())
    else:
        ascii_only = options.ascii or not terminal.unicode
        terminal.print(terminal.fill(subject.source) + "\n\n" + terminal.fit(explanation.text(ascii_only)))


def _subject(options: argparse.Namespace) -> WorkedExample:
    """The network and the example to explain: the user's own, a published one, or a house."""
    own_numbers = [options.weights, options.biases, options.x, options.y]
    if own_numbers != [None] * 4:
        if None in own_numbers:
            raise SettingError("a network of your own needs --weights and --biases for each layer, and --x and --y")
        network = _own_network(options.weights, options.biases, options.activation or ["sigmoid"])
        x, y = _numbers(options.x, "--x"), _numbers(options.y, "--y")
        return WorkedExample(f"Your own {network}", network, x, y, 0.1)
    if options.example is not None:
        return published_example(options.example)
    return _house(options.house or 1)


def _own_network(weights: List[str], biases: List[str], activations: List[str]) -> Network:
    if len(weights) != len(biases):
        raise SettingError(
            f"--weights is given {counted(len(weights), 'time')}, but --biases {counted(len(biases), 'time')}: "
            "give both once for each layer"
        )
    if len(activations) not in (1, len(weights)):
        raise SettingError(
            f"--activation is given {counted(len(activations), 'time')} for {counted(len(weights), 'layer')}: "
            "give one, or one for each layer"
        )
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
        raise NumberError(f"{option} is {shown(text)}, but must be numbers, separated by spaces") from None


def _house(number: int) -> WorkedExample:
    housing = load_housing()
    if number > len(housing.X):
        raise SettingError(f"there is no house {number}: the table has {len(housing.X)}")
    X, Y = Standardizer.fit(housing.X).transform(housing.X), Standardizer.fit(housing.Y).transform(housing.Y)
    rng = RandomNumbers(0)
    network = Network(Layer.random(13, 3, ACTIVATIONS["sigmoid"], rng), Layer.random(3, 1, rng=rng))
    names = ", ".join(f"{place} {name}" for place, name in enumerate(housing.feature_names, 1))
    source = f"House {number} of the Boston table, standardized; {network}, untrained; the inputs are {names}"
    return WorkedExample(source, network, X[number - 1], Y[number - 1], 0.1)
