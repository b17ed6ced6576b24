"""If anything in the core is broken, an explanation says that its numbers cannot be trusted, and which one differs."""

import sys
from pathlib import Path
from typing import Any, Iterator, List, Tuple

import pytest

import minibackprop

from ...support.broken_package import with_line, with_mutant
from ...support.explanations import BACKWARD, CHAIN, NUMERICAL

if sys.version_info < (3, 9):
    pytest.skip("missing: Python 3.9, for ast.unparse", allow_module_level=True)

from ...mutation.mutants import Mutant
from ...mutation.scope import mutants_of

X, Y = [[0.3, -0.8, 0.6], [0.9, 0.1, -0.2]], [[0.5, -0.4, 0.2], [0.1, 0.7, 0.9]]
PLACES = [(k, j, i) for k in (1, 2, 3) for j in (1, 2, 3) for i in (None, 1, 2, 3)]
OF_THE_CORE = [mutant for module in ("backprop.py", "records.py", "costs.py") for mutant in mutants_of(module)]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    sys.path.insert(0, str(tmp_path))
    yield tmp_path
    sys.path.remove(str(tmp_path))


def a_network(package: Any) -> Any:
    rng, Layer = package.RandomNumbers(5), package.Layer.random
    return package.Network(
        Layer(3, 3, package.SIGMOID, rng), Layer(3, 3, package.TANH, rng), Layer(3, 3, package.SIGMOID, rng)
    )


def gradients(package: Any) -> List[Any]:
    network = a_network(package)
    backward_pass = package.backward(network, package.forward(network, X), Y)
    return [(record.dC_dW, record.dC_db, record.dC_dZ, record.dC_dA, record.dA_dZ) for record in backward_pass]


def verdicts(package: Any) -> List[str]:
    """What explanations of every weight and bias of a network say first."""
    network = a_network(package)
    return ["\n".join(package.explain(network, X, Y, *place).text().split("\n")[:5]) for place in PLACES]


@pytest.mark.parametrize("mutant", OF_THE_CORE, ids=[mutant.name for mutant in OF_THE_CORE])
def test_a_changed_number_is_never_explained_as_if_it_were_right(mutant: Mutant, folder: Path) -> None:
    """An exception is as good: what is broken is not explained at all."""
    try:
        package = with_mutant(folder, mutant)
        is_changed, found = gradients(package) != gradients(minibackprop), verdicts(package)
    except Exception:
        return
    assert not is_changed or [text for text in found if "They do not agree" in text]


@pytest.mark.parametrize("change, who", [
    (("backprop", "divide(matmul_transposed(dC_dZ, A_in), num_examples)", "matmul_transposed(dC_dZ, A_in)"), BACKWARD),
    (("backprop", "row_means(dC_dZ)", "row_means(dC_dA)"), BACKWARD),
    (("backprop", "dC_dZ = hadamard(dC_dA, dA_dZ)", "dC_dZ = dC_dA"), BACKWARD),
    (("records", "self.dC_dA = dC_dA", "self.dC_dA = dC_dZ"), CHAIN),
    (("costs", "return subtract(A, Y_T)", "return subtract(Y_T, A)"), NUMERICAL),
    (("activations", "slope = a * (1.0 - a)", "slope = a"), NUMERICAL),
])
def test_it_says_which_one_is_wrong(change: Tuple[str, str, str], who: str, folder: Path) -> None:
    found = verdicts(with_line(folder, *change))
    blamed = [text for text in found if "They do not agree" in text]
    assert blamed and all(who in text for text in blamed if "layer 3" in text)
    assert [text for text in blamed if who in text and "layer 3" in text]


@pytest.mark.parametrize("changed", ["v_i + learning_rate * slope", "v_i - slope", "v_i"])
def test_a_wrong_update_is_noticed(changed: str, folder: Path) -> None:
    package = with_line(folder, "update", "v_i - learning_rate * slope", changed)
    network = package.Network(package.Layer([[2.0]], [1.0]))
    texts = [package.explain(network, [3.0], [5.0], 1, 1, i).text() for i in (None, 1)]
    assert [text for text in texts if "but gradient_step gives " in text]
