"""A lesson as a program to keep, to edit and to step through in a debugger, wherever it is saved."""

from .lesson import MARKER, Lesson

FIND_THE_PACKAGE = '''\
try:
    import minibackprop
except ImportError:
    raise SystemExit(
        "This lesson needs minibackprop: save it beside the folder minibackprop, "
        "or install that with python3 -m pip install and the path of the folder that holds its pyproject.toml."
    ) from None'''


def program_of(lesson: Lesson) -> str:
    """Return the source of the lesson; where minibackprop is missing, its first code says what to do.

    >>> from .sources import lesson_numbered
    >>> program_of(lesson_numbered(3)).count("This lesson needs minibackprop")
    1
    """
    first, mark, rest = lesson.source.partition(f"\n\n{MARKER}")
    return f"{first}\n\n# %%\n{FIND_THE_PACKAGE}{mark}{rest}"
