"""The output of a command that makes a file: printed, or written to a file whole or not at all."""

import argparse
import contextlib
from typing import Iterator

from ..files.whole_file import OutputError, check_can_be_written, write_whole
from .terminal import Terminal


def add_output_options(group: "argparse._ActionsContainer", name: str, help_text: str) -> None:
    """Add --output and --force to a group of options; `name` stands for the file in the help."""
    group.add_argument("-o", "--output", metavar=name, help=help_text)
    group.add_argument("--force", action="store_true", help="overwrite the file if it already exists")


@contextlib.contextmanager
def existing_files_need_force(instead: str = "choose another name") -> Iterator[None]:
    """In the indented lines, a FileExistsError becomes an OutputError that says what to do about it."""
    try:
        yield
    except FileExistsError as error:
        raise OutputError(f"{error}; use --force to overwrite it, or {instead}") from None


def check_output_file(path: str, force: bool, instead: str = "choose another name") -> None:
    """OutputError if this file cannot be written later, or if it exists and --force is not given."""
    with existing_files_need_force(instead):
        check_can_be_written(path, replace=force)


def deliver(text: str, options: argparse.Namespace, terminal: Terminal) -> None:
    """Print the text, or write it to the file that --output names."""
    if options.output is None:
        terminal.print_exactly(text)
    else:
        with existing_files_need_force():
            write_whole(options.output, text, replace=options.force)
