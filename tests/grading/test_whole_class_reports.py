"""The report of a small class in every form, whole: mistakes, other reasons, and files without an exercise."""

import json
import xml.etree.ElementTree as ET

import pytest

from minibackprop.checking.exercise import Exercise
from minibackprop.checking.exercises import exercise_numbered
from minibackprop.checking.result import FAILED, NOT_RUN, NOT_STARTED, PASSED, ExerciseResult
from minibackprop.grading.class_report import ClassReport
from minibackprop.grading.class_report_files import report_csv, report_json
from minibackprop.grading.class_report_svg import report_svg
from minibackprop.grading.class_report_text import report_text
from minibackprop.grading.graded import Graded, not_an_exercise

from ..support.svg_drawings import description_of, elements, numbers, title_of, tooltip

SECOND = Exercise(2, "=a slope ∂C/∂w", 1)


def learner(exercise: Exercise, status: str, *mistakes: str) -> Graded:
    return Graded([ExerciseResult(exercise, status, [], list(mistakes), [])], 0.25)


def class_with(exercise: Exercise, *mistakes: str) -> ClassReport:
    return ClassReport([learner(exercise, FAILED, *mistakes)])


FIRST, LAST = exercise_numbered(1), exercise_numbered(11)
REPORT = ClassReport([
    learner(LAST, FAILED, "no-gradient"), learner(LAST, FAILED),
    learner(SECOND, PASSED), learner(SECOND, FAILED, "=a ∂"),
    learner(FIRST, FAILED, "first-product-only"), learner(FIRST, FAILED, "bias-scaled"),
    *[learner(FIRST, FAILED, "weights-missing")] * 2,
    learner(FIRST, PASSED), learner(FIRST, FAILED), learner(FIRST, NOT_STARTED), *[learner(FIRST, NOT_RUN)] * 2,
    learner(Exercise(17, "what all have passed", 1), PASSED),
    Graded([not_an_exercise("ada.py", NOT_RUN, "SyntaxError", points=1)], 0.25),
])


def test_the_text_of_a_wide_terminal() -> None:
    assert report_text(REPORT) == """\
15 learners

exercise                                                          passed
1 the weighted input                ███░░░░░░░░░░░░░░░░░░░░░░░░░  1 of 9
2 =a slope ∂C/∂w                    ██████████████░░░░░░░░░░░░░░  1 of 2
11 the backward pass of two layers  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0 of 2
17 what all have passed             ████████████████████████████  1 of 1

How many did not pass, and why:
1 the weighted input
    2  weights-missing: weights-missing
    1  bias-scaled: bias-scaled
    1  first-product-only: Only the first product counts: the loop
       returns too early.
    1  no known mistake
    1  not started
    2  could not be run
2 =a slope ∂C/∂w
    1  =a ∂: =a ∂
11 the backward pass of two layers
    1  no-gradient: There is no gradient: it is 0 everywhere, or nothing
       is returned.
    1  no known mistake

no exercise found: 1
"""


def test_the_text_of_a_narrow_terminal_without_unicode() -> None:
    assert report_text(REPORT, 40, unicode=False) == """\
15 learners

exercise                          passed
1 the weighted input       #....  1 of 9
2 =a slope dC/dw           ##...  1 of 2
11 the backward pass of .  .....  0 of 2
17 what all have passed    #####  1 of 1

How many did not pass, and why:
1 the weighted input
    2  weights-missing: weights-missing
    1  bias-scaled: bias-scaled
    1  first-product-only: Only the
       first product counts: the loop
       returns too early.
    1  no known mistake
    1  not started
    2  could not be run
2 =a slope dC/dw
    1  =a d: =a d
11 the backward pass of two layers
    1  no-gradient: There is no
       gradient: it is 0 everywhere, or
       nothing is returned.
    1  no known mistake

no exercise found: 1
"""
    assert "\n11 the backward pass of …  " in report_text(REPORT, 40)


def test_a_bar_is_not_empty_if_one_has_passed() -> None:
    report = ClassReport([learner(FIRST, PASSED)] + [learner(FIRST, NOT_STARTED)] * 40)
    assert report_text(report, unicode=False).split("\n")[3] == (
        "1 the weighted input  #.............................  1 of 41"
    )


def test_nothing_is_said_of_nothing() -> None:
    nothing = ClassReport([])
    assert report_text(nothing) == "0 learners\n"
    assert report_text(ClassReport([learner(FIRST, PASSED)])).count("\n") == 4
    assert description_of(report_svg(nothing)) == "The results of 0 learners."
    assert repr(REPORT) == "ClassReport(15 learners, 4 exercises)"


def test_the_csv() -> None:
    assert report_csv(REPORT) == """\
exercise,title,learners,passed,not_started,could_not_be_run,no_known_mistake,mistake,count,sentence
1,the weighted input,9,1,1,2,1,,,
1,the weighted input,,,,,,weights-missing,2,weights-missing
1,the weighted input,,,,,,bias-scaled,1,bias-scaled
1,the weighted input,,,,,,first-product-only,1,Only the first product counts: the loop returns too early.
2,'=a slope ∂C/∂w,2,1,0,0,0,,,
2,'=a slope ∂C/∂w,,,,,,'=a ∂,1,'=a ∂
11,the backward pass of two layers,2,0,0,0,1,,,
11,the backward pass of two layers,,,,,,no-gradient,1,"There is no gradient: it is 0 everywhere, or nothing is \
returned."
17,what all have passed,1,1,0,0,0,,,
,no exercise found,1,,,,,,,
"""


def test_the_json() -> None:
    counts = ("learners", "passed", "not_started", "could_not_be_run", "no_known_mistake")
    report = json.loads(report_json(REPORT))
    assert [report[key] for key in ("format", "version", "learners", "no_exercise_found")] == [
        "minibackprop class report", 1, 15, 1
    ]
    assert [(each["number"], each["title"], *[each[key] for key in counts]) for each in report["exercises"]] == [
        (1, "the weighted input", 9, 1, 1, 2, 1), (2, "=a slope ∂C/∂w", 2, 1, 0, 0, 0),
        (11, "the backward pass of two layers", 2, 0, 0, 0, 1), (17, "what all have passed", 1, 1, 0, 0, 0),
    ]
    assert report["exercises"][1]["mistakes"] == [{"mistake": "=a ∂", "count": 1, "sentence": "=a ∂"}]


def places(element: ET.Element, *keys: str) -> str:
    return " ".join([f"{number:g}" for number in numbers(element, *keys)])


def test_where_everything_is_in_the_drawing() -> None:
    svg = report_svg(REPORT)
    texts = [f"{places(text, 'x', 'y')} {text.text}" for text in elements(svg, "text")]
    assert texts == [
        "16 32 How many passed each exercise: 15 learners",
        "52 65 passed",
        "158.8 65 did not pass",
        "312.4 65 not started",
        "16 104 1  the weighted input",
        "444 124 1 of 9",
        "28 144 2 × weights-missing",
        "28 160 1 × bias-scaled",  # the third mistake has no room
        "16 188 2  =a slope ∂C/∂w",
        "117.33 208 1 of 2",
        "28 228 1 × =a ∂",
        "16 256 11  the backward pass of two layers",
        "117.33 276 0 of 2",
        "28 296 1 × There is no gradient: it is 0 everywhere, or nothing is returned.",
        "16 324 17  what all have passed",
        "70.67 344 1 of 1",
        "16 380 In 1 file, no exercise was found.",
    ]
    title, *others, note = elements(svg, "text")
    assert (title.attrib["font-size"], title.attrib["font-weight"]) == ("18", "600")
    assert {text.attrib["font-size"] for text in others} == {"13", "11"}
    assert [text.text for text in others if text.attrib["font-size"] == "11"] == [
        "2 × weights-missing", "1 × bias-scaled", "1 × =a ∂",
        "1 × There is no gradient: it is 0 everywhere, or nothing is returned.",
    ]
    assert (note.attrib["font-size"], note.attrib["font-style"]) == ("11", "italic")
    lines = elements(svg, "line")
    assert [f"{places(line, 'x1', 'y1', 'x2', 'y2')} {tooltip(line)}" for line in lines] == [
        "16 60 44 60 ",
        "122.8 60 150.8 60 ",
        "276.4 60 304.4 60 ",
        "16 119 62.67 119 1 passed",  # a ninth of 420
        "62.67 119 389.33 119 7 did not pass",
        "389.33 119 436 119 1 not started",
        "16 203 62.67 203 1 passed",
        "62.67 203 109.33 203 1 did not pass",
        "16 271 109.33 271 2 did not pass",
        "16 339 62.67 339 1 passed",
    ]
    assert title_of(svg) == "How many passed each exercise"
    assert description_of(svg) == (
        "The results of 15 learners. Exercise 1, the weighted input: 1 of 9 passed. Exercise 2, =a slope ∂C/∂w: "
        "1 of 2 passed. Exercise 11, the backward pass of two layers: 0 of 2 passed. Exercise 17, what all have "
        "passed: 1 of 1 passed. No exercise was found in 1 file."
    )


@pytest.mark.parametrize("report, width, height", [
    (REPORT, 420 + 0.6 * 13 * len("9 of 9") + 8 + 2 * 16, 380 + 8 + 16),
    (ClassReport([]), 420 + 0.6 * 13 * len("1 of 1") + 8 + 2 * 16, 160),
    (class_with(Exercise(1, "a" * 100, 1)), 0.6 * 13 * len("1  " + "a" * 100) + 2 * 16, 160),
    (class_with(Exercise(1, "a" * 80, 1), "m" * 110), 0.6 * 11 * len("1 × " + "m" * 110) + 12 + 2 * 16, 176),
])
def test_the_drawing_is_as_large_as_what_is_in_it(report: ClassReport, width: float, height: float) -> None:
    (svg,) = elements(report_svg(report), "svg")
    assert numbers(svg, "width", "height") == pytest.approx([width, height], abs=0.01)
