"""The command `page`: the step page of a published example or of a table, printed or written to a file."""

import os
from pathlib import Path
from typing import List, Tuple

import pytest

from minibackprop import load_housing
from minibackprop.step_page.subjects import page_of_example, page_of_table
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES

from ..support.command import Here


def test_the_page_of_an_example_is_written_whole_or_not_at_all(tmp_path: Path, here: Here) -> None:
    path = tmp_path / "step.html"
    arguments = ["page", "--example", "mazur", "--epochs", "2", "-o", str(path)]
    assert here.text(*arguments) == ""
    expected = page_of_example(PUBLISHED_EXAMPLES["mazur"], epochs=2)
    assert path.read_text(encoding="utf-8") == expected
    assert "already exists" in here.error_line(1, *arguments)
    assert here.text(*arguments, "--force") == ""
    assert os.listdir(str(tmp_path)) == ["step.html"]


def test_by_default_the_page_is_about_a_few_houses(tmp_path: Path, here: Here) -> None:
    path = tmp_path / "step.html"
    here.text("page", "--without", "B", "--lr", "0.25", "--epochs", "2", "-o", str(path))
    houses = load_housing(["B"])
    expected = page_of_table(houses, "the Boston housing table", learning_rate=0.25, epochs=2)
    assert path.read_text(encoding="utf-8") == expected


def test_the_names_in_your_own_table_are_shown_as_text(tmp_path: Path, here: Here) -> None:
    table = tmp_path / "flats.csv"
    table.write_text('"<script>alert(1)</script>",rent\n1,2\n3,5\n4,9\n', encoding="utf-8")
    path = tmp_path / "step.html"
    here.text("page", "--data", str(table), "--target", "rent", "--epochs", "1", "-o", str(path))
    page = path.read_text(encoding="utf-8")
    assert "alert(1)" in page and "<script>alert" not in page


BAD: List[Tuple[int, str, str]] = [
    (2, "--example foo", "there is no example 'foo'"),
    (2, "--data flats.csv", "--data FILE.csv and --target COLUMN go together"),
    (2, "--example mazur --without B", "--without has no effect with --example: leave out one of them"),
    (2, "--epochs 1000", "choose fewer neurons, inputs or epochs"),
    (2, "--without NOPE", "there is no column 'NOPE'; the columns are CRIM"),
    (2, "--example mazur --target rent", "--target has no effect with --example: leave out one of them"),
    (2, "--force", "--force has no effect without --output: leave it out, or give both"),
    (2, "--exampel mazur", "there is no option --exampel: did you mean --example? (options: minibackprop page --help)"),
]


@pytest.mark.parametrize("status, options, message", BAD, ids=[options for _, options, _ in BAD])
def test_an_error_is_reported_in_one_line(status: int, options: str, message: str, here: Here) -> None:
    assert message in here.error_line(status, "page", *options.split())
