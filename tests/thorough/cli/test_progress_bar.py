"""The progress bar on a terminal, in characters that it can show."""

import re
from typing import List

import pytest

from ...support.command import on_a_terminal, run


@pytest.mark.parametrize("encoding, full, empty", [("utf-8", "█", "░"), ("ascii", "#", r"\.")])
def test_the_progress_bar_is_on_standard_error_and_leaves_no_trace(
    encoding: str, full: str, empty: str, flats: List[str]
) -> None:
    arguments = [*flats, "--epochs", "800"]
    env = {"COLUMNS": "50", "PYTHONIOENCODING": encoding}
    outcome = on_a_terminal(*arguments, stream="stderr", env=env)
    assert outcome == run(*arguments, env=env, encoding=encoding)._replace(err=outcome.err)
    *drawn, wiped, end = outcome.err.split("\r")[1:]
    assert len(drawn) >= 2 and (wiped, end) == (" " * 49, "")
    for bar in drawn:
        assert len(bar) == 49 and re.match(f"{full}*{empty}* epoch \\d+/800  cost [0-9.e-]+$", bar)
    assert full in drawn[-1]
