"""The chain rule in one layer, rule by rule: each is one line, which a mistake replaces by a wrong one."""

from ..costs import Cost
from ..linalg import Matrix, Vector
from ..linalg import apply, divide, hadamard, matmul, matmul_transposed, row_means, transpose
from ..network import Network
from ..records import LayerForward
from ..teaching.rules import BACK, BIASES, DELTA, ERROR, SLOPE, WEIGHTS
from ..validation import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Batch:
    """A network and the examples that go through it, one per column, with what each layer computed."""

    def __init__(
        self,
        network: Network,
        X_T: Matrix,
        Y_T: Matrix,
        cost: Cost,
        forward_pass: "list[LayerForward]",
        learning_rate: "float | None",
    ) -> None:
        self.network = network
        self.X_T = X_T
        self.Y_T = Y_T
        self.cost = cost
        self.forward_pass = forward_pass
        self.learning_rate = learning_rate
        self.m = len(Y_T[0])
        self.num_outputs = network.num_outputs

    def __repr__(self) -> str:
        return f"Batch({self.network}, {counted(self.m, 'example')})"


class LayerChain:
    """Layer k of a batch, and the slopes so far: each rule reads what those before it have left here."""

    def __init__(self, batch: Batch, k: int, above: "LayerChain | None") -> None:
        layer, record = batch.network.layers[k], batch.forward_pass[k]
        self.batch = batch
        self.k = k
        self.W = layer.weights
        self.activation = layer.activation
        self.A_in, self.Z, self.A = record.A_in, record.Z, record.A
        self.Z_in = batch.forward_pass[k - 1].Z if k > 0 else batch.X_T
        self.m = batch.m
        self.is_output = above is None
        self.output: LayerChain = self if above is None else above.output
        self.dC_dA: Matrix = []
        self.dA_dZ: Matrix = []
        self.dC_dZ: Matrix = []
        self.dC_dW: Matrix = []
        self.dC_db: Vector = []

    def __repr__(self) -> str:
        return f"LayerChain(layer {self.k + 1})"


RIGHT: "dict[Any, Any]" = {
    ERROR: lambda at: at.batch.cost.c_prime(at.batch.Y_T, at.A),
    SLOPE: lambda at: apply(at.activation.f_prime, at.Z),
    DELTA: lambda at: hadamard(at.dC_dA, at.dA_dZ),
    WEIGHTS: lambda at: divide(matmul_transposed(at.dC_dZ, at.A_in), at.m),
    BIASES: lambda at: row_means(at.dC_dZ),
    BACK: lambda at: matmul(transpose(at.W), at.dC_dZ),  # the ∂C/∂a of the layer before
}
