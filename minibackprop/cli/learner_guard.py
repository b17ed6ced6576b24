"""What a learner's file may do to the machine: read what is its own and Python's, and change what is in one folder.

This keeps mistakes and simple tricks from doing harm. It is no sandbox: whoever grades programs of people that they do
not trust at all needs one from the operating system, such as a container.
"""

import os
import sys
from typing import Any, Callable, Optional, Sequence, Tuple

PACKAGE_FOLDER = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
LONGEST_PATH = 500  # of a folder: one in another, and so on, could not be deleted any more

REFUSED = {
    "start other programs": {
        "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "os.startfile", "pty.spawn",
        "subprocess.Popen",
    },
    "end other programs": {"os.kill", "os.killpg", "signal.pthread_kill"},
    "use the network": {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"},
}
CHANGES_FILES = {
    "os.remove", "os.rename", "os.rmdir", "os.truncate", "os.link", "os.symlink", "os.chmod", "os.chown", "os.mkdir",
    "os.utime", "os.setxattr", "os.removexattr", "os.chflags", "os.lockf",
}
READS_FOLDERS = {"os.listdir", "os.scandir"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
WITHOUT_AN_EVENT = {
    "os": ("mkfifo", "mknod", "pidfd_open", "setpriority"), "posix": ("mkfifo", "mknod", "pidfd_open", "setpriority"),
    "signal": ("pidfd_send_signal",), "_posixsubprocess": ("fork_exec",), "subprocess": ("_fork_exec",),
}  # Python does not announce these: the functions are replaced
CLEARS_THE_SCREEN = ("clear", "cls")


def confine(folder: str, file: str, helpers: Optional[str]) -> None:
    """From now on, only files in this folder may be changed, and only those of Python and of the learner read.

    No program may be started or ended, and nothing may go over the network.
    """
    os.chdir(folder)
    sys.dont_write_bytecode = True
    for module, names in WITHOUT_AN_EVENT.items():
        for name in names:
            if hasattr(sys.modules.get(module), name):
                setattr(sys.modules[module], name, _refused)
    os.system = _system
    sys.addaudithook(_guard(folder, file, helpers))


def _refused(*arguments: Any, **options: Any) -> None:
    raise PermissionError("a file that is checked may not change or delete files, or start or end programs")


def _system(command: Any) -> int:
    """In place of os.system: many a learner's file begins by clearing the screen."""
    if command in CLEARS_THE_SCREEN:
        return 0
    raise PermissionError("a file that is checked may not start other programs")


def _guard(folder: str, file: str, helpers: Optional[str]) -> Callable[[str, Tuple[Any, ...]], None]:
    """A function that Python calls before anything that it announces; what must not happen becomes an error.

    It keeps its own copies of what it calls, since the learner's file may put others in their place.
    """
    realpath, fsdecode, isdir, sep = os.path.realpath, os.fsdecode, os.path.isdir, os.sep

    def is_in(path: str, places: Sequence[str]) -> bool:
        return any(path == place or path.startswith(place + sep) for place in places)

    library = PACKAGE_FOLDER if isdir(PACKAGE_FOLDER) else os.path.dirname(PACKAGE_FOLDER)  # which is a zip file
    own = [folder, file] + ([helpers] if helpers else [])
    modules = [path for path in sys.path if not is_in(realpath(file), [realpath(path)])]  # of others, not of learners
    links = [entry.path for path in modules if isdir(path) for entry in os.scandir(path) if entry.is_symlink()]
    python = [sys.prefix, sys.base_prefix, sys.exec_prefix, os.path.dirname(os.__file__), *modules, *links]
    system = ["/usr/lib", "/usr/share/zoneinfo", "/lib", "/lib64", "/sys/devices/system", "/etc/localtime"]
    readable = tuple(realpath(path) for path in own + python + system if path)
    nowhere = realpath(os.devnull)
    random = ["/dev/urandom", "/dev/random"]

    def check_change(arguments: Tuple[Any, ...]) -> None:
        paths = [realpath(fsdecode(path)) for path in arguments[:2] if isinstance(path, (str, bytes, os.PathLike))]
        if not paths or type(arguments[0]) is int or not all(is_in(path, [folder]) for path in paths):
            raise PermissionError("a file that is checked may not change or delete files")
        if any(len(path) > LONGEST_PATH for path in paths):
            raise PermissionError("a file that is checked may not make folders in folders, so many deep")

    def check_open(path: str, mode: Any, flags: Any) -> None:
        if path == nowhere or path in random:
            return
        if isinstance(flags, int) and flags & WRITES and not is_in(path, [folder]):
            raise PermissionError("a file that is checked may not write files")
        if is_in(path, [library]):
            raise PermissionError("a file that is checked may not read the solutions, or anything of the library")
        if mode is None and isdir(path) and not is_in(path, [folder]):  # by os.open, to reach what is in it
            raise PermissionError("a file that is checked may not open folders")
        if not is_in(path, readable):
            raise PermissionError("a file that is checked may not read files of others, or of the system")

    def guard(event: str, arguments: Tuple[Any, ...]) -> None:
        for what, events in REFUSED.items():
            if event in events:
                raise PermissionError(f"a file that is checked may not {what}")
        if event in CHANGES_FILES:
            check_change(arguments)
        if event == "open" and isinstance(arguments[0], (str, bytes, os.PathLike)):
            check_open(realpath(fsdecode(arguments[0])), arguments[1], arguments[2])
        if event in READS_FOLDERS and isinstance(arguments[0], (str, bytes, os.PathLike)):
            check_open(realpath(fsdecode(arguments[0])), "r", 0)
        if event == "sqlite3.connect" and arguments[0] != ":memory:":
            raise PermissionError("a file that is checked may not write files")

    return guard
