"""Exercises 11, 12 and 15 to 17: their points, their networks and what is tried."""

import pytest

from ..support.exercise_listing import is_as_listed


@pytest.mark.parametrize("number", [11, 12, 15, 16, 17])
def test_the_exercise_is_as_listed(number: int) -> None:
    assert is_as_listed(number)
