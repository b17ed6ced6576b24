"""The small part of Markdown that the lessons use: headings, paragraphs, lists, formulas; bold, code and symbols."""

import re
from typing import List, Tuple

HEADING, PARAGRAPH, LIST, FORMULA = "heading", "paragraph", "list", "formula"
PLAIN, BOLD, CODE, MATH = "plain", "bold", "code", "math"

# In this order: **bold**, `code`, *a formula*, and slopes such as ∂C/∂w, which need no mark.
SPAN = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|`(?P<code>[^`]+)`|\*(?P<math>[^*]+)\*|(?P<slope>∂[^\s/]+/∂[\w′²]+)")


class Block:
    """A heading, a paragraph, a list or some formulas: its lines. A paragraph has one line, a list one for each item.

    `level` is that of a heading: 1 for the title.
    """

    def __init__(self, kind: str, lines: List[str], level: int = 0) -> None:
        self.kind = kind
        self.lines = lines
        self.level = level

    def __repr__(self) -> str:
        return f"Block({self.kind}, {self.lines})"


def blocks_of(text: str) -> List[Block]:
    r"""Return the blocks of a text: blank lines are between them.

    >>> blocks_of("# Title\n\nOne\ntwo\n\n- a\n- b\n\n    z = w·x + b")
    [Block(heading, ['Title']), Block(paragraph, ['One two']), Block(list, ['a', 'b']), Block(formula, ['z = w·x + b'])]
    """
    blocks = []
    for part in re.split(r"\n(?:\s*\n)+", text.strip("\n")):
        lines = part.split("\n")
        if part.startswith("#"):
            marks, _, title = part.partition(" ")
            blocks.append(Block(HEADING, [title], len(marks)))
        elif part.startswith("    "):
            blocks.append(Block(FORMULA, [line.strip() for line in lines]))
        elif part.startswith("- "):
            blocks.append(Block(LIST, [" ".join(item.split()) for item in re.split(r"\n- ", part[2:])]))
        elif part:
            blocks.append(Block(PARAGRAPH, [" ".join(lines)]))
    return blocks


def spans_of(line: str) -> List[Tuple[str, str]]:
    """Return the line in pieces, each with its kind.

    >>> spans_of("The weight **w** times *x*: ∂C/∂w, or `w`.")[1:7:2]
    [('bold', 'w'), ('math', 'x'), ('math', '∂C/∂w')]
    """
    spans: List[Tuple[str, str]] = []
    end = 0
    for found in SPAN.finditer(line):
        if found.start() > end:
            spans.append((PLAIN, line[end : found.start()]))
        kind = MATH if found.lastgroup == "slope" else str(found.lastgroup)
        spans.append((kind, found.group(str(found.lastgroup))))
        end = found.end()
    return spans + ([(PLAIN, line[end:])] if end < len(line) else [])


def plain(line: str) -> str:
    """The line without marks.

    >>> plain("**Predict.** What is *z*?")
    'Predict. What is z?'
    """
    return "".join([text for _, text in spans_of(line)])
