"""minibackprop page: one training step as a web page to walk through, in one file."""

import argparse
from typing import TYPE_CHECKING

from ..checks import SettingError
from ..housing import load_housing
from ..teaching.published_examples import PUBLISHED_EXAMPLES, published_example
from ..tools.csv_file import load_csv
from ..tools.page_file import page_of_example, page_of_table
from ..tools.text_file import write_text
from .parser import learning_rate, whole
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands


def add_to(commands: "Commands") -> None:
    """Add the command and its options."""
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
    add("--force", action="store_true", help="replace the file if it is there already")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, terminal: Terminal) -> None:
    """Print the page, or write it to a file."""
    page = _page(options)
    if options.output is None:
        terminal.print_exactly(page)
    else:
        write_text(options.output, page, options.force)


def _page(options: argparse.Namespace) -> str:
    if (options.data is None) != (options.target is None):
        raise SettingError("--data FILE.csv and --target COLUMN go together")
    if options.example is not None:
        if options.data is not None or options.without:
            raise SettingError("--example has its own numbers: leave --data, --target and --without out")
        return page_of_example(published_example(options.example), options.epochs, options.learning_rate)
    rate = options.learning_rate or 0.5
    if options.data is not None:
        table = load_csv(options.data, [options.target], options.without)
        return page_of_table(table, options.data, learning_rate=rate, epochs=options.epochs)
    table = load_housing(options.without)
    return page_of_table(table, "the Boston housing table", learning_rate=rate, epochs=options.epochs)
