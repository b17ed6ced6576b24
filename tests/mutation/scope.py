"""Which mutants are tried: those of the whole package, but for what is named here, with the reason."""

from typing import Iterable, List

from ..support.ladder import PACKAGE
from .mutants import Mutant, mutants
from .source import tree_of

LEFT_OUT = {
    "cli/": "reads arguments and prints; it is tested by running the command",
    "__main__.py": "starts the command",
    "teaching/lessons/": "programs to read and run; another number there is another lesson",
    "teaching/exercises/": "for learners; the solutions are tried in tests/thorough/exercises/test_broken_solutions.py",
}
COSMETIC = [  # a number there is a size, a place or a color: numbers and arithmetic are left out
    "drawing/activation_svg.py", "drawing/chart_frame.py", "drawing/curve_svg.py", "drawing/network_layout.py",
    "drawing/network_svg.py", "drawing/plot_svg.py", "drawing/scatter_svg.py", "drawing/svg.py",
    "grading/class_report_svg.py", "step_page/figure.py",
]


def modules(names: Iterable[str]) -> List[str]:
    """The modules with these names, such as `costs.py` or the folder `drawing`; all if none is named.

    ValueError if a name is that of no module whose mutants are tried.
    """
    paths = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
    every = [module for module in paths if not module.startswith(tuple(LEFT_OUT))]
    found: List[str] = []
    for name in names:
        named = [module for module in every if is_named(module, name)]
        if not named:
            raise ValueError(f"no module to try is named {name}: say core, a folder, or a file such as costs.py")
        found += [module for module in named if module not in found]
    return found or every


def is_named(module: str, name: str) -> bool:
    folder = module.rpartition("/")[0] or "core"
    return name in (module, module[: -len(".py")]) or f"{folder}/".startswith(name.rstrip("/") + "/")


def mutants_of(module: str) -> List[Mutant]:
    """The mutants of a module that are tried."""
    return [mutant for mutant in mutants(module, tree_of(module)) if module not in COSMETIC or not mutant.is_arithmetic]
