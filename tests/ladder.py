"""The ladder: the modules of the core in the order in which they build on each other, and which floor each is on."""

from pathlib import Path
from typing import List

PACKAGE = Path(__file__).resolve().parent.parent / "minibackprop"

CORE = [
    "linalg", "checks", "random_numbers",
    "activations", "costs", "scores",
    "network",
    "backprop",
    "finite_differences", "training", "parallel",
    "tables", "housing",
]

OUTER = ["views", "teaching", "tools", "cli", "__main__"]


def source_of(module: str) -> str:
    return (PACKAGE / (module.replace(".", "/") + ".py")).read_text(encoding="utf-8")


def portable_modules() -> List[str]:
    """The core and the views: what has to run on every Python there is."""
    return CORE + ["views." + path.stem for path in sorted((PACKAGE / "views").glob("*.py"))]
