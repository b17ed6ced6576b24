"""What a diagnosis has found: the verdict, and the numbers that prove it."""

from ..linalg import transpose
from .difference import Difference
from .form import FormProblem
from .layer_chain import Batch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .probes import Probe
    from .search import MistakeNames


class Findings:
    """The verdict on a learner's gradients.

    `is_correct` says whether they are right. `mistakes` are the names of the mistakes that explain all the numbers: one
    or two, or none if the gradients are right, or if nothing in the catalogue explains them. If several explanations
    fit equally well, they are all in `candidates`, and `mistakes` is empty. `where` is the first place that is wrong,
    in the order of the chain, or None. It is in the batch of `network`, `X` and `Y`. `telling_probe` is a network with
    X and Y for which several candidates would give different numbers.
    """

    def __init__(
        self,
        batch: Batch,
        judged: "tuple[str, ...]",
        num_numbers: int,
        num_batches: int,
        differences: "list[Difference]",
        candidates: "list[MistakeNames]",
        problem: "FormProblem | None" = None,
        raised: "FormProblem | None" = None,
        telling_probe: "Probe | None" = None,
        tolerance: float = 0.0,
    ) -> None:
        self.is_correct = not differences and problem is None and raised is None
        self.candidates = candidates
        self.mistakes: "MistakeNames" = candidates[0] if len(candidates) == 1 else ()
        self.where = differences[0] if differences else None
        self.network = batch.network
        self.X = transpose(batch.X_T)
        self.Y = transpose(batch.Y_T)
        self.cost = batch.cost
        self.judged = judged
        self.num_numbers = num_numbers
        self.num_batches = num_batches
        self.differences = differences
        self.problem = problem
        self.raised = raised
        self.telling_probe = telling_probe
        self.tolerance = tolerance

    def __repr__(self) -> str:
        if self.is_correct:
            return "Diagnosis(correct)"
        if self.candidates:
            return f"Diagnosis({' or '.join([' and '.join(names) for names in self.candidates])})"
        return "Diagnosis(a mistake that is not in the catalogue)"
