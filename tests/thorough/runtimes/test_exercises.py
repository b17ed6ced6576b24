"""`check` runs with the one-file version on the other runtimes too, and says there what it says in CPython."""

import sys
from pathlib import Path

import pytest

from minibackprop.exercise_forms.backward_program import forward_lines, with_mistake
from minibackprop.exercise_forms.sources import solution_of

from ...runtimes.runtimes import ONE_FILE_WITH_EXERCISES, RUNTIMES, run, stage
from ...support.optional import missing

TRIED = ["PyPy", "MicroPython", "MicroPython, WebAssembly", "Pyodide", "Brython in Chromium"]
IN_THE_END = """
def without_bias(w, x, b):
    return sum([w_i * x_i for w_i, x_i in zip(w, x)])


def raises(w, x, b):
    return w[9]


for number, functions in [
    (1, [weighted_input]), (2, [layer_output]), (4, [cost, cost_slope]), (5, [numerical_slope]),
    (6, [neuron_gradient]), (8, [step]), (9, [train_layer]), (12, [backward]), (13, [train]),
]:
    print(number, check(*functions, exercise=number).status)
print(check(without_bias, exercise=1))
print(check(raises, exercise=1).status, check(abs, exercise=2).status)
print(check(weight_for_input, exercise=12).mistakes, check(weight_for_input, exercise=12).points)
print(check(train).text())
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = stage(tmp_path_factory.mktemp("exercises") / "staged", ONE_FILE_WITH_EXERCISES)
    solutions = [solution_of(number) for number in (1, 2, 4, 5, 6, 8, 9, 13, 12)]
    wrong = "\n".join(with_mistake("weight-for-input")).replace("def backward(", "def weight_for_input(")
    program = "from minibackprop import check\n" + "\n\n".join([*solutions, "\n".join(forward_lines()), wrong])
    (folder / "exercises.py").write_text(program + "\n" + IN_THE_END, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def expected(folder: Path) -> str:
    finished = run([sys.executable, "-S", "-E", "-B", "-X", "utf8"], folder, "exercises.py")
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def test_what_is_expected_is_what_it_should_be(expected: str) -> None:
    assert expected.count(" passed\n") == 9 and "bias-missing: The bias is not added." in expected
    assert "failed failed\n['weight-for-input'] 9.0\nExercise 13, training with patience: passed" in expected


@pytest.mark.parametrize("name", TRIED)
def test_it_says_the_same(name: str, folder: Path, expected: str) -> None:
    runtime = next(runtime for runtime in RUNTIMES if runtime.name == name)
    command = runtime.command() or missing(f"{runtime.name}, {runtime.how}")
    finished = run(command, folder, "exercises.py")
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert finished.stdout.splitlines()[runtime.needs_driver :] == expected.splitlines()
