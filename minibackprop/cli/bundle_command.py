"""The command `bundle`: the library as one file."""

import argparse
from typing import TYPE_CHECKING

from ..files.bundle import MODULES, bundle
from .output_file import add_output_options, deliver
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands


def add_to(commands: "Commands") -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "bundle",
        help="minibackprop as one file, if you cannot copy a folder",
        description="Join the modules of minibackprop into one file that imports nothing but math.",
    )
    add = parser.add_argument_group("what it contains").add_argument
    add("--until", metavar="MODULE",
        help="end with this module, such as backprop, instead of the last one; in order: " + ", ".join(MODULES))
    add("--with-housing", action="store_true", help="include the housing table")
    add("--with-diagnosis", action="store_true", help="include what names the mistake in a backward pass: diagnose")
    add("--with-lessons", action="store_true",
        help="include all that the lessons need: the table, the diagnosis, explanations and plots")
    add("--with-exercises", action="store_true", help="include what checks exercises: check")
    group = parser.add_argument_group("the output")
    add_output_options(group, "FILE", "write it to a file, such as minibackprop.py, instead of printing it")
    parser.needs("--force", "--output")
    parser.makes_idle("--with-lessons", "--with-housing", "--with-diagnosis")
    parser.makes_idle("--with-exercises", "--with-diagnosis")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, terminal: Terminal) -> None:
    """Print the one-file version, or write it to a file."""
    text = bundle(
        options.with_housing, options.until, options.with_diagnosis, options.with_lessons, options.with_exercises
    )
    deliver(text, options, terminal)
