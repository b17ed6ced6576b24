"""The report of an experiment, as text."""

from typing import List, Tuple

from ..drawing.curve_text import cost_text
from ..drawing.text_table import text_table
from ..validation import counted
from .experiment import Experiment
from .terminal import Terminal


def as_text(experiment: Experiment, terminal: Terminal) -> str:
    """The report, as wide as the terminal: the setting, the cost curve, before and after, the scores, what to try."""
    houses = "houses" if experiment.is_housing else "rows"
    target = "house prices" if experiment.is_housing else experiment.target_name
    num_shown = len(experiment.sample.actual)
    return "\n\n".join(
        [
            terminal.heading(f"A network learns {target} by backpropagation"),
            "\n".join(terminal.paragraph(label, text) for label, text in _setting(experiment, houses)),
            terminal.heading("The cost ½(y − a)² after each epoch"),
            cost_text(experiment.result.costs, width=terminal.width, height=8, ascii_only=not terminal.unicode),
            terminal.heading(f"{num_shown} {houses} that it has never seen, before and after training"),
            _before_and_after(experiment, terminal),
            terminal.heading(f"How good is that, on all {len(experiment.actual)} held-out {houses}?"),
            _scores(experiment, terminal),
            terminal.paragraph("Try next", _what_next(experiment)),
        ]
    )


def _setting(experiment: Experiment, houses: str) -> List[Tuple[str, str]]:
    options, network = experiment.options, experiment.result.network
    sizes = [network.num_inputs] + [layer.num_neurons for layer in network.layers]
    num_parameters = sum((layer.num_inputs + 1) * layer.num_neurons for layer in network.layers)
    activations = f"{options.activation}, the last layer linear" if options.layers else "linear"
    return [
        (
            "Table",
            f"{counted(len(experiment.training_part.X), houses[:-1])} to train on, {len(experiment.actual)} held out; "
            f"{counted(sizes[0], 'feature')}, {'not standardized' if options.raw else 'standardized'}",
        ),
        ("Network", f"{' → '.join(map(str, sizes))}, {activations}; {num_parameters} weights and biases"),
        (
            "Training",
            f"learning rate {options.learning_rate:g}, {experiment.batch_size} {houses} per step, seed {options.seed}; "
            f"{experiment.result.stop_reason}",
        ),
    ]


def _before_and_after(experiment: Experiment, terminal: Terminal) -> str:
    sample = experiment.sample
    header = ["", "actual", "before", "after", "off by"]
    rows = []
    for number, (y, b, a) in enumerate(zip(sample.actual, sample.before, sample.after), 1):
        off_by = ("+" if a > y else "") + _amount(a - y, experiment)
        rows.append([str(number)] + [_amount(value, experiment) for value in (y, b, a)] + [off_by])
    costs = [f"{sample.cost(predictions):.4g}" for predictions in (sample.before, sample.after)]
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
    legend = "R²: the explained share of the variation in the prices; typical error: the root mean square error"
    return table + "\n\n" + terminal.fill(legend if experiment.is_housing else legend.replace("prices", "targets"))


def _what_next(experiment: Experiment) -> str:
    network, line = experiment.scores[0].root_mean_square_error, experiment.scores[1].root_mean_square_error
    if experiment.options.raw:
        return "the same network without --raw: what does standardizing the columns change?"
    if experiment.options.activation == "linear" or not experiment.options.layers:
        return "--activation tanh --layers 8,4: does nonlinearity help?"
    if network < line:
        return "--activation linear: without nonlinearity, are several layers better than one?"
    return "--epochs or --learning-rate, larger or smaller: one linear layer is better so far"


def _amount(value: float, experiment: Experiment) -> str:
    """A target or a prediction as text: dollars for houses, otherwise a plain number."""
    if not experiment.is_housing:
        return f"{value:.0f}" if 1e3 <= abs(value) < 1e12 else f"{value:.4g}"
    return ("-" if value < 0 else "") + f"${abs(value) * 1000:,.0f}"
