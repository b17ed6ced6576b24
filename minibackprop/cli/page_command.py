"""The command `page`: a web page that walks through the training step by step."""

import argparse
from typing import TYPE_CHECKING

from ..step_page.subjects import page_of_example, page_of_table
from ..teaching.published_examples import PUBLISHED_EXAMPLES, published_example
from .output_file import add_output_options, deliver
from .parser import learning_rate, whole
from .table_options import add_table_options, load_table
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands


def add_to(commands: "Commands") -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "page",
        help="a web page that walks through the training, step by step",
        description="Make a web page that walks through the training step by step: one file that works offline.",
    )
    group = parser.add_argument_group("what it shows (by default: a few Boston houses)")
    add = group.add_argument
    add("--example", metavar="NAME", help=f"a published example: {', '.join(sorted(PUBLISHED_EXAMPLES))}")
    add_table_options(group, data_help="a few rows of your own table")
    add("--epochs", type=whole("epochs", 1), default=10, metavar="N", help="number of epochs (default: 10)")
    add("--learning-rate", "--lr", type=learning_rate, metavar="R",
        help="size of the steps (default: 0.5, or the example's)")
    add_output_options(
        parser.add_argument_group("the output"), "FILE.html", "write it to a file instead of printing it"
    )
    parser.makes_idle("--example", "--data", "--target", "--without", "--drop-missing", "--classify")
    parser.needs("--force", "--output")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, terminal: Terminal) -> None:
    """Print the page or write it to a file."""
    deliver(_page(options), options, terminal)


def _page(options: argparse.Namespace) -> str:
    if options.example is not None:
        return page_of_example(published_example(options.example), options.epochs, options.learning_rate)
    table = load_table(options)
    name = options.data or "the Boston housing table"
    return page_of_table(table, name, learning_rate=options.learning_rate or 0.5, epochs=options.epochs)
