"""What the command `exercises` does: it lists the exercises, or writes the files to fill in."""

import argparse
import os
from typing import TYPE_CHECKING, Dict, List

from ..checking.exercises import ALL_EXERCISES, exercise_numbered
from ..drawing.text_table import text_table
from ..exercise_forms.notebook import exercises_notebook
from ..exercise_forms.sources import GENERATED, file_name_of, stub_of
from ..files.whole_file import OutputError, write_whole
from ..validation import counted, shown
from .graded_files import Grading
from .output_file import check_output_file, deliver
from .parser import UsageError, command_as_typed, did_you_mean
from .terminal import Terminal

if TYPE_CHECKING:
    from ..checking.exercises import AnyExercise

ACTIONS = ("start", "notebook")
MOST_DIGITS = 4


def show_exercises(options: argparse.Namespace, terminal: Terminal) -> None:
    """Do what the options say. UsageError if they make no sense."""
    if options.action is None:
        given = {
            "--output": options.output, "--force": options.force, "--seed": options.seed, "--teacher": options.teacher,
        }
        _refuse(given, "without start or notebook")
        terminal.print(_contents(options.folder, terminal))
    elif options.action == "start":
        _refuse({"--force": options.force, "--teacher": options.teacher}, "with start")
        _start(options, terminal)
    elif options.action == "notebook":
        _notebook(options, terminal)
    else:
        hint = did_you_mean(options.action, ACTIONS)
        raise UsageError(
            f"{shown(options.action)} is neither start nor notebook{hint} (options: minibackprop exercises --help)"
        )


def chosen_exercises(name: str) -> "List[AnyExercise]":
    """The exercise with this number, or all. UsageError if it is neither, SettingError if there is no such exercise."""
    if name == "all":
        return list(ALL_EXERCISES)
    if name.isdecimal() and len(name) <= MOST_DIGITS:
        return [exercise_numbered(int(name))]
    raise UsageError(f"there is no exercise {shown(name)}: give a number, such as 1, or all")


def _refuse(given: "Dict[str, object]", where: str) -> None:
    """UsageError if one of these options, which have no effect here, is given."""
    for option, value in given.items():
        if value:
            raise UsageError(f"{option} has no effect {where}: leave it out")


def _contents(folder: str, terminal: Terminal) -> str:
    """The list of the exercises, with those that are solved in the folder, found out by running its files."""
    if not os.path.isdir(folder):
        raise UsageError(f"{folder} is no folder: --in names the folder with your files")
    graded = Grading(None, None).graded([folder])
    statuses = {result.exercise.number: result.status for result in graded.results}
    rows = []
    for exercise in ALL_EXERCISES:
        status = statuses.get(exercise.number, "")
        name = f"{exercise.number:>2}  {exercise.title}"
        rows.append([name, str(exercise.lesson), str(exercise.points), "solved" if status == "passed" else status])
    left = [exercise.number for exercise in ALL_EXERCISES if statuses.get(exercise.number) != "passed"]
    parts = [
        terminal.heading(f"Backpropagation in {len(ALL_EXERCISES)} exercises"),
        text_table(["    exercise", "lesson", "points", ""], rows),
    ]
    if left:
        begun = statuses.get(left[0])
        command = f"check {file_name_of(left[0])}" if begun else f"exercises start {left[0]}"
        label = "Go on" if len(left) < len(rows) else "Begin"
        parts.append(terminal.paragraph(label, f"{command_as_typed()} {command}"))
    return "\n\n".join(parts)


def _start(options: argparse.Namespace, terminal: Terminal) -> None:
    """Write the files to fill in, but never over a file that is there; say what to do next."""
    exercises = chosen_exercises(options.number or "1")
    seed = 0 if options.seed is None else options.seed
    if options.seed is not None and not [each for each in exercises if each.number in GENERATED]:
        drawn = f"{min(GENERATED)} to {max(GENERATED)}"
        raise UsageError(f"--seed has no effect here: only exercises {drawn} are drawn with one")
    folder = options.output or "."
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be made: {error.strerror}") from None
    written, kept = [], []
    for exercise in exercises:
        path = os.path.join(folder, file_name_of(exercise.number))
        path = path[2:] if path.startswith("." + os.sep) else path
        try:
            write_whole(path, stub_of(exercise.number, seed))
            written.append(path)
        except FileExistsError:
            kept.append(path)
    if not written and len(kept) == 1:
        raise OutputError(f"{kept[0]} already exists: it is left as it is; -o names another folder")
    if not written:
        raise OutputError(f"all {len(kept)} files already exist in {folder}: they are left as they are")
    is_one = len(written) == 1
    where = "this folder" if folder == "." else folder
    lines = [f"{written[0]} is written." if is_one else f"{len(written)} files are written into {where}."]
    if kept:
        as_they_are = "as it is" if len(kept) == 1 else "as they are"
        lines.append(f"{counted(len(kept), 'file')} already there: left {as_they_are}.")
    lines.append(f"Open {'it' if is_one else 'one'} in an editor, write what it asks for, and type:")
    check = f"   {command_as_typed()} check {written[0] if is_one else folder}"
    terminal.print("\n".join([terminal.fill(line) for line in lines] + ["", terminal.spell(check)]))


def _notebook(options: argparse.Namespace, terminal: Terminal) -> None:
    """Write the notebook."""
    exercises = chosen_exercises(options.number or "all")
    without = [exercise for exercise in exercises if exercise.number not in GENERATED]
    if not without:
        number = exercises[0].number
        raise UsageError(f"exercise {number} is a program to complete or repair: exercises start {number}")
    if options.seed is not None:
        raise UsageError("--seed has no effect with notebook: leave it out")
    if options.output is None:
        raise UsageError("name the file: -o exercises.ipynb")
    if not options.output.lower().endswith(".ipynb"):
        raise UsageError(f"{options.output} does not end with .ipynb, as the name of a notebook does")
    check_output_file(options.output, options.force)
    deliver(exercises_notebook(without, options.teacher), options, terminal)
