"""The command `hint`: for each exercise a question, then the rule, then the line."""

import argparse
from typing import TYPE_CHECKING

from ..validation import shown
from .parser import UsageError, command_as_typed, whole
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands

NUM_HINTS = 3


def add_to(commands: "Commands") -> None:
    """Add the command and its options."""
    parser = commands.add_parser("hint", help="a hint for an exercise", description=(
        "A hint for an exercise: the first asks a question, the second names the rule, the third shows the line."
    ))
    parser.add_argument("number", metavar="NUMBER", type=whole("the number of the exercise", 1), help="which exercise")
    parser.add_argument("hint", metavar="1|2|3", nargs="?", default="1", help="which hint (default: the first)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, terminal: Terminal) -> None:
    """Print the hint. SettingError if there is no such exercise, UsageError if there is no such hint."""
    from ..checking.exercises import exercise_numbered
    from ..lesson_forms.formula import in_ascii

    if options.hint not in ("1", "2", "3"):
        raise UsageError(f"there is no hint {shown(options.hint)}: give 1, 2 or 3")
    exercise, number = exercise_numbered(options.number), int(options.hint)
    hint = exercise.hints[number - 1] if terminal.unicode else in_ascii(exercise.hints[number - 1])
    if number == NUM_HINTS:
        terminal.print("\n".join([terminal.spell(f"   {line}") for line in hint.split("\n")]))
        return
    following = f"   {command_as_typed()} hint {options.number} {number + 1}"
    terminal.print("\n".join([terminal.fill(hint), "", "The next hint:", terminal.spell(following)]))
