"""The options -o and --force of a command that makes a file: what it says, and what it never does."""

import os
from pathlib import Path
from typing import List

import pytest

from ..support.command import Here
from ..support.optional import missing

BUNDLE = ["bundle", "--until", "linalg"]


def test_an_existing_file_is_replaced_only_with_force(tmp_path: Path, here: Here) -> None:
    path = tmp_path / "one_file.py"
    text = here.text(*BUNDLE)
    assert here.text(*BUNDLE, "-o", str(path)) == ""
    assert path.read_bytes().decode("utf-8") == text
    path.write_text("mine")
    message = here.error_line(1, *BUNDLE, "-o", str(path))
    assert message == (
        f"minibackprop: error: {path} already exists; use --force to overwrite it, or choose another name\n"
    )
    assert path.read_text() == "mine"
    assert here.text(*BUNDLE, "-o", str(path), "--force") == ""
    assert path.read_bytes().decode("utf-8") == text
    assert os.listdir(str(tmp_path)) == ["one_file.py"]


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_pipe_or_a_folder_is_never_replaced(force: List[str], tmp_path: Path, here: Here) -> None:
    assert "it is a folder" in here.error_line(1, *BUNDLE, "-o", str(tmp_path), *force)
    if not hasattr(os, "mkfifo"):
        missing("named pipes")
    pipe = tmp_path / "pipe"
    os.mkfifo(str(pipe))
    message = here.error_line(1, *BUNDLE, "-o", str(pipe), *force)
    assert f"{pipe} is a device or a pipe, not a file: print the output instead, and " in message
    assert pipe.is_fifo() and os.listdir(str(tmp_path)) == ["pipe"]


def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path, here: Here) -> None:
    link, target = tmp_path / "link.py", tmp_path / "target.py"
    target.write_text("mine")
    try:
        link.symlink_to(target)
    except OSError:
        missing("symbolic links")
    here.text(*BUNDLE, "-o", str(link), "--force")
    assert link.is_symlink() and target.read_text(encoding="utf-8") == here.text(*BUNDLE)


def test_long_names_are_no_problem(tmp_path: Path, here: Here) -> None:
    path = tmp_path / ("n" * 247 + ".py")
    here.text(*BUNDLE, "-o", str(path))
    here.text(*BUNDLE, "-o", str(path), "--force")
    assert path.read_text(encoding="utf-8") == here.text(*BUNDLE)
