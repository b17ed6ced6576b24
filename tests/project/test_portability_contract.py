"""The core, the drawings and teaching use only what every Python has: `math`, and syntax that MicroPython knows too."""

import ast
from typing import List

import pytest

from ..support.ladder import portable_modules, source_of
from ..support.syntax import executed

MODULES: List[str] = portable_modules()


@pytest.mark.parametrize("module", MODULES)
def test_it_imports_only_math_and_its_siblings(module: str) -> None:
    for node in executed(ast.parse(source_of(module))):
        if isinstance(node, ast.Import):
            assert [name.name for name in node.names] == ["math"]
        if isinstance(node, ast.ImportFrom):
            assert node.level > 0, node.module


@pytest.mark.parametrize("module", MODULES)
def test_its_annotations_are_not_evaluated_where_they_could_fail(module: str) -> None:
    tree = ast.parse(source_of(module))
    for node in ast.walk(tree):  # Skulpt cannot compile it even where it is never run
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


@pytest.mark.parametrize("module", MODULES)
def test_it_avoids_syntax_and_names_that_are_not_everywhere(module: str) -> None:
    for node in executed(ast.parse(source_of(module))):
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
