"""The command `minibackprop`: the only code that reads arguments, prints and exits."""

import os
import sys
from typing import Optional, Sequence

from ..tables import ColumnError
from ..validation import SettingError
from .command_line import parse_command_line
from .parser import UsageError
from .terminal import Terminal

FAILED = 1
BAD_USAGE = 2


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Run the command; return its exit status: 0 if it worked, 1 if it failed, 2 if the options are wrong."""
    _replace_closed_streams()
    terminal = Terminal()
    try:
        status = _run(arguments, terminal)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # the reader of the output, such as `head`, has closed the pipe
        _discard_output()
        return FAILED
    except OSError as error:
        _discard_output()
        return terminal.fail(f"the output cannot be written: {error.strerror}", FAILED)


def _run(arguments: Optional[Sequence[str]], terminal: Terminal) -> int:
    try:
        options = parse_command_line(arguments)
        options.run(options, terminal)
        return 0
    except SystemExit:  # --help or --version
        return 0
    except (UsageError, SettingError, ColumnError) as error:
        return terminal.fail(error, BAD_USAGE)
    except ValueError as error:
        return terminal.fail(error, FAILED)
    except KeyboardInterrupt:
        return terminal.fail("interrupted before there was a result to show", FAILED)


def _replace_closed_streams() -> None:
    """If the caller has closed standard output or standard error, discard what is written to it."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")


def _discard_output() -> None:
    """Discard what is still in the buffer of standard output; otherwise Python would report an error as it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
