"""Options and reports of pytest: the seeds of random cases, and at the end each skipped test, under what it lacks."""

from typing import Any, Dict, List

from .support import seeds


def pytest_addoption(parser: Any) -> None:
    parser.addoption(seeds.OPTION, type=seeds.seeds_in, metavar="FIRST-LAST", help=seeds.HELP)


def pytest_configure(config: Any) -> None:
    config.addinivalue_line("markers", seeds.MARKER)


def pytest_generate_tests(metafunc: Any) -> None:
    seeds.give_seeds(metafunc)


def pytest_runtest_logreport(report: Any) -> None:
    seeds.say_how_to_run_again(report)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    tests_by_reason: Dict[str, List[str]] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
        tests_by_reason.setdefault(reason.replace("Skipped: ", ""), []).append(report.nodeid)
    if tests_by_reason:
        terminalreporter.section("skipped tests, under what they lack")
    for reason, tests in tests_by_reason.items():
        terminalreporter.line(reason)
        for test in tests:
            terminalreporter.line(f"    SKIPPED {test}")
