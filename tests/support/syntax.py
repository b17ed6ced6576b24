"""Reading the source of the package: what is run, and what each module imports."""

import ast
from typing import Iterator, List

from .ladder import PACKAGE, path_of


def executed(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those under `if TYPE_CHECKING:`, which no Python ever runs."""
    yield tree
    for child in ast.iter_child_nodes(tree):
        if isinstance(tree, ast.If) and isinstance(tree.test, ast.Name) and tree.test.id == "TYPE_CHECKING":
            if child in tree.body:
                continue
        yield from executed(child)


def imports_of(module: str) -> List[str]:
    """The modules of the package that a module imports anywhere, for type checkers too: "linalg", "drawing.svg"."""
    path = path_of(module)
    package = module.split(".")[:-1] if path.exists() else module.split(".")
    source = path if path.exists() else PACKAGE / module.replace(".", "/") / "__init__.py"
    found = []
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level > 0:
            base = package[: len(package) + 1 - node.level] + (node.module or "").split(".")
            name = ".".join([part for part in base if part])
            for alias in node.names:
                submodule = f"{name}.{alias.name}".lstrip(".")
                found.append(submodule if path_of(submodule).exists() else name or "__init__")
    return sorted(set(found))


def importers_of(module: str) -> List[str]:
    """The modules of the package that import this one."""
    names = [".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in PACKAGE.rglob("*.py")]
    return [name for name in sorted(names) if module in imports_of(name)]


def top_level_names(tree: ast.Module) -> List[str]:
    """The names of a module's functions, classes and constants."""
    names = [node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    for node in tree.body:
        if isinstance(node, ast.Assign):
            names += [target.id for target in node.targets if isinstance(target, ast.Name)]
    return [name for name in names if name != "TYPE_CHECKING"]
