"""Writing an output file: with the usual permissions, whole or not at all."""

import os
from pathlib import Path

import pytest

from minibackprop.cli.output_file import OutputError, write_whole

from ..support.optional import missing


def test_it_is_text_in_utf_8_with_unix_line_endings(tmp_path: Path) -> None:
    write_whole(str(tmp_path / "new.txt"), "∂C/∂w\n")
    assert (tmp_path / "new.txt").read_bytes() == b"\xe2\x88\x82C/\xe2\x88\x82w\n"


def test_it_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual.txt").write_text("")
    write_whole(str(tmp_path / "new.txt"), "text")
    usual, new = [os.stat(str(tmp_path / name)).st_mode & 0o777 for name in ("usual.txt", "new.txt")]
    mask = os.umask(0)
    os.umask(mask)
    if usual != 0o666 & ~mask:
        missing("a file system that takes the umask into account")
    assert new == usual


def test_a_name_without_a_folder_means_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_whole("new.txt", "text")
    assert os.listdir(str(tmp_path)) == ["new.txt"]


def test_if_it_cannot_be_written_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="folder cannot be written: "):
        write_whole(str(tmp_path / "folder"), "text")
    assert os.listdir(str(tmp_path)) == ["folder"]
    assert os.listdir(str(tmp_path / "folder")) == []


def test_text_that_cannot_be_encoded_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(str(path), "new, then half a character: \ud800")
    assert (path.read_text(), os.listdir(str(tmp_path))) == ("old", ["old.txt"])
