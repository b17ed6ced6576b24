"""Every format of every result: it is as documented, its score is that of the result, and it keeps what is secret."""

import math
from typing import Any, Callable, Dict, List

import pytest

from minibackprop import SettingError
from minibackprop.checking.layer_exercises import WEIGHTED_INPUT
from minibackprop.checking.shown_call import shown_call
from minibackprop.grading.formats import FORMATS
from minibackprop.grading.graded import Graded, not_an_exercise

from . import schemas
from .samples import (
    NASTY, SAMPLES, each_hiding, each_sample, graded_of, hard_coded, result_of, right, tells_its_arguments,
    without_bias,
)

each_format = pytest.mark.parametrize("format_name", FORMATS)
SECRET_TITLE = "one input, other numbers"
HIDDEN_TITLE = "hidden numbers"


def points_in_text(text: str) -> float:
    """The points of a text with the results of one exercise, or of several."""
    line = [line for line in text.split("\n") if " of " in line and (" point" in line)]
    total = line[-1] if line[-1].startswith("Total: ") else line[0]
    return float(total.split(" of ")[-2].split(" ")[-1])


SCORES: Dict[str, Callable[[str], float]] = {  # each as points, of a result with as many points as `most_points`
    "json": lambda text: float(schemas.strict(text)["points"]),
    "gradescope": lambda text: float(schemas.gradescope(text)["score"]),
    "junit": lambda text: sum([
        float(each.attrib["value"]) for each in schemas.junit(text).iter("property") if each.attrib["name"] == "points"
    ]),
}
FRACTIONS: Dict[str, Callable[[str], float]] = {
    "prairielearn": lambda text: float(schemas.prairielearn(text)["score"]),
    "coderunner": lambda text: float(schemas.coderunner(text)["fraction"]),
    "vpl": lambda text: float(schemas.vpl(text)[0]) / 100,
}


def test_all_formats_are_there() -> None:
    assert " ".join(FORMATS) == "text json gradescope prairielearn coderunner vpl junit"
    assert set(SCORES) | set(FRACTIONS) | {"text"} == set(FORMATS)


@each_hiding
@each_sample
@pytest.mark.parametrize("format_name", SCORES)
def test_the_points_are_those_of_the_result(format_name: str, name: str, hides_secret: bool) -> None:
    text = FORMATS[format_name](SAMPLES[name], 3, hides_secret)
    assert SCORES[format_name](text) == pytest.approx(SAMPLES[name].points, abs=1e-5)


@each_hiding
@each_sample
@pytest.mark.parametrize("format_name", FRACTIONS)
def test_the_fraction_is_that_of_the_result(format_name: str, name: str, hides_secret: bool) -> None:
    text = FORMATS[format_name](SAMPLES[name], 3, hides_secret)
    fraction = FRACTIONS[format_name](text)
    assert fraction == pytest.approx(SAMPLES[name].fraction, abs=1e-6)
    assert (fraction == 1.0) is SAMPLES[name].passed


@each_hiding
@each_sample
def test_the_points_in_the_text_are_those_of_the_result(name: str, hides_secret: bool) -> None:
    if SAMPLES[name].results:
        text = FORMATS["text"](SAMPLES[name], 3, hides_secret)
        assert points_in_text(text) == pytest.approx(SAMPLES[name].points, rel=1e-3)


@each_hiding
@each_sample
@each_format
def test_every_text_ends_with_a_newline_and_can_be_encoded(format_name: str, name: str, hides_secret: bool) -> None:
    text = FORMATS[format_name](SAMPLES[name], 3, hides_secret)
    assert text.endswith("\n") and not text.endswith("\n\n")
    text.encode("utf-8")
    assert not set(text) & set("\x00\x1b\x07\r\u2028\x85")


@each_format
@pytest.mark.parametrize("hint", [1, 2, 3])
def test_a_hint_tells_no_more_than_it_should(format_name: str, hint: int) -> None:
    text = FORMATS[format_name](graded_of(without_bias), hint, False)
    question, rule, mistake = "Which of the three arguments", "right: z = w", "wrong: z = w"
    assert [part in text for part in (question, rule, mistake)] == [
        [True, False, False], [True, True, False], [False, True, True],
    ][hint - 1]


@pytest.mark.parametrize("format_name", [name for name in FORMATS if name != "json"])
def test_there_is_no_other_hint(format_name: str) -> None:
    with pytest.raises(SettingError, match="hint is 4"):
        FORMATS[format_name](graded_of(without_bias), 4, False)


def echoes_its_bias(w: Any, x: Any, b: Any) -> Any:
    return b


@each_hiding
@each_format
@pytest.mark.parametrize("function", [tells_its_arguments, echoes_its_bias, hard_coded])
def test_no_number_of_a_secret_call_is_told(format_name: str, function: Any, hides_secret: bool) -> None:
    """Whatever the secret numbers are, the output is the same, although the function tells its arguments."""
    outputs = [FORMATS[format_name](graded_of(function, seed), 3, hides_secret) for seed in (3, 4, 5)]
    assert outputs[0] == outputs[1] == outputs[2]
    for seed in (3, 4, 5):
        for attempt in WEIGHTED_INPUT.attempts(None) + WEIGHTED_INPUT.attempts(seed):
            for arguments in attempt.calls:
                told = [shown_call("weighted_input", arguments), *[str(argument) for argument in arguments[:2]]]
                if attempt.is_secret:
                    assert not [text for text in told if text in outputs[0]]
                elif function is tells_its_arguments and attempt.title == "the example worked by hand":
                    assert told[1] in outputs[0]


@each_format
def test_other_secret_numbers_of_a_network_change_nothing(format_name: str) -> None:
    def backward(network: Any, x: Any, y: Any) -> Any:
        raise ValueError(str(network))

    first, second = [FORMATS[format_name](Graded([result_of(backward, seed, 11)], 0.25), 3, False) for seed in (3, 4)]
    assert first == second


@each_format
def test_secret_trials_are_one_entry_if_they_are_hidden(format_name: str) -> None:
    graded = graded_of(without_bias, 3)
    shown, hidden = FORMATS[format_name](graded, 3, False), FORMATS[format_name](graded, 3, True)
    assert SECRET_TITLE in shown and HIDDEN_TITLE not in shown
    assert HIDDEN_TITLE in hidden
    assert (SECRET_TITLE in hidden) is (format_name == "gradescope")  # there, a test is hidden by its visibility


@each_format
def test_without_a_seed_there_is_nothing_to_hide(format_name: str) -> None:
    graded = graded_of(without_bias)
    assert FORMATS[format_name](graded, 3, True) == FORMATS[format_name](graded, 3, False)


@each_format
def test_what_is_written_changes_nothing_in_the_results(format_name: str) -> None:
    graded = Graded([result_of(right), not_an_exercise(NASTY[1], "not started", NASTY[1], points=1)], 0.25)
    before = [str(result) for result in graded.results]
    FORMATS[format_name](graded, 3, True)
    assert [str(result) for result in graded.results] == before
    assert graded.results[1].exercise.title == NASTY[1]


def test_the_samples_are_what_they_are_called() -> None:
    statuses: Dict[str, List[str]] = {name: [r.status for r in graded.results] for name, graded in SAMPLES.items()}
    assert statuses["passed, with a seed"] == ["passed"] and SAMPLES["passed"].passed
    assert statuses["hard-coded"] == ["passed"] and statuses["hard-coded, with a seed"] == ["failed"]
    assert statuses["not started"] == ["not started"]
    assert statuses["several"] == ["passed", "failed", "failed"]
    assert not SAMPLES["could not be run"].could_be_run and SAMPLES["one of two could not be run"].could_be_run
    assert 0 < SAMPLES["partly wrong"].fraction < 1
    assert math.isnan(SAMPLES["seconds that are no number"].seconds)
