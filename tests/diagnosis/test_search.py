"""The search: when a version explains what was seen, what it shows, and which explanations are found."""

from typing import Any, List, Optional

import pytest

from minibackprop import HALF_SQUARED_ERROR, SIGMOID, Layer, Network, ShapeError, forward
from minibackprop.diagnosis import search
from minibackprop.diagnosis.evidence import GRADIENT, Evidence
from minibackprop.diagnosis.layer_chain import Batch, LayerChain
from minibackprop.diagnosis.mistakes import MISTAKES
from minibackprop.diagnosis.search import Puzzle, explanations
from minibackprop.diagnosis.version import EVERYWHERE, HIDDEN, RIGHT_VERSION, Version, instead
from minibackprop.linalg import Matrix, transpose
from minibackprop.teaching.rules import BIASES, WEIGHTS

from .version_numbers import SQUARE, THREE_INPUTS, THREE_TARGETS
from .version_programs import program_of

FACTORS = ("dC_dA", "dA_dZ", "dC_dZ")


def batch_of(network: Network, X: Matrix, Y: Matrix) -> Batch:
    return Batch(network, transpose(X), transpose(Y), HALF_SQUARED_ERROR, forward(network, X), None)


WIDE = batch_of(Network(Layer([[2.0, 1.0]], [0.0])), [[1.0, 3.0]], [[0.0]])  # 5, so the gradients are [5, 15] and 5
CHAIN = batch_of(Network(Layer([[2.0]], [0.0]), Layer([[3.0]], [0.0])), [[1.0]], [[0.0]])  # 12 and 6, 18 and 18


def wide(weights: Any, bias: Any) -> Evidence:
    return Evidence(WIDE, [{"dC_dW": weights, "dC_db": bias}], 1e-12, GRADIENT)


def chain(first: float, last: float) -> Evidence:
    """With these numbers for ∂C/∂w; ∂C/∂b is right."""
    theirs: List[Any] = [{"dC_dW": [[first]], "dC_db": [18.0]}, {"dC_dW": [[last]], "dC_db": [6.0]}]
    return Evidence(CHAIN, theirs, 1e-12, GRADIENT)


def weights_are(values: Any, applies: Any = EVERYWHERE) -> Version:
    return Version([instead(WEIGHTS, applies, lambda at: values)])


def fails(at: LayerChain) -> Any:
    raise ShapeError()


FAILS = Version([instead(BIASES, EVERYWHERE, fails)])
RIGHT, WRONG, ERROR = wide([[5.0, 15.0]], [5.0]), wide([[7.0, 15.0]], [5.0]), Evidence(WIDE, None, 1e-12, GRADIENT)
ONLY_WIDE_FAILS = Version([instead(WEIGHTS, EVERYWHERE, lambda at: [[1.0]] if len(at.A_in) == 1 else fails(at))])


@pytest.mark.parametrize("version, evidence, expected", [
    (RIGHT_VERSION, [RIGHT, RIGHT], True),
    (RIGHT_VERSION, [RIGHT, WRONG], False),
    (weights_are([[7.0, 15.0]]), [WRONG, WRONG], True),
    (weights_are([[7.0, 15.0]]), [RIGHT, WRONG], False),
    (weights_are([[7.0, 15.0]]), [WRONG, RIGHT], False),
    (weights_are([[7.0, 15.0]]), [WRONG, ERROR], True),  # what an error hides, nobody can say
    (weights_are([[7.0, 15.0]]), [ERROR, WRONG], True),
    (RIGHT_VERSION, [ERROR], False),
    (FAILS, [RIGHT], False),  # the numbers are right, so nothing can have failed
    (FAILS, [WRONG], False),
    (ONLY_WIDE_FAILS, [chain(1.0, 1.0), WRONG], True),
    (ONLY_WIDE_FAILS, [chain(1.0, 1.0), RIGHT], False),
    (ONLY_WIDE_FAILS, [chain(1.0, 2.0), WRONG], False),
])
def test_a_version_explains_what_it_gives_wherever_it_can_be_calculated(
    version: Version, evidence: List[Evidence], expected: bool
) -> None:
    assert Puzzle(evidence).is_explained_by(version) is expected


def test_a_puzzle_knows_where_the_gradients_are_right() -> None:
    theirs = [{"dC_dZ": [[99.0]], "dC_dW": [[5.0, 15.0]], "dC_db": [5.0]}]
    puzzle = Puzzle([RIGHT, WRONG, ERROR, Evidence(WIDE, theirs, 1e-12, FACTORS + GRADIENT)])
    assert puzzle.are_right == [True, False, False, True]
    assert repr(puzzle) == "Puzzle(4 batches)"


@pytest.mark.parametrize("version, evidence, expected", [
    (RIGHT_VERSION, [RIGHT, WRONG], False),
    (Version([], last_layer_first=True), [RIGHT], True),
    (weights_are([[5.0, 15.0]]), [RIGHT], False),
    (weights_are([[5.0, 16.0]]), [RIGHT], True),
    (weights_are([[5.0, 16.0]], HIDDEN), [RIGHT], False),
    (weights_are([[5.0]], HIDDEN), [RIGHT, chain(18.0, 12.0)], True),
    (FAILS, [RIGHT], True),
])
def test_a_version_shows_where_its_gradients_are_other_ones(
    version: Version, evidence: List[Evidence], expected: bool
) -> None:
    assert Puzzle(evidence).shows(version) is expected


@pytest.mark.parametrize("version, evidence, expected", [
    (RIGHT_VERSION, [chain(1.0, 12.0)], True),  # the first layer does not count
    (RIGHT_VERSION, [chain(18.0, 1.0)], False),
    (RIGHT_VERSION, [RIGHT, WRONG], True),  # nor does the second batch
    (RIGHT_VERSION, [WRONG, RIGHT], False),
    (weights_are([[5.0], [15.0]]), [WRONG], True),  # the shape is wrong, so it cannot be said
    (FAILS, [RIGHT], True),
    (FAILS, [WRONG], False),  # its ∂C/∂w, which come first, are other ones
])
def test_whether_a_version_explains_the_last_layer(version: Version, evidence: List[Evidence], expected: bool) -> None:
    assert Puzzle(evidence).can_be_explained_in_output_by(version) is expected


UNEVEN = Network(
    Layer([[0.5, -0.5, 0.3], [0.25, 1.0, -0.7]], [0.1, -0.2], SIGMOID), Layer([[1.0, -0.6]], [0.5], SIGMOID)
)
X, Y = [[1.0, 2.0, -1.0], [0.5, 1.0, 0.3], [-0.2, 0.4, 0.9]], [[1.0], [0.0], [0.5]]


def seen(version: Version, judged: Any = GRADIENT, factors: Optional[Any] = None) -> List[Evidence]:
    """What a program with this version gives, with two networks."""
    evidence = []
    for network, inputs, targets in ((SQUARE, THREE_INPUTS, THREE_TARGETS), (UNEVEN, X, Y)):
        pairs = program_of(version)(network, inputs, targets)
        theirs = [{"dC_dW": dC_dW, "dC_db": dC_db, **(factors or {})} for dC_dW, dC_db in pairs]
        evidence.append(Evidence(batch_of(network, inputs, targets), theirs, 1e-12, judged))
    return evidence


def test_one_mistake_is_found_with_its_first_version_that_fits() -> None:
    half = MISTAKES["half"].versions[1]
    evidence = seen(half)
    assert explanations(evidence) == ([(("half",), half)], evidence)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of a few mistakes, in which a pair is found at once."""
    names = ("transposed", "half", "no-bias", "no-gradient", "bias-of-one-example", "one-path", "last-example")
    monkeypatch.setattr(search, "MISTAKES", {name: MISTAKES[name] for name in names})


@pytest.mark.parametrize("one, other", [
    (("half", 0), ("no-bias", 0)), (("no-bias", 1), ("one-path", 1)), (("half", 2), ("one-path", 0)),
    (("no-bias", 2), ("transposed", 1)), (("bias-of-one-example", 2), ("no-bias", 1)),
    (("bias-of-one-example", 1), ("no-bias", 2)),
])
def test_two_mistakes_are_found_together_in_the_order_of_their_names(few: None, one: Any, other: Any) -> None:
    versions = [MISTAKES[name].versions[number] for name, number in (one, other)]
    both = versions[0].together_with(versions[1])
    evidence = seen(both)
    found, explained = explanations(evidence)
    assert ([names for names, _ in found], explained) == ([(one[0], other[0])], evidence)
    assert Puzzle(evidence).is_explained_by(found[0][1])


def test_two_lines_in_place_of_one_are_no_pair(few: None) -> None:
    """∂C/∂b is that of the last example, but in the hidden layers 0: that would be a third mistake."""
    both = MISTAKES["last-example"].versions[0].together_with(MISTAKES["no-bias"].versions[1])
    evidence = seen(both)
    assert explanations(evidence) == ([], evidence)


def test_factors_that_are_laid_out_in_another_way_are_left_out() -> None:
    half = MISTAKES["half"].versions[1]
    evidence = seen(half, FACTORS + GRADIENT, {"dC_dZ": [[1.0]]})
    found, explained = explanations(evidence)
    assert found == [(("half",), half)]
    assert [each.judged for each in explained] == [GRADIENT, GRADIENT]


def test_factors_that_are_right_are_not_left_out(few: None) -> None:
    """Half of the error would explain the gradients, but not the ∂C/∂z beside them."""
    theirs: List[Any] = [{"dC_dZ": [[5.0]], "dC_dW": [[2.5, 7.5]], "dC_db": [2.5]}]
    evidence = [Evidence(WIDE, theirs, 1e-12, FACTORS + GRADIENT)]
    assert explanations(evidence) == ([], evidence)
    assert [names for names, _ in explanations([wide([[2.5, 7.5]], [2.5])])[0]] == [("half",)]


def test_all_that_fit_are_found_once_in_the_order_of_their_names() -> None:
    pairs = program_of(MISTAKES["factor-two"].versions[0])(UNEVEN, X[:2], Y[:2])
    doubled = Evidence(
        batch_of(UNEVEN, X[:2], Y[:2]), [{"dC_dW": dC_dW, "dC_db": dC_db} for dC_dW, dC_db in pairs], 1e-12, GRADIENT
    )
    assert [names for names, _ in explanations([doubled])[0]] == [("factor-two",), ("sum-not-mean",)]
    no_bias = wide([[5.0, 15.0]], [0.0])  # in every layer, or in the last: there is only one
    assert [names for names, _ in explanations([no_bias])[0]] == [("no-bias",)]


def test_factors_that_fit_are_kept() -> None:
    theirs: List[Any] = [{"dC_dZ": [[5.0]], "dC_dW": [[5.0, 15.0]], "dC_db": [2.5]}]
    evidence = [Evidence(WIDE, theirs, 1e-12, FACTORS + GRADIENT)]
    found, explained = explanations(evidence)
    assert (("half",), MISTAKES["half"].versions[2]) in found
    assert explained is evidence


def test_what_nothing_explains_is_given_back_as_it_was() -> None:
    evidence = [wide([[5.5, 14.0]], [3.0])]
    assert explanations(evidence) == ([], evidence)
    assert explanations([ERROR]) == ([], [ERROR])
