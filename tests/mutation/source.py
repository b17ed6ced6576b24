"""The package imported from syntax trees, so that a mutant can take the place of a module or, later, of a function."""

import ast
import functools
import gc
import importlib.machinery
import inspect
import sys
import warnings
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Callable, Dict, Iterator, List, Optional, Sequence, Tuple

from ..support.ladder import PACKAGE
from .mutants import Mutant


@functools.lru_cache(maxsize=None)
def tree_of(module: str) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text(encoding="utf-8"))


def compiled(tree: ast.Module, path: Path) -> CodeType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of some mutants the compiler sees that they cannot be meant
        return compile(tree, str(path), "exec", dont_inherit=True)


class Imported(importlib.machinery.SourceFileLoader):
    """Imports the modules of the package, with a mutant in the place of one of them.

    Without a mutant it compiles them all itself, so that the codes of later mutants are like theirs.
    """

    codes: "Dict[str, CodeType]" = {}
    mutant: "Optional[Mutant]" = None
    watch: "Callable[[CodeType], object]" = id

    def get_code(self, fullname: str) -> CodeType:
        path = Path(self.get_filename(fullname))
        module = path.relative_to(PACKAGE).as_posix()
        if Imported.mutant is not None and Imported.mutant.module != module:
            code = super().get_code(fullname)
            assert code is not None
            return code
        if module in Imported.codes:  # imported again, in a test
            return Imported.codes[module]
        tree = tree_of(module)
        if Imported.mutant is not None:
            Imported.mutant.apply_to(tree)
        code = Imported.codes[module] = compiled(tree, path)
        for each in all_codes(code):
            Imported.watch(each)
        return code


class Finder(importlib.machinery.PathFinder):
    """Finds what is in the package, and leaves the rest to the finders after it."""

    @classmethod
    def find_spec(
        cls, fullname: str, path: "Optional[Sequence[str]]" = None, target: "Optional[ModuleType]" = None
    ) -> "Optional[importlib.machinery.ModuleSpec]":
        if fullname.split(".")[0] != PACKAGE.name:
            return None
        spec = super().find_spec(fullname, path, target)
        if spec is not None and spec.origin is not None and PACKAGE in Path(spec.origin).parents:
            spec.loader = Imported(fullname, spec.origin)
        return spec


def import_with(mutant: "Optional[Mutant]") -> None:
    """From now on, import the package with this mutant. Nothing of it may have been imported yet."""
    assert PACKAGE.name not in sys.modules
    Imported.mutant = mutant
    sys.meta_path.insert(0, Finder)


def functions_by_code() -> "Dict[int, List[FunctionType]]":
    """All functions that there are, under the id of their code."""
    found: "Dict[int, List[FunctionType]]" = {}
    for each in gc.get_objects():
        if type(each) is FunctionType:
            found.setdefault(id(each.__code__), []).append(each)
    return found


def inner_codes(code: CodeType) -> "List[CodeType]":
    """The code objects right inside this one, such as those of its functions."""
    return [constant for constant in code.co_consts if isinstance(constant, CodeType)]


def all_codes(code: CodeType) -> "Iterator[CodeType]":
    yield code
    for inner in inner_codes(code):
        yield from all_codes(inner)


def changed_functions(before: CodeType, after: CodeType) -> "List[Tuple[CodeType, CodeType]]":
    """The codes of the outermost functions that differ, before and after; classes are looked into."""
    pairs = []
    for old, new in zip(inner_codes(before), inner_codes(after)):
        if old != new:
            is_function = bool(old.co_flags & inspect.CO_NEWLOCALS)  # and not the body of a class
            pairs += [(old, new)] if is_function else changed_functions(old, new)
    return pairs
