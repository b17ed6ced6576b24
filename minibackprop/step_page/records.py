"""The records of the step page: everything it shows, as a plain dictionary of texts and numbers."""

from typing import Dict, List

from ..costs import HALF_SQUARED_ERROR, Cost
from ..descent import gradient_descent
from ..drawing.svg import short
from ..linalg import Rows
from ..network import Network, as_inputs, as_targets
from ..teaching.explain import explain
from ..teaching.place import parameters
from ..teaching.step import Row
from ..teaching.walk import Walk
from ..teaching.working import number
from ..validation import SettingError, counted, whole_number
from .names import PageNames

MOST_EXAMPLES = 12
MOST_EXPLANATIONS = 2000  # weights and biases times epochs: about 2 MB of page


class TrainingRun:
    """The training that a page walks through, full batch: `walks`, one for each epoch, and `costs`.

    The costs are those before training and after each epoch. ShapeError, NumberError or SettingError if an argument
    does not fit or there is too much to show; DivergenceError if the learning rate is too large.

    >>> from minibackprop import Layer
    >>> network = Network(Layer([[2.0]], [1.0]))
    >>> TrainingRun(network, [[3.0]], [[5.0]], 0.0625, epochs=2).costs
    [2.0, 0.28125, 0.03955078125]
    """

    def __init__(
        self, network: Network, X: Rows, Y: Rows, learning_rate: float, epochs: int, cost: Cost = HALF_SQUARED_ERROR
    ) -> None:
        inputs = as_inputs(network, X)
        targets = as_targets(network, Y, len(inputs), cost)
        whole_number(epochs, "epochs", at_least=1)
        _check_amount(network, len(inputs), epochs)
        all_epochs = gradient_descent(network, inputs, targets, learning_rate, epochs, cost=cost)
        networks = [epoch.network for epoch in all_epochs]
        self.network = network
        self.num_examples = len(inputs)
        self.walks = [Walk(before, inputs, targets, learning_rate, cost) for before in networks[:-1]]
        self.costs = [walk.cost for walk in self.walks] + [self.walks[-1].next_cost]


def page_records(run: TrainingRun, names: PageNames) -> Dict[str, object]:
    """Return what the script of the page shows, as a dictionary that JSON can represent.

    "examples" are the names of the examples, "layers" is the number of layers. "steps" describes the steps of an
    epoch and the rows of each: their titles and symbols are the same in every epoch. "epochs" has the numbers: for
    each epoch, step and row, a list of cells, one for each example or one for all. A cell is the value, its text in
    the table, its text in the figure, and its calculation. "costs" are values with their texts. "widths" has for each
    epoch the width of every weight's line. "explanations" has for each epoch the explanation of every weight and bias,
    as indices into "explanationLines": most lines are used many times.

    >>> from minibackprop import Layer
    >>> run = TrainingRun(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], learning_rate=0.0625, epochs=1)
    >>> records = page_records(run, PageNames(run.network, run.num_examples))
    >>> records["costs"], records["widths"]
    ([[2.0, '2', '2'], [0.28125, '0.28125', '0.281']], [{'1.1.1': 5.0}])
    >>> records["epochs"][0][1]
    [[[7.0, '7', '7', '2\\xa0· 3 + 1']]]
    """
    lines: Dict[str, int] = {}
    return {
        "examples": names.examples,
        "layers": len(run.network.layers),
        "steps": _steps(run.walks[0], names),
        "epochs": [[[_cells(row) for row in step.rows] for step in walk.steps()] for walk in run.walks],
        "costs": [_shown(cost) for cost in run.costs],
        "widths": [_widths(walk.network) for walk in run.walks],
        "explanations": [_explanations(walk, lines) for walk in run.walks],
        "explanationLines": list(lines),
    }


def _check_amount(network: Network, num_examples: int, epochs: int) -> None:
    """SettingError if there is more than a reader can follow, or than a page should hold."""
    if num_examples > MOST_EXAMPLES:
        raise SettingError(
            f"there are {num_examples} examples, too many to follow: choose at most {MOST_EXAMPLES} of them"
        )
    num_weights = len(parameters(network))
    if num_weights * epochs > MOST_EXPLANATIONS:
        raise SettingError(
            f"the page would explain {num_weights} weights and biases in {counted(epochs, 'epoch')}: the product must "
            f"be at most {MOST_EXPLANATIONS}, so choose fewer neurons, inputs or epochs"
        )


def _steps(walk: Walk, names: PageNames) -> List[Dict[str, object]]:
    return [
        {
            "kind": step.kind,
            "layer": step.layer,
            "title": step.title,
            "formula": step.formula,
            "words": step.words,
            "rows": [_row(row, names) for row in step.rows],
        }
        for step in walk.steps()
    ]


def _row(row: Row, names: PageNames) -> Dict[str, str]:
    return {
        "symbol": row.symbol,
        "spoken": row.spoken,
        "name": names.at(row.place),
        "place": row.place,
        "weight": row.weight,
    }


def _cells(row: Row) -> List[List[object]]:
    return [_shown(value) + [working] for value, working in row.cells]


def _shown(value: float) -> List[object]:
    """The number, its text in the table, and its shorter text in the figure."""
    return [value, number(value), short(value + 0.0)]


def _widths(network: Network) -> Dict[str, float]:
    """The width of each weight's line, such as {"1.2.3": 5.0}: negative if the weight is negative."""
    widths = {}
    for k, layer in enumerate(network.layers, 1):
        largest = max([abs(w) for weights in layer.weights for w in weights])
        for j, weights in enumerate(layer.weights, 1):
            for i, w in enumerate(weights, 1):
                width = 0.75 + (4.25 * abs(w) / largest if largest > 0 else 0.0)
                widths[f"{k}.{j}.{i}"] = round(-width if w < 0 else width, 2)
    return widths


def _explanations(walk: Walk, lines: Dict[str, int]) -> Dict[str, List[int]]:
    """The explanation of each weight and bias, as indices of lines; a line that is new gets the next index."""
    explanations = {}
    for symbol, _ in parameters(walk.network):
        k, j = symbol[1:3]
        i = symbol[3] if symbol[0] == "w" else None
        explanation = explain(walk.network, walk.X, walk.Y, k, j, i, walk.learning_rate, walk.cost_function)
        key = ".".join([str(count) for count in symbol[1:]])
        explanations[key] = [lines.setdefault(line, len(lines)) for line in str(explanation).split("\n")]
    return explanations
