"""The command `minibackprop`: the only code that reads arguments, prints and exits."""

import os
import sys
from typing import Optional, Sequence

from ..validation import SettingError
from ..tables import ColumnError
from .experiment import run_experiment
from .options import parse_options
from .parser import UsageError
from .report import as_json, as_text
from .terminal import Terminal

FAILED = 1
BAD_USAGE = 2


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Run the command; return its exit status: 0, 1 if the run failed, 2 if the options do not fit."""
    _replace_closed_streams()
    terminal = Terminal()
    try:
        status = _run(arguments, terminal)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # the reader of the output, such as `head`, has left
        _write_nothing_more()
        return FAILED
    except OSError as error:
        _write_nothing_more()
        return terminal.fail(f"the output cannot be written: {error.strerror}", FAILED)


def _run(arguments: Optional[Sequence[str]], terminal: Terminal) -> int:
    try:
        options = parse_options(arguments)
        if options.command is None:
            experiment = run_experiment(options, terminal.width)
            terminal.print(as_json(experiment) if options.json else as_text(experiment, terminal))
        else:
            options.run(options, terminal)
        return 0
    except SystemExit:  # --help or --version
        return 0
    except (UsageError, SettingError, ColumnError) as error:
        return terminal.fail(error, BAD_USAGE)
    except ValueError as error:
        return terminal.fail(error, FAILED)
    except KeyboardInterrupt:
        return terminal.fail("interrupted before there was anything to show", FAILED)


def _replace_closed_streams() -> None:
    """Where the caller has closed standard output or standard error, what is written to it goes nowhere."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")


def _write_nothing_more() -> None:
    """Let what is still in the buffer of standard output go nowhere, or Python would complain about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
