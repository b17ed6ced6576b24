"""What a terminal can show: its width, Unicode or not, bold or not."""

import os
import re
import shutil
import sys
import textwrap
from typing import TextIO

from ..drawing.plain_text import printable
from .ctrl_c import finish_uninterrupted

ASCII_FOR = {
    "→": "->", "½": "1/2 ", "²": "^2", "−": "-", "█": "#", "░": ".", "…": ".",
    "∂": "d", "·": "*", "′": "'", "ᵀ": "^T", "‖": "|", "δ": "delta", "η": "eta", "Σ": "sum ",
    "σ": "sigma", "Π": "product ", "¼": "1/4", "≈": "~", "≥": ">=", "×": "x",
}

# Each line of a heading begins with this, which is no character (Unicode reserves it for the inside of a program): what
# switches the terminal to bold and back is put around the line only as it is printed.
BOLD = "\ufdd0"

OPERATORS = "=·*+−/-"
NO_BREAK = "\u00a0"  # the space between an operator and the number after it, while a line is wrapped


class Terminal:
    """How standard output is displayed."""

    def __init__(self) -> None:
        self.width = min(max(shutil.get_terminal_size().columns, 40), 100)
        self.wraps = is_terminal(sys.stdout)
        self.unicode = knows_unicode(sys.stdout)
        self._has_asked = False
        self.bold = is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def print(self, text: str) -> None:
        """Print the text, with a ? for each character that the encoding lacks or that a terminal would obey.

        From here on Ctrl-C is ignored, so that the text is never cut off.
        """
        finish_uninterrupted()
        self.show(text)

    def show(self, text: str) -> None:
        """Print the text as `print` does, but leave it to Ctrl-C to end what comes after it."""
        encoding = sys.stdout.encoding or "utf-8"
        text = "\n".join([self._shown(line) for line in text.split("\n")])
        print(text.encode(encoding, "replace").decode(encoding), flush=True)

    def _shown(self, line: str) -> str:
        if self.bold and line.startswith(BOLD):
            return f"\033[1m{printable(line[1:])}\033[0m"
        return printable(line)

    def ask(self, prompt: str) -> str:
        """The line that is typed at the prompt. EOFError at the end of the input, such as Ctrl-D.

        A character that the encoding lacks becomes a replacement character, which is no answer to anything.
        """
        if not self._has_asked:  # later, Python would refuse it
            sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
            self._has_asked = True
        sys.stdout.write(prompt)
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.rstrip("\n")

    def print_exactly(self, text: str) -> None:
        """Print the text exactly as it is, in UTF-8; on a terminal, only what it can show."""
        if is_terminal(sys.stdout):
            self.print(self.spell(text.rstrip("\n").expandtabs()))
            return
        data = text.encode("utf-8")
        finish_uninterrupted()
        while data:  # unbuffered output may take only a part at a time
            data = data[sys.stdout.buffer.write(data) :]
        sys.stdout.buffer.flush()

    def spell(self, text: str) -> str:
        """The text, in ASCII where the output cannot show Unicode, and without the mark of a heading."""
        text = text.replace(BOLD, "?")
        for character, replacement in ASCII_FOR.items():
            text = text if self.unicode else text.replace(character, replacement)
        return text

    def fill(self, text: str) -> str:
        """The text, wrapped to the width."""
        return textwrap.fill(self.spell(text), self.width)

    def fit(self, text: str) -> str:
        """The text; for a terminal, with its long lines wrapped before words and operators.

        What is left of an indented line goes below it, a little further to the right.
        """
        return "\n".join([self._fit_line(line) for line in text.split("\n")]) if self.wraps else text

    def _fit_line(self, line: str) -> str:
        indent = " " * (len(line) - len(line.lstrip()))
        glued = re.sub(f"(?<= [{OPERATORS}]) ", NO_BREAK, line.strip())
        wrapped = textwrap.fill(
            glued, self.width, initial_indent=indent, subsequent_indent=indent and indent + " " * 4,
            break_long_words=False, break_on_hyphens=False,
        )
        return wrapped.replace(NO_BREAK, " ")

    def is_too_narrow_for(self, table: str) -> bool:
        """Is a line of the table wider than the terminal?"""
        return max([len(line) for line in table.split("\n")]) > self.width

    def heading(self, text: str) -> str:
        """The text as a heading: in bold, if the terminal has bold."""
        mark = BOLD if self.bold else ""
        return "\n".join([mark + line for line in self.fill(text).split("\n")])

    def hanging(self, label: str, text: str) -> str:
        """The text beside a label, with the lines after the first indented as far as it."""
        return textwrap.fill(
            self.spell(text), self.width, initial_indent=label, subsequent_indent=" " * len(label)
        )

    def paragraph(self, label: str, text: str) -> str:
        """The text beside a label, wrapped to the width."""
        return self.hanging(f"{label:<10}", text)


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
