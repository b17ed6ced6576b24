"""The command `bundle`: the one-file version, printed or written to a file."""

import os
from pathlib import Path
from typing import List

import pytest

from minibackprop.files.bundle import bundle

from ..support.command import Here, run


def test_the_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "minibackprop.py"
    assert run("bundle", "-o", str(path)) == (0, "", "")
    assert path.read_bytes() == bundle().encode("utf-8")

    path.write_text("mine", encoding="utf-8")
    refused = run("bundle", "-o", str(path))
    assert (refused.status, refused.out, path.read_text(encoding="utf-8")) == (1, "", "mine")
    assert refused.err.splitlines() == [
        f"minibackprop: error: {path} already exists; use --force to overwrite it, or choose another name"
    ]
    assert run("bundle", "-o", str(path), "--force", "--with-housing") == (0, "", "")
    assert path.read_bytes() == bundle(with_housing=True).encode("utf-8")
    assert os.listdir(str(tmp_path)) == ["minibackprop.py"]

    nowhere = run("bundle", "-o", str(tmp_path / "no" / "folder.py"))
    assert nowhere.status == 1 and len(nowhere.err.splitlines()) == 1


def test_it_can_end_with_a_module(tmp_path: Path, here: Here) -> None:
    path = tmp_path / "minibackprop.py"
    assert here.text("bundle", "--until", "backprop", "-o", str(path)) == ""
    assert path.read_bytes() == bundle(until="backprop").encode("utf-8")


@pytest.mark.parametrize("options, message", [
    (["--until", "backpropagation"], "there is no module 'backpropagation' to end with; the modules are linalg, "),
    (["--force"], "--force has no effect without --output"),
    (["--until", "update", "--with-housing"], "a file with the housing table cannot end with update"),
    (["--until", "update", "--with-diagnosis"], "a file with the diagnosis cannot end with update"),
    (["--until", "update", "--with-lessons"], "a file with what the lessons need cannot end with update"),
    (["--with-housing", "--with-lessons"], "--with-housing has no effect with --with-lessons: leave out one of them"),
])
def test_an_error_is_reported_in_one_line(options: List[str], message: str, here: Here) -> None:
    assert message in here.error_line(2, "bundle", *options)
