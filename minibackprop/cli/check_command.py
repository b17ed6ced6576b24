"""The command `check`: its options. What it does is in checked, which other commands start without."""

import argparse
from typing import TYPE_CHECKING

from .output_file import add_output_options
from .parser import seconds, whole
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands

DESCRIPTION = """\
Check exercises: run each file in a process of its own, judge what its functions
return, and name the mistakes. A path is a Python file, a notebook or a folder.
"""

EPILOG = """\
examples:
  minibackprop check exercise_01_weighted_input.py
  minibackprop check my_exercises --watch
  minibackprop check anna.py --exercises 1-5 --seed SECRET --format json -o anna.json
  minibackprop check class --report
  minibackprop check class --exercises 1-5 --grades -o grades.csv

The exit status is 0 only if everything passes.
"""
FORMATS = ("text", "json", "gradescope", "prairielearn", "coderunner", "vpl", "junit", "csv", "svg")


def add_to(commands: "Commands") -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "check",
        help="check exercises, and name the mistakes",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", help="a file or a folder (default: this folder)")
    add = parser.add_argument_group("for learners").add_argument
    add("--hint", type=whole("the hint", 1), default=3, metavar="N",
        help="1: only a question about the mistake, 2: the rule, 3: its name and its proof (default: 3)")
    add("--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C")
    group = parser.add_argument_group("for teachers and graders")
    add = group.add_argument
    add("--exercises", metavar="LIST", help="those that are assigned, such as 1-5,12: what is missing has no points")
    add("--format", choices=FORMATS, default="text", metavar="NAME",
        help=f"{', '.join(FORMATS[:7])} (default: text); with --report text, json, csv or svg")
    add("--seed", metavar="SECRET", help="try secret numbers too, drawn from this text: they are never shown")
    add("--hidden", action="store_true", help="do not even list what was tried with them")
    add("--report", action="store_true", help="a report on a class: each file or folder in PATH is one learner's")
    add("--grades", action="store_true", help="the points of a class as CSV: a row for each file or folder in PATH")
    add("--timeout", type=seconds, default=5.0, metavar="SECONDS", help="the time an exercise has (default: 5)")
    add_output_options(group, "FILE", "write it to a file")
    parser.needs("--hidden", "--seed")
    parser.needs("--force", "--output")
    parser.makes_idle("--report", "--watch", "--hint", "--hidden")
    parser.makes_idle("--grades", "--report", "--watch", "--hint", "--hidden", "--format")
    parser.makes_idle("--watch", "--output", "--format")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Check, and show the result; return the exit status, 0 only if everything passes."""
    from .checked import show_checked

    return show_checked(options, terminal)
