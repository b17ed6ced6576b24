"""The result of an experiment, as text for people and as JSON for programs."""

import json
from typing import List

from .. import __version__
from ..validation import counted
from ..costs import HALF_SQUARED_ERROR
from ..drawing.text_canvas import text_table
from ..drawing.curve_text import text_curve
from .experiment import Experiment
from .terminal import Terminal

EXAMPLES_SHOWN = 10


def as_text(experiment: Experiment, terminal: Terminal) -> str:
    """The report, as wide as the terminal: the setting, the cost curve, before and after, the scores, what to try."""
    houses = "houses" if experiment.is_housing else "rows"
    target = "house prices" if experiment.is_housing else experiment.target_name
    shown = min(EXAMPLES_SHOWN, len(experiment.actual))
    return "\n\n".join(
        [
            terminal.heading(f"A network learns {target} by backpropagation"),
            "\n".join(terminal.paragraph(label, text) for label, text in _setting(experiment, houses)),
            terminal.heading("The cost ½(y − a)² after each epoch"),
            text_curve(experiment.costs, width=terminal.width, height=8, ascii_only=not terminal.unicode),
            terminal.heading(f"{shown} {houses} that it has never seen, before and after training"),
            _before_and_after(experiment, terminal),
            terminal.heading(f"How good is that, on all {len(experiment.actual)} held-out {houses}?"),
            _scores(experiment, terminal),
            terminal.paragraph("Try next", _what_next(experiment)),
        ]
    )


def as_json(experiment: Experiment) -> str:
    """The same as JSON. Costs are of the scaled targets (with --raw of the targets), all else in the table's unit."""
    options = experiment.options
    actual, before, after = _first_examples(experiment)
    return json.dumps(
        {
            "minibackprop": __version__,
            "table": {
                "file": options.data,
                "features": experiment.feature_names,
                "target": experiment.target_name,
                "training_rows": experiment.num_training_rows,
                "held_out_rows": len(experiment.actual),
                "scaled": not options.raw,
            },
            "network": {
                "layers": [layer.num_neurons for layer in experiment.network.layers],
                "activations": [layer.activation.name for layer in experiment.network.layers],
            },
            "training": {
                "learning_rate": options.learning_rate,
                "batch_size": experiment.batch_size,
                "seed": options.seed,
                "costs": experiment.costs,
                "epoch": experiment.epoch,
                "stop_reason": experiment.stop_reason,
            },
            "before_and_after": [
                {"actual": y, "before": b, "after": a} for y, b, a in zip(actual, before, after)
            ],
            "cost_of_these": {"before": _cost(actual, before), "after": _cost(actual, after)},
            "scores": [score._asdict() for score in experiment.scores],
        },
        allow_nan=False,
        indent=2,
    )


def _setting(experiment: Experiment, houses: str) -> "List[tuple[str, str]]":
    options, layers = experiment.options, experiment.network.layers
    sizes = [experiment.network.num_inputs] + [layer.num_neurons for layer in layers]
    parameters = sum((layer.num_inputs + 1) * layer.num_neurons for layer in layers)
    bend = f"{options.activation}, the last layer linear" if options.layers else "linear"
    return [
        (
            "Table",
            f"{counted(experiment.num_training_rows, houses[:-1])} to train on, {len(experiment.actual)} held out; "
            f"{counted(sizes[0], 'feature')}, {'as they are' if options.raw else 'each scaled to mean 0 and deviation 1'}",
        ),
        ("Network", f"{' → '.join(str(size) for size in sizes)}, {bend}; {parameters} weights and biases"),
        (
            "Training",
            f"learning rate {options.learning_rate:g}, {experiment.batch_size} {houses} a step, seed {options.seed}; "
            f"{experiment.stop_reason}",
        ),
    ]


def _before_and_after(experiment: Experiment, terminal: Terminal) -> str:
    actual, before, after = _first_examples(experiment)
    header = ["", "actual", "before", "after", "off by"]
    rows = []
    for number, (y, b, a) in enumerate(zip(actual, before, after), 1):
        off_by = ("+" if a > y else "") + _amount(a - y, experiment)
        rows.append([str(number)] + [_amount(value, experiment) for value in (y, b, a)] + [off_by])
    costs = [f"{_cost(actual, predictions):.4g}" for predictions in (before, after)]
    rows.append(["cost", ""] + costs + [""])
    unit = ", with y and a in $1000s" if experiment.is_housing else ""
    table = text_table(header, rows)
    if max(len(line) for line in table.splitlines()) > terminal.width:
        table = text_table(header[:-1], [row[:-1] for row in rows])
    return table + "\n\n" + terminal.fill(f"cost: the mean of ½(y − a)² over these rows{unit}")


def _scores(experiment: Experiment, terminal: Terminal) -> str:
    rows = []
    for score in experiment.scores:
        r_squared = "none" if score.r_squared is None else f"{score.r_squared:.2f}".replace("-0.00", "0.00")
        rows.append([score.name, r_squared, _amount(score.root_mean_square_error, experiment)])
    table = text_table(["", terminal.spell("R²"), "typical error"], rows)
    legend = "R²: the explained share of the differences between prices; typical error: root mean square"
    return table + "\n\n" + terminal.fill(legend if experiment.is_housing else legend.replace("prices", "rows"))


def _what_next(experiment: Experiment) -> str:
    network, line = experiment.scores[0].root_mean_square_error, experiment.scores[1].root_mean_square_error
    if experiment.options.raw:
        return "the same network without --raw: what does scaling the columns change?"
    if experiment.options.activation == "linear" or not experiment.options.layers:
        return "--activation tanh --layers 8,4: what does the bend in f bring?"
    if network < line:
        return "--activation linear: the same layers without the bend. Are they better than one?"
    return "--epochs or --learning-rate, larger or smaller: one straight-line layer is better so far"


def _first_examples(experiment: Experiment) -> "List[List[float]]":
    return [[row[0] for row in M[:EXAMPLES_SHOWN]] for M in (experiment.actual, experiment.before, experiment.after)]


def _cost(actual: List[float], predicted: List[float]) -> float:
    return HALF_SQUARED_ERROR.of([[y] for y in actual], [[a] for a in predicted])


def _amount(value: float, experiment: Experiment) -> str:
    """A target or a prediction as its reader writes it: houses in dollars, else a plain number."""
    if not experiment.is_housing:
        return f"{value:.0f}" if 1e3 <= abs(value) < 1e12 else f"{value:.4g}"
    return ("-" if value < 0 else "") + f"${abs(value) * 1000:,.0f}"
