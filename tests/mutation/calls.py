"""Which functions of the package are called while something runs?"""

import sys
import threading
from types import CodeType, FrameType
from typing import Any, Set

monitoring: Any = getattr(sys, "monitoring", None)  # since Python 3.12, and far faster: it watches chosen code only


class Calls:
    """`begin()`, then `end()`, which returns the ids of the code of all functions that were called in between.

    Other code than that of the package may be among them. `watch(code)` has to be called for each code of the package.
    """

    def __init__(self) -> None:
        self.seen: Set[int] = set()
        if monitoring is not None:
            monitoring.use_tool_id(monitoring.PROFILER_ID, "calls")
            monitoring.register_callback(monitoring.PROFILER_ID, monitoring.events.PY_START, self._started)

    def watch(self, code: CodeType) -> None:
        if monitoring is not None:
            monitoring.set_local_events(monitoring.PROFILER_ID, code, monitoring.events.PY_START)

    def begin(self) -> None:
        self.seen = set()
        if monitoring is None:
            threading.settrace(self._called)
            sys.settrace(self._called)

    def end(self) -> "Set[int]":
        if monitoring is None:
            nothing: Any = None  # as older type checkers do not know that it may be None
            threading.settrace(nothing)
            sys.settrace(nothing)
        return self.seen

    def _started(self, code: CodeType, offset: int) -> None:
        self.seen.add(id(code))

    def _called(self, frame: FrameType, event: str, argument: object) -> None:
        self.seen.add(id(frame.f_code))
