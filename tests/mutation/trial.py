"""Trying mutants, each in a process of its own that is forked from this one."""

import importlib
import json
import os
import resource
import select
import signal
from typing import IO, Any, Callable, Dict, Iterator, List, NamedTuple, Sequence, Tuple

import pytest

from .mutants import Mutant
from .source import import_with

MEMORY = 4 * 1024**3
TOO_LONG = "too long"
QUIETLY = ["-q", "-p", "no:cacheprovider", "--assert=plain", "--tb=no"]  # no time is spent on what nobody reads


class Trial(NamedTuple):
    """The test that failed, or "" if all passed; and how many ran."""

    killed_by: str
    tests: int


def limit_time(seconds: float) -> None:
    """End this process if what takes these seconds takes more than ten times as long, and three seconds.

    The three are for a test that now prepares what others prepared for it before.
    """
    signal.setitimer(signal.ITIMER_PROF, 3.0 + 10 * seconds)
    signal.setitimer(signal.ITIMER_REAL, 30.0 + 20 * seconds)


class FirstFailure:
    """A pytest plugin: notes the first test that fails, or cannot be imported, and limits the time of each.

    It chooses the tests itself, because pytest runs none at all if it does not find one: a name with a backslash, or
    with a number that the mutant changes.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.trial = Trial("", 0)
        self.names = names

    def pytest_collection_modifyitems(self, items: List[pytest.Item]) -> None:
        found = {item.nodeid: item for item in items}
        items[:] = [found[name] for name in self.names if name in found]

    def pytest_runtest_logstart(self) -> None:
        limit_time(1.0)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.trial.killed_by:
            self.trial = Trial(report.nodeid, self.trial.tests + 1)
        elif report.when == "call":
            self.trial = Trial(self.trial.killed_by, self.trial.tests + 1)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.trial = Trial(f"the import in {report.nodeid}", 0)


def try_imported(mutant: Mutant, tests: Sequence[str]) -> Trial:
    """In a process of its own that has not imported the package: import it with the mutant, and run these tests."""
    import_with(mutant)
    limit_time(1.0)
    importlib.import_module("minibackprop." + mutant.module[: -len(".py")].replace("/", "."))
    first = FirstFailure(tests)
    files = list(dict.fromkeys([name.split("::")[0] for name in tests]))
    for some in (files[:1], files[1:]):  # to collect all takes longer than to run them, and most fail in the first file
        if some and not first.trial.killed_by:
            pytest.main([*QUIETLY, "-x", *some], plugins=[first])
    return first.trial


def in_processes(
    mutants: Sequence[Mutant], attempt: Callable[[Mutant], Trial], workers: int
) -> Iterator[Tuple[Mutant, Trial]]:
    """Fork a process for each mutant, some at a time; yield what each says as it ends."""
    waiting = list(reversed(mutants))
    running: Dict[IO[str], Tuple[Mutant, int]] = {}
    while waiting or running:
        while waiting and len(running) < workers:
            mutant = waiting.pop()
            pipe, process = forked(lambda say: say(list(alone(attempt, mutant))))
            running[pipe] = mutant, process
        for pipe in select.select(list(running), [], [])[0]:
            mutant, process = running.pop(pipe)
            said = all_said(pipe, process)
            yield mutant, Trial(*said[0]) if said else Trial(TOO_LONG, 0)


def alone(attempt: Callable[[Mutant], Trial], mutant: Mutant) -> Trial:
    """Try a mutant in this process, which is its own: Ctrl-C does not reach it, and its memory is limited."""
    os.setpgid(0, 0)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        return attempt(mutant)
    except BaseException as error:  # it cannot even be compiled or imported
        return Trial(type(error).__name__, 0)


def forked(work: Callable[[Callable[[List[Any]], None]], None]) -> Tuple[IO[str], int]:
    """Do the work in a process that is forked; what it says can be read from the pipe, a line of JSON at a time."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return open(reading, encoding="utf-8"), process
    try:
        os.close(reading)
        quiet = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(quiet, standard)
        with open(writing, "w", encoding="utf-8", buffering=1) as pipe:
            work(lambda message: print(json.dumps(message), file=pipe))
    finally:
        os._exit(0)


def all_said(pipe: IO[str], process: int) -> List[Any]:
    """Wait for the end of a forked process: all that it said."""
    with pipe:
        said = [json.loads(line) for line in pipe]
    os.waitpid(process, 0)
    return said
