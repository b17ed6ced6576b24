"""The command `minibackprop`: the only code that reads arguments, prints and exits."""

import os
import sys

from ..settings import SettingError
from ..tables import ColumnError
from .experiment import run_experiment
from .options import parse_options
from .report import as_json, as_text
from .terminal import Terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence

BAD_USAGE = 2
FAILED = 1


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Run the command; return its exit status: 0, 1 if the run failed, 2 if the options do not fit."""
    options = parse_options(arguments)
    terminal = Terminal()
    try:
        if options.command is None:
            experiment = run_experiment(options, terminal)
            terminal.print(as_json(experiment) if options.json else as_text(experiment, terminal))
        else:
            options.run(options, terminal)
        return 0
    except (SettingError, ColumnError) as error:
        return terminal.fail(error, BAD_USAGE)
    except ValueError as error:
        return terminal.fail(error, FAILED)
    except KeyboardInterrupt:
        return terminal.fail("interrupted before there was anything to show", FAILED)
    except BrokenPipeError:
        # The reader of the output, such as `head`, has left: nothing may be written any more, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
