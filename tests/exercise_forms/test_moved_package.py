"""The exercises are found in a package that was put inside another one, too."""

import subprocess
import sys
from pathlib import Path

from ..support.ladder import ROOT

SCRIPT = """
import importlib, sys
sys.path.insert(0, sys.argv[1])
sources = importlib.import_module("course.tools.minibackprop.exercise_forms.sources")
print(sources.PACKAGE, sources.stub_of(1).count("def "), sources.seed_in(sources.stub_of(17, 5)))
"""


def test_the_exercises_of_a_package_inside_another_one(tmp_path: Path) -> None:
    inside = tmp_path / "course" / "tools"
    inside.mkdir(parents=True)
    (inside / "minibackprop").symlink_to(ROOT / "minibackprop", target_is_directory=True)
    shown = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)], stdout=subprocess.PIPE, check=True, encoding="utf-8"
    ).stdout
    assert shown.split() == ["course.tools.minibackprop", "1", "5"]
