"""Writing a file so that it is there whole or not at all."""

import os
import tempfile


class OutputError(ValueError):
    """A file that cannot be written, or that is there already."""


def write_text(path: str, text: str, force: bool = False) -> None:
    """Write the text to a file, in UTF-8 with Unix line ends.

    OutputError if the file is there already, unless `force` allows to replace it, or if it cannot be written. Nobody
    ever sees half a file: the text goes to a temporary one beside it, which then takes its name.

    >>> write_text("no/such/folder/file.txt", "text")
    Traceback (most recent call last):
        ...
    minibackprop.tools.text_file.OutputError: no/such/folder/file.txt cannot be written: No such file or directory
    """
    if os.path.lexists(path) and not force:
        raise OutputError(f"{path} is there already: choose another name, or say --force to replace it")
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path) or ".", prefix=os.path.basename(path) + ".")
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from None
    finally:
        if temporary and os.path.exists(temporary):
            os.remove(temporary)


def _umask() -> int:
    """What the system takes away from the rights of new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
