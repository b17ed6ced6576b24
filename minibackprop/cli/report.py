"""The report of an experiment, as text: what reports on numbers and on classes have in common."""

from typing import List, Tuple

from ..drawing.curve_text import cost_text
from ..drawing.plain_text import one_line
from ..validation import counted
from .experiment import Experiment
from .report_on_classes import ReportOnClasses
from .report_on_numbers import ReportOnNumbers
from .terminal import Terminal

FEW = 20  # with fewer held-out examples, chance decides over a score
MOST_CLASSES_NAMED = 5


def as_text(experiment: Experiment, terminal: Terminal) -> str:
    """The report, as wide as the terminal: the setting, the cost curve, before and after, the scores, what to try."""
    kind = (ReportOnClasses if experiment.classes else ReportOnNumbers)(experiment, terminal)
    row = "house" if experiment.is_housing else "row"
    target = "house prices" if experiment.is_housing else experiment.target_name
    num_shown, num_held_out = len(experiment.shown[0]), len(experiment.actual)
    held_out_row = f"held-out {row}"
    quantity = {1: "the", 2: "both"}.get(num_held_out, f"all {num_held_out}")
    of_these = f"{quantity} {held_out_row}{'' if num_held_out == 1 else 's'}"
    return "\n\n".join(
        [
            terminal.heading(f"A network learns {one_line(target, 60)} by backpropagation"),
            "\n".join(terminal.paragraph(label, text) for label, text in _setting(experiment, row)),
            terminal.heading(f"The cost {kind.cost_formula} after each epoch"),
            cost_text(experiment.result.costs, width=terminal.width, height=8, ascii_only=not terminal.unicode),
            terminal.heading(f"{counted(num_shown, row)} that it has never seen, before and after training"),
            kind.before_and_after(),
            terminal.heading(f"How good is that, on {of_these}?"),
            kind.scores(),
        ]
        + ([terminal.fill(_warning(num_held_out, row))] if num_held_out < FEW else [])
        + [terminal.paragraph("Try next", _what_next(experiment, kind.is_better_than_one_layer))]
    )


def _setting(experiment: Experiment, row: str) -> List[Tuple[str, str]]:
    options, network, table = experiment.options, experiment.result.network, experiment.training_part
    sizes = [network.num_inputs] + [layer.num_neurons for layer in network.layers]
    num_parameters = sum((layer.num_inputs + 1) * layer.num_neurons for layer in network.layers)
    activations = f"{options.activation}, the last layer linear" if options.layers else "linear"
    return [
        (
            "Table",
            f"{counted(len(table.X), row)} to train on, {len(experiment.actual)} held out; "
            f"{counted(sizes[0], 'feature')}, {'not standardized' if options.raw else 'standardized'}"
            + _classes(table.classes)
            + "".join(f"; {note}" for note in table.notes),
        ),
        ("Network", f"{' → '.join(map(str, sizes))}, {activations}; {num_parameters} weights and biases"),
        (
            "Training",
            f"learning rate {options.learning_rate:g}, {counted(experiment.batch_size, row)} per step, "
            f"seed {options.seed}; {experiment.result.stop_reason}",
        ),
    ]


def _classes(classes: List[str]) -> str:
    if not classes:
        return ""
    named = ", ".join(one_line(name) for name in classes[:MOST_CLASSES_NAMED])
    return f"; {len(classes)} classes: {named}" + (", …" if len(classes) > MOST_CLASSES_NAMED else "")


def _warning(num_held_out: int, row: str) -> str:
    """What to think of scores that rest on few examples."""
    if num_held_out == 1:
        return f"Only one {row} is held out: chance decides how good the network is on it."
    return f"Only {counted(num_held_out, row)} are held out: another --seed may give quite other scores."


def _what_next(experiment: Experiment, is_better_than_one_layer: bool) -> str:
    if experiment.options.raw:
        return "the same network without --raw: what does standardizing the columns change?"
    if experiment.options.activation == "linear" or not experiment.options.layers:
        return "--activation tanh --layers 8,4: does nonlinearity help?"
    if is_better_than_one_layer:
        return "--activation linear: without nonlinearity, are several layers better than one?"
    return "--epochs or --learning-rate, larger or smaller: one linear layer is better so far"
