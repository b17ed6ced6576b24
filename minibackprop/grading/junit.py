"""The results as JUnit XML, which CI services read: the elements of "Common JUnit XML Format" by Testmo.

How long each exercise takes is not known, so that only the whole has a time.
"""

import xml.etree.ElementTree as ET
from typing import List

from ..checking.result import NOT_RUN, ExerciseResult, Trial
from .graded import Graded
from .readable import NOTHING, readable
from .strict_json import rounded

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def as_junit(graded: Graded, hint: int = 3, hides_secret: bool = False) -> str:
    """A test suite for each exercise and a test case for each trial; what did not pass has a failure or an error.

    An exercise that could not be run has errors. If there is no exercise, that is a failure: silence is no success.

    >>> '<testsuites name="minibackprop" tests="1" failures="1" errors="0" ' in as_junit(Graded([], 0.5))
    True
    """
    graded = readable(graded, hides_secret)
    suites = [_suite(result, hint) for result in graded.results] or [_suite_of_nothing()]
    root = ET.Element("testsuites", {
        "name": "minibackprop",
        **{key: str(sum(int(suite.attrib[key]) for suite in suites)) for key in ("tests", "failures", "errors")},
        "time": f"{rounded(graded.seconds):.6f}",
    })
    root.extend(suites)
    return DECLARATION + ET.tostring(root, encoding="unicode") + "\n"


def _suite(result: ExerciseResult, hint: int) -> ET.Element:
    trials = result.trials
    if not result.passed and all(trial.passed for trial in trials):
        trials = trials + [Trial(result.status, 0.0, result.heading, is_secret=False)]
    tag = "error" if result.status == NOT_RUN else "failure"
    suite = _suite_of(result.exercise.name, trials, tag)
    properties = ET.Element("properties")
    for key, points in (("points", result.points), ("max_points", result.max_points)):
        ET.SubElement(properties, "property", {"name": key, "value": f"{points:g}"})
    suite.insert(0, properties)
    ET.SubElement(suite, "system-out").text = result.text(hint)
    return suite


def _suite_of_nothing() -> ET.Element:
    return _suite_of("minibackprop", [Trial("exercises", 0.0, NOTHING, is_secret=False)], "failure")


def _suite_of(name: str, trials: List[Trial], tag: str) -> ET.Element:
    """The suite, with an element of this tag in each case that did not pass."""
    num_wrong = len([trial for trial in trials if not trial.passed])
    suite = ET.Element("testsuite", {
        "name": name,
        "tests": str(len(trials)),
        "failures": str(num_wrong if tag == "failure" else 0),
        "errors": str(num_wrong if tag == "error" else 0),
    })
    for trial in trials:
        case = ET.SubElement(suite, "testcase", {"name": trial.title, "classname": name})
        if not trial.passed:
            ET.SubElement(case, tag, {"message": trial.message, "type": tag}).text = trial.message
    return suite
