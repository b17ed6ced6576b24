"""What each format demands, from its documentation: each function returns what it has read, or says what is wrong."""

import json
import re
import xml.etree.ElementTree as ET
from typing import Any, Dict, List, Tuple

VISIBILITIES = ("hidden", "after_due_date", "after_published", "visible")
GRADE, BEGIN, END, COMMENT = "Grade :=>>", "<|--", "--|>", "Comment :=>>"


def strict(text: str) -> Any:
    """JSON in ASCII, without NaN, infinity, surrogates on their own, or a null character, which databases refuse."""
    def no_constant(name: str) -> Any:
        raise AssertionError(f"{name} is no JSON")

    text.encode("ascii")
    assert text.endswith("}\n"), "the text does not end with a newline"
    value = json.loads(text, parse_constant=no_constant)
    for forbidden in (r"\\u00[01]", r"\\ud[89ab]..(?!\\ud[c-f])"):
        found = re.search(forbidden, text.replace(r"\\", ""))
        assert found is None, f"{found} is in the text"
    return value


def has_fields(value: Any, where: str, needed: Dict[str, Any], optional: Dict[str, Any]) -> None:
    """Whether an object has these fields of these types, and no others."""
    assert isinstance(value, dict), f"{where} is no object"
    for key in needed:
        assert key in value, f"{where} lacks {key}"
    for key, field in value.items():
        wanted = {**needed, **optional}.get(key)
        assert wanted is not None, f"{where} has an unknown field {key}"
        is_right = isinstance(field, wanted) and (wanted is bool or not isinstance(field, bool))
        assert is_right, f"{key} of {where} is {field!r}"


NUMBER = (int, float)


def gradescope(text: str) -> Dict[str, Any]:
    results = strict(text)
    has_fields(results, "the results", {"score": NUMBER, "tests": list}, {
        "execution_time": NUMBER, "output": str, "output_format": str, "visibility": str, "stdout_visibility": str,
    })
    assert results.get("output_format", "simple_format") == "text", "the output could be taken for HTML"
    for test in results["tests"]:
        has_fields(test, "a test", {}, {
            "score": NUMBER, "max_score": NUMBER, "status": str, "name": str, "name_format": str, "number": str,
            "output": str, "output_format": str, "visibility": str,
        })
        assert test["status"] in ("passed", "failed"), test["status"]
        assert test["visibility"] in VISIBILITIES, test["visibility"]
        assert test["output_format"] == test["name_format"] == "text"
    return dict(results)


def prairielearn(text: str) -> Dict[str, Any]:
    results = strict(text)
    assert len(text.encode("utf-8")) < 1024 * 1024, "it is larger than 1 MB"
    has_fields(results, "the results", {"gradable": bool, "score": NUMBER}, {
        "message": str, "output": str, "tests": list, "format_errors": (list, str),
    })
    assert 0.0 <= results["score"] <= 1.0, "the score is not between 0 and 1"
    assert results["gradable"] is ("format_errors" not in results)
    for test in results.get("tests", []):
        has_fields(test, "a test", {"name": str, "points": NUMBER, "max_points": NUMBER}, {
            "description": str, "message": str, "output": str,
        })
    for problem in results.get("format_errors", []):
        assert isinstance(problem, str) and problem
    return dict(results)


def coderunner(text: str) -> Dict[str, Any]:
    assert text.count("\n") == 1, "it is more than one line"
    result = strict(text)
    has_fields(result, "the result", {"fraction": NUMBER, "got": str}, {"abort": bool})
    assert 0.0 <= result["fraction"] <= 1.0
    return dict(result)


def vpl(text: str) -> Tuple[str, List[str]]:
    """The grade and the lines of the comments, as the source of VPL finds them: one grade, one block, nothing else."""
    assert "\r" not in text, "VPL would split the lines at \\r\\n"
    lines = text.split("\n")
    grades = [line[len(GRADE):].strip() for line in lines if line.startswith(GRADE)]
    assert len(grades) == 1, f"{len(grades)} grades"
    assert re.fullmatch(r"-?\d+(\.\d+)?", grades[0]), grades[0]
    assert not [line for line in lines if line.startswith(COMMENT)]
    assert [place for place, line in enumerate(lines) if line.strip() == BEGIN] == [0]
    ends = [place for place, line in enumerate(lines) if line.strip() == END]
    assert ends == [len(lines) - 3], f"the block ends in lines {ends} of {len(lines)}"
    comments = lines[1:-3]
    for line in comments:
        assert line.startswith(("- ", ">")), f"neither a title nor preformatted: {line}"
    return grades[0], comments


def junit(text: str) -> ET.Element:
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n') and text.endswith("\n")
    root = ET.fromstring(text.encode("utf-8"))
    assert root.tag == "testsuites"
    float(root.attrib["time"])
    for suite in root:
        assert suite.tag == "testsuite" and suite.attrib["name"]
        assert [child.tag for child in suite if child.tag != "testcase"] in ([], ["properties", "system-out"])
        for case in suite.iter("testcase"):
            assert set(case.attrib) == {"name", "classname"} and case.attrib["name"]
            assert [child.tag for child in case] in ([], ["failure"], ["error"])
            for child in case:
                assert child.attrib["message"] and child.text
    for each in [root, *root]:
        for key, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert int(each.attrib[key]) == len(list(each.iter(tag))), f"{key} of {each.tag}"
    assert int(root.attrib["tests"]) > 0, "without any test it would count as a success"
    return root
