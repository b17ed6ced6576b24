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


class Step:
    """One step of a lesson. `question` and `options` are empty unless the step asks for a prediction.

    `code` ends before `print(picture)`; if that was there, `shows_picture` is true.
    """

    def __init__(self, text: str, code: str) -> None:
        self.whole_text = text
        self.whole_code = code
        before, mark, question = text.partition(QUESTION)
        self.text = before.strip() if mark else text
        blocks = blocks_of(question.lstrip())
        self.question = blocks[0].lines[0] if mark else ""
        self.options = [option for block in blocks if block.kind == LIST for option in block.lines]
        self.shows_picture = code.endswith(PICTURE)
        self.code = code[: -len(PICTURE)].rstrip() if self.shows_picture else code

    def __repr__(self) -> str:
        kind = "prediction" if self.question else "text and code" if self.text and self.code else "text or code"
        return f"Step({kind})"


class Lesson:
    """A lesson: its number, its title, about how many minutes it takes, its source and its steps."""

    def __init__(self, number: int, source: str) -> None:
        self.number = number
        self.source = source
        self.steps = steps_of(source)
        self.title = self.steps[0].text.splitlines()[0].partition(". ")[2]
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
    for is_text, contents in cells_of(source):
        if not is_text:
            steps.append(Step(text, contents))
        elif text:
            steps.append(Step(text, ""))
        text = contents if is_text else ""
    return steps + ([Step(text, "")] if text else [])


def cells_of(source: str) -> "List[tuple[bool, str]]":
    r"""Return the cells of a program in the percent form: whether each is text, and what it contains.

    >>> cells_of("# %% [markdown]\n# Hello\n#\n# there\n\n# %%\nx = 1\n")
    [(True, 'Hello\n\nthere'), (False, 'x = 1')]
    """
    cells = []
    for cell in re.split(f"^(?={MARKER})", source, flags=re.MULTILINE)[1:]:
        marker, _, contents = cell.partition("\n")
        is_text = marker.rstrip() == TEXT_MARKER
        if is_text:
            contents = re.sub(r"^# ?", "", contents, flags=re.MULTILINE)
        cells.append((is_text, contents.strip("\n")))
    return cells
