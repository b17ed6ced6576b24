"""Writing a file whole or not at all: no one ever finds half a file, even if the process is killed meanwhile."""

import contextlib
import errno
import os
import stat
from typing import Iterator, Optional, Tuple, Union

from ..validation import shown

PathLike = Union[str, "os.PathLike[str]"]

PROBLEMS = {
    errno.EACCES: "permission denied: is its folder write-protected, or the file open in another program?",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOSPC: "the disk is full",
    errno.ENOTDIR: "a part of its path is a file, not a folder",
    errno.EROFS: "its disk is write-protected",
}  # in words for a learner; every other problem in those of the operating system


class OutputError(ValueError):
    """A file that cannot be written, such as one in a folder that does not exist."""


def write_whole(path: PathLike, text: str, replace: bool = False) -> None:
    """Write the text to a file, in UTF-8 and with Unix line endings, whole or not at all.

    The text goes to a new file beside it, which then takes its place in one step of the operating system. An existing
    file is replaced only with `replace=True`, and only a plain one: no folder, device or pipe. Its permissions and its
    owner stay as they are where the system allows it. If `path` is a symbolic link, the file it leads to is written.

    OutputError says why the file cannot be written. FileExistsError without `replace` if there is a file, even one
    that another process has made at the same moment.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_whole(os.path.join(folder, "new.txt"), "whole")
    ...     os.listdir(folder)
    ['new.txt']
    """
    name = as_file_name(path)
    data = text.encode("utf-8")
    with _problems_explained(name):
        target, old = _target(name, replace)
        _write_beside_and_put_in_place(target, data, old, replace)


def check_can_be_written(path: PathLike, replace: bool = False) -> None:
    """OutputError or FileExistsError if `write_whole` could not write this file, as far as one can tell beforehand.

    >>> check_can_be_written("nowhere/new.txt")
    Traceback (most recent call last):
        ...
    minibackprop.files.whole_file.OutputError: nowhere/new.txt cannot be written: there is no folder nowhere
    """
    name = as_file_name(path)
    with _problems_explained(name):
        target, _ = _target(name, replace)
        if not os.access(os.path.dirname(target) or ".", os.W_OK):
            raise PermissionError(errno.EACCES, "Permission denied")


def as_file_name(path: PathLike) -> str:
    """Return the path of a file as text; TypeError or OutputError if it cannot be one.

    >>> as_file_name("model.json")
    'model.json'
    """
    if not isinstance(path, (str, os.PathLike)):
        examples = '"model.json" or "flats.csv"'
        raise TypeError(f"the name of a file is needed here, such as {examples}, but this is {shown(path)}")
    name = os.fspath(path)
    if not os.path.basename(name) or "\0" in name:
        raise OutputError(f"{shown(name)} is not the name of a file")
    return name


@contextlib.contextmanager
def _problems_explained(name: str) -> Iterator[None]:
    """In the indented lines, an error of the operating system becomes an OutputError; a FileExistsError stays one."""
    try:
        yield
    except FileExistsError:
        raise FileExistsError(f"{name} already exists") from None
    except OSError as error:
        problem = PROBLEMS.get(error.errno or 0, error.strerror or str(error))
        raise OutputError(f"{name} cannot be written: {problem}") from None


def _target(name: str, replace: bool) -> Tuple[str, Optional[os.stat_result]]:
    """The path of the file that is written, and what the system knows about the file there, if there is one."""
    old = _plain_file(name)
    if old is not None and not replace:
        raise FileExistsError
    target = _end_of_links(name)
    folder = os.path.dirname(target)
    if not os.path.isdir(folder or "."):
        raise OutputError(f"{name} cannot be written: there is no folder {folder}")
    return target, old


def _plain_file(name: str) -> Optional[os.stat_result]:
    """What the system knows about the file; None if there is none, OutputError if it must not be replaced."""
    try:
        status = os.stat(name)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise OutputError(f"{name} cannot be written: it is a folder")
    if not stat.S_ISREG(status.st_mode):
        raise OutputError(
            f"{name} is a device or a pipe, not a file: print the output instead, and let the shell's > lead it there"
        )
    if not os.access(name, os.W_OK):
        raise OutputError(f"{name} cannot be written: it is write-protected")
    return status


def _end_of_links(name: str) -> str:
    """The path that a symbolic link leads to, whether there is a file or not; any other path as it is."""
    while os.path.islink(name):  # it ends: the system has followed the same links in os.stat
        name = os.path.join(os.path.dirname(name), os.readlink(name))
    return name


def _write_beside_and_put_in_place(path: str, data: bytes, old: Optional[os.stat_result], replace: bool) -> None:
    # A short name that no other process has, chosen before the file is made: so it can always be removed again.
    temporary = os.path.join(os.path.dirname(path), f".minibackprop-{os.urandom(8).hex()}")
    mode = 0o666 if old is None else old.st_mode & 0o777
    try:
        with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # on the disk before it takes its place, in case the power fails
        if old is not None:
            _give_owner_and_permissions(temporary, old, mode)
        if replace:
            os.replace(temporary, path)
        else:
            _take_free_name(temporary, path)
    finally:
        with contextlib.suppress(OSError):  # after os.replace it is no longer there
            os.remove(temporary)


def _give_owner_and_permissions(temporary: str, old: os.stat_result, mode: int) -> None:
    """Make the new file one of the same owner and group as the old one, as far as the system allows it."""
    if hasattr(os, "chown"):  # not on Windows
        for owner, group in ((-1, old.st_gid), (old.st_uid, -1)):
            with contextlib.suppress(OSError):
                os.chown(temporary, owner, group)
    with contextlib.suppress(OSError):
        os.chmod(temporary, mode)


def _take_free_name(temporary: str, path: str) -> None:
    """Give the temporary file this name too; FileExistsError if a file has it. Of two processes only one can do so."""
    try:
        os.link(temporary, path)
    except (OSError, AttributeError):
        # The name is taken, or there are no links here, as on a USB stick: then an empty file takes the name first.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        try:
            os.replace(temporary, path)
        except OSError:
            os.remove(path)
            raise
