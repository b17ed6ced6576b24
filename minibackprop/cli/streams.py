"""Standard output and standard error when they lead nowhere: closed, or no longer writable."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def replace_closed_streams() -> None:
    """If the caller has closed standard output or standard error, discard what is written to it."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")


def discard(stream: "TextIO") -> None:
    """Discard what is still in the buffer of the stream; otherwise Python would report an error as it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
