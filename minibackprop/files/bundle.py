"""The one-file version: the modules of the core joined into one file, to paste where a folder cannot be copied."""

import ast
import pkgutil
import re
from typing import List, Optional, Sequence, Set

from .. import __all__ as PUBLIC_NAMES
from .. import __doc__ as NOTATION
from .. import __version__
from ..housing import housing_text
from ..validation import SettingError, shown

MODULES = [
    "linalg", "kinds", "validation", "random_numbers", "activations", "costs", "network", "records", "backprop",
    "update", "cross_entropy", "own_gradients", "numerical_gradient", "gradient_errors", "epoch", "early_stopping",
    "parallel", "descent", "training", "classification", "metrics", "tables", "standardizer", "cells",
    "table_problems", "table_reading",
]  # in the order in which they build on each other
DIAGNOSIS = [
    "drawing.notation", "teaching.working", "teaching.rules", "teaching.cost_words", "diagnosis.sources",
    "diagnosis.layer_chain", "diagnosis.evidence", "diagnosis.difference", "diagnosis.version", "diagnosis.mistake",
    "diagnosis.mistakes_by_a_factor", "diagnosis.mistakes_in_slopes", "diagnosis.mistakes_in_gradients",
    "diagnosis.mistakes_passing_back", "diagnosis.mistakes_in_batches", "diagnosis.mistakes", "diagnosis.comparison",
    "diagnosis.search", "diagnosis.probes", "diagnosis.observation", "diagnosis.form", "diagnosis.findings",
    "diagnosis.diagnosis_text", "diagnosis.diagnosis", "diagnosis.diagnose",
]  # likewise: what naming mistakes needs besides the core
EXPLAIN = [
    "teaching.place", "teaching.chain", "teaching.verdict", "teaching.explanation_numbers", "teaching.calculation",
    "teaching.explanation_text", "teaching.explain",
]  # likewise: what explaining a weight needs besides the diagnosis
PLOTS = [
    "drawing.axes", "drawing.notebook", "drawing.svg", "drawing.chart_frame", "drawing.text_canvas",
    "drawing.plain_text", "drawing.series", "drawing.plot_svg", "drawing.plot_text", "drawing.plot", "drawing.slider",
]  # likewise: what plots need
EXERCISES = [
    "checking.wrong_rule", "checking.given", "checking.call", "checking.exercise", "checking.result",
    "checking.feedback",
    "checking.shown_call", "checking.secret", "checking.task", "checking.call_problem", "checking.drawn",
    "checking.value_exercise",
    "checking.layer_exercises", "checking.cost_exercises", "checking.activation_exercises",
    "checking.numerical_exercises", "checking.gradient_exercises", "checking.training_exercises",
    "checking.forward_exercises", "checking.gradient_problem", "checking.backward_exercise",
    "checking.backward_exercises", "checking.patience_exercises", "checking.cross_entropy_exercises",
    "checking.exercises", "checking.check",
]  # likewise: what checking exercises needs besides the diagnosis
LAZY_DRAWINGS = ["_repr_svg_"]  # the methods that import a drawing when a notebook asks for it
HOUSING_FILES = ["housing_text", "_read"]  # the functions that read the housing table from its file
PACKAGE = __name__.rsplit(".", 2)[0]  # "minibackprop", unless it was renamed or put inside another package
RULE = "# " + "-" * 110


def bundle(
    with_housing: bool = False,
    until: Optional[str] = None,
    with_diagnosis: bool = False,
    with_lessons: bool = False,
    with_exercises: bool = False,
) -> str:
    """Return the source of the one-file version: the notation, then each module below those it builds on.

    With `until`, the name of a module, it ends with that module. With `with_housing` the housing table is included;
    without it there is no `load_housing`. With `with_diagnosis` there is `diagnose`. With `with_lessons` there is all
    that the lessons import: both of these, and `Plot` and `Slider`. With `with_exercises` there is `check`. Docstrings
    and comments are kept, a module's own docstring as a comment. The file imports `math` and nothing else.

    SettingError if there is no such module, or if it comes too early: the housing table needs `table_reading`, and the
    diagnosis and the lessons need all modules.

    >>> "def backward(" in bundle(), "def load_housing(" in bundle(), "def load_housing(" in bundle(with_housing=True)
    (True, False, True)
    >>> "def backward(" in bundle(until="backprop"), "def train(" in bundle(until="backprop")
    (True, False)
    """
    modules = MODULES if until is None else _modules_until(until)
    if with_housing and modules[-1] != "table_reading":
        raise SettingError(f"a file with the housing table cannot end with {until}: it needs the module table_reading")
    with_diagnosis = with_diagnosis or with_lessons or with_exercises
    for wanted, name in (
        (with_lessons, "what the lessons need"), (with_exercises, "the exercises"), (with_diagnosis, "the diagnosis"),
    ):
        if wanted and until is not None:
            raise SettingError(f"a file with {name} cannot end with {until}: that takes all modules")
    modules = modules + (DIAGNOSIS if with_diagnosis else [])
    modules = modules + (EXPLAIN + PLOTS if with_lessons else [])
    modules = modules + (EXERCISES if with_exercises else [])
    sections = [_section(module, without=LAZY_DRAWINGS if module in MODULES else ()) for module in modules]
    sections += [_housing_section()] if with_housing or with_lessons else []
    return "\n\n\n".join([_opening(until)] + sections + [_offers("\n".join(sections))]) + "\n"


def _modules_until(last: str) -> List[str]:
    if last not in MODULES:
        raise SettingError(f"there is no module {shown(last)} to end with; the modules are {', '.join(MODULES)}")
    return MODULES[: MODULES.index(last) + 1]


def _opening(until: Optional[str]) -> str:
    modules = "its modules" if until is None else f"its modules up to {until}"
    notice = f"This is minibackprop {__version__} in one file: {modules}, one after the other."
    return f'"""{(NOTATION or "").rstrip()}\n\n{notice}\n"""\n\nimport math'


def _section(module: str, without: Sequence[str] = ()) -> str:
    """A module with its docstring as a banner; without its imports, and without the functions of these names."""
    source = _source_of(module)
    tree = ast.parse(source)
    lines = source.split("\n")
    left_out: Set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and (node is tree.body[0] or _is_left_out(node, module, without)):
            left_out.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    kept = "\n".join(line for number, line in enumerate(lines, 1) if number not in left_out)
    kept = re.sub(r"\n{4,}", "\n\n\n", kept)
    kept = re.sub(r"\n{3,}(?= )", "\n\n", kept)
    return _banner(module, ast.get_docstring(tree) or "") + "\n\n\n" + kept.strip("\n")


def _source_of(module: str) -> str:
    path = module.replace(".", "/") + ".py"
    contents = pkgutil.get_data(PACKAGE, path)
    if contents is None:
        raise SettingError(f"{PACKAGE}/{path} cannot be read here: run bundle in a folder that holds the source")
    return contents.decode("utf-8").replace("\r\n", "\n")


def _is_left_out(node: ast.stmt, module: str, without: Sequence[str]) -> bool:
    """Is this statement left out of the one file?"""
    if isinstance(node, ast.Import):
        return True  # of math, which the file imports at its top
    if isinstance(node, ast.ImportFrom):
        return node.level > 0  # what the module imports from its siblings is already there
    if isinstance(node, ast.If):  # of which nothing would be left
        return all(_is_left_out(each, module, without) for each in node.body + node.orelse)
    if isinstance(node, ast.FunctionDef):
        return node.name in without
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id == "TYPE_CHECKING" and module != MODULES[0]  # every module sets it; once is enough
    return False


def _housing_section() -> str:
    """The module `housing` with the table as text inside, instead of the functions that read it from a file."""
    text_function = f'def housing_text() -> str:\n    return """\\\n{housing_text()}"""'
    return _section("housing", without=HOUSING_FILES) + "\n\n\n" + text_function


def _offers(source: str) -> str:
    """The version, and `__all__` with the public names that are defined here."""
    defined = _names_defined_in(source)
    public_names = "".join(f'    "{name}",\n' for name in PUBLIC_NAMES if name in defined)
    banner = _banner("minibackprop", "What this file offers.")
    return f'{banner}\n\n__version__ = "{__version__}"\n\n__all__ = [\n{public_names}]'


def _names_defined_in(source: str) -> Set[str]:
    """The names of all functions, classes and constants of a module, some of them in the branches of an `if`."""
    names: Set[str] = set()
    for statement in ast.parse(source).body:
        branches = statement.body + statement.orelse if isinstance(statement, ast.If) else [statement]
        for node in branches:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                names.add(node.name)
            elif isinstance(node, ast.Assign):
                names.update(target.id for target in node.targets if isinstance(target, ast.Name))
    return names


def _banner(module: str, text: str) -> str:
    comment = f"# {module}: {text}".replace("\n", "\n# ").replace("# \n", "#\n")
    return f"{RULE}\n{comment}\n{RULE}"
