"""Ctrl-C: the report of what was learned, or one line that says why there is none; and where Ctrl-C stays as it is."""

import re
import signal
import threading
from typing import Iterator, List

import pytest

from minibackprop import Epoch, Layer, Network
from minibackprop.cli.ctrl_c import interrupt_once

from ..support.command import Here, Outcome, on_a_terminal


def test_ctrl_c_ends_the_training_and_the_report_says_so() -> None:
    outcome = on_a_terminal("--epochs", "1000000", stream="stderr", ctrl_c_at="epoch [1-9]")
    assert outcome.status == 0 and "Traceback" not in outcome.err
    interrupted = re.search(r"interrupted after epoch (\d+)", " ".join(outcome.out.split()))
    assert interrupted and 1 <= int(interrupted.group(1)) < 1000000
    assert "before and after training" in outcome.out and "Try next" in outcome.out


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


def test_in_another_program_ctrl_c_stays_what_it_is(here: Here, flats: List[str]) -> None:
    usual = signal.getsignal(signal.SIGINT)
    here.text(*flats, "--epochs", "0")
    assert signal.getsignal(signal.SIGINT) is usual


def test_a_job_in_the_background_goes_on_ignoring_ctrl_c() -> None:
    usual = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        interrupt_once()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, usual)


def test_it_runs_in_a_thread_which_may_not_say_what_ctrl_c_does(here: Here) -> None:
    outcomes: List[Outcome] = []
    thread = threading.Thread(target=lambda: outcomes.append(here.run("--epochs", "0")))
    thread.start()
    thread.join()
    assert [(outcome.status, outcome.err) for outcome in outcomes] == [(0, "")]
