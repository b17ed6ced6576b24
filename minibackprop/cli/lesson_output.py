"""What the command `lesson` does: it lists the lessons, plays or prints one, or writes a file."""

import argparse
import os
import sys
from typing import List

from ..checking.exercises import ALL_EXERCISES
from ..drawing.text_table import text_table
from ..files.whole_file import check_can_be_written
from ..lesson_forms.lesson import Lesson
from ..lesson_forms.notebook import notebook_of
from ..lesson_forms.page import lessons_page
from ..lesson_forms.program import program_of
from ..lesson_forms.sources import all_lessons, lesson_numbered
from ..validation import shown
from .lesson_player import play
from .lesson_progress import add_finished, finished_in
from .lesson_run import InterruptibleRun
from .lesson_text import whole_lesson
from .output_file import check_output_file, deliver
from .parser import UsageError, command_as_typed
from .terminal import Terminal, is_terminal

MOST_DIGITS = 4
ENDINGS = (".py", ".ipynb", ".html")


def show_lessons(options: argparse.Namespace, terminal: Terminal) -> None:
    """Do what the options say. UsageError if there is no such lesson or form."""
    if options.lesson is None:
        if options.output is not None or options.all:
            raise UsageError("which lesson? Give its number, such as 1, or all")
        terminal.print(_contents(options, terminal))
        return
    lessons = _chosen(options.lesson)
    if options.output is not None:
        _write(lessons, options, terminal)
    elif len(lessons) == 1 and not options.all and is_terminal(sys.stdin) and is_terminal(sys.stdout):
        _play(lessons[0], options, terminal)
    elif options.progress is not None:
        raise UsageError("--progress has no effect here: a lesson is only played on a terminal, and one at a time")
    else:
        for lesson in lessons:
            terminal.show(whole_lesson(lesson, terminal))


def _chosen(name: str) -> List[Lesson]:
    """The lessons that were asked for."""
    if name == "all":
        return all_lessons()
    if name.isdecimal() and len(name) <= MOST_DIGITS:
        return [lesson_numbered(int(name))]
    raise UsageError(f"there is no lesson {shown(name)}: give a number, such as 1, or all")


def _contents(options: argparse.Namespace, terminal: Terminal) -> str:
    """The list of the lessons, with those that are finished, and how to go on."""
    lessons = all_lessons()
    finished = finished_in(options.progress) if options.progress is not None else []
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


def _write(lessons: List[Lesson], options: argparse.Namespace, terminal: Terminal) -> None:
    """Write the lessons to a file in the form that its name asks for."""
    ending = os.path.splitext(options.output)[1].lower()
    if ending not in ENDINGS:
        raise UsageError(f"{options.output} ends with none of {', '.join(ENDINGS)}, so what should it be?")
    if len(lessons) > 1 and ending != ".html":
        raise UsageError(f"all lessons together make a web page: -o lessons.html; for {ending}, choose one lesson")
    check_output_file(options.output, options.force)
    if ending == ".html":
        deliver(lessons_page(lessons, InterruptibleRun), options, terminal)
    elif ending == ".ipynb":
        deliver(notebook_of(lessons[0]), options, terminal)
    else:
        deliver(program_of(lessons[0]), options, terminal)


def _play(lesson: Lesson, options: argparse.Namespace, terminal: Terminal) -> None:
    """Play the lesson; at its end, name the next one, and keep the progress if that was asked for."""
    if options.progress is not None:
        finished_in(options.progress)  # say now, not after a quarter of an hour, what is wrong with the file
        check_can_be_written(options.progress, replace=True)
    if play(lesson, terminal):
        if options.progress is not None:
            add_finished(options.progress, lesson.number)
        for exercise in [each for each in ALL_EXERCISES if each.lesson == lesson.number][:1]:
            terminal.show(terminal.fill(f"Practice: {command_as_typed()} exercises start {exercise.number}"))
        if lesson.number < len(all_lessons()):
            terminal.show(terminal.fill(f"Next: {command_as_typed()} lesson {lesson.number + 1}"))
