"""One report in every format, whole: of an exercise with a secret trial, and of a file that could not be run."""

import json
from typing import Any, Dict, List

import pytest

from minibackprop.checking.exercises import exercise_numbered
from minibackprop.checking.result import FAILED, NOT_RUN, PASSED, ExerciseResult, Trial
from minibackprop.grading.coderunner import as_coderunner
from minibackprop.grading.formats import FORMATS
from minibackprop.grading.graded import Graded, not_an_exercise
from minibackprop.grading.gradescope import as_gradescope
from minibackprop.grading.json_report import as_json
from minibackprop.grading.junit import as_junit
from minibackprop.grading.prairielearn import as_prairielearn
from minibackprop.grading.text import as_text
from minibackprop.grading.vpl import as_vpl

TRIALS = [
    Trial("one input", 2 / 3, "", is_secret=False),
    Trial("two inputs", 4 / 3, "5.0 is not 6.0", is_secret=False),
    Trial("one input, other numbers", 2 / 3, "", is_secret=True),
    Trial("two inputs, other numbers", 1 / 3, "a wrong number", is_secret=True),
]
FEEDBACK = ["a question", "the rule:\n  w·x + b", "the mistake"]
FIRST = ExerciseResult(exercise_numbered(1), FAILED, TRIALS, ["bias-missing"], FEEDBACK)
FIRST.go_on = "Go on with exercise 2."
GRADED = Graded([FIRST, not_an_exercise("notes.py", NOT_RUN, "SyntaxError in line 3", points=1)], 0.12345678)

EXERCISE = "Exercise 1, the weighted input"
TEXT = f"""\
{EXERCISE}: failed, 1.333 of 3 points

   passed  one input
   failed  two inputs: 5.0 is not 6.0
   passed  one input, other numbers
   failed  two inputs, other numbers: a wrong number

the rule:
  w·x + b

Go on with exercise 2.

notes.py: could not be run, 0 of 1 point

   failed  notes.py: SyntaxError in line 3

Total: 1.333 of 4 points
"""
HIDDEN_TEXT = TEXT.replace("   passed  one input, other numbers\n", "").replace(
    "two inputs, other numbers: a wrong number", "hidden numbers: 0.6667 of 1 points"
)


def test_the_text() -> None:
    assert as_text(GRADED, 2) == TEXT
    assert as_text(GRADED, 2, True) == HIDDEN_TEXT
    assert as_text(GRADED) == TEXT.replace("the rule:\n  w·x + b", "the mistake")


@pytest.mark.parametrize("hides_secret", [False, True])
def test_the_json(hides_secret: bool) -> None:
    def trials(*rows: Any) -> List[Dict[str, Any]]:
        return [dict(zip(("title", "points", "max_points", "passed", "message", "is_secret"), row)) for row in rows]

    secret: List[Any] = [
        ("one input, other numbers", 0.666667, 0.666667, True, "", True),
        ("two inputs, other numbers", 0, 0.333333, False, "a wrong number", True),
    ]
    if hides_secret:
        secret = [("hidden numbers", 0.666667, 1, False, "0.6667 of 1 points", True)]
    first = {
        "number": 1, "title": "the weighted input", "status": "failed", "points": 1.333333, "max_points": 3,
        "mistakes": ["bias-missing"], "feedback": "the rule:\n  w·x + b", "trials": trials(
            ("one input", 0.666667, 0.666667, True, "", False),
            ("two inputs", 0, 1.333333, False, "5.0 is not 6.0", False),
            *secret,
        ),
    }
    second = {
        "number": 0, "title": "notes.py", "status": "could not be run", "points": 0, "max_points": 1, "mistakes": [],
        "feedback": "", "trials": trials(("notes.py", 0, 1, False, "SyntaxError in line 3", False)),
    }
    text = as_json(GRADED, 2, hides_secret)
    assert json.loads(text) == {
        "format": "minibackprop results", "version": 1, "points": 1.333333, "max_points": 4, "passed": False,
        "seconds": 0.123457, "exercises": [first, second],
    }
    assert text.startswith('{\n  "format": "minibackprop results",\n  "version": 1,\n  "points": 1.333333,\n')


@pytest.mark.parametrize("hides_secret", [False, True])
def test_gradescope(hides_secret: bool) -> None:
    def test(number: str, name: str, score: float, most: float, output: str, visibility: str) -> Dict[str, Any]:
        status = "failed" if output else "passed"
        return {
            "number": number, "name": name, "score": score, "max_score": most, "output": output, "status": status,
            "visibility": visibility, "name_format": "text", "output_format": "text",
        }

    secret = "hidden" if hides_secret else "visible"
    assert json.loads(as_gradescope(GRADED, 2, hides_secret)) == {
        "score": 1.333333, "execution_time": 0.123457, "output": HIDDEN_TEXT if hides_secret else TEXT,
        "output_format": "text", "tests": [
            test("1.1", f"{EXERCISE}: one input", 0.666667, 0.666667, "", "visible"),
            test("1.2", f"{EXERCISE}: two inputs", 0, 1.333333, "5.0 is not 6.0", "visible"),
            test("1.3", f"{EXERCISE}: one input, other numbers", 0.666667, 0.666667, "", secret),
            test("1.4", f"{EXERCISE}: two inputs, other numbers", 0, 0.333333, "a wrong number", secret),
            test("0.1", "notes.py: notes.py", 0, 1, "SyntaxError in line 3", "visible"),
        ],
    }


@pytest.mark.parametrize("hides_secret", [False, True])
def test_prairielearn(hides_secret: bool) -> None:
    def test(name: str, points: float, most: float, message: str, is_secret: bool = False) -> Dict[str, Any]:
        description = "with secret numbers" if is_secret else "with numbers that you can see"
        return {
            "name": name, "points": points, "max_points": most, "message": message, "output": "",
            "description": description,
        }

    secret = [
        test(f"{EXERCISE}: one input, other numbers", 0.666667, 0.666667, "", True),
        test(f"{EXERCISE}: two inputs, other numbers", 0, 0.333333, "a wrong number", True),
    ]
    if hides_secret:
        secret = [test(f"{EXERCISE}: hidden numbers", 0.666667, 1, "0.6667 of 1 points", True)]
    assert json.loads(as_prairielearn(GRADED, 2, hides_secret)) == {
        "gradable": True, "score": 0.333333, "message": "1.333 of 4 points",
        "output": HIDDEN_TEXT if hides_secret else TEXT, "tests": [
            test(f"{EXERCISE}: one input", 0.666667, 0.666667, ""),
            test(f"{EXERCISE}: two inputs", 0, 1.333333, "5.0 is not 6.0"),
            *secret,
            test("notes.py: notes.py", 0, 1, "SyntaxError in line 3"),
        ],
    }


def test_prairielearn_of_what_could_not_be_run() -> None:
    message = "It could not be run, so this attempt is not counted."
    assert json.loads(as_prairielearn(Graded(GRADED.results[1:], 0.25))) == {
        "gradable": False, "score": 0, "message": message, "format_errors": ["notes.py: SyntaxError in line 3"],
        "output": "notes.py: could not be run, 0 of 1 point\n\n   failed  notes.py: SyntaxError in line 3\n",
    }
    assert json.loads(as_prairielearn(Graded([], 0.25))) == {
        "gradable": False, "score": 0, "message": message, "format_errors": ["There is no exercise to check."],
        "output": "There is no exercise to check.\n",
    }


@pytest.mark.parametrize("hides_secret", [False, True])
def test_coderunner(hides_secret: bool) -> None:
    got = HIDDEN_TEXT if hides_secret else TEXT
    assert as_coderunner(GRADED, 2, hides_secret) == f'{{"fraction": 0.333333, "got": {json.dumps(got)}}}\n'


@pytest.mark.parametrize("hides_secret", [False, True])
def test_vpl(hides_secret: bool) -> None:
    secret = ">    passed  one input, other numbers\n>    failed  two inputs, other numbers: a wrong number"
    if hides_secret:
        secret = ">    failed  hidden numbers: 0.6667 of 1 points"
    assert as_vpl(GRADED, 2, hides_secret) == f"""\
<|--
- {EXERCISE}: failed, 1.333 of 3 points
>    passed  one input
>    failed  two inputs: 5.0 is not 6.0
{secret}
>
> the rule:
>   w·x + b
>
> Go on with exercise 2.
- notes.py: could not be run, 0 of 1 point
>    failed  notes.py: SyntaxError in line 3
--|>
Grade :=>> 33.333333
"""


JUNIT = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="minibackprop" tests="5" failures="2" errors="1" time="0.123457">\
<testsuite name="{EXERCISE}" tests="4" failures="2" errors="0">\
<properties><property name="points" value="1.33333" /><property name="max_points" value="3" /></properties>\
<testcase name="one input" classname="{EXERCISE}" />\
<testcase name="two inputs" classname="{EXERCISE}">\
<failure message="5.0 is not 6.0" type="failure">5.0 is not 6.0</failure></testcase>\
<testcase name="one input, other numbers" classname="{EXERCISE}" />\
<testcase name="two inputs, other numbers" classname="{EXERCISE}">\
<failure message="a wrong number" type="failure">a wrong number</failure></testcase>\
<system-out>{TEXT.partition(chr(10) * 2 + "notes")[0]}</system-out></testsuite>\
<testsuite name="notes.py" tests="1" failures="0" errors="1">\
<properties><property name="points" value="0" /><property name="max_points" value="1" /></properties>\
<testcase name="notes.py" classname="notes.py">\
<error message="SyntaxError in line 3" type="error">SyntaxError in line 3</error></testcase>\
<system-out>notes.py: could not be run, 0 of 1 point

   failed  notes.py: SyntaxError in line 3</system-out></testsuite></testsuites>
"""


@pytest.mark.parametrize("name", FORMATS)
def test_all_is_told_unless_something_else_is_asked_for(name: str) -> None:
    writer: Any = FORMATS[name]
    assert writer(GRADED) == writer(GRADED, 3, False) != writer(GRADED, 2, False)


def test_points_are_decimal_numbers_even_where_there_are_none() -> None:
    assert as_json(Graded([], 0)) == """\
{
  "format": "minibackprop results",
  "version": 1,
  "points": 0.0,
  "max_points": 0.0,
  "passed": false,
  "seconds": 0.0,
  "exercises": []
}
"""


def test_junit() -> None:
    assert as_junit(GRADED, 2) == JUNIT
    assert 'tests="3" failures="2" errors="0"><properties>' in as_junit(GRADED, 2, True)
    assert 'message="0.6667 of 1 points"' in as_junit(GRADED, 2, True)


def test_junit_of_nothing() -> None:
    assert as_junit(Graded([], float("inf"))) == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="minibackprop" tests="1" failures="1" errors="0" time="0.000000">\
<testsuite name="minibackprop" tests="1" failures="1" errors="0">\
<testcase name="exercises" classname="minibackprop">\
<failure message="There is no exercise to check." type="failure">There is no exercise to check.</failure>\
</testcase></testsuite></testsuites>
"""


def test_junit_of_a_failure_without_a_trial_that_failed() -> None:
    result = ExerciseResult(exercise_numbered(1), FAILED, TRIALS[:1], [], [])
    junit = as_junit(Graded([result], 0.25))
    heading = f"{EXERCISE}: failed, 0.6667 of 3 points"
    assert f'<testcase name="failed" classname="{EXERCISE}"><failure message="{heading}" type="failure">' in junit
    assert 'tests="2" failures="1" errors="0"' in junit


def test_junit_of_an_exercise_that_is_passed() -> None:
    result = ExerciseResult(exercise_numbered(1), PASSED, TRIALS[:1], [], [])
    assert '<testsuite name="Exercise 1, the weighted input" tests="1" failures="0" errors="0">' in as_junit(
        Graded([result], 0.25)
    )
