"""Which lines of the core do its tests run? `python -m tests.support.line_coverage` lists those that none of them ran.

A small tracer in place of a coverage package: it follows a function until each of its lines was seen, then lets it
run at full speed.
"""

import dis
import sys
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Callable, Dict, List, Optional, Set

import pytest

from .ladder import CORE, PACKAGE

TESTS = ["core", "drawing/test_notebook.py", "files/test_csv_file.py", "project/test_docstrings.py"]

Tracer = Optional[Callable[[FrameType, str, Any], Any]]


def lines_of(code: CodeType) -> Set[int]:
    """The numbers of the lines that can run: those of the code and of all code inside it."""
    lines = {line for _, line in dis.findlinestarts(code) if line}
    for constant in code.co_consts:
        if isinstance(constant, CodeType) and constant.co_name != "__annotate__":  # from Python 3.14 on, run on request
            lines |= lines_of(constant)
    return lines


def lines_nobody_runs(source: str) -> Set[int]:
    """The lines below `if TYPE_CHECKING:`, which are for type checkers."""
    lines: Set[int] = set()
    inside = False
    for number, line in enumerate(source.splitlines(), 1):
        if line.startswith("if TYPE_CHECKING:"):
            inside = True
        elif line and not line.startswith(" "):
            inside = False
        elif inside:
            lines.add(number)
    return lines


def missed_lines() -> Dict[str, List[int]]:
    """Run the tests; return for each module of the core the lines that were not run."""
    unseen: Dict[str, Set[int]] = {}
    for module in CORE + ["__init__"]:
        path = PACKAGE / f"{module}.py"
        source = path.read_text(encoding="utf-8")
        unseen[str(path)] = lines_of(compile(source, str(path), "exec")) - lines_nobody_runs(source)
    unseen_in_code: Dict[CodeType, Set[int]] = {}

    def trace(frame: FrameType, event: str, argument: Any) -> Tracer:
        code = frame.f_code
        if code.co_filename not in unseen:
            return None
        left = unseen_in_code.get(code)
        if left is None:
            left = unseen_in_code[code] = {line for _, line in dis.findlinestarts(code) if line}
        left.discard(frame.f_lineno)
        unseen[code.co_filename].discard(frame.f_lineno)
        return trace if left else None

    sys.settrace(trace)
    folder = Path(__file__).resolve().parent.parent
    tests = [str(folder / name) for name in TESTS]
    status = pytest.main(["-q", "-x", "-p", "no:cacheprovider", *tests])
    sys.settrace(None)
    if status != 0:
        raise SystemExit("the tests fail: their coverage means nothing")
    return {path: sorted(lines) for path, lines in unseen.items() if lines}


if __name__ == "__main__":
    missed = missed_lines()
    for path, lines in missed.items():
        print(f"not run: {path}, lines {', '.join(map(str, lines))}")
    print("every line of the core was run" if not missed else "some lines were not run")
    sys.exit(1 if missed else 0)
