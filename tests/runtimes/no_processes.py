"""A pytest plugin for WebAssembly: a test that starts a process or a thread is skipped, and says why."""

import subprocess
import threading
from typing import NoReturn

from ..support.optional import missing


def start_process(*_: object, **__: object) -> NoReturn:
    missing("processes, which WebAssembly does not have")


def start_thread(*_: object) -> NoReturn:
    missing("threads, which Pyodide does not have")


def pytest_configure() -> None:
    setattr(subprocess.Popen, "__init__", start_process)
    setattr(threading.Thread, "start", start_thread)
