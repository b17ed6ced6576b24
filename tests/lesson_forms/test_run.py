"""Running a lesson step by step: what is printed, shown and answered."""

import pytest

from minibackprop import Layer, Network, Plot, Slider
from minibackprop.lesson_forms.lesson import LessonError, Step
from minibackprop.lesson_forms.run import Run, picture_text


def test_what_a_step_defines_stays() -> None:
    run = Run()
    assert run.step(Step("", "x = 1\nprint('one')")).output == "one\n"
    assert run.step(Step("", "print(x)")).output == "1\n"
    assert run.step(Step("Text alone.", "")).output == ""


def test_two_runs_share_nothing() -> None:
    Run().step(Step("", "x = 1"))
    with pytest.raises(LessonError):
        Run().step(Step("", "print(x)"))


@pytest.mark.parametrize("code, problem", [
    ("x = 1\ny = 1 / 0", "lesson.py, line 41: ZeroDivisionError: division by zero"),
    ("def f():\n    return g\n\n\nx = f()", "lesson.py, line 41: NameError: name 'g' is not defined"),
    ("x = 1\nx = = 2", "lesson.py, line 41: SyntaxError: invalid syntax"),
    ("exit()", "lesson.py, line 40: it ends itself"),
    ("x = 1\nraise SyntaxError('odd')", "lesson.py, line 40: SyntaxError: odd"),
    ("x = '\0'", "lesson.py, line 40: "),
])
def test_an_error_in_the_code_is_said_with_its_line(code: str, problem: str) -> None:
    with pytest.raises(LessonError) as caught:
        Run("lesson.py").step(Step("", code, line=40))
    assert str(caught.value).startswith(problem)


@pytest.mark.parametrize("code", ["answer = None", "x = 1", "answer = [1]", "answer = True"])
def test_an_answer_is_a_number_or_a_text(code: str) -> None:
    with pytest.raises(LessonError, match="lesson.py, line 7: answer must be a number or a text, not "):
        Run("lesson.py").step(Step("**Predict.** What?", code, line=7))


def test_the_answer_is_that_of_its_own_question() -> None:
    run = Run()
    assert run.step(Step("**Predict.** What?", "answer = 1 + 1")).answer == 2
    assert run.step(Step("No question.", "x = 3")).answer is None


def test_a_picture_is_not_printed() -> None:
    run = Run()
    shown = run.step(Step("", "picture = 'a plot'\nprint('before')\nprint(picture)"))
    assert (shown.output, shown.picture) == ("before\n", "a plot")
    assert run.step(Step("", "print('after')")).picture is None


def test_every_kind_of_picture_can_be_text() -> None:
    plot = Plot("w", "C", title="a title")
    plot.points("here", [1], [1])
    for picture, first in ((Network(Layer([[2]], [1])), "output"), (plot, "a title"), (Slider("w", [plot]), "a title")):
        assert picture_text(picture, 40, ascii_only=True).startswith(first)
        assert max(len(line) for line in picture_text(picture, 40, ascii_only=True).splitlines()) <= 40


def test_a_picture_has_unicode_only_where_there_is_some() -> None:
    plot = Plot("w", "C", title="∂C/∂w")
    plot.points("here", [1], [1])
    for picture in (plot, Slider("w", [plot]), Network(Layer([[2]], [1]))):
        texts = [picture_text(picture, 40, ascii_only) for ascii_only in (True, False)]
        assert [all(ord(letter) < 128 for letter in text) for text in texts] == [True, False]
