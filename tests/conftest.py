"""What pytest says at the end: each skipped test by name, under what it lacks."""

from typing import Any, Dict, List


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
