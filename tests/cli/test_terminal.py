"""The command on a terminal: bold headings, the progress bar, and Ctrl-C."""

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


def test_ctrl_c_ends_the_training_and_the_report_says_so() -> None:
    outcome = on_a_terminal("--epochs", "1000000", stream="stderr", ctrl_c_at="epoch [1-9]")
    assert outcome.status == 0 and "Traceback" not in outcome.err
    interrupted = re.search(r"interrupted after epoch (\d+)", " ".join(outcome.out.split()))
    assert interrupted and 1 <= int(interrupted.group(1)) < 1000000
    assert "before and after training" in outcome.out and "Try next" in outcome.out


def test_ctrl_c_with_patience_gives_the_best_epoch(flats: List[str]) -> None:
    """With steps too small to change a weight, no epoch is better than epoch 0."""
    no_steps = ["--learning-rate", "1e-300", "--patience", "1000000", "--epochs", "1000000"]
    outcome = on_a_terminal(*flats, *no_steps, "--json", stream="stderr", ctrl_c_at="epoch [1-9]")
    assert outcome.status == 0 and "Traceback" not in outcome.err
    training = json.loads(outcome.out)["training"]
    num_done = len(training["costs"]) - 1
    assert training["stop_reason"] == f"interrupted after epoch {num_done}" and num_done >= 1
    assert training["epoch"] == 0 and len(set(training["costs"])) == 1


def test_ctrl_c_before_the_training_is_reported(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("minibackprop.cli.table_options.load_housing", interrupted)
    try:
        assert "interrupted before there was a result to show" in here.error_line(1)
    except KeyboardInterrupt:
        pytest.fail("the command lets the KeyboardInterrupt through")


def test_ctrl_c_before_the_training_of_the_network_leaves_nothing_to_show(
    here: Here, flats: List[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The single linear layer that it is compared with is trained first; half of that training is no result."""
    def interrupted(*arguments: object, **named: object) -> Iterator[Epoch]:
        yield Epoch(0, Network(Layer([[0.0, 0.0]], [0.0])), 1.0)
        raise KeyboardInterrupt

    monkeypatch.setattr("minibackprop.cli.experiment.gradient_descent", interrupted)
    assert "interrupted before there was a result to show" in here.error_line(1, *flats)


def test_unbuffered_output_that_takes_a_part_at_a_time_gets_all(monkeypatch: pytest.MonkeyPatch) -> None:
    class Raw(io.BytesIO):
        def write(self, data: Any) -> int:
            return super().write(data[:10])

    raw = Raw()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    terminal = Terminal()
    terminal.print_exactly("∂C/∂w, " * 100)
    assert raw.getvalue().decode("utf-8") == "∂C/∂w, " * 100
