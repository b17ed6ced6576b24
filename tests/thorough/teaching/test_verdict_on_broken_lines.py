"""With each broken line of the core, an explanation says that its numbers cannot be trusted, and which one differs."""

import importlib
import shutil
import sys
from pathlib import Path
from typing import Any, Iterator, List, Tuple

import pytest

from ...support.broken_lines import CHANGES
from ...support.explanations import BACKWARD, CHAIN, NUMERICAL
from ...support.ladder import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    sys.path.insert(0, str(tmp_path))
    yield tmp_path
    sys.path.remove(str(tmp_path))


def broken(folder: Path, module: str, line: str, changed: str) -> Any:
    """A copy of the package with one line changed, under a name of its own."""
    name = f"broken_{len(sys.modules)}"
    shutil.copytree(ROOT / "minibackprop", folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / name / module
    source = path.read_text(encoding="utf-8")
    assert source.count(line) == 1
    path.write_text(source.replace(line, changed), encoding="utf-8")
    return importlib.import_module(name)


def verdicts(package: Any) -> List[str]:
    """What explanations of every weight and bias of a network say first; an error is a verdict, too."""
    rng = package.RandomNumbers(5)
    Layer = package.Layer.random
    network = package.Network(
        Layer(3, 3, package.SIGMOID, rng), Layer(3, 3, package.TANH, rng), Layer(3, 3, package.SIGMOID, rng)
    )
    X, Y = [[0.3, -0.8, 0.6], [0.9, 0.1, -0.2]], [[0.5, -0.4, 0.2], [0.1, 0.7, 0.9]]
    found = []
    for k in (1, 2, 3):
        for j in (1, 2, 3):
            for i in (None, 1, 2, 3):
                try:
                    text = package.explain(network, X, Y, k, j, i).text()
                except ValueError as error:
                    text = f"{type(error).__name__}: {error}"
                found.append("\n".join(text.split("\n")[:5]))
    return found


CORE_CHANGES = [  # those that change a number of the gradient
    change for change in CHANGES if change[0] != "update.py" and change[2] != "if True:"
]


@pytest.mark.parametrize(
    "module, line, changed", CORE_CHANGES, ids=[f"{a[1].strip()} -> {a[2].strip()}" for a in CORE_CHANGES]
)
def test_with_a_broken_line_the_first_lines_say_so(folder: Path, module: str, line: str, changed: str) -> None:
    found = verdicts(broken(folder, module, line, changed))
    assert [text for text in found if "They do not agree" in text or "Error: " in text]


@pytest.mark.parametrize("change, who", [
    (("backprop.py", "divide(matmul_transposed(dC_dZ, A_in), num_examples)", "matmul_transposed(dC_dZ, A_in)"),
     BACKWARD),
    (("backprop.py", "row_means(dC_dZ)", "row_means(dC_dA)"), BACKWARD),
    (("backprop.py", "dC_dZ = hadamard(dC_dA, dA_dZ)", "dC_dZ = dC_dA"), BACKWARD),
    (("records.py", "self.dC_dA = dC_dA", "self.dC_dA = dC_dZ"), CHAIN),
    (("costs.py", "return subtract(A, Y_T)", "return subtract(Y_T, A)"), NUMERICAL),
    (("activations.py", "slope = a * (1.0 - a)", "slope = a"), NUMERICAL),
])
def test_it_says_which_one_is_wrong(change: Tuple[str, str, str], who: str, folder: Path) -> None:
    found = verdicts(broken(folder, *change))
    blamed = [text for text in found if "They do not agree" in text]
    assert blamed and all(who in text for text in blamed if "layer 3" in text)
    assert [text for text in blamed if who in text and "layer 3" in text]


@pytest.mark.parametrize("line, changed", [change[1:] for change in CHANGES if change[0] == "update.py"])
def test_a_wrong_update_is_noticed(line: str, changed: str, folder: Path) -> None:
    package = broken(folder, "update.py", line, changed)
    network = package.Network(package.Layer([[2.0]], [1.0]))
    texts = [package.explain(network, [3.0], [5.0], 1, 1, i).text() for i in (None, 1)]
    assert [text for text in texts if "but gradient_step gives " in text]
