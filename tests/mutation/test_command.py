"""The command: what it takes, the list of equivalent mutants, the table, and that it sees what a test does not."""

import functools
import subprocess
import sys
from math import gcd
from pathlib import Path
from types import SimpleNamespace
from typing import Any, List

import pytest

from minibackprop import softmax

from ..support.ladder import ROOT

if sys.version_info < (3, 9) or sys.platform == "win32":
    pytest.skip("missing: Linux or macOS, with Python 3.9", allow_module_level=True)

from . import suite
from .__main__ import TESTS
from .equivalents import equivalents
from .mutants import Mutant
from .results import Results
from .scope import modules, mutants_of
from .source import tree_of
from .table import print_table
from .trial import Trial, all_said, forked


def listed(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "equivalents.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_several_names_can_have_one_reason(tmp_path: Path) -> None:
    first = "a.py | f | 0 → 1\n    a reason\n    of two lines\n"
    second = "b.py | g | 0 → 1\nb.py | g | 1 → 2\n  another\n"
    text = f"# a remark\n\n{first}{second}"
    assert equivalents(listed(tmp_path, text)) == {
        "a.py | f | 0 → 1": "a reason of two lines", "b.py | g | 0 → 1": "another", "b.py | g | 1 → 2": "another",
    }


@pytest.mark.parametrize("text, words", [
    ("a.py | f | 0 → 1\n", "gives no reason for: a.py | f | 0 → 1"),
    ("a.py | f | 0 → 1\n  b\nc.py | f | 0 → 1\n", "gives no reason for: c.py | f | 0 → 1"),
    ("a.py | f | 0 → 1\n  b\na.py | f | 0 → 1\n  c\n", "lists this twice: a.py | f | 0 → 1"),
])
def test_each_name_stands_there_once_and_has_a_reason(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ValueError) as error:
        equivalents(listed(tmp_path, text))
    assert words in str(error.value)


def test_modules_are_named_by_file_folder_or_core() -> None:
    assert modules(["costs.py"]) == modules(["costs"]) == ["costs.py"]
    assert modules(["drawing/svg.py"]) == ["drawing/svg.py"]
    assert {"drawing/svg.py", "drawing/axes.py"} <= set(modules(["drawing"])) <= set(modules([]))
    assert {"costs.py", "lazy.py"} <= set(modules(["core"]))
    assert not [module for module in modules([]) if module.startswith(("cli/", "teaching/lessons/"))]
    with pytest.raises(ValueError, match="no module to try is named tables2"):
        modules(["costs", "tables2"])


def test_the_numbers_of_drawings_are_left_out_and_their_conditions_are_not() -> None:
    assert {mutant.is_arithmetic for mutant in mutants_of("drawing/svg.py")} == {False}
    assert {mutant.is_arithmetic for mutant in mutants_of("drawing/axes.py")} == {False, True}


def test_pytest_collects_the_fast_tests_and_the_examples_in_docstrings() -> None:
    """None of these lies in another one: pytest would take the whole of that, and forget the file that is named."""
    assert {"tests/core", "tests/drawing", "tests/properties", "tests/project/test_docstrings.py"} <= set(TESTS)
    assert not {"tests", "tests/project", "tests/thorough", "tests/support"} & set(TESTS)


def some_mutants() -> List[Mutant]:
    return mutants_of("epoch.py")


def test_results_are_kept_until_the_module_or_the_test_changes(tmp_path: Path) -> None:
    first, second = some_mutants()[:2]
    path = tmp_path / "results"
    results = Results(path)
    assert results.of(first) is None
    results.keep(first, Trial("tests/core/test_reprs.py::test_x", 3))
    results.keep(second, Trial("", 3))
    again = Results(path)
    assert [again.of(each) for each in (first, second)] == [Trial("tests/core/test_reprs.py::test_x", 0), Trial("", 0)]
    path.write_text(path.read_text(encoding="utf-8").replace('", "', '", "0'), encoding="utf-8")
    assert Results(path).of(first) is None and Results(path).of(second) is None


def test_the_table_says_what_is_alive_wrongly_listed_or_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mutants = some_mutants()
    results = Results(tmp_path / "results")
    for mutant in mutants:
        results.keep(mutant, Trial("a test", 1))
    assert print_table({"epoch.py": mutants}, results, {}, is_all=False) == 0
    assert f"| core | {len(mutants)} | {len(mutants)} | 0 | 0 | 0 | 100.0 % |" in capsys.readouterr().out
    for mutant in mutants[:2]:
        results.keep(mutant, Trial("", 1))
    listed = {mutants[1].name: "why", mutants[2].name: "why", "epoch.py | f | gone": "why", "costs.py | f | x": "why"}
    assert print_table({"epoch.py": mutants}, results, listed, is_all=False) == 1
    lines = capsys.readouterr().out.splitlines()[-3:]
    assert lines == [
        f"alive: epoch.py:{mutants[0].line}: {mutants[0].name}",
        f"not equivalent, as a test kills it: {mutants[2].name}",
        "equivalent, but gone: epoch.py | f | gone",
    ]


def test_a_test_that_fails_when_it_runs_again_is_left_out_as_it_would_seem_to_kill_every_mutant(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    tests: List[Any] = [SimpleNamespace(nodeid="test_with_a_generator"), SimpleNamespace(nodeid="test_with_a_list")]
    monkeypatch.setattr(suite, "fails", lambda item, following: item is tests[0])
    no_calls: Any = None
    run = suite.Suite(no_calls, lambda suite: None)
    run.items, run.tests_by_code = tests, {17: {0, 1}}
    run.seconds = dict(all_said(*forked(run.time_again)))
    run.leave_out_failed()
    assert (run.failed, list(run.seconds), run.tests_by_code) == (["test_with_a_generator"], [1], {17: {1}})


def test_what_tests_keep_of_the_package_as_it_was_is_forgotten() -> None:
    of_the_package, of_python = functools.lru_cache(maxsize=None)(softmax), functools.lru_cache(maxsize=None)(gcd)
    found = suite.caches_of_tests()
    assert of_the_package in found and tree_of in found and of_python not in found


def test_mutants_are_killed_also_if_a_conftest_imports_the_package_before_the_session_starts(tmp_path: Path) -> None:
    assert "minibackprop" in (ROOT / "tests" / "support" / "command_fixtures.py").read_text(encoding="utf-8")
    tests = ["tests/cli/test_memory.py", "tests/core/test_reprs.py"]  # in tests/cli the conftest.py has these fixtures
    found = run_mutation("epoch.py", "--results", str(tmp_path / "results"), "--tests", *tests)
    assert "| all | 4 | 4 |" in found.stdout, found.stdout


@pytest.mark.parametrize("test", [
    "test_whole_file.py::test_ctrl_c_at_any_line_leaves_no_other_file_behind",  # its mark ignores a warning
    "test_bundle_step_by_step.py::test_a_debugger_steps_into_it_from_a_learner_s_script",  # it imports a copy
])
def test_a_test_alone_runs_as_in_pytest(test: str, tmp_path: Path) -> None:
    found = run_mutation("epoch.py", "--results", str(tmp_path / "results"), "--tests", f"tests/files/{test}")
    assert "| all | 4 |" in found.stdout and "left out" not in found.stderr, found.stderr


def test_a_mistyped_module_is_named() -> None:
    found = run_mutation("cots.py")
    assert found.returncode == 2 and "no module to try is named cots.py" in found.stderr


def run_mutation(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.mutation", *arguments]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True)
