"""What went wrong, on standard error, and the exit status that says so."""

import sys

from ..drawing.plain_text import printable
from .streams import discard

FAILED = 1
BAD_USAGE = 2


def fail(problem: object, status: int) -> int:
    """Say what went wrong, with further lines of the message indented; return the exit status, shown or not."""
    text = "\n  ".join([printable(line) for line in f"minibackprop: error: {problem}".split("\n")])
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:  # standard error is a closed pipe or a full disk
        discard(sys.stderr)
    return status


def interrupted() -> int:
    """Say that Ctrl-C came too early; return the exit status."""
    return fail("interrupted before there was a result to show", FAILED)
