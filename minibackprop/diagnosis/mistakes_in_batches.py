"""Mistakes in how the examples of a batch come together, and in the form of what is returned."""

from ..cross_entropy import SOFTMAX_CROSS_ENTROPY
from ..linalg import Matrix, divide, matmul_transposed, row_means, select_columns, subtract
from ..teaching.rules import BIASES, ERROR, MEAN, WEIGHTS
from .layer_chain import LayerChain
from .mistake import Mistake
from .version import EVERYWHERE, FIRST, Version, instead, scaled, then

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .version import Applies, Change


def _weights_of_example(at: LayerChain, n: int) -> Matrix:
    return matmul_transposed(select_columns(at.dC_dZ, [n]), select_columns(at.A_in, [n]))


def _of_example(n: int) -> "list[list[Change]]":
    """The gradients of example n alone; also divided by the number of examples, and of the weights only."""
    weights = instead(WEIGHTS, EVERYWHERE, lambda at: _weights_of_example(at, n))
    biases = instead(BIASES, EVERYWHERE, lambda at: [row[n] for row in at.dC_dZ])
    divided_weights = then(WEIGHTS, EVERYWHERE, lambda at, dC_dW: scaled(dC_dW, 1.0 / at.m))
    divided_biases = then(BIASES, EVERYWHERE, lambda at, dC_db: scaled(dC_db, 1.0 / at.m))
    return [
        [weights, biases],
        [weights, biases, divided_weights, divided_biases],
        [weights],
        [weights, divided_weights],
    ]


def _product_of_means(at: LayerChain) -> Matrix:
    return [[slope * a for a in row_means(at.A_in)] for slope in row_means(at.dC_dZ)]


def _running_sums(at: LayerChain) -> Matrix:
    """∂C/∂z of the examples, each as often as it is counted if every sum so far is added: m times, …, twice, once."""
    return [[dC_dz * (at.m - n) for n, dC_dz in enumerate(row)] for row in at.dC_dZ]


def _nothing(applies: "Applies") -> "list[list[Change]]":
    """The gradients of a layer are 0, or missing."""
    return [
        [
            instead(WEIGHTS, applies, lambda at: [[0.0 for _ in at.A_in] for _ in at.dC_dZ]),
            instead(BIASES, applies, lambda at: [0.0 for _ in at.dC_dZ]),
        ],
        [instead(WEIGHTS, applies, lambda at: None), instead(BIASES, applies, lambda at: None)],
    ]


def _after_softmax(at: LayerChain) -> bool:
    return at.batch.cost is SOFTMAX_CROSS_ENTROPY


LAYERS_REVERSED = Mistake(
    "layers-reversed",
    "The gradients of the last layer come first: the first layer must come first.",
    None, "[first layer, …, last layer]", "[last layer, …, first layer]",
    "Your loop runs from the last layer to the first. In which order does it leave the gradients?",
    [],
)
LAYERS_REVERSED.versions.append(Version([], last_layer_first=True))

IN_BATCHES = [
    Mistake(
        "last-example",
        "Only the last example is left: each one overwrites the gradients of those before it.",
        MEAN, "∂C/∂w = mean over all examples", "∂C/∂w = that of the last example",
        "Within the loop over the examples, do you add to the gradients (+=) or overwrite them (=)?",
        _of_example(-1),
    ),
    Mistake(
        "first-example",
        "Only the first example counts: the others never get into the gradients.",
        MEAN, "∂C/∂w = mean over all examples", "∂C/∂w = that of the first example",
        "How many examples has your code looked at when it returns?",
        _of_example(0),
    ),
    Mistake(
        "means-multiplied",
        "The means over the examples are multiplied, but it must be the mean of the products, example by example.",
        MEAN, "∂C/∂w = mean of (∂C/∂z · a_in)", "∂C/∂w = (mean of ∂C/∂z) · (mean of a_in)",
        "Is the mean of products the same as the product of means?",
        [[instead(WEIGHTS, EVERYWHERE, _product_of_means)]],
    ),
    Mistake(
        "not-zeroed",
        "The gradients are not set back to 0: what was added up before is still in them.",
        MEAN, "start from 0, then add the examples", "start from what is left of the time before",
        "Where do your gradients start at 0, and how often does your code come past that place?",
        [[
            instead(WEIGHTS, EVERYWHERE, lambda at: divide(matmul_transposed(_running_sums(at), at.A_in), at.m)),
            instead(BIASES, EVERYWHERE, lambda at: row_means(_running_sums(at))),
        ]],
    ),
    Mistake(
        "first-layer-missing",
        "The first layer has no gradient: the loop ends one layer too early.",
        None, "a gradient for every layer", "a gradient for every layer but the first",
        "At which layer does your loop end?",
        _nothing(FIRST),
    ),
    LAYERS_REVERSED,
    Mistake(
        "no-gradient",
        "There is no gradient: it is 0 everywhere, or nothing is returned.",
        None, "return the gradients", "return nothing, or the zeros that one starts from",
        "What does your function return, and where was it calculated?",
        _nothing(EVERYWHERE),
    ),
    Mistake(
        "changes-network",
        "The function changes the weights or biases of the network, but it must only compute their gradients.",
        None, "return the gradients; make a new network in the update", "w = w − learning rate · ∂C/∂w in the network",
        "Are the weights the same before and after your function is called?",
        [],
    ),
    Mistake(
        "changes-inputs",
        "The function changes its inputs X or its targets Y, so the next call starts from other numbers.",
        None, "a = copy of x", "a = x, which is then changed",
        "Are X and Y the same before and after your function is called?",
        [],
    ),
    Mistake(
        "shared-rows",
        "Several rows of ∂C/∂w are one and the same list, so a number that is written in one appears in all.",
        None, "[[0.0] * inputs for _ in range(neurons)]", "[[0.0] * inputs] * neurons",
        "If you change one entry of your ∂C/∂w, which others change with it?",
        [
            [then(WEIGHTS, EVERYWHERE, lambda at, dC_dW: [[sum(column) for column in zip(*dC_dW)] for _ in dC_dW])],
            [then(WEIGHTS, EVERYWHERE, lambda at, dC_dW: [dC_dW[-1] for _ in dC_dW])],
        ],
    ),
    Mistake(
        "no-softmax",
        "Softmax is missing: the outputs themselves were used where their softmax, the probabilities, is needed.",
        ERROR, "∂C/∂a = softmax(a) − y", "∂C/∂a = a − y",
        "With softmax cross-entropy, which numbers are compared with the targets?",
        [[instead(ERROR, _after_softmax, lambda at: subtract(at.A, at.batch.Y_T))]],
    ),
]
