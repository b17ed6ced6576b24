"""A lesson as steps: each step has some text, some code, or both; a prediction is asked for between the two.

The source of a lesson is a Python program in the "percent" form: a line `# %%` starts a cell of code, `# %% [markdown]`
one of text. A text that ends with a paragraph "**Predict.** …" asks for a prediction; the code after it works out the
`answer`. A list below the question gives the answers to choose from.
"""

import re
from typing import List

from .markdown import LIST, blocks_of

MARKER = "# %%"
TEXT_MARKER = "# %% [markdown]"
QUESTION = "**Predict.**"
PICTURE = "print(picture)"


class LessonError(ValueError):
    """A lesson that was changed so that it cannot be shown, or whose code fails."""


class Step:
    """One step of a lesson. `question` and `options` are empty unless the step asks for a prediction.

    `code` ends before `print(picture)`; if that was there, `shows_picture` is true. It begins in this `line` of the
    lesson.
    """

    def __init__(self, text: str, code: str, line: int = 1) -> None:
        self.line = line
        self.whole_text = text
        self.whole_code = code
        before, _, question = text.partition(QUESTION)
        self.text = before.rstrip()
        blocks = blocks_of(question.lstrip())
        self.question = blocks[0].lines[0] if blocks else ""
        self.options = [option for block in blocks if block.kind == LIST for option in block.lines]
        self.shows_picture = code.endswith(PICTURE)
        self.code = code[: -len(PICTURE)].rstrip() if self.shows_picture else code

    def __repr__(self) -> str:
        kind = "prediction" if self.question else "text and code" if self.text and self.code else "text or code"
        return f"Step({kind})"


class Lesson:
    """A lesson: its number, its title, about how many minutes it takes, its source, its steps, and its file.

    LessonError unless its first cell is a text that begins with its number and its title.
    """

    def __init__(self, number: int, source: str, path: str = "the lesson") -> None:
        self.number = number
        self.source = source
        self.path = path
        self.steps = steps_of(source)
        start = f"# {number}. "
        if not self.steps or not self.steps[0].text.startswith(start):
            raise LessonError(f"{path}: its first cell must be a text that begins with {start!r} and its title")
        self.title = self.steps[0].text.split("\n")[0][len(start) :]
        minutes = re.search(r"About (\d+) minutes", self.steps[0].text)
        self.minutes = int(minutes.group(1)) if minutes else 0

    def __repr__(self) -> str:
        return f"Lesson({self.number}, '{self.title}', {len(self.steps)} steps)"


def steps_of(source: str) -> List[Step]:
    r"""Return the steps of a lesson: each code together with the text above it, and a text without code on its own.

    >>> text = "# %% [markdown]\n# Adding.\n#\n# **Predict.** Is it\n#\n# - 3\n# - 4\n\n"
    >>> steps = steps_of(text + "# %%\nanswer = 1 + 2\n")
    >>> steps[0].text, steps[0].question, steps[0].options, steps[0].code
    ('Adding.', 'Is it', ['3', '4'], 'answer = 1 + 2')
    """
    steps: List[Step] = []
    text = ""
    for is_text, contents, line in cells_of(source):
        if not is_text:
            steps.append(Step(text, contents, line))
        elif text:
            steps.append(Step(text, ""))
        text = contents if is_text else ""
    return steps + ([Step(text, "")] if text else [])


def cells_of(source: str) -> "List[tuple[bool, str, int]]":
    r"""Return the cells of a program in the percent form: whether each is text, its contents, and where they begin.

    >>> cells_of("# %% [markdown]\n# Hello\n#\n# there\n\n# %%\nx = 1\n")
    [(True, 'Hello\n\nthere', 2), (False, 'x = 1', 7)]
    """
    cells = []
    line = 1
    for cell in re.split(f"^(?={MARKER})", source, flags=re.MULTILINE):
        marker, _, contents = cell.partition("\n")
        is_text = marker.rstrip() == TEXT_MARKER
        if is_text:
            contents = re.sub(r"^# ?", "", contents, flags=re.MULTILINE)
        if marker.startswith(MARKER):
            blank = len(contents) - len(contents.lstrip("\n"))
            cells.append((is_text, contents.strip("\n"), line + 1 + blank))
        line += cell.count("\n")
    return cells
