"""The lessons as one web page that works offline: text, code, and predictions, before what the code shows."""

from typing import Callable, List, Sequence

from ..drawing.svg import STYLE, escape
from ..step_page.parts import filled_in, policy, text_in_package
from .figure import figure_html
from .html import line_to_html, text_to_html
from .lesson import Lesson, Step
from .prediction import shown_answer
from .run import Run, Shown

PACKAGE = __name__.rpartition(".")[0]
STEP_PAGE = PACKAGE.rpartition(".")[0] + ".step_page"
LONG = 16  # lines; longer code is folded


def lessons_page(lessons: Sequence[Lesson], new_run: Callable[[str], Run] = Run) -> str:
    """Return a web page with these lessons; their code is run for it, which takes some seconds.

    `new_run` makes the run of a lesson, whose path it is given. LessonError if the code of a lesson fails.

    >>> from .sources import lesson_numbered
    >>> page = lessons_page([lesson_numbered(1)])
    >>> page.startswith("<!DOCTYPE html>"), "<b>Predict.</b> What is" in page
    (True, True)
    """
    style = "\n" + text_in_package(STEP_PAGE, "palette.css") + text_in_package(PACKAGE, "style.css")
    script = "\n" + text_in_package(PACKAGE, "script.js")
    contents = [
        f'<li value="{each.number}"><a href="#lesson-{each.number}">{escape(each.title)}</a> '
        f"<small>{each.minutes} min</small></li>"
        for each in lessons
    ]
    one = lessons[0]
    parts = {
        "policy": escape(policy([style, STYLE], script)),
        "title": escape(one.title if len(lessons) == 1 else f"Backpropagation in {len(lessons)} lessons"),
        "contents": "\n".join(contents),
        "lessons": "\n".join([_lesson_html(each, new_run(each.path)) for each in lessons]),
        "style": style,
        "script": script,
    }
    return filled_in(text_in_package(PACKAGE, "page.html"), parts)


def _lesson_html(lesson: Lesson, run: Run) -> str:
    parts: List[str] = []
    for number, step in enumerate(lesson.steps, 1):
        shown = run.step(step)
        parts.append(text_to_html(step.text))
        parts.append(_code_html(step.whole_code) if step.code else "")
        result = _result_html(shown, f"picture-{lesson.number}-{number}")
        ask = f"ask-{lesson.number}-{number}"
        parts.append(_prediction_html(step, shown, result, ask) if step.question else result)
    body = "\n".join([part for part in parts if part])
    return f'<article id="lesson-{lesson.number}">\n{body}\n</article>'


def _code_html(code: str) -> str:
    text = f'<pre class="code" tabindex="0" aria-label="code"><code>{escape_lines(code)}</code></pre>'
    length = len(code.splitlines())
    if length <= LONG:
        return text
    return f'<details class="long"><summary>The code, {length} lines</summary>{text}</details>'


def _result_html(shown: Shown, name: str) -> str:
    output = shown.output.rstrip("\n")
    text = f'<pre class="output" tabindex="0" aria-label="what it prints">{escape_lines(output)}</pre>'
    return (text if output else "") + (figure_html(shown.picture, name) if shown.picture is not None else "")


def _prediction_html(step: Step, shown: Shown, result: str, name: str) -> str:
    """The question with a form, and the answer, which is hidden until the learner asks for it."""
    if step.options:
        button = f'<input type="radio" name="{name}"'
        fields = "".join([
            f'<label>{button} value="{escape(option)}"><span>{line_to_html(option)}</span></label>'
            for option in step.options
        ])
    else:
        fields = f'<label>Your number <input type="text" inputmode="decimal" name="{name}" size="8"></label>'
    return (
        f'<section class="prediction" aria-label="Prediction">\n<fieldset><legend><b>Predict.</b> '
        f"{line_to_html(step.question)}</legend>{fields}</fieldset>\n"
        f'<details class="answer"><summary>Show the answer</summary>\n'
        f'<p class="verdict"><b>The answer: {escape(shown_answer(shown.answer))}.</b> <span role="status"></span></p>\n'
        f"{result}</details>\n</section>"
    )


def escape_lines(text: str) -> str:
    """The text with the special characters of HTML escaped, and its line ends kept.

    >>> escape_lines("a < b\\nc")
    'a &lt; b\\nc'
    """
    return "\n".join([escape(line) for line in text.split("\n")])
