"""The command `diagnose` of a copy of the package, in a folder or in a zip."""

import shutil
import subprocess
import sys
from pathlib import Path

from ...support.ladder import PACKAGE
from ...support.learner_files import RIGHT, written


def test_it_works_from_a_copy_of_the_folder_and_from_a_zip(tmp_path: Path) -> None:
    shutil.copytree(str(PACKAGE), str(tmp_path / "lib" / "minibackprop"), ignore=shutil.ignore_patterns("__pycache__"))
    archive = shutil.make_archive(str(tmp_path / "library"), "zip", str(tmp_path / "lib"))
    path = written(tmp_path, RIGHT)
    for place in (str(tmp_path / "lib"), archive):
        code = f"import sys; sys.path.insert(0, {place!r}); from minibackprop.cli import main; sys.exit(main())"
        done = subprocess.run([sys.executable, "-I", "-c", code, "diagnose", path], cwd=str(tmp_path),
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        assert b"Correct: all 118 numbers" in done.stdout, done.stdout
