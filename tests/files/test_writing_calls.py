"""Writing a file, seen from the operating system: what is asked before, and the calls that are made meanwhile."""

import os
import re
from pathlib import Path
from typing import Any, List

import pytest

from minibackprop.files.whole_file import OutputError, check_can_be_written, write_whole

from ..support.optional import not_everywhere


def test_a_file_that_can_be_written_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.txt").write_text("old")
    check_can_be_written(tmp_path / "new.txt")
    check_can_be_written(tmp_path / "old.txt", replace=True)
    monkeypatch.chdir(tmp_path)
    check_can_be_written("new.txt")
    with pytest.raises(FileExistsError, match="^old.txt already exists$"):
        check_can_be_written("old.txt")
    with pytest.raises(TypeError, match="the name of a file is needed here"):
        check_can_be_written(3)  # type: ignore[arg-type]
    assert os.listdir(".") == ["old.txt"]


@pytest.mark.parametrize("inside", [True, False])
def test_a_folder_that_is_write_protected_is_said_to_be(
    inside: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "new.txt" if inside else str(tmp_path / "new.txt")
    protected = "." if inside else str(tmp_path)
    monkeypatch.setattr(os, "access", lambda path, mode: not (mode == os.W_OK and path == protected))
    with pytest.raises(OutputError) as raised:
        check_can_be_written(name)
    assert str(raised.value) == (
        f"{name} cannot be written: permission denied: is its folder write-protected, or the file open in another "
        "program?"
    )


def test_a_problem_without_a_number_is_said_in_its_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(handle: int) -> None:
        raise OSError("the disk is on fire")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match="new.txt cannot be written: the disk is on fire$"):
        write_whole(tmp_path / "new.txt", "text")


def test_the_group_is_given_first_and_then_the_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(os, "chown"):
        not_everywhere("owners of files")
    path, calls = tmp_path / "old.txt", []
    path.write_text("old")
    status = os.stat(str(path))
    monkeypatch.setattr(os, "chown", lambda name, owner, group: calls.append((owner, group)))
    write_whole(path, "new", replace=True)
    assert calls == [(-1, status.st_gid), (status.st_uid, -1)]
    monkeypatch.delattr(os, "chown")
    write_whole(path, "newer", replace=True)
    assert path.read_text() == "newer"


def test_a_new_file_takes_its_name_by_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(os, "link"):
        not_everywhere("links")
    monkeypatch.delattr(os, "replace")  # which could replace the file of another process
    write_whole(tmp_path / "new.txt", "text")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["text"]


def test_without_links_an_empty_file_takes_the_name_and_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: List[Any] = []
    system_open = os.open

    def recorded(path: str, flags: int, mode: int = 0o777) -> int:
        opened.append((path, mode, system_open(path, flags, mode)))
        return int(opened[-1][2])

    monkeypatch.delattr(os, "link", raising=False)
    monkeypatch.setattr(os, "open", recorded)
    path = str(tmp_path / "new.txt")
    write_whole(path, "text")
    assert [(name, mode) for name, mode, _ in opened[1:]] == [(path, 0o666)]
    assert re.fullmatch("[.]minibackprop-[0-9a-f]{16}", os.path.basename(opened[0][0]))
    with pytest.raises(OSError):
        os.fstat(opened[1][2])
