"""Break the heart, line by line, and see a test turn red each time: no line of forward, backward or the step is idle.

Each alteration is made in a copy of the package, on which the tests of the figures and the gradients are then run.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WITNESSES = ["test_published_examples.py", "test_gradients.py"]

ALTERATIONS = [
    ("backprop.py", "        Z = layer.weighted_inputs(A_in)", "        Z = layer.weighted_inputs(X)"),
    ("backprop.py", "        A = layer.activations(Z)", "        A = Z"),
    ("backprop.py", "        A_in = A\n", "        A_in = Z\n"),
    ("backprop.py", "LayerForward(A_in, Z, A)", "LayerForward(A, Z, A)"),
    ("backprop.py", "LayerForward(A_in, Z, A)", "LayerForward(A_in, A, A)"),
    ("backprop.py", "num_examples = len(Y[0])", "num_examples = 1"),
    ("backprop.py", "c_prime(Y, forward_pass[-1].A)", "c_prime(forward_pass[-1].A, Y)"),
    ("backprop.py", "c_prime(Y, forward_pass[-1].A)", "c_prime(Y, forward_pass[-1].Z)"),
    ("backprop.py", "c_prime(Y, forward_pass[-1].A)", "c_prime(Y, forward_pass[0].A)"),
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
    ("backprop.py", "matmul(transpose(layer.weights), dC_dZ)", "matmul(transpose(layer.weights), hadamard(dC_dZ, dA_dZ))"),
    ("backprop.py", "dC_dA = matmul(transpose(layer.weights), dC_dZ)", "pass"),
    ("backprop.py", "upright = list(map(LayerForward.turned, forward_pass))", "upright = forward_pass"),
    ("backprop.py", "list(map(LayerBackward.turned, propagate_backward(network, upright, transpose(targets))))", "propagate_backward(network, upright, transpose(targets))"),
    ("backprop.py", "transpose(self.A_in), transpose(self.Z), transpose(self.A)", "transpose(self.A_in), transpose(self.Z), transpose(self.Z)"),
    ("backprop.py", "transpose(self.A_in), transpose(self.Z), transpose(self.A)", "transpose(self.A_in), transpose(self.A), transpose(self.A)"),
    ("training.py", "v_i - learning_rate * slope", "v_i + learning_rate * slope"),
    ("training.py", "v_i - learning_rate * slope", "v_i - slope"),
    ("training.py", "downhill(layer.biases, record.dC_db, learning_rate)", "layer.biases"),
]


def witnesses_pass(package: Path) -> bool:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(package)}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *WITNESSES]
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


def test_unaltered_the_witnesses_agree(copy: Path) -> None:
    assert witnesses_pass(copy)


@pytest.mark.parametrize("module, line, altered", ALTERATIONS, ids=[f"{a[1].strip()} -> {a[2].strip()}" for a in ALTERATIONS])
def test_an_altered_line_turns_a_test_red(copy: Path, module: str, line: str, altered: str) -> None:
    path = copy / "minibackprop" / module
    source = path.read_text(encoding="utf-8")
    assert source.count(line) == 1
    path.write_text(source.replace(line, altered), encoding="utf-8")
    assert not witnesses_pass(copy)
