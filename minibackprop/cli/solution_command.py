"""The command `solution`: the reference solution of an exercise, for those who have solved it, and for teachers."""

import argparse
from typing import TYPE_CHECKING

from .failure import FAILED
from .parser import command_as_typed, whole
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands


def add_to(commands: "Commands") -> None:
    """Add the command and its options."""
    parser = commands.add_parser("solution", help="the solution of an exercise that you have solved", description=(
        "The reference solution of an exercise, to compare with your own: once yours passes, or with --teacher."
    ))
    parser.add_argument("number", metavar="NUMBER", type=whole("the number of the exercise", 1), help="which exercise")
    parser.add_argument("path", metavar="PATH", nargs="?", default=".", help="where yours is (default: this folder)")
    parser.add_argument("--teacher", action="store_true", help="show it in any case")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the solution if the learner's own passes; otherwise say what is missing. SettingError if there is none."""
    from ..checking.exercises import exercise_numbered
    from ..exercise_forms.sources import solution_of
    from .graded_files import Grading

    exercise = exercise_numbered(options.number)
    if not options.teacher and not Grading([exercise.number], None).graded([options.path]).passed:
        where = "this folder" if options.path == "." else options.path
        terminal.print("\n".join([
            terminal.fill(f"Exercise {exercise.number} does not pass yet in {where}: solve it first."),
            terminal.fill(f"A hint: {command_as_typed()} hint {exercise.number}"),
        ]))
        return FAILED
    terminal.print_exactly(solution_of(exercise.number))
    return 0
