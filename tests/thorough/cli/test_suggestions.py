"""Everything that the help and the report suggest trying works."""

import re
from typing import Any, List, Tuple

from ...support.command import run, run_all


def what_next(report: str) -> str:
    return " ".join(report.rsplit("Try next", 1)[1].split())


def test_everything_that_is_suggested_works(default_run: Tuple[str, Any], flats: List[str]) -> None:
    help_text = run("--help").out
    things_to_try = help_text.split("things to try:")[1]
    examples = re.findall(r"^  minibackprop (.+?)(?:  .*)?$", things_to_try, re.MULTILINE)
    assert len(examples) == len(things_to_try.strip().splitlines()) >= 6
    own = examples.index("--data flats.csv --target rent")
    commands = [example.split() for example in examples] + [["--epochs", "2"]]
    commands[own] = flats
    reports = [default_run[0]]
    for arguments, outcome in zip(commands, run_all(commands)):
        if arguments == ["--learning-rate", "50"]:
            assert (outcome.status, outcome.out) == (1, "")
            assert re.search(r"in epoch \d+: the learning rate 50 is too large", outcome.err)
        else:
            assert (outcome.status, outcome.err) == (0, "")
            reports.append(outcome.out)

    suggestions = {what_next(report) for report in reports}
    assert len(suggestions) == 4
    for suggestion in suggestions:
        options = re.findall(r"--[a-z-]+", suggestion)
        assert options and all(re.search(f"  {option}[ ,]", help_text) for option in options), suggestion
    with_values = [re.match(r"(?:--[a-z-]+ [a-z0-9,]+ ?)+(?=:)", suggestion) for suggestion in suggestions]
    suggested = [found.group().split() for found in with_values if found]
    assert ["--activation", "tanh", "--layers", "8,4"] in suggested
    assert all(outcome.status == 0 for outcome in run_all(options for options in suggested if options not in commands))
