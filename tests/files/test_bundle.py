"""The one-file version: whole, readable, and as good as the package."""

import ast
import shutil
import subprocess
import sys
import tokenize
from io import StringIO
from pathlib import Path
from typing import Any, Dict, List

import pytest

import minibackprop
from minibackprop import SettingError
from minibackprop.files.bundle import DIAGNOSIS, EXPLAIN, MODULES, PLOTS, bundle
from minibackprop.lazy import MODULE_OF

from ..support.ladder import CORE, ROOT, source_of
from ..support.one_file import bundled, each_form, loaded


def test_it_joins_the_modules_in_the_order_in_which_they_build_on_each_other() -> None:
    assert ["lazy"] + MODULES + ["housing"] == CORE


def test_every_docstring_and_comment_is_kept() -> None:
    text = bundled(with_lessons=True)
    for module in MODULES + DIAGNOSIS + EXPLAIN + PLOTS + ["housing"]:
        left_out = ["housing_text", "_read"] + (["_repr_svg_"] if module in MODULES else [])
        source = source_of(module)
        for token in tokenize.generate_tokens(StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                assert token.string in text
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name not in left_out:
                docstring = ast.get_source_segment(source, node.body[0]) if ast.get_docstring(node) else ""
                assert docstring is not None and docstring in text
        for line in (ast.get_docstring(ast.parse(source)) or "").splitlines():
            assert line in text


@each_form
def test_what_is_left_out_leaves_no_gap(form: Dict[str, Any]) -> None:
    text = bundled(**form)
    assert "\n\n\n\n" not in text
    assert "\n\n\n " not in text  # nor two blank lines inside a class or a function


def test_what_needs_the_drawings_is_left_out() -> None:
    names = {node.id for node in ast.walk(ast.parse(bundled())) if isinstance(node, ast.Name)}
    assert not names & {"imported", "MODULE_OF"} and "_repr_svg_" not in bundled()


@each_form
def test_it_offers_what_the_package_offers(form: Dict[str, Any], tmp_path: Path) -> None:
    one_file = loaded(tmp_path / "minibackprop.py", bundled(**form))
    missing = {name for name, module in MODULE_OF.items() if "." in module}  # such as explain, in teaching/
    if "with_lessons" in form:
        missing = {name for name in missing if MODULE_OF[name].startswith(("files.", "checking."))}
    if {"with_diagnosis", "with_exercises"} & set(form):
        missing = {name for name in missing if not MODULE_OF[name].startswith("diagnosis.")}
    if "with_exercises" in form:
        missing = {name for name in missing if not MODULE_OF[name].startswith("checking.")}
    missing |= set() if {"with_housing", "with_lessons"} & set(form) else {"load_housing"}
    assert set(one_file.__all__) == set(minibackprop.__all__) - missing
    assert all(hasattr(one_file, name) for name in one_file.__all__)
    assert one_file.__version__ == minibackprop.__version__
    assert str(minibackprop.__doc__).strip() in str(one_file.__doc__)


def test_it_trains_as_the_package_does(tmp_path: Path) -> None:
    one_file = loaded(tmp_path / "minibackprop.py", bundled(with_housing=True))

    def standardized(library: Any, M: Any) -> Any:
        return library.Standardizer.fit(M).transform(M)

    def costs(library: Any) -> List[float]:
        housing = library.load_housing()
        X, Y = standardized(library, housing.X), standardized(library, housing.Y)
        network = library.Network(library.Layer.random(13, 3, library.TANH), library.Layer.random(3, 1))
        result: List[float] = library.train(network, X, Y, learning_rate=0.1, epochs=2, batch_size=50).costs
        return result

    assert costs(one_file) == costs(minibackprop)


# The one-file version up to a module


def test_its_docstring_says_how_far_it_goes() -> None:
    assert "in one file: its modules up to backprop, one after the other." in bundled(until="backprop")
    assert "in one file: its modules, one after the other." in bundled()


@pytest.mark.parametrize("name", ["backpropagation", "lazy", "housing", ""])
def test_a_wrong_module_name_gets_the_list_of_modules(name: str) -> None:
    with pytest.raises(SettingError) as raised:
        bundle(until=name)
    message = str(raised.value)
    assert message == f"there is no module {name!r} to end with; the modules are {', '.join(MODULES)}"


def test_the_housing_table_needs_the_module_that_reads_it() -> None:
    message = "a file with the housing table cannot end with metrics: it needs the module table_reading"
    with pytest.raises(SettingError, match=message):
        bundle(with_housing=True, until="metrics")
    assert "def load_housing(" in bundled(with_housing=True, until="table_reading")


def test_it_names_mistakes_as_the_package_does(tmp_path: Path) -> None:
    one_file = loaded(tmp_path / "minibackprop.py", bundled(with_diagnosis=True))

    def negative(library: Any) -> Any:
        def backward(network: Any, X: Any, Y: Any) -> Any:
            records = library.backward(network, library.forward(network, X), Y)
            return [([[-slope for slope in row] for row in each.dC_dW], each.dC_db) for each in records]
        return library.diagnose(backward)

    assert str(negative(one_file)) == str(negative(minibackprop))
    assert one_file.MISTAKES.keys() == minibackprop.MISTAKES.keys()


def test_the_diagnosis_and_the_lessons_need_all_modules() -> None:
    with pytest.raises(SettingError, match="with the diagnosis cannot end with backprop: that takes all modules"):
        bundle(with_diagnosis=True, until="backprop")
    with pytest.raises(SettingError, match="a file with what the lessons need cannot end with backprop"):
        bundle(with_lessons=True, until="backprop")


def test_a_copy_of_the_package_under_another_name_bundles_itself(tmp_path: Path) -> None:
    for folder in ("minibackprop", "data"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(str(ROOT / folder), str(tmp_path / "vendor" / folder), ignore=ignored)
    command = [sys.executable, "-m", "vendor.minibackprop", "bundle", "--with-housing"]
    output = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, check=True).stdout
    assert output == bundled(with_housing=True).encode("utf-8")
