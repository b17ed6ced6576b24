"""Writing a file: whole or not at all, whatever stands in its place, and whenever Ctrl-C is pressed."""

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Any, Callable, List

import pytest

from minibackprop.files import whole_file
from minibackprop.files.whole_file import OutputError, write_whole

from ..support.optional import missing


def test_it_is_text_in_utf_8_with_unix_line_endings(tmp_path: Path) -> None:
    write_whole(tmp_path / "new.txt", "∂C/∂w\n")
    assert (tmp_path / "new.txt").read_bytes() == b"\xe2\x88\x82C/\xe2\x88\x82w\n"


def test_it_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual.txt").write_text("")
    write_whole(str(tmp_path / "new.txt"), "text")
    usual, new = [permissions(tmp_path / name) for name in ("usual.txt", "new.txt")]
    mask = os.umask(0)
    os.umask(mask)
    if usual != 0o666 & ~mask:
        missing("a file system that takes the umask into account")
    assert new == usual


def test_a_name_without_a_folder_means_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_whole("new.txt", "text")
    write_whole("new.txt", "more", replace=True)
    assert (os.listdir("."), Path("new.txt").read_text()) == (["new.txt"], "more")


def test_an_existing_file_is_replaced_only_if_asked(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")
    with pytest.raises(FileExistsError, match="old.txt already exists"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    write_whole(path, "new", replace=True)
    assert (path.read_text(), os.listdir(str(tmp_path))) == ("new", ["old.txt"])


def test_a_file_that_appears_at_the_last_moment_is_named_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")
    monkeypatch.setattr(whole_file, "_plain_file", lambda _: None)  # it was not there yet
    with pytest.raises(FileExistsError) as raised:
        write_whole(path, "new")
    assert str(raised.value) == f"{path} already exists"
    assert (path.read_text(), os.listdir(str(tmp_path))) == ("old", ["old.txt"])


def permissions(path: Path) -> int:
    return stat.S_IMODE(os.stat(str(path)).st_mode)


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o666])
def test_a_replaced_file_keeps_its_permissions(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")
    path.chmod(mode)
    if permissions(path) != mode:
        missing("a file system with permissions")
    write_whole(path, "new", replace=True)
    assert (path.read_text(), permissions(path)) == ("new", mode)


def test_before_it_takes_its_place_it_is_private_and_all_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")
    path.chmod(0o600)
    seen: List[os.stat_result] = []
    monkeypatch.setattr(os, "fsync", lambda handle: seen.append(os.fstat(handle)))
    write_whole(path, "whole", replace=True)
    assert [(stat.S_IMODE(status.st_mode), status.st_size) for status in seen] == [(permissions(path), 5)]


def test_a_replaced_file_keeps_its_owner_where_the_system_allows_it(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")
    try:
        os.chown(str(path), 12345, 23456)
    except (AttributeError, OSError):
        missing("the right to give files to another owner")
    if os.stat(str(path)).st_uid != 12345:
        missing("a file system that keeps the owners of files")
    write_whole(path, "new", replace=True)
    status = os.stat(str(path))
    assert (path.read_text(), status.st_uid, status.st_gid) == ("new", 12345, 23456)


def test_where_the_owner_cannot_be_kept_the_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    path = tmp_path / "old.txt"
    path.write_text("old")
    monkeypatch.setattr(os, "chown", refuse, raising=False)
    monkeypatch.setattr(os, "chmod", refuse)
    write_whole(path, "new", replace=True)
    assert path.read_text() == "new"


def test_the_file_that_a_symbolic_link_leads_to_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    chain, link = tmp_path / "chain.txt", folder / "link.txt"
    try:
        link.symlink_to("target.txt")  # seen from its own folder
    except OSError:
        missing("symbolic links")
    chain.symlink_to(link)
    write_whole(chain, "first")  # the links lead to no file yet
    with pytest.raises(FileExistsError):
        write_whole(chain, "second")
    assert (folder / "target.txt").read_text() == "first"
    write_whole(chain, "second", replace=True)
    assert (folder / "target.txt").read_text() == "second"
    assert chain.is_symlink() and link.is_symlink() and not (folder / "target.txt").is_symlink()
    assert sorted(os.listdir(str(tmp_path))) == ["chain.txt", "folder"]
    assert sorted(os.listdir(str(folder))) == ["link.txt", "target.txt"]


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    try:
        link.symlink_to(link)
    except OSError:
        missing("symbolic links")
    with pytest.raises(OutputError, match="link.txt cannot be written: "):
        write_whole(link, "text", replace=True)
    assert link.is_symlink()


@pytest.mark.parametrize("replace", [False, True])
def test_only_plain_files_are_written(replace: bool, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="folder cannot be written: it is a folder$"):
        write_whole(tmp_path / "folder", "text", replace)
    if not hasattr(os, "mkfifo") or not hasattr(os, "openpty"):
        missing("named pipes and pseudo-terminals")
    pipe = tmp_path / "pipe"
    os.mkfifo(str(pipe))
    terminal, device = os.openpty()  # in a folder where not even the superuser can make a file
    for path in (str(pipe), os.ttyname(device)):
        with pytest.raises(OutputError) as raised:
            write_whole(path, "text", replace)
        assert str(raised.value) == (
            f"{path} is a device or a pipe, not a file: print the output instead, and let the shell's > lead it there"
        )
        assert not os.path.isfile(path)
    os.close(terminal)
    os.close(device)
    assert sorted(os.listdir(str(tmp_path))) == ["folder", "pipe"] and os.listdir(str(tmp_path / "folder")) == []


@pytest.mark.parametrize("length", [1, 250])
def test_the_name_may_be_as_long_as_names_can_be(length: int, tmp_path: Path) -> None:
    path = tmp_path / ("n" * length)
    write_whole(path, "first")
    write_whole(path, "second", replace=True)
    assert (path.read_text(), os.listdir(str(tmp_path))) == ("second", ["n" * length])


@pytest.mark.parametrize("name, problem", [
    ("no/file.txt", "/no/file.txt cannot be written: there is no folder .*/no$"),
    ("plain/file.txt", "/plain/file.txt cannot be written: a part of its path is a file, not a folder$"),
    ("new/", "is not the name of a file$"),
    ("a\0b", "is not the name of a file$"),
])
def test_an_error_says_what_is_wrong(name: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    with pytest.raises(OutputError, match=problem):
        write_whole(f"{tmp_path}/{name}", "text")
    assert os.listdir(str(tmp_path)) == ["plain"]


def test_a_name_that_is_too_long_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 300)
    try:
        path.write_text("")
    except OSError:
        with pytest.raises(OutputError, match="nnn cannot be written: its name is too long$"):
            write_whole(path, "text")
    else:
        missing("a file system that limits the length of names")


@pytest.mark.parametrize("path", [None, 3, b"new.txt", ["new.txt"]])
def test_a_path_is_text_or_a_path(path: Any) -> None:
    with pytest.raises(TypeError, match='the name of a file is needed here, such as "model.json" or "flats.csv", but'):
        write_whole(path, "text")
    with pytest.raises(OutputError, match="^'' is not the name of a file$"):
        write_whole("", "text")


def test_a_write_protected_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")
    path.chmod(0o444)
    if os.access(str(path), os.W_OK):  # as the superuser, who may write everything
        monkeypatch.setattr(os, "access", lambda name, mode: not (mode == os.W_OK and name == str(path)))
    with pytest.raises(OutputError, match="old.txt cannot be written: it is write-protected$"):
        write_whole(path, "new", replace=True)
    assert (path.read_text(), os.listdir(str(tmp_path))) == ("old", ["old.txt"])


@pytest.mark.parametrize("number, problem", [
    (errno.ENOSPC, "the disk is full"),
    (errno.EIO, os.strerror(errno.EIO)),
    (errno.ENOENT, os.strerror(errno.ENOENT)),  # in a folder that is there, such as Linux's /proc
    (errno.EROFS, "its disk is write-protected"),
    (errno.EACCES, "permission denied: is its folder write-protected, or the file open in another program?"),
])
def test_a_problem_of_the_disk_leaves_the_old_file_and_no_other(
    number: int, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "old.txt"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError) as raised:
        write_whole(path, "new", replace=True)
    assert str(raised.value) == f"{path} cannot be written: {problem}"
    assert (path.read_text(), os.listdir(str(tmp_path))) == ("old", ["old.txt"])


def test_text_that_cannot_be_encoded_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(str(path), "new, then half a character: \ud800", replace=True)
    assert (path.read_text(), os.listdir(str(tmp_path))) == ("old", ["old.txt"])


def without_links(*arguments: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_another_process_makes_meanwhile_is_left_alone(
    has_links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.txt"
    monkeypatch.setattr(os, "fsync", lambda handle: path.write_text("theirs"))
    if not has_links:
        monkeypatch.setattr(os, "link", without_links, raising=False)
    with pytest.raises(FileExistsError):
        write_whole(path, "mine")
    assert (path.read_text(), os.listdir(str(tmp_path))) == ("theirs", ["new.txt"])


def test_it_works_where_the_file_system_has_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new.txt"
    monkeypatch.setattr(os, "link", without_links, raising=False)
    write_whole(path, "first")
    assert (path.read_text(), os.listdir(str(tmp_path))) == ("first", ["new.txt"])
    path.unlink()
    monkeypatch.setattr(os, "replace", without_links)
    with pytest.raises(OutputError, match="Operation not permitted"):
        write_whole(path, "second")
    assert os.listdir(str(tmp_path)) == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # a file that was open at that moment
def test_ctrl_c_at_any_line_leaves_no_other_file_behind(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    for last_line in range(1, 100):
        path.write_text("old")
        if interrupted_at(last_line, lambda: write_whole(path, "new", replace=True)):
            assert (path.read_text(), os.listdir(str(tmp_path))) in [("old", ["file.txt"]), ("new", ["file.txt"])]
        else:
            break
    assert 15 < last_line < 99 and path.read_text() == "new"


def interrupted_at(last_line: int, call: Callable[[], None]) -> bool:
    """Raise KeyboardInterrupt at this line that the call runs in whole_file.py; False if it runs fewer."""
    seen = 0

    def trace(frame: Any, event: str, argument: object) -> Any:
        nonlocal seen
        if frame.f_code.co_filename != whole_file.__file__:
            return None
        seen += event == "line"
        if seen == last_line:
            raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False
