"""A target of words, or numbers with --classify: accuracy, and which class was taken for which."""

import re
from pathlib import Path
from typing import Any, List

import pytest

from minibackprop import SOFTMAX_CROSS_ENTROPY, RandomNumbers

from ..support.command import Here, own_table, run


def flowers(folder: Path, names: List[str]) -> List[str]:
    """The options for a table of 60 flowers in three groups, each around a place of its own."""
    rng = RandomNumbers(5)
    lines = ["length,width,kind"]
    for number in range(60):
        group = number % 3
        length, width = group + rng.uniform(-0.6, 0.6), (group % 2) + rng.uniform(-0.6, 0.6)
        lines.append(f"{length:.2f},{width:.2f},{names[group]}")
    return own_table(folder, "\n".join(lines), "kind")


@pytest.fixture
def words(tmp_path: Path) -> List[str]:
    return flowers(tmp_path, ["rose", "lily", "aster"])


def test_words_as_targets_make_it_a_classification(here: Here, words: List[str]) -> None:
    result = here.json(*words)
    assert result["network"]["layers"] == [8, 4, 3]
    assert result["network"]["cost"] == "softmax cross-entropy"
    assert result["network"]["activations"][-1] == "linear"
    confusion = result["confusion"]
    assert confusion["classes"] == ["aster", "lily", "rose"]
    counts = confusion["counts"]
    assert sum(map(sum, counts)) == result["table"]["held_out_rows"] == 15
    network, line, frequent = result["scores"]
    assert network["accuracy"] == sum(counts[k][k] for k in range(3)) / 15 > 0.85
    assert [score["name"] for score in (network, line, frequent)] == [
        "this network", "one linear layer", "always the most frequent"
    ]
    assert line["accuracy"] > frequent["accuracy"]


def test_the_report_and_the_json_say_the_same(here: Here, words: List[str]) -> None:
    result, report = here.json(*words), here.text(*words)
    assert report.startswith("A network learns kind by backpropagation\n")
    assert "2 features, standardized; 3 classes: aster, lily, rose" in " ".join(report.split())
    assert "The cost −ln(probability of the actual class) after each epoch" in report
    rows = re.findall(r"^\d+ +(\w+) +(\w+) +(\w+) +(0\.\d\d|1\.00)$", report, re.MULTILINE)
    assert len(rows) == 10
    for (actual, before, after, probability), row in zip(rows, result["before_and_after"]):
        assert [actual, before, after] == [row["actual"], row["before"], row["after"]]
        assert float(probability) == pytest.approx(row["probability_of_actual"], abs=0.0051)
    for score in result["scores"]:
        assert re.search(rf"^{score['name']} +{100 * score['accuracy']:.0f} %$", report, re.MULTILINE)
    table = [[int(count) for count in cells.split()] for cells in
             re.findall(r"^[abc]: \w+ +(\d+ +\d+ +\d+)$", report, re.MULTILINE)]
    assert table == result["confusion"]["counts"]
    costs = re.search(r"^cost +([\d.]+) +([\d.]+)$", report, re.MULTILINE)
    assert costs and [float(cost) for cost in costs.groups()] == pytest.approx(
        [result["cost_of_these"][moment] for moment in ("before", "after")], rel=1e-3
    )


def test_the_most_frequent_class_is_that_of_the_training_rows(here: Here, tmp_path: Path) -> None:
    lines = ["x,kind"] + [f"{n},{'often' if n % 4 else 'seldom'}" for n in range(40)]
    result = here.json(*own_table(tmp_path, "\n".join(lines), "kind"), "--epochs", "0")
    counts = result["confusion"]["counts"]
    assert result["scores"][2]["accuracy"] == pytest.approx(sum(counts[0]) / 10)


def test_numbers_are_classes_only_if_asked_for(here: Here, tmp_path: Path) -> None:
    numbers = flowers(tmp_path, ["10", "9", "1"])
    assert "confusion" not in here.json(*numbers, "--epochs", "1")
    result = here.json(*numbers, "--classify", "--epochs", "1")
    assert result["confusion"]["classes"] == ["1", "9", "10"]
    assert {row["actual"] for row in result["before_and_after"]} <= {"1", "9", "10"}


@pytest.mark.parametrize("width", [40, 60, 100])
def test_it_fits_any_terminal(width: int, here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    names = ["rosa × damascena 'Celsiana'", "Lilium candidum L.", "aster\u202e\x07"]
    report = here.text(*flowers(tmp_path, names), "--epochs", "2")
    assert max(map(len, report.splitlines())) <= width
    assert "\u202e" not in report and "\x07" not in report


def test_a_page_walks_through_the_training_on_classes(here: Here, words: List[str]) -> None:
    page: Any = here.text("page", *words, "--epochs", "1")
    assert "softmax" in page and "The columns of the inputs are standardized" in page
    for name in ("rose", "lily", "aster"):
        assert name in page


def test_the_cost_of_the_curve_is_cross_entropy(here: Here, words: List[str]) -> None:
    """Before training, three classes with random small logits cost about ln 3."""
    assert SOFTMAX_CROSS_ENTROPY.of([[1, 0, 0]], [[0, 0, 0]]) == pytest.approx(1.0986, abs=1e-4)
    costs = here.json(*words, "--epochs", "30")["training"]["costs"]
    assert 0.5 < costs[0] < 2.5 and costs[-1] < 0.7


@pytest.mark.parametrize("rows, words", [
    (2, "Only one row is held out: chance decides"), (12, "Only 3 rows are held out"),
])
def test_few_held_out_rows_are_said_to_be_few(rows: int, words: str, here: Here, tmp_path: Path) -> None:
    text = "\n".join(["size,rent"] + [f"{n},{3 * n + n % 2}" for n in range(rows)])
    report = " ".join(here.text(*own_table(tmp_path, text, "rent"), "--epochs", "1").split())
    assert words in report
    assert "1 rows" not in report and "1 houses" not in report


def test_what_was_noticed_about_the_file_is_said(here: Here, tmp_path: Path) -> None:
    text = "size;rent\n" + "\n".join(f"{n},5;{3 * n},25" for n in range(30)) + "\n7;\n"
    own = own_table(tmp_path, text, "rent")
    report = " ".join(here.text(*own, "--drop-missing", "--epochs", "1").split())
    assert "columns are separated by semicolons, numbers are written with a decimal comma" in report
    assert "1 row with empty cells was left out" in report
    notes = here.json(*own, "--drop-missing", "--epochs", "1")["table"]["notes"]
    assert len(notes) == 2 and all(note in report for note in notes)


def test_names_that_are_cut_off_are_so_in_ascii_too(tmp_path: Path) -> None:
    own = flowers(tmp_path, ["a rather long name", "another one", "rose"])
    out = run(*own, "--epochs", "1", env={"COLUMNS": "40", "PYTHONIOENCODING": "ascii"}, encoding="ascii").out
    assert "a rather." in out
    assert re.findall(r"\S+\?", out) == ["rows?", "class?"]
