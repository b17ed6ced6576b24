"""The verdict: is a learner's backpropagation right, and which mistake explains its numbers?"""

from ..backprop import forward
from ..costs import Cost
from ..linalg import Matrix, transpose
from ..network import Network
from ..records import check_slopes
from ..validation import SettingError
from .comparison import CANNOT_BE_CALCULATED, Comparison, gradients_by
from .diagnosis_text import diagnosis_text
from .evidence import GRADIENT, Evidence, first_difference, shape_of
from .findings import Findings
from .form import FormProblem, form_problem, shape_problem
from .layer_chain import Batch
from .probes import standard_probes
from .search import explanations
from .version import RIGHT_VERSION, Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .observation import Observed
    from .probes import Probe
    from .search import MistakeNames

FACTORS = ("dC_dA", "dA_dZ", "dC_dZ")
SEEN = 1e-6  # numbers of the probes that lie this far apart are different for everyone to see
PROBE_TOLERANCE = 1e-12  # where all numbers of a matrix should be 0, rounding may leave this


class Diagnosis(Findings):
    """The verdict on a learner's gradients, in words: `print(diagnosis)`, or `diagnosis.text(hint=1)`."""

    def __str__(self) -> str:
        return self.text()

    def text(self, hint: int = 3) -> str:
        """The diagnosis in words: hint 1 asks a question, hint 2 names the rule, hint 3 tells all.

        >>> from minibackprop import Layer, Network, diagnose_gradients
        >>> diagnosis = diagnose_gradients([([[6]], [0])], Network(Layer([[1]], [0])), [[3.0]], [[1.0]])
        >>> diagnosis.text(hint=1)
        'z = w·a_in + b. What is its derivative with respect to b?'
        """
        if hint is True or hint not in (1, 2, 3):
            raise SettingError(f"hint is {hint!r}, but must be 1 (a question), 2 (the rule) or 3 (the mistake)")
        return diagnosis_text(self, hint, self.explain_call())

    def explain_call(self) -> str:
        """The call that explains the slope at the first wrong place, as Python code; empty if there is no such place.

        >>> from minibackprop import Layer, Network, diagnose_gradients
        >>> diagnosis = diagnose_gradients([([[6]], [0])], Network(Layer([[1]], [0])), [[3.0]], [[1.0]])
        >>> diagnosis.explain_call()
        'print(explain(diagnosis.network, diagnosis.X, diagnosis.Y, layer=1, neuron=1, cost=diagnosis.cost))'
        """
        if self.where is None:
            return ""
        place = f"layer={self.where.layer}, neuron={self.where.neuron}"
        place += "" if self.where.input is None else f", input={self.where.input}"
        return f"print(explain(diagnosis.network, diagnosis.X, diagnosis.Y, {place}, cost=diagnosis.cost))"

    def _repr_html_(self) -> str:
        return "<pre>" + self.text().replace("&", "&amp;").replace("<", "&lt;") + "</pre>"


def verdict(
    probes: "list[Probe]",
    observed: "list[Observed]",
    cost: Cost,
    learning_rate: "float | None",
    biases: bool,
    tolerance: float = 0.0,
) -> Diagnosis:
    """The verdict on what was observed with these batches.

    >>> from minibackprop import HALF_SQUARED_ERROR, Layer, Network
    >>> probe = Network(Layer([[1]], [0])), [[3.0]], [[1.0]]
    >>> observed = {"error": "", "problem": "", "changed": "", "shares_rows": False, "again": [],
    ...             "layers": [{"dC_dW": [[6.0]], "dC_db": [0.0]}]}
    >>> verdict([probe], [observed], HALF_SQUARED_ERROR, None, biases=True)
    Diagnosis(no-bias)
    """
    gradients = tuple([name for name in GRADIENT if biases or name == "dC_dW"])
    evidence: "list[Evidence]" = []
    raised = None
    for (network, X, Y), seen in zip(probes, observed):
        batch = _batch(network, X, Y, cost, learning_rate)
        problem = form_problem(seen, network, X)
        if problem is not None and not seen["error"]:
            return Diagnosis(batch, gradients, 0, len(probes), [], _names_of(problem), problem)
        if problem is not None and not evidence:
            return Diagnosis(batch, gradients, 0, len(probes), [], [], raised=problem)
        raised = raised or problem
        theirs = seen["layers"]
        if theirs is not None and len(theirs) == len(network.layers) - 1:
            theirs = [{"dC_dW": None, "dC_db": None}] + theirs
        if theirs is not None and len(theirs) != len(network.layers):
            return Diagnosis(batch, gradients, 0, len(probes), [], [], shape_problem(theirs, network, biases))
        evidence.append(Evidence(batch, theirs, max(tolerance, PROBE_TOLERANCE), FACTORS + gradients))
    return _explained(evidence, raised, gradients, tolerance)


def _explained(
    evidence: "list[Evidence]", raised: "FormProblem | None", gradients: "tuple[str, ...]", tolerance: float
) -> Diagnosis:
    """The verdict on numbers that can be read, from some batches; with others an error may have been raised."""
    only_gradients = [each.of_gradients_only() for each in evidence]
    comparisons = [Comparison(RIGHT_VERSION, each) for each in only_gradients]
    wrong = [place for place, comparison in enumerate(comparisons) if comparison.differences]
    if not wrong:
        num_numbers = sum([comparison.num_agreeing for comparison in comparisons])
        return Diagnosis(
            evidence[0].batch, gradients, num_numbers, len(evidence), [], [], raised=raised, tolerance=tolerance
        )

    found, explained = explanations(evidence)
    if not found and not _factors_have_right_shapes(evidence):
        explained = only_gradients
    seen = explained[wrong[0]]
    problem = None if found else _shape_problem(evidence, gradients)
    candidates = [names for names, _ in found] or _names_of(problem)
    versions = [version for _, version in found]
    num_numbers = sum([_num_agreeing(versions[0], each) for each in explained]) if len(found) == 1 else 0
    telling_probe = _telling_probe(versions, seen.batch, "dC_db" in gradients) if len(found) > 1 else None
    return Diagnosis(
        seen.batch, seen.judged if seen.has_factors() else gradients, num_numbers, len(evidence),
        Comparison(RIGHT_VERSION, seen).differences, candidates, problem, raised, telling_probe, tolerance,
    )


def _batch(network: Network, X: Matrix, Y: Matrix, cost: Cost, learning_rate: "float | None") -> Batch:
    batch = Batch(network, transpose(X), transpose(Y), cost, forward(network, X), learning_rate)
    outputs = batch.forward_pass[-1].A
    check_slopes(cost, cost.c_prime(batch.Y_T, outputs), outputs)
    return batch


def _names_of(problem: "FormProblem | None") -> "list[MistakeNames]":
    return [(problem.name,)] if problem is not None and problem.name else []


def _factors_have_right_shapes(evidence: "list[Evidence]") -> bool:
    for each in evidence:
        for layer, numbers in zip(each.batch.network.layers, each.theirs or []):
            for name in FACTORS:
                if name in numbers and shape_of(numbers[name]) != [layer.num_neurons, each.batch.m]:
                    return False
    return True


def _shape_problem(evidence: "list[Evidence]", gradients: "tuple[str, ...]") -> "FormProblem | None":
    for each in evidence:
        if each.theirs is not None:
            problem = shape_problem(each.theirs, each.batch.network, "dC_db" in gradients)
            if problem is not None:
                return problem
    return None


def _num_agreeing(version: Version, evidence: Evidence) -> int:
    try:
        return Comparison(version, evidence).num_agreeing
    except CANNOT_BE_CALCULATED:
        return 0


def _telling_probe(versions: "list[Version]", seen: Batch, biases: bool) -> "Probe | None":
    """The first of the probes with which no two of the versions give the same gradients, if there is one."""
    for network, X, Y in standard_probes(seen.cost, biases):
        batch = _batch(network, X, Y, seen.cost, seen.learning_rate)
        gradients = [gradients_by(version, batch) for version in versions]
        pairs = [(one, other) for place, one in enumerate(gradients) for other in gradients[:place]]
        if not [pair for pair in pairs if first_difference(pair[0], pair[1], SEEN) is None]:
            return network, X, Y
    return None
