"""The command `lesson`: lists the lessons, plays one in the terminal, or writes them as files."""

import argparse
import os
import sys
from typing import TYPE_CHECKING, List

from ..drawing.text_table import text_table
from ..files.whole_file import check_can_be_written
from ..validation import shown
from .lesson_progress import add_finished, finished_in
from .output_file import add_output_options, check_output_file, deliver
from .parser import UsageError, command_as_typed
from .terminal import Terminal, is_terminal

if TYPE_CHECKING:
    from ..lesson_forms.lesson import Lesson
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

MOST_DIGITS = 4
ENDINGS = (".py", ".ipynb", ".html")


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
    """List the lessons, play or print one, or write a file. UsageError if there is no such lesson or form."""
    from ..lesson_forms.sources import all_lessons, lesson_numbered  # here, so that other commands start without it

    if options.lesson is None:
        if options.output is not None or options.all:
            raise UsageError("which lesson? Give its number, such as 1, or all")
        finished = finished_in(options.progress) if options.progress is not None else []
        terminal.print(_contents(all_lessons(), finished, terminal))
        return
    if options.lesson == "all":
        lessons = all_lessons()
    elif options.lesson.isdecimal() and len(options.lesson) <= MOST_DIGITS:
        lessons = [lesson_numbered(int(options.lesson))]
    else:
        raise UsageError(f"there is no lesson {shown(options.lesson)}: give a number, such as 1, or all")
    if options.output is not None:
        _write(lessons, options, terminal)
    elif len(lessons) == 1 and not options.all and is_terminal(sys.stdin) and is_terminal(sys.stdout):
        _play(lessons[0], options, terminal)
    else:
        if options.progress is not None:
            raise UsageError("--progress has no effect here: a lesson is only played on a terminal, and one at a time")
        from .lesson_text import whole_lesson

        for lesson in lessons:
            terminal.show(whole_lesson(lesson, terminal))


def _contents(lessons: "List[Lesson]", finished: List[int], terminal: Terminal) -> str:
    rows = []
    for lesson in lessons:
        done = "finished" if lesson.number in finished else ""
        rows.append([f"{lesson.number:>2}  {lesson.title}", f"{lesson.minutes} min", done])
    left = [lesson.number for lesson in lessons if lesson.number not in finished] or [1]
    begin = f"{command_as_typed()} lesson {left[0]}"
    page = f"{command_as_typed()} lesson all -o lessons.html"
    return "\n\n".join([
        terminal.heading(f"Backpropagation in {len(lessons)} lessons"),
        text_table(["    lesson", "about", ""], rows),
        terminal.paragraph("Go on" if finished else "Begin", begin),
        terminal.paragraph("All", f"{page} makes one web page of them"),
    ])


def _write(lessons: "List[Lesson]", options: argparse.Namespace, terminal: Terminal) -> None:
    """Write the lessons to a file in the form that its name asks for."""
    ending = os.path.splitext(options.output)[1].lower()
    if ending not in ENDINGS:
        raise UsageError(f"{options.output} ends with none of {', '.join(ENDINGS)}, so what should it be?")
    if len(lessons) > 1 and ending != ".html":
        raise UsageError(f"all lessons together make a web page: -o lessons.html; for {ending}, choose one lesson")
    check_output_file(options.output, options.force)
    if ending == ".html":
        from ..lesson_forms.page import lessons_page
        from .lesson_run import InterruptibleRun

        text = lessons_page(lessons, InterruptibleRun)
    elif ending == ".ipynb":
        from ..lesson_forms.notebook import notebook_of

        text = notebook_of(lessons[0])
    else:
        from ..lesson_forms.program import program_of

        text = program_of(lessons[0])
    deliver(text, options, terminal)


def _play(lesson: "Lesson", options: argparse.Namespace, terminal: Terminal) -> None:
    from ..lesson_forms.sources import all_lessons
    from .lesson_player import play

    if options.progress is not None:
        finished_in(options.progress)  # say now, not after a quarter of an hour, what is wrong with the file
        check_can_be_written(options.progress, replace=True)
    finished = play(lesson, terminal)
    if finished and options.progress is not None:
        add_finished(options.progress, lesson.number)
    if finished and lesson.number < len(all_lessons()):
        terminal.show(terminal.fill(f"Next: {command_as_typed()} lesson {lesson.number + 1}"))
