"""The command `predict`: what a saved network predicts for the rows of a new table."""

import argparse
import csv
import io
import json
from typing import TYPE_CHECKING, Any, Dict, List

from ..cells import Cells
from ..costs import Cost
from ..cross_entropy import CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY, softmax
from ..drawing.text_table import text_table
from ..files.csv_file import load_features
from ..files.json_file import ModelFileError
from ..files.model_file import Model, load_model
from ..linalg import Matrix, Vector
from .terminal import Terminal

if TYPE_CHECKING:
    from .parser import Commands

DESCRIPTION = """\
Predict the targets of new rows with a network that minibackprop --save has
written. The columns of the table are found by name, in any order; columns that
the network does not use, such as the target, are allowed.
"""


def add_to(commands: "Commands") -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "predict",
        help="what a saved network predicts for new rows",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("model", metavar="MODEL.json", help="the file that minibackprop --save has written")
    add = parser.add_argument_group("the new rows").add_argument
    add("--data", metavar="FILE.csv", required=True, help="a table with the columns that the network was trained on")
    add("--drop-missing", action="store_true", help="leave out the rows that have an empty cell")
    add = parser.add_argument_group("the output").add_argument
    add("--json", action="store_true", help="print the predictions as JSON")
    add("--csv", action="store_true", help="print the table as CSV, with a column for each prediction")
    parser.makes_idle("--csv", "--json")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, terminal: Terminal) -> None:
    """Print the predictions."""
    model = load_model(options.model)
    if model.feature_names is None:
        raise ModelFileError(
            f"{options.model}: it has no column names, so the columns of a table cannot be found: save it with "
            "save_model(path, network, feature_names=[…])"
        )
    cells, separator, rows, X = load_features(options.data, model.feature_names, options.drop_missing)
    predictions = _predictions(model, model.predict_all(X))
    if options.json:
        places = [{"row": n + 1, **prediction} for n, prediction in zip(rows, predictions)]
        terminal.print(json.dumps({"model": options.model, "data": options.data, "predictions": places}, indent=2))
    elif options.csv:
        terminal.print_exactly(_as_csv(cells, separator, rows, predictions))
    else:
        table = [[cells.places[n], *map(_shown, prediction.values())] for n, prediction in zip(rows, predictions)]
        terminal.print(text_table(["", *predictions[0]], table))


def _predictions(model: Model, A: Matrix) -> List[Dict[str, Any]]:
    """For each row its predictions, by the names that they have in the output."""
    if model.classes is not None:
        name = f"predicted {(model.target_names or ['class'])[0]}"
        return [_class_and_probability(name, model.classes, model.cost, a) for a in A]
    names = model.target_names or [f"output {number}" for number in range(1, len(A[0]) + 1)]
    return [dict(zip([f"predicted {name}" for name in names], a)) for a in A]


def _class_and_probability(name: str, classes: List[str], cost: Cost, a: Vector) -> Dict[str, Any]:
    """The class that the outputs of a row stand for; and its probability, if they are probabilities or logits."""
    place = a.index(max(a))
    if len(a) == 1:  # of the second of two classes
        place, a = int(a[0] >= 0.5), [1.0 - a[0], a[0]]
    prediction: Dict[str, Any] = {name: classes[place]}
    if cost is SOFTMAX_CROSS_ENTROPY:
        prediction["probability"] = softmax(a)[place]
    elif cost is CROSS_ENTROPY:
        prediction["probability"] = a[place]
    return prediction


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else f"{value:.6g}"


def _as_csv(cells: Cells, separator: str, rows: List[int], predictions: List[Dict[str, Any]]) -> str:
    """The table with its own cells as they are, and the predictions with all their digits, written as it is."""
    output = io.StringIO()
    writer = csv.writer(output, delimiter=separator, lineterminator="\n")
    writer.writerow([*cells.header, *predictions[0]])
    for n, prediction in zip(rows, predictions):
        writer.writerow([*cells.rows[n], *[_cell(value, cells.decimal_mark) for value in prediction.values()]])
    return output.getvalue()


def _cell(value: Any, decimal_mark: str) -> str:
    return value if isinstance(value, str) else repr(value).replace(".", decimal_mark)
