"""The progress bar: how far training has got, on one line that is drawn again and again."""

import os
import sys
import time

from ..epoch import Epoch
from .terminal import is_terminal, knows_unicode

SECONDS_BETWEEN = 0.05


class ProgressBar:
    """A bar on standard error, if that is a terminal.

    Use it in a `with` statement: it erases itself at the end, even after an error.
    """

    def __init__(self, num_epochs: int, width: int) -> None:
        self.num_epochs = num_epochs
        self.live = is_terminal(sys.stderr)
        columns = os.get_terminal_size(sys.stderr.fileno()).columns if self.live else 0  # some terminals report 0
        self.width = min(columns or width, width) - 1
        self.full, self.empty = ("█", "░") if self.live and knows_unicode(sys.stderr) else ("#", ".")
        self.last_drawn = 0.0

    def __enter__(self) -> "ProgressBar":
        return self

    def __exit__(self, *exception: object) -> None:
        if self.last_drawn:
            print("\r" + " " * self.width + "\r", end="", file=sys.stderr, flush=True)

    def show(self, epoch: Epoch) -> None:
        """Draw how far training has got, at most twenty times a second."""
        if not self.live or time.monotonic() - self.last_drawn < SECONDS_BETWEEN:
            return
        self.last_drawn = time.monotonic()
        text = f" epoch {epoch.number}/{self.num_epochs}  cost {epoch.cost:.3g}"
        room = max(self.width - len(text), 0)
        filled = room * epoch.number // max(self.num_epochs, 1)
        bar = self.full * filled + self.empty * (room - filled)
        print("\r" + (bar + text)[: self.width], end="", file=sys.stderr, flush=True)
