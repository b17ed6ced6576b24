"""The exercises check themselves: stubs, solutions, mistakes, other right answers, hostile files."""

from pathlib import Path

import pytest

from ...exercises import self_check
from ...exercises.hostile import hostile_files
from ...support.ladder import ROOT
from ...support.optional import numpy_or_missing


def test_every_stub_fails_and_is_not_started(tmp_path: Path) -> None:
    assert self_check.stubs(tmp_path) == []


def test_every_solution_passes_with_every_seed() -> None:
    assert self_check.solutions() == []


def test_every_mistake_is_caught_and_named() -> None:
    assert self_check.num_planted() > 150
    assert self_check.mistakes() == []


def test_a_function_that_does_nothing_has_no_points() -> None:
    assert self_check.idle() == []


def test_the_whole_catalogue_is_caught() -> None:
    assert len(self_check.CATALOGUE) == 47
    assert self_check.catalogue() == []


def test_right_variants_pass(tmp_path: Path) -> None:
    assert self_check.variants(tmp_path, has_numpy=False) == []


def test_right_variants_with_numpy_pass(tmp_path: Path) -> None:
    numpy_or_missing()
    assert self_check.variants(tmp_path, has_numpy=True) == []


@pytest.mark.parametrize("name", hostile_files(ROOT.as_posix()))
def test_a_hostile_file_is_judged_as_what_it_is(name: str, tmp_path: Path) -> None:
    assert self_check.hostile(tmp_path, [name]) == []


def test_solutions_agree_with_slopes_found_by_trying() -> None:
    assert self_check.gradients() == []
