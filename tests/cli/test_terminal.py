"""The command on a terminal: bold headings, the progress bar, long lines, and text that a terminal would obey."""

import io
import json
import re
import sys
from typing import Any, Iterator, List

import pytest

from minibackprop import Epoch, Layer, Network
from minibackprop.cli.terminal import Terminal

from ..support.command import Env, Here, on_a_terminal, run


@pytest.mark.parametrize("env, bold", [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False),
                                       ({"TERM": "dumb"}, False)])
def test_headings_are_bold_if_the_terminal_and_its_user_want_that(env: Env, bold: bool, flats: List[str]) -> None:
    arguments = [*flats, "--epochs", "3"]
    outcome = on_a_terminal(*arguments, stream="stdout", env=env)
    assert (outcome.status, outcome.err) == (0, "")
    headings = re.findall(r"\033\[1m(.*?)\033\[0m", outcome.out)
    assert len(headings) == (4 if bold else 0)
    assert re.sub(r"\033\[[01]m", "", outcome.out) == run(*arguments).out


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


def test_unbuffered_output_that_takes_a_part_at_a_time_gets_all(monkeypatch: pytest.MonkeyPatch) -> None:
    class Raw(io.BytesIO):
        def write(self, data: Any) -> int:
            return super().write(data[:10])

    raw = Raw()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    terminal = Terminal()
    terminal.print_exactly("∂C/∂w, " * 100)
    assert raw.getvalue().decode("utf-8") == "∂C/∂w, " * 100
