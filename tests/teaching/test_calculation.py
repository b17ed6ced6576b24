"""Every figure of an explanation can be worked out from the figures that it prints."""

import re
from typing import Dict

import pytest

from minibackprop.teaching.explain import Explanation

from ..support.explanations import EXPLANATIONS, each_explanation
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
