"""However minibackprop gets to its user, it is complete: checkout, editable install, wheel, sdist, zipapp.

Everything is tried on copies in a temporary folder, by processes that see neither this checkout nor PYTHONPATH.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import zipapp
import zipfile
from configparser import ConfigParser
from contextlib import contextmanager
from email.parser import BytesParser
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Set, Union

import pytest

import minibackprop

from ...support.ladder import ROOT
from ...support.optional import missing

SHIPPED = {"pyproject.toml", "README.md", "LICENSE", "minibackprop", "data", "tests", ".ci", ".github"}
TOP_LEVEL = SHIPPED | {".gitignore"}
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

LOAD = """
import sys
sys.path[:0] = sys.argv[1:]
import json, minibackprop
table = minibackprop.load_housing()
shapes = [[len(M), sorted(set(map(len, M)))] for M in (table.X, table.Y)]
print(json.dumps([minibackprop.__file__, shapes]))
"""
BUILD = """
import sys, hatchling.build
hatchling.build.build_wheel(sys.argv[1])
hatchling.build.build_sdist(sys.argv[1])
"""

Word = Union[str, Path]


class Built(NamedTuple):
    """A copy of the checkout, the Python that has the build backend, and what it has built from the copy."""

    checkout: Path
    python: Path
    wheel: Path
    sdist: Path


def process(*command: Word, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """The finished command, which does not inherit any settings of this Python."""
    words = [str(word) for word in command]
    return subprocess.run(
        words, cwd=str(cwd), env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


def output(*command: Word, cwd: Path) -> str:
    """What the command prints; if it fails, so does the test, with its error message."""
    finished = process(*command, cwd=cwd)
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def new_venv(folder: Path, *options: str) -> Path:
    """Make a virtual environment; return its Python."""
    output(sys.executable, "-m", "venv", *options, folder, cwd=folder.parent)
    return folder / ("Scripts" if os.name == "nt" else "bin") / "python"


def copy_of_checkout(folder: Path) -> Path:
    """Copy what a user gets into the folder, and .gitignore too where there is one: hatchling uses it."""
    folder.mkdir()
    for name in sorted(SHIPPED | {".gitignore"}):
        if (ROOT / name).is_dir():
            without_caches = shutil.ignore_patterns("__pycache__", ".*_cache", "node_modules")
            shutil.copytree(str(ROOT / name), str(folder / name), ignore=without_caches)
        elif name in SHIPPED or (ROOT / name).exists():
            shutil.copy(str(ROOT / name), str(folder / name))
    return folder


def build(python: Path, checkout: Path, folder: Path) -> Built:
    """Build a wheel and an sdist into the folder by the hooks of the build backend, as pip does."""
    output(python, "-c", BUILD, folder, cwd=checkout)
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return Built(checkout, python, wheel, sdist)


def unpacked(sdist: Path, folder: Path) -> Path:
    """Unpack the sdist into the folder; return its only entry."""
    output(sys.executable, "-m", "tarfile", "-e", sdist, folder, cwd=folder)
    (checkout,) = folder.iterdir()
    return checkout


def loads_housing(python: Word, cwd: Path, *path: Path, flags: str = "-B") -> Path:
    """Check that this Python loads the whole housing table; return the folder that its minibackprop is in."""
    file, shapes = json.loads(output(python, flags, "-c", LOAD, *path, cwd=cwd))
    assert shapes == [[506, [13]], [506, [1]]]
    return Path(file).resolve().parent.parent


def check_run(report: str) -> None:
    """Check the JSON that a run of one epoch has printed."""
    result = json.loads(report)
    assert result["minibackprop"] == minibackprop.__version__
    assert result["table"]["training_rows"] + result["table"]["held_out_rows"] == 506
    assert result["training"]["epoch"] == 1


def files_in(folder: Path) -> Dict[str, bytes]:
    """The contents of all the files in a folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def files_in_wheel(wheel: Path) -> Dict[str, bytes]:
    """The contents of all the files in a wheel."""
    with zipfile.ZipFile(str(wheel)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def dist_info(wheel: Path, name: str) -> bytes:
    """A file from the metadata of the wheel."""
    return files_in_wheel(wheel)[f"minibackprop-{minibackprop.__version__}.dist-info/{name}"]


def times_changed(folder: Path) -> Dict[Path, int]:
    """When each file was last written, and when each folder last got or lost an entry, even for a moment."""
    return {path: path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]}


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take away everybody's permission to write, for a while (root can write all the same)."""
    modes = {path: path.stat().st_mode for path in [folder, *folder.rglob("*")]}
    try:
        for path, mode in modes.items():
            path.chmod(mode & ~0o222)
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The wheel and the sdist, built with the backend that pyproject.toml asks for."""
    folder = tmp_path_factory.mktemp("built")
    checkout, python = copy_of_checkout(folder / "checkout"), new_venv(folder / "venv")
    pyproject = (checkout / "pyproject.toml").read_text(encoding="utf-8")
    backend = re.findall(r'^requires = \["(hatchling[^"]*)"\]$', pyproject, re.MULTILINE)
    # Since 22.3 pip can install into other environments; hatchling needs editables for an editable install.
    packages = [*backend, "editables", "pip>=22.3"]
    installation = process(python, "-m", "pip", "install", "--quiet", "--retries=1", *packages, cwd=folder)
    if installation.returncode != 0:
        reason = (installation.stderr.splitlines() or [""])[-1]
        missing(f"hatchling: no package index reachable ({reason})")
    return build(python, checkout, folder)


@pytest.fixture(scope="module")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds nothing but the wheel, not even pip."""
    folder = tmp_path_factory.mktemp("installed")
    python = new_venv(folder / "venv", "--without-pip")
    pip: List[Word] = [built.python, "-m", "pip", "--python", python]
    output(*pip, "install", "--no-deps", "--no-index", built.wheel, cwd=folder)
    return python


def test_a_plain_checkout_works(tmp_path: Path) -> None:
    checkout = copy_of_checkout(tmp_path / "checkout")
    assert loads_housing(sys.executable, checkout) == checkout.resolve()
    check_run(output(sys.executable, "-B", "-m", "minibackprop", "--json", "--epochs", "1", cwd=checkout))


def test_a_read_only_checkout_works_and_stays_as_it_is(tmp_path: Path) -> None:
    checkout = copy_of_checkout(tmp_path / "checkout")
    with read_only(checkout):
        before = times_changed(checkout)
        assert loads_housing(sys.executable, checkout) == checkout.resolve()
        check_run(output(sys.executable, "-B", "-m", "minibackprop", "--json", "--epochs", "1", cwd=checkout))
        assert times_changed(checkout) == before


def test_a_zipapp_works(tmp_path: Path) -> None:
    checkout, pyz = copy_of_checkout(tmp_path / "checkout"), tmp_path / "minibackprop.pyz"

    def is_needed(path: Path) -> bool:
        return path.parts[0] in ("minibackprop", "data")

    zipapp.create_archive(checkout, pyz, main="minibackprop.__main__:run", filter=is_needed)
    shutil.rmtree(str(checkout))
    assert loads_housing(sys.executable, tmp_path, pyz) == pyz.resolve()
    check_run(output(sys.executable, pyz, "--json", "--epochs", "1", cwd=tmp_path))
    assert process(sys.executable, pyz, "--without", "NOPE", cwd=tmp_path).returncode == 2


def test_an_editable_install_works(built: Built, tmp_path: Path) -> None:
    pip: List[Word] = [built.python, "-m", "pip"]
    output(*pip, "install", "--no-deps", "--no-build-isolation", "--editable", built.checkout, cwd=tmp_path)
    assert loads_housing(built.python, tmp_path, flags="-IB") == built.checkout.resolve()


def test_an_installed_wheel_works(installed: Path, tmp_path: Path) -> None:
    packages = loads_housing(installed, tmp_path, flags="-IB")
    assert installed.parent.parent.resolve() in packages.parents
    assert (packages / "minibackprop" / "py.typed").is_file()


def test_the_installed_command_works(installed: Path, tmp_path: Path) -> None:
    command = shutil.which("minibackprop", path=str(installed.parent))
    assert command
    assert output(command, "--version", cwd=tmp_path) == f"minibackprop {minibackprop.__version__}\n"
    check_run(output(command, "--json", "--epochs", "1", cwd=tmp_path))


def test_the_wheel_holds_the_right_files(built: Built) -> None:
    """The package with the data inside, byte for byte, and nothing else: no tests."""
    files = files_in_wheel(built.wheel)
    package = {name: contents for name, contents in files.items() if ".dist-info/" not in name}
    code, data = files_in(built.checkout / "minibackprop"), files_in(built.checkout / "data")
    del data["README.md"]  # the data card is for readers of the source
    expected = {f"minibackprop/{name}": contents for name, contents in code.items()}
    expected.update({f"minibackprop/data/{name}": contents for name, contents in data.items()})
    assert package == expected
    for name in ("py.typed", "step_page/page.html", "step_page/style.css", "step_page/script.js"):
        assert f"minibackprop/{name}" in package
    assert "minibackprop/data/boston_housing.csv" in package
    assert dist_info(built.wheel, "licenses/LICENSE") == (built.checkout / "LICENSE").read_bytes()


def test_the_wheel_is_small_and_fits_every_system(built: Built) -> None:
    assert built.wheel.name == f"minibackprop-{minibackprop.__version__}-py3-none-any.whl"
    assert built.wheel.stat().st_size <= 600 * 1000


def test_the_metadata_of_the_wheel_is_right(built: Built) -> None:
    metadata = BytesParser().parsebytes(dist_info(built.wheel, "METADATA"))
    requirements = [each.replace('"', "'") for each in metadata.get_all("Requires-Dist", [])]
    assert metadata["Name"] == "minibackprop"
    assert metadata["Version"] == minibackprop.__version__
    assert metadata["Requires-Python"] == ">=3.8"
    assert metadata.get_all("Provides-Extra") == ["dev"]
    assert sorted(requirements) == ["mypy; extra == 'dev'", "pytest; extra == 'dev'"]


def test_the_wheel_installs_one_command(built: Built) -> None:
    entry_points = ConfigParser()
    entry_points.read_string(dist_info(built.wheel, "entry_points.txt").decode("utf-8"))
    assert entry_points.sections() == ["console_scripts"]
    assert dict(entry_points["console_scripts"]) == {"minibackprop": "minibackprop.__main__:run"}


def test_the_sdist_is_a_checkout(built: Built, tmp_path: Path) -> None:
    checkout = unpacked(built.sdist, tmp_path)
    files = files_in(checkout)
    assert files.pop("PKG-INFO")
    assert files == files_in(built.checkout)
    assert loads_housing(sys.executable, checkout) == checkout.resolve()


def test_the_sdist_builds_the_same_wheel(built: Built, tmp_path: Path) -> None:
    (tmp_path / "sdist").mkdir()
    rebuilt = build(built.python, unpacked(built.sdist, tmp_path / "sdist"), tmp_path)
    assert "minibackprop/data/boston_housing.csv" in files_in_wheel(rebuilt.wheel)
    assert files_in_wheel(rebuilt.wheel) == files_in_wheel(built.wheel)


def test_the_top_level_of_the_repository_holds_what_it_should() -> None:
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        missing("a git checkout, and git")
    names: Set[str] = {path.split("/")[0] for path in output("git", "ls-files", cwd=ROOT).splitlines()}
    assert names == TOP_LEVEL
