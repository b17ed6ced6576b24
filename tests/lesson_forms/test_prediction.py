"""What a learner types is understood kindly, and judged by the answer."""

from typing import List, Optional, Union

import pytest

from minibackprop.lesson_forms.prediction import as_prediction, shown_answer, verdict

OPTIONS = ["it becomes smaller", "it becomes larger", "0, or so close to it"]


@pytest.mark.parametrize("typed, prediction", [
    ("1", "it becomes smaller"), (" 2 ", "it becomes larger"), ("IT BECOMES L", "it becomes larger"),
    ("it becomes", None), ("4", None), ("0", "0, or so close to it"), ("", None), ("-1", None), ("maybe", None),
    ("9" * 5000, None), ("²", None),
])
def test_an_option_is_chosen_by_its_number_or_its_beginning(typed: str, prediction: Optional[str]) -> None:
    assert as_prediction(typed, OPTIONS) == prediction


@pytest.mark.parametrize("typed, prediction", [
    ("11", 11), ("-0.5", -0.5), ("−0,5", -0.5), ("1/4", 0.25), (" 3 ", 3), ("1e-3", 0.001), ("1/0", None),
    ("eleven", None), ("", None), ("1/2/3", None),
    ("91,000", 91000), ("-1,234,567.5", -1234567.5), ("0,657", 0.657), ("1,5", 1.5),
    ("nan", None), ("inf", None), ("1e999", None),
])
def test_a_number_is_read(typed: str, prediction: Optional[float]) -> None:
    assert as_prediction(typed, []) == prediction


@pytest.mark.parametrize("prediction, answer, words", [
    (11, 11.0, "Right."), (11.00001, 11, "Right."), (10, 11.0, "Close: it is 11."), (1.1, 1.0, "Close: it is 1."),
    (9, 11.0, "Not this time: it is 11."), (-11, 11.0, "Not this time: it is 11."),
    (0, 0.0, "Right."), (0.01, 0.0, "Not this time: it is 0."),
    (-64.8, -64.76375, "Close: it is −64.76."), ("a", "a", "Right."), ("a", "b", 'Not this time: it is "b".'),
    ("a", 2.0, 'Not this time: it is "2.0".'), (2.0, "a", 'Not this time: it is "a".'),
])
def test_the_verdict(prediction: Union[float, str], answer: Union[float, str], words: str) -> None:
    assert verdict(prediction, answer) == words


@pytest.mark.parametrize("answer, text", [
    (0.6575000000000006, "0.6575"), (-64.76375, "−64.76"), (65, "65"), (-0.0, "0"), ("larger", "larger"),
])
def test_the_answer_as_text(answer: Union[float, str], text: str) -> None:
    assert shown_answer(answer) == text


def test_options_stay_as_they_are() -> None:
    options: List[str] = list(OPTIONS)
    as_prediction("1", options)
    assert options == OPTIONS


def test_nothing_is_no_option_and_large_letters_do_not_matter() -> None:
    assert as_prediction("", ["Larger"]) is None
    assert as_prediction("l", ["Larger", "Smaller"]) == "Larger"
