"""The output of a command that makes a file: printed, or written to a file whole or not at all."""

import argparse
import os
import tempfile

from .terminal import Terminal


class OutputError(ValueError):
    """A file that cannot be written, or that already exists."""


def add_output_options(group: "argparse._ActionsContainer", name: str, help_text: str) -> None:
    """Add --output and --force to a group of options; `name` stands for the file in the help."""
    group.add_argument("-o", "--output", metavar=name, help=help_text)
    group.add_argument("--force", action="store_true", help="overwrite the file if it already exists")


def deliver(text: str, options: argparse.Namespace, terminal: Terminal) -> None:
    """Print the text, or write it to the file that --output names."""
    if options.output is None:
        terminal.print_exactly(text)
    elif os.path.lexists(options.output) and not options.force:
        raise OutputError(f"{options.output} already exists; use --force to overwrite it, or choose another name")
    else:
        write_whole(options.output, text)


def write_whole(path: str, text: str) -> None:
    """Write the text in UTF-8 with Unix line endings; OutputError if that fails.

    There is never half a file: the text goes to a temporary file beside it, which is then renamed.
    """
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path) or ".", prefix=os.path.basename(path) + ".")
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from None
    finally:
        if temporary and os.path.exists(temporary):
            os.remove(temporary)


def _umask() -> int:
    """The permissions that the system takes away from new files; they can only be read by setting them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
