"""The catalogue: every mistake in it has its words, and the probes tell all of them apart."""

import pytest

from minibackprop import CROSS_ENTROPY, HALF_SQUARED_ERROR, MISTAKES, Cost, diagnose
from minibackprop.diagnosis.version import Version

from ..support.catalogue import each_version
from .version_programs import LEARNING_RATE, program_of

NAMES = """
    sign sum-not-mean mean-twice factor-two half mean-over-outputs
    no-output-slope no-hidden-slope no-slope slope-at-a slope-formula-at-z f-for-f-prime sigmoid-slope-everywhere
    slope-replaces-error slope-twice z-times-slope relu-slope-one relu-slope-wrong-side
    weight-for-input own-activation-for-input z-for-input x-for-every-layer input-dropped transposed
    weight-gradient-without-slope no-bias shared-bias bias-from-weights bias-of-one-example bias-gradient-without-slope
    updated-weights weights-not-transposed one-path paths-averaged weights-dropped error-not-delta
    output-error-everywhere gradient-for-weights error-by-weight-share first-layer-missing
    last-example first-example means-multiplied not-zeroed layers-reversed no-gradient changes-network changes-inputs
    shared-rows
""".split()
# With cross-entropy the last layer is always a sigmoid, so that these mistakes cannot be seen in it.
INVISIBLE = {
    HALF_SQUARED_ERROR: {"no-softmax 0"},
    CROSS_ENTROPY: {"no-softmax 0", "relu-slope-one 2", "relu-slope-wrong-side 2", "sigmoid-slope-everywhere 2"},
}


def test_it_has_all_the_names() -> None:
    assert set(MISTAKES) == {*NAMES, "bias-as-column", "no-softmax"}
    assert all(mistake.name == name for name, mistake in MISTAKES.items())


@pytest.mark.parametrize("name", sorted(MISTAKES))
def test_a_mistake_has_its_words(name: str) -> None:
    mistake = MISTAKES[name]
    assert mistake.sentence.endswith((".", ".)")) and mistake.question.endswith(("?", "layer.", "layers.", "biases."))
    assert mistake.right and mistake.wrong and mistake.right != mistake.wrong
    assert len(mistake.source) > 20
    assert repr(mistake) == f"Mistake({name})"


def test_no_two_mistakes_say_the_same() -> None:
    for words in ("sentence", "wrong"):
        texts = [getattr(mistake, words) for mistake in MISTAKES.values()]
        assert len(texts) == len(set(texts))


@pytest.mark.parametrize("cost", [HALF_SQUARED_ERROR, CROSS_ENTROPY])
@each_version
def test_each_version_is_named(name: str, number: int, version: Version, cost: Cost) -> None:
    found = diagnose(program_of(version, cost), cost, learning_rate=LEARNING_RATE)
    if f"{name} {number}" in INVISIBLE[cost]:
        assert found.is_correct
    else:
        assert (found.mistakes, found.candidates) == ((name,), [(name,)])
