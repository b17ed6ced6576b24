"""A source in the percent form becomes steps: text with the code below it, and questions with their options."""

import pytest

from minibackprop import SettingError
from minibackprop.lesson_forms.lesson import Lesson, LessonError, Step, cells_of, steps_of
from minibackprop.lesson_forms.sources import all_lessons, lesson_numbered
from minibackprop.step_page.parts import PageError

from ..support.lessons import NUMBERS

SOURCE = '''\
# %% [markdown]
# # 5. A title
#
# About 12 minutes.

# %%
x = 1


# a comment
print(x)

# %%
picture = x
print(picture)

# %% [markdown]
# Before.
#
# **Predict.** Which one
# is it?
#
# - the *first* one, which
#   is long
# - the second

# %%
answer = "the second"

# %% [markdown]
# The end.
'''


def test_each_code_belongs_to_the_text_above_it() -> None:
    steps = steps_of(SOURCE)
    assert [(step.text.split("\n")[0], step.code.split("\n")[0]) for step in steps] == [
        ("# 5. A title", "x = 1"), ("", "picture = x"), ("Before.", 'answer = "the second"'), ("The end.", ""),
    ]
    assert steps[0].code == "x = 1\n\n\n# a comment\nprint(x)"


def test_a_question_has_options() -> None:
    step = steps_of(SOURCE)[2]
    assert step.question == "Which one is it?"
    assert step.options == ["the *first* one, which is long", "the second"]
    assert [step.question for step in steps_of(SOURCE)][:2] == ["", ""]


def test_a_picture_is_shown_instead_of_printed() -> None:
    step = steps_of(SOURCE)[1]
    assert (step.shows_picture, step.code, step.whole_code) == (True, "picture = x", "picture = x\nprint(picture)")
    assert not steps_of(SOURCE)[0].shows_picture


def test_a_lesson_knows_its_title_and_its_minutes() -> None:
    lesson = Lesson(5, SOURCE)
    assert (lesson.title, lesson.minutes, len(lesson.steps)) == ("A title", 12, 4)


def test_cells_are_all_that_is_below_the_first_marker() -> None:
    shifted = [(is_text, contents, line - 2) for is_text, contents, line in cells_of("#!/usr/bin/python\n\n" + SOURCE)]
    assert shifted == cells_of(SOURCE)


def test_a_cell_knows_where_it_begins() -> None:
    lines = SOURCE.split("\n")
    for is_text, contents, line in cells_of("\n" + SOURCE.replace("# %%\n", "# %%\n\n")):
        assert line > 1 and contents
    for is_text, contents, line in cells_of(SOURCE):
        first = contents.split("\n")[0]
        assert lines[line - 1] == ("# " + first if is_text else first)


def test_all_lessons_are_found_in_their_order() -> None:
    assert [lesson.number for lesson in all_lessons()] == list(NUMBERS)


@pytest.mark.parametrize("number", [0, 12, -1])
def test_a_lesson_that_does_not_exist_is_refused(number: int) -> None:
    with pytest.raises(SettingError, match=f"there is no lesson {number}: choose one from 1 to 11"):
        lesson_numbered(number)


@pytest.mark.parametrize("source", ["", "x = 1", "# %%\nx = 1", "# %% [markdown]\n# 6. Another lesson\n", "\n\n"])
def test_a_lesson_that_does_not_begin_as_one_says_so(source: str) -> None:
    with pytest.raises(LessonError, match="a.py: its first cell must be a text that begins with '# 5. ' and its title"):
        Lesson(5, source, "a.py")


def test_a_lesson_that_an_editor_has_saved_in_its_own_way_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    source = lesson_numbered(3).source
    texts = ["\ufeff" + source, source.replace("\n", "\r\n"), source.replace("\n", "\r")]
    for saved in [text.encode("utf-8") for text in texts]:
        monkeypatch.setattr("pkgutil.get_data", lambda package, name, saved=saved: saved)
        assert lesson_numbered(3).source == source
    monkeypatch.setattr("pkgutil.get_data", lambda package, name: source.encode("utf-16"))
    with pytest.raises(LessonError, match="lesson_03_which_way_is_down.py is not text in UTF-8: save it as UTF-8"):
        lesson_numbered(3)


def test_a_copy_without_a_lesson_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pkgutil.get_data", lambda package, name: None)
    with pytest.raises(PageError, match="lesson_02_how_wrong.py is missing: copy the whole folder"):
        lesson_numbered(2)


def test_a_formula_at_the_beginning_keeps_its_indentation() -> None:
    for question in ("", "\n\n**Predict.** What?"):
        assert Step("    z = 1\n\nText." + question, "").text == "    z = 1\n\nText."


def test_a_cell_of_code_at_the_end_is_the_last_step() -> None:
    steps = steps_of("# %%\n\n\nx = 1\n# %% [markdown] \n# A text.\n")
    assert [(step.text, step.code, step.line) for step in steps] == [("", "x = 1", 4), ("A text.", "", 1)]
    assert len(steps_of("# %%\nx = 1\n")) == 1


def test_a_lesson_of_the_package_knows_its_path() -> None:
    assert lesson_numbered(2).path == "minibackprop/teaching/lessons/lesson_02_how_wrong.py"
