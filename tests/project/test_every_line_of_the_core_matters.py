"""Change backprop.py and update.py line by line and expect a failing test each time: every line there matters.

Each change is made in a copy of the package, on which the tests of the figures and the gradients are then run.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..support.ladder import ROOT

TESTS = ["core/test_published_examples.py", "core/test_backprop.py"]

CHANGES = [
    ("backprop.py", "Z = affine(layer.weights, A_in, layer.biases)", "Z = affine(layer.weights, X_T, layer.biases)"),
    ("backprop.py", "Z = affine(layer.weights, A_in, layer.biases)", "Z = matmul(layer.weights, A_in)"),
    ("backprop.py", "A = apply(layer.activation.f, Z)", "A = Z"),
    ("backprop.py", "        A_in = A\n", "        A_in = Z\n"),
    ("backprop.py", "LayerForward(A_in, Z, A)", "LayerForward(A, Z, A)"),
    ("backprop.py", "LayerForward(A_in, Z, A)", "LayerForward(A_in, A, A)"),
    ("backprop.py", "num_examples = len(Y_T[0])", "num_examples = 1"),
    ("backprop.py", "c_prime(Y_T, forward_pass[-1].A)", "c_prime(forward_pass[-1].A, Y_T)"),
    ("backprop.py", "c_prime(Y_T, forward_pass[-1].A)", "c_prime(Y_T, forward_pass[-1].Z)"),
    ("backprop.py", "c_prime(Y_T, forward_pass[-1].A)", "c_prime(Y_T, forward_pass[0].A)"),
    ("backprop.py", "reversed(range(len(network.layers)))", "range(len(network.layers))"),
    ("backprop.py", "apply(layer.activation.f_prime, Z)", "apply(layer.activation.f_prime, forward_pass[k].A)"),
    ("backprop.py", "apply(layer.activation.f_prime, Z)", "apply(layer.activation.f, Z)"),
    ("backprop.py", "dC_dZ = hadamard(dC_dA, dA_dZ)", "dC_dZ = dC_dA"),
    ("backprop.py", "dC_dZ = hadamard(dC_dA, dA_dZ)", "dC_dZ = dA_dZ"),
    ("backprop.py", "dC_dZ = hadamard(dC_dA, dA_dZ)", "dC_dZ = hadamard(dC_dA, dC_dA)"),
    ("backprop.py", "matmul_transposed(dC_dZ, A_in)", "matmul_transposed(dC_dZ, forward_pass[k].A)"),
    ("backprop.py", "matmul_transposed(dC_dZ, A_in)", "matmul_transposed(dC_dA, A_in)"),
    ("backprop.py", "divide(matmul_transposed(dC_dZ, A_in), num_examples)", "matmul_transposed(dC_dZ, A_in)"),
    ("backprop.py", "row_means(dC_dZ)", "row_means(dC_dA)"),
    ("backprop.py", "row_means(dC_dZ)", "[0.0] * len(dC_dZ)"),
    ("backprop.py", "row_means(dC_dZ)", "transpose(dC_dZ)[0]"),
    ("backprop.py", "backward_pass.insert(0, ", "backward_pass.append("),
    ("backprop.py", "if k > 0:", "if k > 1:"),
    ("backprop.py", "if k > 0:", "if True:"),
    ("backprop.py", "matmul(transpose(layer.weights), dC_dZ)", "matmul(transpose(layer.weights), dC_dA)"),
    ("backprop.py", "matmul(transpose(layer.weights), dC_dZ)",
     "matmul(transpose(layer.weights), hadamard(dC_dZ, dA_dZ))"),
    ("backprop.py", "dC_dA = matmul(transpose(layer.weights), dC_dZ)", "pass"),
    ("backprop.py", "X_T = transpose(as_inputs(network, X))", "X_T = as_inputs(network, X)"),
    ("backprop.py", "Y_T = transpose(as_targets(network, Y, len(forward_pass[-1].A[0]), cost))",
     "Y_T = as_targets(network, Y, len(forward_pass[-1].A[0]), cost)"),
    ("records.py", "self.dC_dA = dC_dA", "self.dC_dA = dC_dZ"),
    ("costs.py", "return subtract(A, Y_T)", "return subtract(Y_T, A)"),
    ("update.py", "v_i - learning_rate * slope", "v_i + learning_rate * slope"),
    ("update.py", "v_i - learning_rate * slope", "v_i - slope"),
    ("update.py", "updated(layer.biases, record.dC_db, learning_rate)", "layer.biases"),
]


def all_pass(package: Path) -> bool:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(package)}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *TESTS]
    result = subprocess.run(
        command, cwd=package / "tests", env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert result.returncode in (0, 1), result.stdout.decode()
    return result.returncode == 0


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("minibackprop", "tests", "data"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_without_a_change_all_tests_pass(copy: Path) -> None:
    assert all_pass(copy)


@pytest.mark.parametrize("module, line, changed", CHANGES, ids=[f"{a[1].strip()} -> {a[2].strip()}" for a in CHANGES])
def test_a_changed_line_makes_a_test_fail(copy: Path, module: str, line: str, changed: str) -> None:
    path = copy / "minibackprop" / module
    source = path.read_text(encoding="utf-8")
    assert source.count(line) == 1
    path.write_text(source.replace(line, changed), encoding="utf-8")
    assert not all_pass(copy)
