"""JSON files with a format and a version: what is written, what is replaced, and which numbers are refused."""

import math
from pathlib import Path

import pytest

from minibackprop import ModelFileError
from minibackprop.files.json_file import read_json, write_json
from minibackprop.files.text_file import read_text


def test_a_file_is_replaced_unless_it_must_not_be(tmp_path: Path) -> None:
    path = tmp_path / "line.json"
    write_json(path, "a line", 1, {"slope": 0.1, "names": ["a", None]})
    assert path.read_text() == '{\n"format": "a line",\n"version": 1,\n"slope": 0.1,\n"names": ["a", null]\n}\n'
    write_json(path, "a line", 1, {"slope": 0.2})
    with pytest.raises(FileExistsError):
        write_json(path, "a line", 1, {"slope": 0.3}, replace=False)
    assert read_json(path, "a line", 1, ["slope"])["slope"] == 0.2


def test_no_number_is_written_that_json_does_not_have(tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        write_json(tmp_path / "line.json", "a line", 1, {"slope": math.nan})
    assert list(tmp_path.iterdir()) == []


def test_a_whole_number_has_at_most_twenty_digits(tmp_path: Path) -> None:
    path = tmp_path / "line.json"
    write_json(path, "a line", 1, {"slope": 10**19})
    assert read_json(path, "a line", 1, ["slope"])["slope"] == 10**19
    write_json(path, "a line", 1, {"slope": 10**20})
    with pytest.raises(ModelFileError, match="^it contains a whole number of 21 digits, which is too large$"):
        read_json(path, "a line", 1, ["slope"])


def test_the_field_that_is_there_twice_is_named(tmp_path: Path) -> None:
    path = tmp_path / "line.json"
    path.write_text('{"a": 1, "b": 2, "b": 3}')
    with pytest.raises(ModelFileError, match="^the field 'b' appears twice in the same place$"):
        read_json(path, "a line", 1, [])


def test_a_text_keeps_its_line_endings(tmp_path: Path) -> None:
    (tmp_path / "text.csv").write_bytes("\ufeffa\r\nb\rc\n".encode("utf-8"))
    assert read_text(tmp_path / "text.csv", ValueError, "") == "a\r\nb\rc\n"
