"""minibackprop bundle: the library as one file."""

import argparse
from typing import TYPE_CHECKING

from ..tools.bundle import bundle
from ..tools.text_file import write_text
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands


def add_to(commands: "Commands") -> None:
    """Add the command and its options."""
    parser = commands.add_parser("bundle", help="minibackprop as one file, to paste where a folder cannot go")
    add = parser.add_argument
    add("-o", "--output", metavar="FILE", help="write it to a file, such as minibackprop.py, instead of printing it")
    add("--with-housing", action="store_true", help="with the housing table inside")
    add("--force", action="store_true", help="replace the file if it is there already")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, terminal: Terminal) -> None:
    """Print the one-file version, or write it to a file."""
    text = bundle(options.with_housing)
    if options.output is None:
        terminal.print_exactly(text)
    else:
        write_text(options.output, text, options.force)
