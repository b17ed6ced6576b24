"""Style, checked with the standard library: line lengths, trailing spaces, unused imports, long functions and files."""

import ast
from pathlib import Path
from typing import List, Set

import pytest

from ..support.ladder import PACKAGE, ROOT

MOST_COLUMNS = 120
MOST_LINES_OF_A_TEST_FILE = 400
MOST_LINES_OF_A_FUNCTION = 50  # its docstring and signature not counted
TEXTS = {".py", ".md", ".toml", ".mjs", ".js", ".css", ".html", ".sh", ".yml", ""}
LEFT_OUT = {"node_modules", "__pycache__", ".git", ".venv", ".mypy_cache", ".pytest_cache", "build", "dist"}


def files() -> List[Path]:
    found = [path for path in sorted(ROOT.rglob("*")) if path.is_file() and path.suffix in TEXTS]
    return [path for path in found if not LEFT_OUT & set(path.relative_to(ROOT).parts)]


FILES = files()
SOURCES = [path for path in FILES if path.suffix == ".py"]
TESTS = [path for path in SOURCES if path.relative_to(ROOT).parts[0] == "tests"]


def called(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_files_are_found() -> None:
    names = {"README.md", ".ci/run", "minibackprop/backprop.py", "minibackprop/step_page/script.js"}
    assert names <= set(map(called, FILES))
    assert len(SOURCES) > 100 and len(TESTS) > 60


@pytest.mark.parametrize("path", FILES, ids=called)
def test_lines_are_short_and_end_without_a_space(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, 1):
        assert line == line.rstrip(), f"line {number} ends with a space"
        is_table_or_link = path.suffix == ".md" and ("|" in line or "](" in line or "```" in line)
        is_command = path.suffix == ".md" and line.startswith(("python3 ", ".venv", "$ ", "  `python3 "))
        assert len(line) <= MOST_COLUMNS or is_table_or_link or is_command, f"line {number} has {len(line)} columns"
    assert lines[-1] == "" or lines == [""], "the file does not end with a newline"
    assert len(lines) < 2 or lines[-2] != "", "an empty line at the end"


def names_used(tree: ast.AST, source: str) -> Set[str]:
    """Names in code and, as annotations may be quoted, all words of the texts that are annotations."""
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value:
            try:
                used |= {each.id for each in ast.walk(ast.parse(node.value, mode="eval")) if isinstance(each, ast.Name)}
            except (SyntaxError, ValueError):
                pass
    return used


@pytest.mark.parametrize("path", [path for path in SOURCES if path != PACKAGE / "__init__.py"], ids=called)
def test_no_import_is_unused(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    imported = {
        (alias.asname or alias.name).split(".")[0]
        for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names
    }
    assert imported - names_used(tree, source) == set()


@pytest.mark.parametrize("path", SOURCES, ids=called)
def test_no_function_is_long(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None and len(node.body) > 1 else node.body
            length = (body[-1].end_lineno or body[-1].lineno) - body[0].lineno + 1
            assert length <= MOST_LINES_OF_A_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", TESTS, ids=called)
def test_no_test_file_is_long_or_imports_another_test(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MOST_LINES_OF_A_TEST_FILE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            names = [*(node.module or "").split("."), *[alias.name for alias in node.names]]
            assert not [name for name in names if name.startswith("test_")]


def test_folders_of_the_tests_mirror_those_of_the_package() -> None:
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    folders = {path.parent.name for path in (ROOT / "tests").glob("*/__init__.py")}
    assert packages <= folders
