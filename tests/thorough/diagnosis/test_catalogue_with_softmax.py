"""The catalogue with softmax cross-entropy, where some mistakes cannot be seen and some are the same."""

from minibackprop import SOFTMAX_CROSS_ENTROPY, diagnose
from minibackprop.diagnosis.version import Version

from ...diagnosis.version_programs import LEARNING_RATE, program_of
from ...support.catalogue import each_version

# The last layer is always linear, so that these mistakes cannot be seen in it.
INVISIBLE = {
    "bias-gradient-without-slope 2", "no-output-slope 0", "no-output-slope 1", "relu-slope-one 2",
    "relu-slope-wrong-side 2", "slope-at-a 2", "slope-formula-at-z 2", "slope-twice 2", "slope-twice 5",
    "weight-gradient-without-slope 2",
}


@each_version
def test_with_softmax_each_version_is_among_those_that_fit(name: str, number: int, version: Version) -> None:
    """The last layer is linear, so there a = z and f′ = 1: some mistakes are one and the same."""
    cost = SOFTMAX_CROSS_ENTROPY
    found = diagnose(program_of(version, cost), cost, learning_rate=LEARNING_RATE)
    if f"{name} {number}" in INVISIBLE:
        assert found.is_correct
    else:
        assert (name,) in found.candidates
        assert found.mistakes == ((name,) if len(found.candidates) == 1 else ())
        assert found.telling_probe is None or len(found.candidates) > 1
