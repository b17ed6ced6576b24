"""Each form of the one-file version, and each of its beginnings: names, imports, types and examples are right."""

import ast
import doctest
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict

import pytest

import minibackprop
from minibackprop.files.bundle import MODULES, RULE

from ...support.ladder import ROOT
from ...support.one_file import bundled, each_form, loaded
from ...support.syntax import executed, top_level_names
from ...support.type_checker import mypy

LAST_BANNER = "# minibackprop: What this file offers."


@each_form
def test_it_is_the_same_to_the_byte_every_time(form: Dict[str, Any]) -> None:
    options = ["--" + option.replace("_", "-") for option in form]
    command = [sys.executable, "-m", "minibackprop", "bundle", *options]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "ascii"}
        output = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True).stdout
        assert output == bundled(**form).encode("utf-8")


@each_form
def test_it_imports_only_math(form: Dict[str, Any]) -> None:
    tree = ast.parse(bundled(**form))
    imports = [node for node in executed(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert [ast.dump(node) for node in imports] == [ast.dump(ast.parse("import math").body[0])]


@each_form
def test_no_name_stands_for_two_things(form: Dict[str, Any]) -> None:
    names = top_level_names(ast.parse(bundled(**form)))
    assert len(names) == len(set(names)) > 60


def num_doctests_passed(text: str, folder: Path) -> int:
    """Run the doctests of a one-file version, all of which must pass; return their number."""
    (folder / "minibackprop.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "doctest", "-v", "minibackprop.py"]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, check=True)
    output = done.stdout.decode("utf-8", "replace")
    found = re.search(r"(\d+) passed(?: and 0 failed)?\.\s+Test passed", output)
    assert found is not None, output[-500:]
    return int(found.group(1))


def num_doctests_in(module: str) -> int:
    found = doctest.DocTestFinder().find(importlib.import_module(f"minibackprop.{module}"))
    return sum(len(each.examples) for each in found)


@each_form
def test_its_examples_are_right(form: Dict[str, Any], tmp_path: Path) -> None:
    assert num_doctests_passed(bundled(**form), tmp_path) > 60


@each_form
def test_it_passes_mypy_strict(form: Dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "one_file.py"
    path.write_text(bundled(**form), encoding="utf-8")
    result = mypy("--strict", str(path))
    assert result.returncode == 0, result.stdout


# The one-file version up to a module


@pytest.mark.parametrize("last", MODULES)
def test_up_to_a_module_it_is_the_beginning_of_the_whole_file(last: str) -> None:
    def body(text: str) -> str:
        return text[text.index("\nimport math\n") : text.rindex(RULE, 0, text.index(LAST_BANNER))]

    part, whole = bundled(until=last), bundled()
    assert body(whole).startswith(body(part).rstrip())
    banners = re.findall(rf"^{RULE}\n# (\w+): ", part, re.MULTILINE)
    assert banners == MODULES[: MODULES.index(last) + 1] + ["minibackprop"]


@pytest.mark.parametrize("last", MODULES)
def test_up_to_a_module_it_offers_the_public_names_that_it_defines(last: str, tmp_path: Path) -> None:
    part = loaded(tmp_path / "minibackprop.py", bundled(until=last))
    assert part.__all__ == [name for name in minibackprop.__all__ if hasattr(part, name)]
    assert {"Matrix", "ShapeError"} <= set(part.__all__)
    assert ("backward" in part.__all__) == (MODULES.index(last) >= MODULES.index("backprop"))
    assert ("train" in part.__all__) == (MODULES.index(last) >= MODULES.index("training"))


@pytest.mark.parametrize("last", ["linalg", "backprop", "update", "early_stopping", "training"])
def test_up_to_a_module_its_examples_are_right(last: str, tmp_path: Path) -> None:
    modules = MODULES[: MODULES.index(last) + 1]
    assert num_doctests_passed(bundled(until=last), tmp_path) == sum(map(num_doctests_in, modules)) > 10


@pytest.mark.parametrize("last", ["backprop", "update"])
def test_up_to_a_module_it_passes_mypy_strict(last: str, tmp_path: Path) -> None:
    path = tmp_path / "one_file.py"
    path.write_text(bundled(until=last), encoding="utf-8")
    result = mypy("--strict", str(path))
    assert result.returncode == 0, result.stdout
