"""What a terminal can show: its width, Unicode or not, bold or not."""

import os
import shutil
import sys
import textwrap
from typing import TextIO

ASCII_FOR = {"→": "->", "½": "1/2 ", "²": "^2", "−": "-", "█": "#", "░": "."}


class Terminal:
    """How standard output is displayed."""

    def __init__(self) -> None:
        self.width = min(max(shutil.get_terminal_size().columns, 40), 100)
        self.unicode = knows_unicode(sys.stdout)
        self.bold = is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def print(self, text: str) -> None:
        """Print the text, with a ? for each character that the encoding lacks."""
        encoding = sys.stdout.encoding or "utf-8"
        print(text.encode(encoding, "replace").decode(encoding), flush=True)

    def print_exactly(self, text: str) -> None:
        """Print the text exactly as it is: in UTF-8, whatever the terminal's encoding."""
        data = text.encode("utf-8")
        while data:  # unbuffered output may take only a part at a time
            data = data[sys.stdout.buffer.write(data) :]
        sys.stdout.buffer.flush()

    def spell(self, text: str) -> str:
        """The text, in ASCII where the output cannot show Unicode."""
        for character, replacement in ASCII_FOR.items():
            text = text if self.unicode else text.replace(character, replacement)
        return text

    def fill(self, text: str) -> str:
        """The text, wrapped to the width."""
        return textwrap.fill(self.spell(text), self.width)

    def heading(self, text: str) -> str:
        """The text as a heading: in bold, if the terminal has bold."""
        return f"\033[1m{self.fill(text)}\033[0m" if self.bold else self.fill(text)

    def paragraph(self, label: str, text: str) -> str:
        """The text beside a label, wrapped to the width."""
        return textwrap.fill(
            self.spell(text), self.width, initial_indent=f"{label:<10}", subsequent_indent=" " * 10
        )

    def fail(self, problem: object, status: int) -> int:
        """Say on standard error, in one line, what went wrong; return the exit status."""
        print("minibackprop: error: " + " ".join(str(problem).splitlines()), file=sys.stderr)
        return status


def is_terminal(stream: TextIO) -> bool:
    """Is the stream a terminal, rather than a file or a pipe?"""
    return stream is not None and stream.isatty()


def knows_unicode(stream: TextIO) -> bool:
    """Can the stream show all the characters that the reports use?"""
    try:
        "→½²−█░│└─⣿".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
