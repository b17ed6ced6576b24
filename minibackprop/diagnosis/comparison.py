"""The comparison: a version of the chain rule is calculated, line by line, beside the numbers of the learner.

Where the learner's record holds a factor, the next line starts from the learner's own number, so that one slip is one
slip: what follows from it correctly is right.
"""

from ..linalg import NumberError, ShapeError
from ..teaching.rules import BACK, BIASES, DELTA, ERROR, SLOPE, WEIGHTS, Rule
from .difference import Difference
from .evidence import GRADIENT, Evidence, first_difference, numbers_in, shape_of
from .layer_chain import Batch, LayerChain
from .version import Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator

    Judge = Callable[[int, Rule, Any], Any]

CANNOT_BE_CALCULATED = (ShapeError, NumberError, TypeError)  # TypeError: of two changes, one makes the other impossible
FITS, CANNOT_SAY, DIFFERS = "fits", "cannot say", "differs"


def layers_of(version: Version, batch: Batch, judged: "Judge") -> "Iterator[LayerChain]":
    """Calculate the version of the chain rule; yield each layer with its slopes, the last one first.

    `judged(k, rule, result)` is given each result of a rule for layer k, and returns the numbers to go on with.

    >>> from minibackprop import HALF_SQUARED_ERROR, Layer, Network, forward
    >>> network = Network(Layer([[1]], [0]))
    >>> batch = Batch(network, [[3.0]], [[1.0]], HALF_SQUARED_ERROR, forward(network, [[3.0]]), None)
    >>> [at.dC_dW for at in layers_of(Version([]), batch, lambda k, rule, result: result)]
    [[[6.0]]]
    """
    above = None
    for k in reversed(range(len(batch.network.layers))):
        at = LayerChain(batch, k, above)
        if above is None:
            at.dC_dA = judged(k, ERROR, version.result_of(ERROR, at))
        else:
            at.dC_dA = judged(k, BACK, version.result_of(BACK, above))
        at.dA_dZ = judged(k, SLOPE, version.result_of(SLOPE, at))
        at.dC_dZ = judged(k, DELTA, version.result_of(DELTA, at))
        at.dC_dW = judged(k, WEIGHTS, version.result_of(WEIGHTS, at))
        at.dC_db = judged(k, BIASES, version.result_of(BIASES, at))
        yield at
        above = at


def gradients_by(version: Version, batch: Batch) -> "Any":
    """∂C/∂w and ∂C/∂b of each layer, the last one first; None if the version cannot be calculated for these layers.

    >>> from minibackprop import HALF_SQUARED_ERROR, Layer, Network, forward
    >>> network = Network(Layer([[1]], [0]))
    >>> batch = Batch(network, [[3.0]], [[1.0]], HALF_SQUARED_ERROR, forward(network, [[3.0]]), None)
    >>> gradients_by(Version([]), batch)
    [[[[6.0]], [2.0]]]
    """
    try:
        return [[at.dC_dW, at.dC_db] for at in layers_of(version, batch, lambda k, rule, result: result)]
    except CANNOT_BE_CALCULATED:
        return None


class FirstDifference(Exception):
    """Ends a comparison that is only to find out whether there is a difference."""


class Comparison:
    """What differs between a version of the chain rule and the evidence, in the order of the chain.

    `differences` are the places, `num_agreeing` counts the numbers that agree. `is_misshapen` says whether the version
    gives a gradient of the wrong shape, as a transposed one may be, where the learner's has another shape. With
    `is_quick` the comparison ends at the first difference and counts nothing, with `output_only` after the last layer.
    """

    def __init__(
        self, version: Version, evidence: Evidence, is_quick: bool = False, output_only: bool = False
    ) -> None:
        self.evidence = evidence
        self.is_quick = is_quick
        self.differences: "list[Difference]" = []
        self.num_agreeing = 0
        self.is_misshapen = False
        places = list(range(len(evidence.batch.network.layers)))  # where in what was returned a layer's numbers are
        self.places = places[::-1] if version.last_layer_first else places

        try:
            for _ in layers_of(version, evidence.batch, self._judged):
                if output_only:
                    return
        except FirstDifference:
            pass

    def __repr__(self) -> str:
        return f"Comparison({len(self.differences)} differences)"

    def _judged(self, k: int, rule: Rule, mine: "Any") -> "Any":
        """Compare the result of a rule with theirs; return the numbers to go on with: theirs, if it is a factor."""
        name, place = rule.result, self.places[k]
        if name not in self.evidence.judged:
            return mine
        if self.evidence.theirs is None or name not in self.evidence.theirs[place]:
            return mine
        theirs = self.evidence.theirs[place][name]
        places = first_difference(mine, theirs, self.evidence.allowed[place][name])
        if places is None:
            self.num_agreeing += 0 if self.is_quick else len(numbers_in(mine))
            return mine
        self.differences.append(Difference(k, rule, places, mine, theirs))
        if self.differences[-1].is_shape:
            self._note_shape(k, name, mine)
        if self.is_quick:
            raise FirstDifference
        return mine if name in GRADIENT or shape_of(theirs) != shape_of(mine) else theirs

    def _note_shape(self, k: int, name: str, mine: "Any") -> None:
        layer = self.evidence.batch.network.layers[k]
        if name == "dC_dW" and shape_of(mine) != [layer.num_neurons, layer.num_inputs]:
            self.is_misshapen = True
        if name == "dC_db" and shape_of(mine) != [layer.num_neurons]:
            self.is_misshapen = True


def verdict_on(version: Version, evidence: Evidence) -> str:
    """Whether the version gives these numbers: FITS, DIFFERS or CANNOT_SAY.

    It cannot be said where the learner's code raised an error, or where the version cannot be calculated with layers
    of these sizes, or has the wrong shape for them: there a learner's code gives whatever it gives.

    >>> from minibackprop import HALF_SQUARED_ERROR, Layer, Network, forward
    >>> network = Network(Layer([[1]], [0]))
    >>> batch = Batch(network, [[3.0]], [[1.0]], HALF_SQUARED_ERROR, forward(network, [[3.0]]), None)
    >>> theirs = [{"dC_dW": [[6.0]], "dC_db": [2.0]}]
    >>> verdict_on(Version([]), Evidence(batch, theirs, 0.0, GRADIENT))
    'fits'
    """
    if evidence.theirs is None:
        return CANNOT_SAY
    try:
        comparison = Comparison(version, evidence, is_quick=True)
    except CANNOT_BE_CALCULATED:
        return CANNOT_SAY
    if not comparison.differences:
        return FITS
    return CANNOT_SAY if comparison.is_misshapen else DIFFERS
