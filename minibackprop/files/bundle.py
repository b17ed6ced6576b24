"""The one-file version: the modules of the core joined into one file, to paste where a folder cannot go."""

import ast
import pkgutil
import re
from typing import List, Sequence, Set

from .. import __all__ as PUBLIC_NAMES
from .. import __doc__ as LEGEND
from .. import __version__
from ..housing import housing_text

MODULES = [
    "linalg", "validation", "random_numbers", "activations", "costs", "network", "backprop", "update",
    "numerical_gradient", "epoch", "early_stopping", "parallel", "descent", "training", "metrics", "tables",
]  # in the order in which they build on each other
DRAWINGS = ["_repr_svg_"]  # what needs the views, which stay behind
AGAIN = "TYPE_CHECKING = False"  # said in every module, and needed once
RULE = "# " + "-" * 110


def bundle(with_housing: bool = False) -> str:
    """Return the source of the one-file version: the legend, then each module below those it builds on.

    Docstrings and comments are kept, a module's own docstring as a comment. The file imports `math` and nothing else.
    With `with_housing` the housing table is inside; without it there is no `load_housing`.

    >>> "def backward(" in bundle(), "def load_housing(" in bundle(), "def load_housing(" in bundle(with_housing=True)
    (True, False, True)
    """
    parts = [
        f'"""{(LEGEND or "").rstrip()}\n\nThis is minibackprop {__version__} in one file: its modules, one below the other.\n"""',
        "import math",
    ]
    parts += [_section(module) for module in MODULES]
    left_out = ["explain", "to_state_dict"] + ([] if with_housing else ["load_housing"])
    public_names = [name for name in PUBLIC_NAMES if name not in left_out]
    if with_housing:
        parts.append(_section("housing", without=("housing_text", "_read")))
        parts.append(f'\ndef housing_text() -> str:\n    return """\\\n{housing_text()}"""\n')
    parts.append(_banner("minibackprop", "What this file offers.") + f'\n\n__version__ = "{__version__}"')
    parts.append("__all__ = [\n" + "".join(f'    "{name}",\n' for name in public_names) + "]")
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _section(module: str, without: Sequence[str] = ()) -> str:
    """A module without its imports, with its docstring as a banner, and without the functions of these names."""
    source = (pkgutil.get_data("minibackprop", f"{module}.py") or b"").decode("utf-8").replace("\r\n", "\n")
    tree, lines = ast.parse(source), source.split("\n")
    left_out: Set[int] = set()
    for node in ast.walk(tree):
        is_import = isinstance(node, ast.Import) or isinstance(node, ast.ImportFrom) and node.level > 0
        is_unwanted = isinstance(node, ast.FunctionDef) and node.name in (*without, *DRAWINGS)
        is_repeated = isinstance(node, ast.Assign) and module != MODULES[0] and lines[node.lineno - 1] == AGAIN
        if isinstance(node, ast.stmt) and (node is tree.body[0] or is_import or is_unwanted or is_repeated):
            left_out.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    kept = "\n".join(line for number, line in enumerate(lines, 1) if number not in left_out)
    kept = re.sub(r"\n{3,}(?= )", "\n\n", kept)
    return "\n" + _banner(module, ast.get_docstring(tree) or "") + "\n\n\n" + kept.strip("\n") + "\n"


def _banner(module: str, text: str) -> str:
    lines: List[str] = [RULE, f"# {module}: {text}".replace("\n", "\n# ").replace("# \n", "#\n"), RULE]
    return "\n" + "\n".join(lines)
