"""Lazy imports: every public name is there, and the names are those of one table."""

import ast
from importlib import import_module
from typing import Dict

import pytest

import minibackprop
from minibackprop import Cost
from minibackprop.lazy import MODULE_OF, imported

from ..support.ladder import source_of


def test_all_lists_the_public_names_in_order() -> None:
    assert minibackprop.__all__ == sorted(minibackprop.__all__)
    everything: Dict[str, object] = {}
    exec("from minibackprop import *", everything)
    assert set(everything) - {"__builtins__"} == set(minibackprop.__all__)


def test_type_checkers_see_what_the_table_says() -> None:
    """The imports under `if TYPE_CHECKING:` and the table name the same modules for the same names."""
    (block,) = [node for node in ast.parse(source_of("__init__")).body if isinstance(node, ast.If)]
    seen = {
        alias.name: node.module for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    public = {name: module for name, module in MODULE_OF.items() if name in minibackprop.__all__}
    assert seen == public
    assert set(MODULE_OF) - set(public) == {"cost_svg", "network_svg"}  # the drawings that a notebook shows


@pytest.mark.parametrize("name", sorted(MODULE_OF))
def test_every_name_of_the_table_is_in_its_module(name: str) -> None:
    module = import_module(f"minibackprop.{MODULE_OF[name]}")
    assert imported(name) is vars(module)[name]
    if name != "MISTAKES":  # a dict does not know where it was made
        defined_in = "minibackprop.costs" if isinstance(imported(name), Cost) else module.__name__
        assert imported(name).__module__ == defined_in


def test_the_package_has_no_other_names() -> None:
    assert dir(minibackprop) == minibackprop.__all__  # what the Tab key offers
    for name in ("nonsense", "cost_svg"):
        with pytest.raises(AttributeError, match=f"minibackprop has no {name}"):
            getattr(minibackprop, name)
