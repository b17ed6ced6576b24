"""A lesson as text for a terminal."""

import textwrap
from typing import List

from ..lesson_forms.formula import in_ascii
from ..lesson_forms.lesson import Lesson, Step
from ..lesson_forms.markdown import FORMULA, HEADING, LIST, blocks_of, plain
from ..lesson_forms.prediction import shown_answer
from ..lesson_forms.run import Shown, picture_text
from .lesson_run import InterruptibleRun
from .terminal import Terminal

INDENT = "    "


def prose(text: str, terminal: Terminal) -> str:
    """The text of a step, wrapped, with its headings in bold."""
    parts = []
    for block in blocks_of(text):
        lines = [plain(line) for line in block.lines]
        if not terminal.unicode:
            lines = [in_ascii(line) for line in lines]
        if block.kind == HEADING:
            parts.append(terminal.heading(lines[0]))
        elif block.kind == FORMULA:
            parts.append("\n".join([terminal.fit(INDENT + terminal.spell(line)) for line in lines]))
        elif block.kind == LIST:
            parts.append("\n".join([terminal.hanging("- ", line) for line in lines]))
        else:
            parts.append(terminal.fill(lines[0]))
    return "\n\n".join(parts)


def code(step: Step, terminal: Terminal) -> str:
    """The code of a step, each line beside a bar; on a terminal, what is left of a long line goes below it."""
    bar = "│ " if terminal.unicode else "| "
    lines: List[str] = []
    for line in terminal.spell(step.whole_code).split("\n"):
        indent = " " * (len(line) - len(line.lstrip()) + 8)
        width = terminal.width - len(bar) if terminal.wraps else len(line) + 1
        lines += textwrap.wrap(line, width, subsequent_indent=indent, break_long_words=False) or [""]
    return "\n".join([(bar + line).rstrip() for line in lines])


def question(step: Step, terminal: Terminal) -> str:
    """The question of a step with its options, numbered."""
    words = prose(f"**Predict.** {step.question}", terminal)
    options = [terminal.hanging(f"{number}  ", plain(option)) for number, option in enumerate(step.options, 1)]
    return "\n".join([words] + options)


def result(shown: Shown, terminal: Terminal) -> str:
    """What the code has printed, and its picture."""
    parts: List[str] = []
    if shown.output:
        output = shown.output.rstrip("\n")
        parts.append(terminal.fit(terminal.spell(output if terminal.unicode else in_ascii(output))))
    if shown.picture is not None:
        width = min(terminal.width, 72)
        parts.append(terminal.fit(picture_text(shown.picture, width, ascii_only=not terminal.unicode)))
    return "\n\n".join(parts)


def whole_lesson(lesson: Lesson, terminal: Terminal) -> str:
    """The whole lesson with its answers."""
    run = InterruptibleRun(lesson.path)
    parts: List[str] = []
    for step in lesson.steps:
        shown = run.step(step)
        parts.append(prose(step.text, terminal) if step.text else "")
        parts.append(code(step, terminal) if step.code else "")
        if step.question:
            parts.append(question(step, terminal))
            parts.append(terminal.fill(f"Answer: {shown_answer(shown.answer)}"))
        parts.append(result(shown, terminal))
    return "\n\n".join([part for part in parts if part]) + "\n"
