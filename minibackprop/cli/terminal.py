"""What a terminal can show: its width, Unicode or not, bold or not; and a live progress bar."""

import os
import shutil
import sys
import textwrap
import time
from typing import TextIO

from ..epoch import Epoch

ASCII_FOR = {"→": "->", "½": "1/2 ", "²": "^2", "−": "-", "█": "#", "░": "."}
SECONDS_BETWEEN = 0.05


class Terminal:
    """Standard output as somebody looks at it."""

    def __init__(self) -> None:
        self.width = min(max(shutil.get_terminal_size().columns, 40), 100)
        self.unicode = knows_unicode(sys.stdout)
        self.bold = is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def print(self, text: str) -> None:
        """Print the text, with a ? for any letter that the encoding lacks."""
        encoding = sys.stdout.encoding or "utf-8"
        print(text.encode(encoding, "replace").decode(encoding), flush=True)

    def print_exactly(self, text: str) -> None:
        """Print the text as a file would hold it: in UTF-8, whatever the terminal's encoding."""
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()

    def spell(self, text: str) -> str:
        """The text, without Unicode where there is none."""
        for character, replacement in ASCII_FOR.items():
            text = text if self.unicode else text.replace(character, replacement)
        return text

    def fill(self, text: str) -> str:
        """The text broken to the width."""
        return textwrap.fill(self.spell(text), self.width)

    def heading(self, text: str) -> str:
        """The text as a heading: in bold, where there is bold."""
        return f"\033[1m{self.fill(text)}\033[0m" if self.bold else self.fill(text)

    def paragraph(self, label: str, text: str) -> str:
        """The text beside a label, broken to the width."""
        return textwrap.fill(
            self.spell(text), self.width, initial_indent=f"{label:<10}", subsequent_indent=" " * 10
        )

    def fail(self, problem: object, status: int) -> int:
        """Say on standard error, in one line, what went wrong; return the exit status."""
        print("minibackprop: error: " + " ".join(str(problem).splitlines()), file=sys.stderr)
        return status


class ProgressBar:
    """A bar on standard error, if that is a terminal, that is drawn over itself while training goes on.

    Use it in a `with` statement: it wipes itself out at the end, however that comes.
    """

    def __init__(self, num_epochs: int, width: int) -> None:
        self.num_epochs = num_epochs
        self.live = is_terminal(sys.stderr)
        columns = os.get_terminal_size(sys.stderr.fileno()).columns if self.live else 0  # some terminals say 0
        self.width = min(columns or width, width) - 1
        self.full, self.empty = ("█", "░") if self.live and knows_unicode(sys.stderr) else ("#", ".")
        self.last_drawn = 0.0

    def __enter__(self) -> "ProgressBar":
        return self

    def __exit__(self, *exception: object) -> None:
        if self.last_drawn:
            print("\r" + " " * self.width + "\r", end="", file=sys.stderr, flush=True)

    def show(self, epoch: Epoch) -> None:
        """Draw how far training is, at most twenty times a second."""
        if not self.live or time.monotonic() - self.last_drawn < SECONDS_BETWEEN:
            return
        self.last_drawn = time.monotonic()
        text = f" epoch {epoch.number}/{self.num_epochs}  cost {epoch.cost:.3g}"
        room = max(self.width - len(text), 0)
        filled = room * epoch.number // max(self.num_epochs, 1)
        bar = self.full * filled + self.empty * (room - filled)
        print("\r" + (bar + text)[: self.width], end="", file=sys.stderr, flush=True)


def is_terminal(stream: TextIO) -> bool:
    """Is somebody looking, rather than a file or another program?"""
    return stream is not None and stream.isatty()


def knows_unicode(stream: TextIO) -> bool:
    """Can the stream show all the characters that the reports are drawn with?"""
    try:
        "→½²−█░│└─⣿".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
