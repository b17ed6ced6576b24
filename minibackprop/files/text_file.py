"""Reading a text file."""

from typing import Type

from .whole_file import OutputError, PathLike, as_file_name


def read_text(path: PathLike, error: Type[ValueError], hint: str) -> str:
    """Return the text of a file in UTF-8, with or without a byte-order mark, and with its own line endings.

    An `error` of the caller's own class says why it cannot be read; `hint` ends the one for a file that is not text.

    >>> read_text("no_such_file.csv", ValueError, "")
    Traceback (most recent call last):
        ...
    ValueError: there is no such file
    """
    try:
        with open(as_file_name(path), newline="", encoding="utf-8-sig") as file:
            text = file.read()
    except OutputError as problem:
        raise error(str(problem)) from None
    except FileNotFoundError:
        raise error("there is no such file") from None
    except OSError as problem:
        raise error(f"it cannot be read ({problem.strerror})") from None
    except UnicodeError:
        text = "\0"
    if "\0" in text:  # as in UTF-16
        raise error(f"it is not text in UTF-8{hint}")
    return text
