"""What the process of a learner's file may not do: take more time or memory than it should, or harm anything.

This keeps mistakes and simple tricks from doing harm. It is no sandbox: whoever grades programs of people that they do
not trust at all needs one from the operating system, such as a container.
"""

import os
import re
import signal
import sys
import types
from typing import Any, Tuple

PACKAGE = __name__.rsplit(".", 2)[0]
PACKAGE_FOLDER = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
MOST_BYTES_OF_MEMORY = 2 << 30
SECONDS_AFTER_THE_TIMEOUT = 5

STARTS_A_PROGRAM = {
    "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "os.startfile", "pty.spawn",
    "subprocess.Popen",
}
ENDS_A_PROGRAM = {"os.kill", "os.killpg"}
USES_THE_NETWORK = {"socket.connect", "socket.bind", "socket.sendto"}
CHANGES_FILES = {
    "os.remove", "os.rename", "os.rmdir", "os.truncate", "os.link", "os.symlink", "os.chmod", "os.chown", "os.mkdir",
}
OF_OTHER_PROGRAMS = re.compile("/proc/[0-9]+/")  # on Linux: their arguments, their memory
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def limit(timeout: float) -> None:
    """Set limits on memory and, in case the parent process is no longer there to end this one, on time."""
    if hasattr(signal, "alarm"):  # not on Windows
        signal.alarm(int(timeout) + SECONDS_AFTER_THE_TIMEOUT)
    try:
        import resource
        kind = getattr(resource, "RLIMIT_DATA", resource.RLIMIT_AS)
        _, most = resource.getrlimit(kind)
        if most == resource.RLIM_INFINITY or most > MOST_BYTES_OF_MEMORY:
            resource.setrlimit(kind, (MOST_BYTES_OF_MEMORY, most))
    except (ImportError, OSError, ValueError):  # not on Windows, and not wherever the system refuses
        pass


def confine(folder: str) -> None:
    """From now on, only files in this folder may be changed, no program may be started or ended, nothing may go over
    the network, and neither the library nor the solutions may be used."""
    os.chdir(folder)
    os.environ["TMPDIR"] = folder
    sys.dont_write_bytecode = True
    for name in [name for name in sys.modules if name == PACKAGE or name.startswith(PACKAGE + ".")]:
        del sys.modules[name]
    sys.modules[PACKAGE] = _StandIn(PACKAGE)
    if hasattr(sys, "addaudithook"):
        sys.addaudithook(_Guard(folder))


class _StandIn(types.ModuleType):
    """What a learner's file finds in place of the library: `check` does nothing, and there is nothing else."""

    def __getattr__(self, name: str) -> Any:
        if name == "check":
            return lambda *functions, **options: None
        if name.startswith("__"):
            raise AttributeError(name)
        raise ImportError(f"an exercise is to be solved without {PACKAGE}: write {name} yourself, or do without it")


class _Guard:
    """Is called by Python before anything that it can name happens; what must not happen becomes an error."""

    def __init__(self, folder: str) -> None:
        self._own = folder + os.sep
        self._library = PACKAGE_FOLDER + os.sep
        self._archive = "" if os.path.isdir(PACKAGE_FOLDER) else os.path.dirname(PACKAGE_FOLDER)  # a zip file
        self._realpath, self._fsdecode, self._join = os.path.realpath, os.fsdecode, os.path.join

    def __call__(self, event: str, arguments: Tuple[Any, ...]) -> None:
        if event in STARTS_A_PROGRAM:
            raise PermissionError("a file that is checked may not start other programs")
        if event in ENDS_A_PROGRAM:
            raise PermissionError("a file that is checked may not end other programs")
        if event in USES_THE_NETWORK:
            raise PermissionError("a file that is checked may not use the network")
        if event in CHANGES_FILES and not all(self._is_own(path) for path in arguments[:2] if _is_path(path)):
            raise PermissionError("a file that is checked may not change or delete files")
        if event == "open" and _is_path(arguments[0]):
            self._check_open(arguments[0], arguments[2])
        if event == "os.listdir" and _is_path(arguments[0]):
            self._check_open(arguments[0], 0)

    def _check_open(self, path: Any, flags: Any) -> None:
        if isinstance(flags, int) and flags & WRITES and not self._is_own(path):
            raise PermissionError("a file that is checked may not write files")
        if OF_OTHER_PROGRAMS.match(self._real(path)):
            raise PermissionError("a file that is checked may not look into other programs")
        if self._real(path).startswith(self._library) or self._real(path) == self._archive:
            raise PermissionError("a file that is checked may not read the solutions, or anything of the library")

    def _is_own(self, path: Any) -> bool:
        return self._real(path).startswith(self._own) or self._real(path) == os.devnull

    def _real(self, path: Any) -> str:
        return str(self._realpath(self._fsdecode(path)))


def _is_path(value: Any) -> bool:
    return isinstance(value, (str, bytes, os.PathLike))
