"""The command `lesson`: its options. What it does is in lesson_output, which other commands start without."""

import argparse
from typing import TYPE_CHECKING

from .output_file import add_output_options
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands

DESCRIPTION = """\
Eleven lessons on backpropagation. Without a number, list them. With a number,
play that lesson here: it asks for a prediction before it shows a result. Enter
goes on, b goes back, q ends.
"""

EPILOG = """\
examples:
  minibackprop lesson                      the list
  minibackprop lesson 1                    play the first lesson
  minibackprop lesson 3 --all              print the whole lesson
  minibackprop lesson 3 -o lesson_3.py     to edit, and to step through
  minibackprop lesson 3 -o lesson_3.ipynb  as a notebook
  minibackprop lesson all -o lessons.html  all lessons as one web page
"""


def add_to(commands: "Commands") -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "lesson",
        help="lessons on backpropagation, from the first weight to any network",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("lesson", metavar="NUMBER|all", nargs="?", help="which lesson (default: list them)")
    add = parser.add_argument_group("in the terminal").add_argument
    add("--all", action="store_true", help="print the whole lesson at once, with its answers")
    add("--progress", metavar="FILE", help="keep in this file which lessons are finished, and show it in the list")
    group = parser.add_argument_group("the output")
    add_output_options(group, "FILE", "write it to a file: .py, .ipynb (a notebook) or .html (a web page)")
    parser.needs("--force", "--output")
    parser.makes_idle("--output", "--all", "--progress")
    parser.makes_idle("--all", "--progress")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, terminal: Terminal) -> None:
    """List the lessons, play or print one, or write a file."""
    from .lesson_output import show_lessons

    show_lessons(options, terminal)
