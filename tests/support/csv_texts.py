"""Random tables as CSV text, written in each of the ways that the library recognises."""

import math
from random import Random
from typing import List, NamedTuple, Optional, Sequence

WORDS = ["size", "rent", "Größe", "日本", "a b", "x_1", "no.", "m²", "ja/nein", "(z)", "%", "it's", "A", "a", "Zeile"]
IN_NAMES = ["", "", "", "7", '"', "\n", "\r", ",", ";", "\t"]
EMPTY = ["", "-", "?", "NA", "n/a", "#N/A", "NaN", "null", " "]

Cell = Optional[str]  # None where a value is missing


class Style(NamedTuple):
    """How a file is written: `before` is a byte-order mark or blank lines, `padding` the spaces around a cell."""

    separator: str
    decimal_mark: str
    line_end: str
    quotes_all: bool
    before: str
    padding: List[str]
    has_blank_lines: bool
    ends_with_separator: bool
    ends_with_line_end: bool


def random_style(rng: Random) -> Style:
    separator = rng.choice([",", ";", "\t"])
    return Style(
        separator,
        "." if separator == "," else rng.choice([".", ","]),
        rng.choice(["\n", "\r\n", "\r"]),
        rng.random() < 0.3,
        rng.choice(["", "", "\ufeff", "\n", "\ufeff\r\n \n"]),
        rng.choice([[""], ["", " ", "  "]]),
        rng.random() < 0.3,
        rng.random() < 0.2,
        rng.random() < 0.8,
    )


def written(number: float, decimal_mark: str, rng: Random) -> str:
    """The number with all its digits, in one of several ways."""
    text = repr(number)
    ways = [text, text, text.replace("e", "E"), "+" + text if number > 0 else text, f"{number:.17g}", f"{number:.20e}"]
    if number == int(number) and abs(number) < 1e6 and math.copysign(1, number) > 0:
        ways += [f"{number:.0f}", f"{number:.0f}.", f"{number:.2f}"]
    if text.startswith("0.") and "e" not in text:
        ways.append(text[1:])
    return rng.choice(ways).replace(".", decimal_mark)


def random_names(rng: Random, count: int, style: Style) -> List[str]:
    """Different names of columns, some with a character that needs quotation marks."""
    names: List[str] = []
    while len(names) < count:
        middle = rng.choice(IN_NAMES)
        if middle != style.decimal_mark:  # where commas are in the numbers, one in the header would mislead the reader
            name = rng.choice(WORDS) + (middle and middle + rng.choice(WORDS))
            names += [] if name in names else [name]
    return names


def csv_text(header: List[str], rows: Sequence[Sequence[Cell]], style: Style, rng: Random) -> str:
    """The table in this style; a cell that is missing is written as one of the ways to say so."""
    lines = []
    for cells in [header, *rows]:
        line = style.separator.join(_written_cell(cell, style, rng) for cell in cells)
        lines.append(line + (style.separator if style.ends_with_separator else ""))
        if style.has_blank_lines and rng.random() < 0.3:
            lines.append(rng.choice(["", " ", style.separator * (len(header) - 1)]))
    text = style.before + style.line_end.join(lines)
    return text + (style.line_end if style.ends_with_line_end else "")


def _written_cell(cell: Cell, style: Style, rng: Random) -> str:
    text = rng.choice(EMPTY) if cell is None else cell
    needs_quotes = any(mark in text for mark in [style.separator, '"', "\n", "\r"])
    if needs_quotes or style.quotes_all or rng.random() < 0.1:
        return rng.choice(style.padding) + '"' + text.replace('"', '""') + '"'
    return rng.choice(style.padding) + text + rng.choice(style.padding)
