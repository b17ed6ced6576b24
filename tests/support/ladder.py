"""The ladder: the modules of the core in the order in which they build on each other, then the packages above them."""

from pathlib import Path
from typing import List

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "minibackprop"

CORE = [
    "lazy", "linalg", "kinds", "validation", "random_numbers",
    "activations", "costs", "network",
    "records", "backprop", "update", "cross_entropy", "own_gradients", "numerical_gradient", "gradient_errors",
    "epoch", "early_stopping", "parallel", "descent", "training",
    "classification", "metrics", "tables", "standardizer",
    "cells", "table_problems", "table_reading", "housing",
]
OUTER = [
    "drawing", "teaching", "diagnosis", "checking", "step_page", "lesson_forms", "exercise_forms", "grading", "files",
    "cli", "__main__",
]
PORTABLE = ["drawing", "teaching", "diagnosis", "checking"]


def path_of(module: str) -> Path:
    return PACKAGE / (module.replace(".", "/") + ".py")


def source_of(module: str) -> str:
    return path_of(module).read_text(encoding="utf-8")


def modules_in(package: str) -> List[str]:
    return [f"{package}.{path.stem}" for path in sorted((PACKAGE / package).glob("*.py"))]


def portable_modules() -> List[str]:
    """The core, the drawings and teaching: what must run on every Python."""
    return CORE + [module for package in PORTABLE for module in modules_in(package)]
