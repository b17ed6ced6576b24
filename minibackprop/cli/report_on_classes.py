"""The parts of a report on predicted classes: the table of examples, the accuracy, and what was taken for what."""

from typing import List

from ..classification import actual_and_predicted, confusion_counts
from ..cross_entropy import softmax
from ..drawing.plain_text import one_line
from ..drawing.text_table import text_table
from .experiment import Experiment
from .scores import class_scores
from .terminal import Terminal


class ReportOnClasses:
    """A report on an experiment whose target is one of several classes."""

    cost_formula = "−ln(probability of the actual class)"

    def __init__(self, experiment: Experiment, terminal: Terminal) -> None:
        self.experiment = experiment
        self.terminal = terminal
        self.network, self.one_layer, self.most_frequent = class_scores(experiment)
        self.is_better_than_one_layer = self.network.accuracy > self.one_layer.accuracy
        self.names = [terminal.spell(one_line(name, (terminal.width - 12) // 3)) for name in experiment.classes]

    def before_and_after(self) -> str:
        """A row for each example shown: its class, and the classes predicted before and after training."""
        actual, before, after = self.experiment.shown
        places, places_before = actual_and_predicted(actual, before)
        _, places_after = actual_and_predicted(actual, after)
        header, rows = ["", "actual", "before", "after", "p(actual)"], []
        for number, (y, b, a, logits) in enumerate(zip(places, places_before, places_after, after), 1):
            rows.append([str(number)] + [self.names[place] for place in (y, b, a)] + [f"{softmax(logits)[y]:.2f}"])
        costs = [f"{self.experiment.cost.of(actual, predictions):.4g}" for predictions in (before, after)]
        rows.append(["cost", ""] + costs + [""])
        table = text_table(header, rows)
        legend = f"cost: the mean of {self.cost_formula} over these rows"
        if self.terminal.is_too_narrow_for(table):
            table = text_table(header[:-1], [row[:-1] for row in rows])
        else:
            legend = "p(actual): the probability of the actual class, after training; " + legend
        return table + "\n\n" + self.terminal.fill(legend)

    def scores(self) -> str:
        """The accuracy of the network, of one linear layer, and of always the same class; then the confusion table."""
        scores = (self.network, self.one_layer, self.most_frequent)
        table = text_table(["", "accuracy"], [[score.name, f"{100 * score.accuracy:.0f} %"] for score in scores])
        legend = "accuracy: the share of rows whose class is predicted correctly"
        return "\n\n".join([table, self.terminal.fill(legend), self._confusion()])

    def _confusion(self) -> str:
        """How many rows of each class were predicted to be of which."""
        counts = confusion_counts(self.experiment.actual, self.experiment.after)
        letters = [chr(ord("a") + place) if place < 26 else f"#{place + 1}" for place in range(len(counts))]
        rows: List[List[str]] = []
        for letter, name, row in zip(letters, self.names, counts):
            rows.append([f"{letter}: {name}"] + [str(count) for count in row])
        table = text_table(["", *letters], rows)
        heading = self.terminal.heading("What was predicted for the rows of each class?")
        if self.terminal.is_too_narrow_for(table):
            wrong = len(self.experiment.actual) - sum(row[place] for place, row in enumerate(counts))
            text = f"{wrong} of {len(self.experiment.actual)} are wrong; the table of all classes is too wide for here"
            return heading + "\n\n" + self.terminal.fill(f"{text} (it is in the JSON: --json)")
        return heading + "\n\n" + table + "\n\n" + self.terminal.fill("rows: actual classes; columns: predicted ones")
