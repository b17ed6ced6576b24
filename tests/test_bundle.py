"""The one-file version: whole, readable, the same every time, and at home where a folder cannot go."""

import ast
import bdb
import builtins
import importlib.util
import os
import re
import subprocess
import sys
import tokenize
from io import StringIO
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, Dict, List, Set

import pytest

import minibackprop
from minibackprop.tools.bundle import MODULES, bundle

from .ladder import CORE, source_of
from .test_architecture import executed
from .test_types import mypy

FORMS = pytest.mark.parametrize("with_housing", [False, True], ids=["plain", "with housing"])

TRAINING_STEP = """
network = Network(Layer([[0.1, 0.2], [0.3, 0.4]], [0.5, 0.6], SIGMOID), Layer([[0.7, 0.8]], [0.9], SIGMOID))
forward_pass = forward(network, [[1, 0]])
backward_pass = backward(network, forward_pass, [[1]])
network = gradient_step(network, backward_pass, learning_rate=0.5)
"""


def loaded(path: Path, text: str) -> ModuleType:
    """The text as a module named minibackprop, without touching the one that is imported."""
    path.write_text(text, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("minibackprop", str(path))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def top_level_names(tree: ast.Module) -> List[str]:
    names = [node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    for node in tree.body:
        if isinstance(node, ast.Assign):
            names += [target.id for target in node.targets if isinstance(target, ast.Name)]
    return [name for name in names if name != "TYPE_CHECKING"]


def test_it_joins_the_ladder_in_its_order() -> None:
    assert MODULES + ["housing"] == CORE


@FORMS
def test_it_is_the_same_to_the_byte_every_time(with_housing: bool) -> None:
    options = ["--with-housing"] if with_housing else []
    command = [sys.executable, "-m", "minibackprop", "bundle", *options]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "ascii"}
        output = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout
        assert output == bundle(with_housing).encode("utf-8")


@FORMS
def test_it_imports_only_math(with_housing: bool) -> None:
    imports = [node for node in executed(ast.parse(bundle(with_housing))) if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert [ast.dump(node) for node in imports] == [ast.dump(ast.parse("import math").body[0])]


@FORMS
def test_no_name_stands_for_two_things(with_housing: bool) -> None:
    names = top_level_names(ast.parse(bundle(with_housing)))
    assert len(names) == len(set(names)) > 60


def test_every_docstring_and_comment_is_kept() -> None:
    text = bundle(with_housing=True)
    for module in MODULES + ["housing"]:
        source = source_of(module)
        for token in tokenize.generate_tokens(StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                assert token.string in text
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name not in ("housing_text", "_read", "_repr_svg_"):
                assert (ast.get_docstring(node, clean=False) or "") in text
        for line in (ast.get_docstring(ast.parse(source)) or "").splitlines():
            assert line in text


@FORMS
def test_it_offers_what_the_package_offers(with_housing: bool, tmp_path: Path) -> None:
    one_file = loaded(tmp_path / "minibackprop.py", bundle(with_housing))
    missing = {"explain", "to_state_dict"} | (set() if with_housing else {"load_housing"})
    assert set(one_file.__all__) == set(minibackprop.__all__) - missing
    assert all(hasattr(one_file, name) for name in one_file.__all__)
    assert one_file.__version__ == minibackprop.__version__
    assert str(minibackprop.__doc__).strip() in str(one_file.__doc__)


def test_it_trains_as_the_package_does(tmp_path: Path) -> None:
    one_file = loaded(tmp_path / "minibackprop.py", bundle(with_housing=True))

    def costs(library: Any) -> List[float]:
        housing = library.load_housing()
        X, Y = library.Scaling.of(housing.X).apply(housing.X), library.Scaling.of(housing.Y).apply(housing.Y)
        network = library.Network(library.Layer.random(13, 3, library.TANH), library.Layer.random(3, 1))
        result: List[float] = library.train(network, X, Y, learning_rate=0.1, epochs=2, batch_size=50).costs
        return result

    assert costs(one_file) == costs(minibackprop)


@FORMS
def test_its_examples_are_right(with_housing: bool, tmp_path: Path) -> None:
    path = tmp_path / "minibackprop.py"
    path.write_text(bundle(with_housing), encoding="utf-8")
    command = [sys.executable, "-m", "doctest", "-v", path.name]
    output = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8", "replace")
    found = re.search(r"(\d+) passed(?: and 0 failed)?\.\s+Test passed", output)
    assert found is not None and int(found.group(1)) > 60, output[-500:]


@FORMS
def test_it_passes_mypy_strict(with_housing: bool, tmp_path: Path) -> None:
    path = tmp_path / "one_file.py"
    path.write_text(bundle(with_housing), encoding="utf-8")
    result = mypy("--strict", str(path))
    assert result.returncode == 0, result.stdout


def test_a_step_fits_python_tutor() -> None:
    """Python Tutor allows a few imports, no files, and 1,000 lines: here from the first definition to the last step."""
    allowed = {"math", "random", "datetime", "functools", "itertools", "operator", "string", "collections", "re", "json",
               "heapq", "bisect", "copy", "hashlib"}
    executed_lines = 0

    def careful_import(name: str, *rest: Any) -> Any:
        assert name in allowed
        return __import__(name, *rest)

    def count(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal executed_lines
        if frame.f_code.co_filename != "tutor.py":
            return None
        executed_lines += event == "line"
        return count

    names: Dict[str, Any] = {name: value for name, value in vars(builtins).items() if name not in FORBIDDEN}
    names["__import__"] = careful_import
    code = compile(bundle() + TRAINING_STEP, "tutor.py", "exec")
    tracer = sys.gettrace()
    sys.settrace(count)
    try:
        exec(code, {"__name__": "__main__", "__builtins__": names})
    finally:
        sys.settrace(tracer)
    assert 500 < executed_lines <= 1000


FORBIDDEN: Set[str] = {"open", "exec", "eval", "compile", "input", "breakpoint", "exit", "quit", "help", "globals"}


def test_a_debugger_steps_into_it_beside_a_student_s_script(tmp_path: Path) -> None:
    """As in Thonny, whose debugger steps into files that lie beside the script."""
    (tmp_path / "minibackprop.py").write_text(bundle(), encoding="utf-8")
    script = "from minibackprop import Layer, Network, forward, backward, gradient_step, SIGMOID\n" + TRAINING_STEP
    (tmp_path / "script.py").write_text(script, encoding="utf-8")
    seen: List[str] = []

    class Stepper(bdb.Bdb):
        def user_line(self, frame: FrameType) -> None:
            if frame.f_code.co_filename == str(tmp_path / "minibackprop.py"):
                seen.append(frame.f_code.co_name)
            self.set_step()

    modules = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "minibackprop"}
    for name in modules:
        del sys.modules[name]
    sys.path.insert(0, str(tmp_path))
    tracer = sys.gettrace()
    try:
        Stepper().run(compile(script, str(tmp_path / "script.py"), "exec"), {"__name__": "__main__"})
    finally:
        sys.settrace(tracer)
        sys.path.remove(str(tmp_path))
        sys.modules.update(modules)
    for function in ("propagate_forward", "propagate_backward", "gradient_step"):
        assert function in seen


def command(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "minibackprop", "bundle", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True,
    )


def test_the_command_writes_a_file_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "minibackprop.py"
    assert command("-o", str(path)).returncode == 0
    assert path.read_bytes() == bundle().encode("utf-8")

    path.write_text("mine", encoding="utf-8")
    refused = command("-o", str(path))
    assert (refused.returncode, path.read_text(encoding="utf-8")) == (1, "mine")
    assert refused.stderr.splitlines() == [
        f"minibackprop: error: {path} is there already: choose another name, or say --force to replace it"
    ]
    assert command("-o", str(path), "--force", "--with-housing").returncode == 0
    assert path.read_bytes() == bundle(with_housing=True).encode("utf-8")
    assert os.listdir(str(tmp_path)) == ["minibackprop.py"]

    nowhere = command("-o", str(tmp_path / "no" / "folder.py"))
    assert nowhere.returncode == 1 and len(nowhere.stderr.splitlines()) == 1
