"""Every figure of an explanation can be worked out from the figures that it prints."""

import re
from typing import Dict, List

import pytest

from minibackprop.teaching.explain import Explanation

from ..support.explanations import EXPLANATIONS, each_explanation, with_gradients, with_shares
from ..support.printed_arithmetic import NUMBER, calculated


@each_explanation
def test_every_printed_result_follows_from_the_printed_numbers(explanation: Explanation) -> None:
    text = explanation.text(ascii_only=True)
    checked = 0
    for line in text.splitlines():
        parts = [part.strip() for part in line.split(" = ")]
        for expression, result in zip(parts, parts[1:]):
            if re.search(rf"{NUMBER}\)? [-+*/] ", expression) and re.fullmatch(NUMBER, result):
                value = calculated(expression)
                assert result in (f"{value + 0.0:.9g}", f"{value + 0.0:.7g}"), line
                checked += 1
    assert checked >= 2


@each_explanation
def test_sums_add_up_what_is_printed_above_them(explanation: Explanation) -> None:
    lines = explanation.text(ascii_only=True).split("\n\n")[2].splitlines()[1:]
    results: Dict[str, str] = {}
    for line in lines:
        label, *_, result = [part.strip() for part in line.split(" = ")]
        for number in re.findall(NUMBER, line.split(" = ")[1]) if " + " in line else []:
            assert number in results.values() or label == "mean" and number == str(len(explanation.gradients)), line
        results[label] = result
    assert lines[-1].split(" = ")[-1] == f"{explanation.gradient + 0.0:.7g}"


@each_explanation
def test_the_numerical_gradient_is_printed_in_full(explanation: Explanation) -> None:
    text = explanation.text()
    numbers = {}
    for name, line in (("h", "   h = "), ("above", "+ h) = "), ("below", "− h) = "), ("slope", ") / 2h = ")):
        found = [each for each in text.splitlines() if line in each]
        numbers[name] = float(found[0].split(" = ")[1])
    slope = (numbers["above"] - numbers["below"]) / (2 * numbers["h"])
    assert f"{slope:.7g}" == f"{numbers['slope']:.7g}"
    assert numbers["slope"] == pytest.approx(explanation.numerical_gradient, rel=1e-6)


@each_explanation
def test_the_new_weight_is_printed(explanation: Explanation) -> None:
    assert f"= {explanation.new:.7g}" in explanation.text().split("5. The update")[1]


@pytest.mark.parametrize("name, line", [
    ("a large batch", "the other 18 examples together = "),
    ("one example too many", "the other example = "),
    ("many neurons after it", "the other 8 paths together = "),
])
def test_more_than_12_paths_or_examples_are_added_up_in_one_line(name: str, line: str) -> None:
    assert line in dict(EXPLANATIONS)[name].text()


def in_numbers(explanation: Explanation) -> List[str]:
    """The lines of the second part of an explanation."""
    part = explanation.text(ascii_only=True).split("\n\n")[2]
    return [line.strip() for line in part.split("\n")[1:]]


SHARES = [1.0, -13.0, 2.0, -3.0, 4.0, -5.0, 6.0, -7.0, 8.0, -9.0, 10.0, -11.0, 12.0]


def test_of_13_paths_the_smallest_is_left_to_the_end_whatever_its_sign() -> None:
    shown = ["2 = (-13)", "13 = 12", "12 = (-11)", "11 = 10", "10 = (-9)", "9 = 8", "8 = (-7)", "7 = 6", "6 = (-5)",
             "5 = 4", "4 = (-3)", "3 = 2"]
    results = [each.split(" = ")[1].strip("()") for each in shown]
    assert in_numbers(with_shares(SHARES)) == [
        *[f"path {each} * 1 * 1 * 1 * 1 = {result}" for each, result in zip(shown, results)],
        "the other path = 1",
        "dC/dw1[1,1] = -13 + 12 + (-11) + 10 + (-9) + 8 + (-7) + 6 + (-5) + 4 + (-3) + 2 + 1 = -5",
    ]


def test_12_paths_are_all_shown_in_their_order() -> None:
    lines = in_numbers(with_shares([float(number) for number in range(1, 13)]))
    assert lines == [
        *[f"path {number} = {number} * 1 * 1 * 1 * 1 = {number}" for number in range(1, 13)],
        "dC/dw1[1,1] = 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 = 78",
    ]


def test_of_13_examples_the_last_is_one_line_and_12_are_all_shown() -> None:
    first = ["1 = 1", "2 = (-13)", "3 = 2", "4 = (-3)", "5 = 4", "6 = (-5)", "7 = 6", "8 = (-7)", "9 = 8", "10 = (-9)",
             "11 = 10", "12 = (-11)"]
    results = [each.split(" = ")[1].strip("()") for each in first]
    shown = [f"example {each} * 1 * 1 = {result}" for each, result in zip(first, results)]
    total = "1 + (-13) + 2 + (-3) + 4 + (-5) + 6 + (-7) + 8 + (-9) + 10 + (-11)"
    assert in_numbers(with_gradients(SHARES[:12])) == [*shown, f"mean = ({total}) / 12 = -1.416667"]  # -17 / 12
    assert in_numbers(with_gradients(SHARES)) == [
        *shown, "the other example = 12", f"mean = ({total} + 12) / 13 = -0.3846154",  # -5 / 13
    ]
