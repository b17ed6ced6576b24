"""Each mistake is named in programs of four styles, and no right program is accused."""

from random import Random
from typing import Any, Callable, List, Tuple

import pytest

from minibackprop import MISTAKES, diagnose

from ...diagnosis.figures import NAMED, left_out, name_of, num_accused, outcome, pair, pairs, unknown
from ...diagnosis.figures import AMBIGUOUS, BY_SHAPE, CORRECT, EQUIVALENT, EXCLUDED, UNNAMED, WRONG
from ...diagnosis.programs import STYLES, arrays
from ...diagnosis.unknown_errors import KINDS
from ...support.optional import numpy_or_missing

WRONG_PROGRAMS: List[Tuple[Any, str]] = [
    (style, title) for style in STYLES for title in [*style.WRONG, *style.FRESH]
]
RIGHT_PROGRAMS: List[Tuple[Any, str]] = [(style, title) for style in STYLES for title in style.RIGHT]
SAMPLE = 5  # each thing that takes a second is tried so often here; `python -m tests.diagnosis` tries all


def title_of(value: object) -> str:
    return str(getattr(value, "NAME", value))


def program_of_style(style: Any, title: str) -> Callable[..., Any]:
    if style is arrays:
        numpy_or_missing()
    program: Callable[..., Any] = style.FRESH[title]() if title in style.FRESH else style.WRONG[title]
    return program


@pytest.mark.parametrize("style, title", WRONG_PROGRAMS, ids=title_of)
def test_a_wrong_program_is_named(style: Any, title: str) -> None:
    assert outcome(program_of_style(style, title), [name_of(title)]) == NAMED


def test_each_mistake_is_in_three_styles_or_more() -> None:
    titles = [(style.NAME, name_of(title)) for style, title in WRONG_PROGRAMS]
    for name in MISTAKES:
        styles = {style for style, each in titles if each == name}
        wanted = 0 if name == "no-softmax" else 3
        assert len(styles) >= wanted, f"{name}: {styles}"


@pytest.mark.parametrize("style, title", RIGHT_PROGRAMS, ids=title_of)
def test_a_right_program_is_not_accused(style: Any, title: str) -> None:
    if style is arrays:
        numpy_or_missing()
    assert diagnose(style.RIGHT[title]).is_correct
    assert num_accused([style.RIGHT[title]], range(40)) == 0


def test_there_are_fifteen_right_programs_or_more() -> None:
    assert len(RIGHT_PROGRAMS) >= 15


def test_without_its_rule_a_mistake_is_not_taken_for_another() -> None:
    versions = [(name, number) for name in sorted(MISTAKES) for number in range(len(MISTAKES[name].versions))]
    for place in versions[:: len(versions) // SAMPLE]:
        assert left_out(*place) in (UNNAMED, EQUIVALENT, BY_SHAPE, CORRECT), place


def test_two_mistakes_are_named_or_listed() -> None:
    places = range(0, len(pairs()), len(pairs()) // SAMPLE)
    outcomes = [pair(*pairs()[place], Random(place)) for place in places]
    assert set(outcomes) <= {NAMED, AMBIGUOUS, EQUIVALENT, EXCLUDED, UNNAMED, BY_SHAPE, CORRECT}
    assert outcomes.count(NAMED) > SAMPLE // 2


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_errors_are_not_named(kind: str) -> None:
    outcomes = [unknown(kind, seed) for seed in (1001,)]
    assert WRONG not in outcomes
    assert kind == "three mistakes" or outcomes == [UNNAMED]
