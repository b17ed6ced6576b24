"""The report of a class: its counts, its four forms, and that no name is in any of them."""

import csv
import io
import json
from typing import List

import pytest

from minibackprop.checking.exercises import ALL_EXERCISES
from minibackprop.grading.class_report import ClassReport
from minibackprop.grading.class_report_files import report_csv, report_json
from minibackprop.grading.class_report_svg import report_svg
from minibackprop.grading.class_report_text import report_text
from minibackprop.grading.class_report_files import without_formula
from minibackprop.grading.graded import Graded, not_an_exercise

from ..support.svg_drawings import elements, numbers, texts, tooltip
from .samples import for_one_input_only, not_written, result_of, right, without_bias

CLASS: List[Graded] = [
    Graded([result_of(right), result_of(lambda *a: None, number=11)], 0.25),
    Graded([result_of(right, 3)], 0.25),
    Graded([result_of(without_bias)], 0.25),
    Graded([result_of(without_bias, 3)], 0.25),
    Graded([result_of(for_one_input_only)], 0.25),
    Graded([result_of(not_written)], 0.25),
    Graded([not_an_exercise("ada_lovelace.py", "could not be run", "ada_lovelace.py: SyntaxError", points=1)], 0.25),
    Graded([not_an_exercise("=grace.py", "not started", "it is empty", points=1)], 0.25),
]
REPORT = ClassReport(CLASS)
ALL = ClassReport([Graded([result_of(lambda *a: 0.0, number=e.number) for e in ALL_EXERCISES], 0.25)] * 2)


def test_the_counts() -> None:
    first, second = REPORT.exercises
    assert (REPORT.num_learners, REPORT.without_exercise) == (8, 2)
    assert (first.number, first.learners, first.passed, first.not_started, first.could_not_be_run) == (1, 6, 2, 1, 0)
    assert first.mistakes == [("bias-missing", 2), ("first-product-only", 1)]
    assert (second.number, second.learners, second.passed) == (11, 1, 0)


def test_the_reasons_are_only_those_that_there_are() -> None:
    first, second = REPORT.exercises
    assert first.reasons == [
        ("bias-missing: The bias is not added.", 2),
        ("first-product-only: Only the first product counts: the loop returns too early.", 1), ("not started", 1),
    ]
    assert [count for _, count in second.reasons] == [1]


def test_a_mistake_in_two_functions_counts_once() -> None:
    result = result_of(without_bias)
    result.mistakes = ["a", "a", "b or c"]
    assert ClassReport([Graded([result], 0.25)]).exercises[0].mistakes == [("a", 1), ("b or c", 1)]


def test_no_name_is_in_any_form() -> None:
    forms = [report_text(REPORT), report_json(REPORT), report_csv(REPORT), str(report_svg(REPORT))]
    for form in forms:
        assert "lovelace" not in form and "grace" not in form and ".py" not in form
        assert "no exercise found" in form or "no_exercise_found" in form or "no exercise was found" in form


def test_the_text() -> None:
    lines = report_text(REPORT).split("\n")
    assert lines[0] == "8 learners" and lines[-2] == "no exercise found: 2"
    assert "1 the weighted input" in lines[3] and lines[3].endswith("2 of 6") and lines[3].count("█") == 9
    assert lines[3].count("░") == 19
    assert "    2  bias-missing: The bias is not added." in lines and "    1  not started" in lines


@pytest.mark.parametrize("width", [40, 60, 72, 100])
@pytest.mark.parametrize("unicode", [True, False])
def test_the_text_is_as_narrow_as_it_must_be(width: int, unicode: bool) -> None:
    for report in (REPORT, ALL):
        text = report_text(report, width, unicode)
        assert max([len(line) for line in text.split("\n")]) <= width
        if not unicode:
            text.encode("ascii")


def test_a_bar_is_full_only_if_all_passed_and_empty_only_if_none_did() -> None:
    def bar(num_passed: int, num_failed: int) -> str:
        learners = [Graded([result_of(right)], 0.1)] * num_passed + [Graded([result_of(not_written)], 0.1)] * num_failed
        return report_text(ClassReport(learners)).split("\n")[3]

    assert "░" not in bar(100, 0) and "█" not in bar(0, 100)
    assert "░" in bar(99, 1) and "█" in bar(1, 99)


def test_the_json() -> None:
    report = json.loads(report_json(REPORT))
    assert (report["learners"], report["no_exercise_found"]) == (8, 2)
    assert report["exercises"][0]["mistakes"][0] == {
        "mistake": "bias-missing", "count": 2, "sentence": "The bias is not added.",
    }


def test_the_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(report_csv(REPORT))))
    assert [row["exercise"] for row in rows] == ["1", "1", "1", "11", "11", ""]
    assert [row["mistake"] for row in rows[:3]] == ["", "bias-missing", "first-product-only"]
    assert (rows[0]["learners"], rows[0]["passed"], rows[0]["not_started"]) == ("6", "2", "1")
    assert (rows[1]["learners"], rows[1]["count"], rows[1]["sentence"]) == ("", "2", "The bias is not added.")
    assert (rows[-1]["title"], rows[-1]["learners"]) == ("no exercise found", "2")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert without_formula(start + "1") == "'" + start + "1"
    result = result_of(without_bias)
    result.mistakes = [start + "cmd()"]
    rows = list(csv.reader(io.StringIO(report_csv(ClassReport([Graded([result], 0.1)])), newline="")))
    assert rows[2][7] == "'" + start + "cmd()"


def test_no_cell_breaks_a_row() -> None:
    assert without_formula("a\r\tb\n") == "a??b?"


def test_the_bars_of_the_drawing_are_as_long_as_the_counts() -> None:
    bars = [line for line in elements(report_svg(REPORT), "line") if tooltip(line)]
    assert [tooltip(bar) for bar in bars] == ["2 passed", "3 did not pass", "1 not started", "1 did not pass"]
    ends = [numbers(bar, "x1", "x2") for bar in bars]
    lengths = [end - start for start, end in ends]
    assert lengths == pytest.approx([140.0, 210.0, 70.0, 70.0], abs=0.05)
    assert ends[0][1] == ends[1][0] and ends[1][1] == ends[2][0]
    widths = [numbers(bar, "stroke-width")[0] for bar in bars]
    assert widths[0] > widths[1] > widths[2]  # so that it does not take color to tell them apart


def test_the_drawing_has_the_numbers_and_the_most_frequent_mistakes() -> None:
    words = set(texts(report_svg(REPORT)))
    assert {"2 of 6", "0 of 1", "passed", "did not pass", "not started"} <= words
    assert "How many passed each exercise: 8 learners" in words and "2 × The bias is not added." in words
    assert "In 2 files, no exercise was found." in words


@pytest.mark.parametrize("report", [REPORT, ALL, ClassReport([])], ids=["class", "all", "nothing"])
def test_the_drawing_stays_inside(report: ClassReport) -> None:
    (root,) = elements(report_svg(report), "svg")
    width, height = numbers(root, "width", "height")
    assert 200 < width < 1500 and 150 < height < 1500
    for text in elements(report_svg(report), "text"):
        x, y = numbers(text, "x", "y")
        assert 0 <= x and x + 0.6 * float(text.attrib["font-size"]) * len(text.text or "") <= width
        assert 0 <= y <= height
    for line in elements(report_svg(report), "line"):
        assert all(0 <= x <= width for x in numbers(line, "x1", "x2"))
