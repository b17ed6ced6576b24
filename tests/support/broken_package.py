"""Copies of the package with something changed in one module, to be imported beside the right one."""

import ast
import importlib
import shutil
import sys
from pathlib import Path
from typing import Any

from ..mutation.mutants import Mutant
from .ladder import PACKAGE, source_of


def with_mutant(folder: Path, mutant: Mutant) -> Any:
    tree = ast.parse((PACKAGE / mutant.module).read_text(encoding="utf-8"))
    mutant.apply_to(tree)
    return with_source(folder, mutant.module, ast.unparse(tree))


def with_line(folder: Path, module: str, line: str, changed: str) -> Any:
    source = source_of(module)
    assert source.count(line) == 1, f"{module}: {line}"
    return with_source(folder, f"{module}.py", source.replace(line, changed))


def with_source(folder: Path, module: str, source: str) -> Any:
    """The package under another name, imported from this folder, which must be on the path."""
    name = f"broken_{len(sys.modules)}"
    shutil.copytree(str(PACKAGE), str(folder / name), ignore=shutil.ignore_patterns("__pycache__", "cli", "grading"))
    (folder / name / module).write_text(source, encoding="utf-8")
    return importlib.import_module(name)
