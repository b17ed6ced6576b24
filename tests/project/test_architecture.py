"""The ladder: imports only go down, none is circular, and importing the package imports little."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, Set

import pytest

import minibackprop

from ..support.ladder import CORE, OUTER, PACKAGE, ROOT, modules_in, source_of
from ..support.syntax import imports_of

# What each package may import, besides its own modules.
BELOW: Dict[str, List[str]] = {
    "drawing": CORE,
    "teaching": [*CORE, "drawing"],
    "diagnosis": [*CORE, "drawing", "teaching"],
    "checking": [*CORE, "drawing", "teaching", "diagnosis"],
    "step_page": [*CORE, "drawing", "teaching"],
    "lesson_forms": [*CORE, "drawing", "teaching", "step_page"],
    "exercise_forms": [*CORE, "teaching", "diagnosis", "checking", "step_page", "lesson_forms"],
    "grading": [*CORE, "drawing", "checking"],
    "files": [*CORE, "__init__"],  # the one-file version is made of the package itself
    "cli": [
        *CORE, "drawing", "teaching", "diagnosis", "checking", "step_page", "lesson_forms", "exercise_forms", "grading",
        "files", "__init__",
    ],
}
ALL_MODULES = CORE + [module for package in BELOW for module in modules_in(package)]
LAZY = {  # imported when first asked for
    "cross_entropy", "own_gradients", "numerical_gradient", "gradient_errors", *CORE[CORE.index("classification") :],
}


def test_the_ladder_lists_every_module() -> None:
    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    assert modules == set(CORE)
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert packages | {"__main__"} == set(OUTER) == set(BELOW) | {"__main__"}


@pytest.mark.parametrize("module", CORE)
def test_no_import_of_the_core_points_up(module: str) -> None:
    """Types count, too: what only a type checker imports is still what a reader has to know."""
    assert set(imports_of(module)) <= set(CORE[: CORE.index(module)])


@pytest.mark.parametrize("package", BELOW)
def test_no_import_of_a_package_points_up(package: str) -> None:
    allowed = {*BELOW[package], package}
    for module in modules_in(package):
        for imported in imports_of(module):
            assert imported.split(".")[0] in allowed, f"{module} imports {imported}"


def test_no_imports_are_circular() -> None:
    graph = {module: imports_of(module) for module in ALL_MODULES}
    done: Set[str] = set()

    def visit(module: str, path: List[str]) -> None:
        assert module not in path, f"circular imports: {' -> '.join([*path[path.index(module):], module])}"
        if module not in done:
            for imported in graph.get(module, []):
                visit(imported, [*path, module])
            done.add(module)

    for module in ALL_MODULES:
        visit(module, [])
    assert done >= set(ALL_MODULES)


def test_the_search_for_circular_imports_includes_imports_for_types() -> None:
    assert "parallel" in imports_of("descent")
    assert "drawing.svg" in imports_of("drawing.network_svg")
    assert "linalg" in imports_of("random_numbers")  # only under `if TYPE_CHECKING:`


def test_only_one_module_imports_by_name() -> None:
    """It is how a network finds its drawing for a notebook."""
    calls = []
    for module in ALL_MODULES + ["__init__"]:
        for node in ast.walk(ast.parse(source_of(module))):
            if isinstance(node, ast.Name) and node.id in ("__import__", "importlib"):
                calls.append(module)
    assert calls == ["lazy"]


@pytest.mark.parametrize("module", CORE)
def test_modules_of_the_core_stay_small(module: str) -> None:
    assert len(source_of(module).splitlines()) <= 210


def modules_after(statement: str, *options: str) -> Set[str]:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); before = set(sys.modules); {statement}; " \
        "print(*sorted(set(sys.modules) - before))"
    output = subprocess.run([sys.executable, "-I", *options, "-c", code], stdout=subprocess.PIPE, check=True).stdout
    return set(output.decode().split())


def test_import_adds_only_math_and_modules_of_the_core() -> None:
    core = {"minibackprop"} | {f"minibackprop.{module}" for module in CORE}
    trains = core - {f"minibackprop.{module}" for module in LAZY}
    everything = "minibackprop.softmax, minibackprop.gradient_check, minibackprop.load_housing(), " \
        "minibackprop.r_squared, minibackprop.Standardizer"
    of_math = modules_after("import math", "-S")  # from Python 3.15 on it has a part of its own
    assert modules_after("import minibackprop", "-S") - of_math == trains
    assert modules_after(f"import minibackprop; {everything}", "-S") - of_math == core


def test_every_name_is_explained_in_the_legend() -> None:
    legend = minibackprop.__doc__ or ""
    names = "k, j, i, n; X_T, Y_T; A_in; Z, A; dC_dA, dA_dZ, dC_dZ; dC_dW, dC_db; layer.weights; layer.biases"
    for name in [*names.split("; "), "activation.f", "activation.f_prime"]:
        assert name in legend


def test_the_version_is_in_one_place() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert minibackprop.__version__ not in pyproject
    assert 'dynamic = ["version"]' in pyproject
    assert Path(PACKAGE / "py.typed").exists()
