"""The shape of the house: imports go down the ladder, and what must run everywhere uses nothing that is not everywhere."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import Dict, Iterator, List, Set

import pytest

import minibackprop

from .ladder import CORE, OUTER, PACKAGE, portable_modules, source_of


# These ask a module above them when they are called: for a drawing, and for the workers of an executor.
ASKING = ["_repr_svg_", "gradient_descent"]


def executed(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those under `if TYPE_CHECKING:`, which no Python ever runs."""
    yield tree
    for child in ast.iter_child_nodes(tree):
        if isinstance(tree, ast.If) and isinstance(tree.test, ast.Name) and tree.test.id == "TYPE_CHECKING":
            if child in tree.body:
                continue
        yield from executed(child)


def siblings_imported_by(module: str) -> List[str]:
    """Those imported at the top, and anywhere else but where a function asks upwards when it is called."""
    tree = ast.parse(source_of(module))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name in ASKING]
    asking = [node for function in functions for node in ast.walk(function)]
    return [
        node.module or ""
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level > 0 and node not in asking
    ]


def test_the_ladder_lists_every_module() -> None:
    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    assert modules == set(CORE)
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert packages | {"__main__"} == set(OUTER)


@pytest.mark.parametrize("module", CORE)
def test_no_import_of_the_core_points_up(module: str) -> None:
    below = CORE[: CORE.index(module)]
    assert set(siblings_imported_by(module)) <= set(below)


@pytest.mark.parametrize("package, may_import", [("views", CORE), ("teaching", CORE + ["views"]), ("tools", CORE + ["views", "teaching"])])
def test_no_import_of_the_outer_modules_points_up(package: str, may_import: List[str]) -> None:
    for path in (PACKAGE / package).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == 2:
                assert (node.module or "").split(".")[0] in [*may_import, ""], path


@pytest.mark.parametrize("module", portable_modules())
def test_what_must_run_everywhere_imports_only_math(module: str) -> None:
    for node in executed(ast.parse(source_of(module))):
        if isinstance(node, ast.Import):
            assert [name.name for name in node.names] == ["math"]
        if isinstance(node, ast.ImportFrom):
            assert node.level > 0, node.module


@pytest.mark.parametrize("module", portable_modules())
def test_what_must_run_everywhere_keeps_the_portability_contract(module: str) -> None:
    tree = ast.parse(source_of(module))
    for node in ast.walk(tree):  # Skulpt cannot even compile it where it is never run
        if isinstance(node, ast.AnnAssign):
            assert node.value is not None, f"line {node.lineno}: annotate a name only with a value"
    for node in executed(tree):
        if isinstance(node, ast.AnnAssign):
            if isinstance(node.target, ast.Attribute):
                assert not isinstance(node.annotation, (ast.Subscript, ast.BinOp)), f"line {node.lineno}: quote it"
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert not node.args.posonlyargs, f"{node.name}: no positional-only parameters"
            parameters = node.args.args + node.args.kwonlyargs
            annotations = [node.returns] + [parameter.annotation for parameter in parameters]
            assert not any(isinstance(a, (ast.Subscript, ast.BinOp)) for a in annotations), f"{node.name}: quote it"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("print", "eval", "exec", "compile", "input"), f"line {node.lineno}"
            assert all(keyword.arg != "strict" for keyword in node.keywords), f"line {node.lineno}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("ljust", "rjust", "zfill", "__doc__"), f"line {node.lineno}"
        if isinstance(node, ast.BinOp):
            assert not isinstance(node.op, ast.Pow), f"line {node.lineno}: x * x, not x ** 2"
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            assert not any(isinstance(e, ast.Starred) for e in node.elts), f"line {node.lineno}: no [*a, *b]"
        if isinstance(node, ast.Dict):
            assert None not in node.keys, f"line {node.lineno}: no {{**a}}"
        assert type(node).__name__ not in ("Match", "NamedExpr", "Global", "Await", "TryStar")


@pytest.mark.parametrize("module", CORE)
def test_modules_of_the_core_stay_small(module: str) -> None:
    assert len(source_of(module).splitlines()) <= 300


def modules_after(statement: str, *options: str) -> Set[str]:
    code = f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); before = set(sys.modules); {statement}; " \
        "print(*sorted(set(sys.modules) - before))"
    output = subprocess.run([sys.executable, "-I", *options, "-c", code], stdout=subprocess.PIPE, check=True).stdout
    return set(output.decode().split())


def test_import_adds_only_math_and_modules_of_the_core() -> None:
    core = {"minibackprop"} | {f"minibackprop.{module}" for module in CORE}
    trains = core - {f"minibackprop.{module}" for module in ("finite_differences", "scores", "parallel", "tables", "housing")}
    everything = "minibackprop.gradient_check, minibackprop.load_housing(), minibackprop.r_squared, minibackprop.WorkerError"
    assert modules_after("import minibackprop", "-S") - {"math"} == trains
    assert modules_after(f"import minibackprop; {everything}", "-S") - {"math"} == core


def test_all_lists_the_public_names_in_order() -> None:
    assert minibackprop.__all__ == sorted(minibackprop.__all__)
    everything: Dict[str, object] = {}
    exec("from minibackprop import *", everything)
    assert set(everything) - {"__builtins__"} == set(minibackprop.__all__)
    imported = [
        alias.asname or alias.name
        for node in ast.walk(ast.parse(source_of("__init__")))
        if isinstance(node, ast.ImportFrom) and node.col_offset in (0, 4) and node.module != "typing"
        for alias in node.names
    ]
    assert sorted(imported) == minibackprop.__all__
    with pytest.raises(AttributeError, match="minibackprop has no nonsense"):
        getattr(minibackprop, "nonsense")


def test_every_name_is_explained_in_the_legend() -> None:
    legend = minibackprop.__doc__ or ""
    for name in "A_in Z A dC_dA dA_dZ dC_dZ dC_dW dC_db layer.weights layer.biases activation.f activation.f_prime".split():
        assert name in legend


def test_the_version_has_one_home() -> None:
    pyproject = (PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert minibackprop.__version__ not in pyproject
    assert 'dynamic = ["version"]' in pyproject
    assert Path(PACKAGE / "py.typed").exists()
