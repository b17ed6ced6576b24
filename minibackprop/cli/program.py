"""One run of the command: its options, what it does, and what is wrong with them if it cannot."""

from typing import Optional, Sequence

from ..tables import ColumnError
from ..validation import SettingError
from .command_line import parse_command_line
from .failure import BAD_USAGE, FAILED, fail
from .parser import UsageError
from .terminal import Terminal


def run_program(arguments: Optional[Sequence[str]]) -> int:
    """Do what the arguments say, or say what is wrong; return the exit status."""
    try:
        options = parse_command_line(arguments)
        status: Optional[int] = options.run(options, Terminal())
        return 0 if status is None else status
    except SystemExit:  # --help or --version
        return 0
    except (UsageError, SettingError, ColumnError) as error:
        return fail(error, BAD_USAGE)
    except ValueError as error:
        return fail(error, FAILED)
