"""The command `exercises`: its options. What it does is in exercises_output, which other commands start without."""

import argparse
from typing import TYPE_CHECKING

from .output_file import add_output_options
from .parser import whole
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands

DESCRIPTION = """\
Exercises on backpropagation. Without arguments, list them, and which ones are
solved in this folder. `start` writes the files to fill in, `notebook` a notebook
of them.
"""

EPILOG = """\
examples:
  minibackprop exercises                               the list
  minibackprop exercises start 1                       write the file of exercise 1
  minibackprop exercises start all -o exercises        all of them, into a folder
  minibackprop exercises start 17 --seed 4             with another planted mistake
  minibackprop exercises notebook all -o exercises.ipynb

then:
  minibackprop check exercise_01_weighted_input.py
"""


def add_to(commands: "Commands") -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "exercises",
        help="exercises along the lessons: list them, write their files",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("action", metavar="start|notebook", nargs="?", help="what to write (default: list them)")
    parser.add_argument("number", metavar="NUMBER|all", nargs="?", help="which exercise (default: the first one)")
    parser.add_argument("--in", dest="folder", metavar="FOLDER", default=".", help="list what is solved in this folder")
    group = parser.add_argument_group("what is written")
    add_output_options(group, "PATH", "start: the folder (default: this one); notebook: the file, NAME.ipynb")
    add = group.add_argument
    add("--seed", type=whole("the seed", 0), metavar="N", help="the seed of exercises 15 to 17 (default: 0)")
    add("--teacher", action="store_true", help="notebook: with the solutions, in the form that nbgrader reads")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, terminal: Terminal) -> None:
    """List the exercises, or write files. UsageError if the options make no sense."""
    from .exercises_output import show_exercises

    show_exercises(options, terminal)
