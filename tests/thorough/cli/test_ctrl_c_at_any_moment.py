"""Ctrl-C in a process of its own, once or several times, at any moment: the whole report, or one line and no report."""

import json
import subprocess
import sys
from pathlib import Path
from typing import List, Tuple

import pytest

from ...support.command import TIMEOUT, Outcome, environment, on_a_terminal, run
from ...support.ladder import ROOT

TOO_EARLY = Outcome(1, "", "minibackprop: error: interrupted before there was a result to show\n")


def process(script: str, *arguments: str, path: str = "") -> Outcome:
    """Run the command by a script, in a process that Ctrl-C can interrupt."""
    start = "import _signal; _signal.signal(_signal.SIGINT, _signal.default_int_handler)\n"
    done = subprocess.run(
        [sys.executable, "-c", start + script, *arguments], cwd=ROOT, env=environment({"PYTHONPATH": path}),
        timeout=TIMEOUT, encoding="utf-8", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def with_ctrl_c_in(functions: List[str], presses: int, *arguments: str) -> Outcome:
    """Run the command; whenever it calls one of these functions, Ctrl-C is pressed so many times."""
    return process(f"""
import importlib
from minibackprop.__main__ import run

def pressing(function):
    def pressed(*arguments, **named):
        for _ in range({presses}):
            _signal.raise_signal(_signal.SIGINT)
        return function(*arguments, **named)
    return pressed

for place in {functions!r}:
    module, _, name = place.partition(":")
    owner = importlib.import_module(module)
    *outer, name = name.split(".")
    for each in outer:
        owner = getattr(owner, each)
    setattr(owner, name, pressing(getattr(owner, name)))
run()
""", *arguments)


def test_ctrl_c_with_patience_gives_the_best_epoch(flats: List[str]) -> None:
    """With steps too small to change a weight, no epoch is better than epoch 0."""
    no_steps = ["--learning-rate", "1e-300", "--patience", "1000000", "--epochs", "1000000"]
    outcome = on_a_terminal(*flats, *no_steps, "--json", stream="stderr", ctrl_c_at="epoch [1-9]")
    assert outcome.status == 0 and "Traceback" not in outcome.err
    training = json.loads(outcome.out)["training"]
    num_done = len(training["costs"]) - 1
    assert training["stop_reason"] == f"interrupted after epoch {num_done}" and num_done >= 1
    assert training["epoch"] == 0 and len(set(training["costs"])) == 1


@pytest.mark.parametrize("again", [(0.0,), (0.05,), (0.1,), (0.2,), (0.0, 0.0), (0.05, 0.05), (0.1, 0.1), (0.2, 0.2)])
def test_ctrl_c_pressed_again_does_not_lose_the_report(again: Tuple[float, ...], flats: List[str]) -> None:
    outcome = on_a_terminal(*flats, "--epochs", "1000000", stream="stderr", ctrl_c_at="epoch [1-9]", again=again)
    assert outcome.status == 0 and "Traceback" not in outcome.err and "error" not in outcome.err
    assert "interrupted after epoch" in " ".join(outcome.out.split()) and "Try next" in outcome.out


@pytest.mark.parametrize("presses", [1, 2, 3])
def test_ctrl_c_in_the_training_and_again_in_the_report_loses_nothing(presses: int, flats: List[str]) -> None:
    places = ["minibackprop.cli.progress_bar:ProgressBar.show", "minibackprop.cli.terminal:Terminal.heading"]
    status, out, err = with_ctrl_c_in(places, presses, *flats, "--epochs", "3")
    assert (status, err) == (0, "")
    assert "interrupted after epoch 0" in " ".join(out.split()) and "Try next" in out


@pytest.mark.parametrize("arguments", [["explain"], ["explain", "--latex"], ["--epochs", "0"]], ids=" ".join)
def test_ctrl_c_while_the_output_is_printed_changes_nothing(arguments: List[str]) -> None:
    assert with_ctrl_c_in(["builtins:print"], 2, *arguments) == run(*arguments)


@pytest.mark.parametrize("presses", [1, 2, 3])
@pytest.mark.parametrize("arguments", [["--epochs", "1"], ["page"], ["explain"]], ids=" ".join)
def test_ctrl_c_before_there_is_a_result_leaves_one_line(arguments: List[str], presses: int) -> None:
    assert with_ctrl_c_in(["minibackprop:Standardizer.fit"], presses, *arguments) == TOO_EARLY


@pytest.mark.parametrize("module", ["signal", "argparse", "difflib"])
def test_ctrl_c_while_modules_are_imported_leaves_one_line(module: str, tmp_path: Path) -> None:
    """A module of this name that presses Ctrl-C takes the place of the standard library's."""
    pressing = "import _signal\n_signal.raise_signal(_signal.SIGINT)\n"
    (tmp_path / f"{module}.py").write_text(pressing, encoding="utf-8")
    assert process("from minibackprop.__main__ import run; run()", path=str(tmp_path)) == TOO_EARLY
