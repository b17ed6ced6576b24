"""Text drawings need no SVG, and SVG drawings need no text canvas: what they share is in modules of its own."""

from typing import List, Set

import pytest

from ..support.ladder import modules_in
from ..support.syntax import imports_of

MODULES = modules_in("drawing")
SVG_MODULES = {"drawing.svg", "drawing.chart_frame"}
TEXT_MODULES = {"drawing.text_canvas", "drawing.text_table"}


def all_imports_of(module: str) -> Set[str]:
    """The modules that a module imports, those that they import, and so on."""
    found: Set[str] = set()
    waiting: List[str] = [module]
    while waiting:
        new = [name for name in imports_of(waiting.pop()) if name in MODULES and name not in found]
        found.update(new)
        waiting += new
    return found


@pytest.mark.parametrize("module", [module for module in MODULES if module.endswith("_text")])
def test_no_text_drawing_needs_svg(module: str) -> None:
    imported = all_imports_of(module)
    assert not imported & SVG_MODULES and not [name for name in imported if name.endswith("_svg")]


@pytest.mark.parametrize("module", [module for module in MODULES if module.endswith("_svg")])
def test_no_svg_drawing_needs_a_text_drawing(module: str) -> None:
    imported = all_imports_of(module)
    assert not imported & TEXT_MODULES
    assert not [name for name in imported if name.endswith("_text") and name != "drawing.plain_text"]


def test_drawings_are_found() -> None:
    """Without modules, the tests above could not fail."""
    names = ["activation", "curve", "network", "scatter"]
    assert {f"drawing.{name}_{form}" for name in names for form in ("svg", "text")} <= set(MODULES)
    assert "drawing.svg" in all_imports_of("drawing.network_svg")
