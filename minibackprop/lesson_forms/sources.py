"""Where the lessons are: their sources, read from the package, which may be a folder or a zip."""

from typing import List

from ..step_page.parts import bytes_in_package
from ..teaching.lessons import LESSONS
from ..validation import SettingError
from .lesson import Lesson, LessonError

FOLDER = "teaching/lessons"
PACKAGE = __name__.rsplit(".", 2)[0]  # "minibackprop", unless it was renamed or put inside another package


def all_lessons() -> List[Lesson]:
    """Return all the lessons in their order.

    >>> all_lessons()[0]
    Lesson(1, 'A layer predicts', 14 steps)
    """
    return [lesson_numbered(number) for number in range(1, len(LESSONS) + 1)]


def lesson_numbered(number: int) -> Lesson:
    """Return one lesson.

    SettingError if there is no lesson with this number; LessonError if its file is damaged, PageError if it is missing.

    >>> lesson_numbered(12)
    Traceback (most recent call last):
    minibackprop.validation.SettingError: there is no lesson 12: choose one from 1 to 11
    """
    if not 1 <= number <= len(LESSONS):
        raise SettingError(f"there is no lesson {number}: choose one from 1 to {len(LESSONS)}")
    path = f"{FOLDER}/{LESSONS[number - 1]}.py"
    contents = bytes_in_package(PACKAGE, path)
    try:
        source = contents.decode("utf-8-sig")  # some editors put a byte-order mark at the beginning
    except UnicodeDecodeError:
        raise LessonError(f"{PACKAGE}/{path} is not text in UTF-8: save it as UTF-8") from None
    return Lesson(number, source.replace("\r\n", "\n").replace("\r", "\n"), f"{PACKAGE}/{path}")
