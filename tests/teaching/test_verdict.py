"""An explanation says whether its numbers can be trusted: with each broken line of the core, it says what differs."""

import importlib
import shutil
import sys
from pathlib import Path
from typing import Any, Iterator, List, Tuple

import pytest

from minibackprop import CROSS_ENTROPY, RELU, SIGMOID, Layer, Network, explain
from minibackprop.teaching.verdict import Verdict

from ..support.broken_lines import CHANGES
from ..support.explanations import EXPLANATIONS
from ..support.ladder import ROOT

AGREE = "The product of the chain, backward and the numerical gradient agree."
BACKWARD = "the gradient from backward is not what the other two say"
CHAIN = "the product of the chain is not what the other two say"
NUMERICAL = "the numerical gradient is not what the other two say"


@pytest.mark.parametrize("name", [name for name, _ in EXPLANATIONS])
def test_with_a_right_core_they_agree(name: str) -> None:
    lines = dict(EXPLANATIONS)[name].text().split("\n")
    assert lines[1] == "   " + AGREE and lines[2] == ""


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


def test_an_update_that_is_right_is_not_doubted() -> None:
    for _, explanation in EXPLANATIONS:
        assert "but gradient_step" not in str(explanation)


def test_where_finite_differences_see_nothing_that_is_said() -> None:
    """At the corner of a relu there is no slope; where a has been rounded to 1, the cost does not show it."""
    corner = str(explain(Network(Layer([[1.0]], [-1.0], RELU)), [1.0], [-1.0], 1, 1, 1)).split("\n")[1]
    assert NUMERICAL in corner and "a relu is at its corner" in corner
    saturated = Network(Layer([[100.0]], [0.0], SIGMOID))
    text = str(explain(saturated, [1.0], [0.0], 1, 1, 1, cost=CROSS_ENTROPY)).split("\n")[1]
    assert "the numerical gradient is too inexact here to say more." in text


@pytest.mark.parametrize("numbers, who", [
    ((6.0, 6.0 + 1e-9, 6.0), ""),
    ((6.0, 6.0 + 1e-7, 6.0), "the first two differ, and the numerical gradient is too inexact to say which is right"),
    ((6.0, 3.0, 6.0 + 1e-6), BACKWARD),
    ((3.0, 6.0, 6.0), CHAIN),
    ((1.0, 2.0, 3.0), "all three differ"),
    ((6.0, 6.0, -6.0), NUMERICAL),
    ((0.0, 0.0, 0.0), ""),
    ((1e-13, 1e-13, 0.0), ""),
])
def test_each_verdict(numbers: Tuple[float, float, float], who: str) -> None:
    verdict = Verdict(*numbers, uncertainty=1e-12, size=6.0)
    assert verdict.problem.startswith(who) and bool(verdict.problem) == bool(who)
    assert len(verdict.lines()) == (4 if who else 1)
