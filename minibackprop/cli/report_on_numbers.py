"""The parts of a report on predicted numbers: the table of examples, and R² and the typical error."""

from ..costs import HALF_SQUARED_ERROR
from ..drawing.text_table import text_table
from .experiment import Experiment
from .scores import number_scores
from .terminal import Terminal


class ReportOnNumbers:
    """A report on an experiment whose target is a number."""

    cost_formula = "½(y − a)²"

    def __init__(self, experiment: Experiment, terminal: Terminal) -> None:
        self.experiment = experiment
        self.terminal = terminal
        self.network, self.one_layer, self.mean = number_scores(experiment)
        self.is_better_than_one_layer = (
            self.network.root_mean_square_error < self.one_layer.root_mean_square_error
        )

    def before_and_after(self) -> str:
        """A row for each example shown: its target, and the predictions before and after training."""
        actual, before, after = self.experiment.shown
        header, rows = ["", "actual", "before", "after", "off by"], []
        for number, ((y,), (b,), (a,)) in enumerate(zip(actual, before, after), 1):
            off_by = ("+" if a > y else "") + self._amount(a - y)
            rows.append([str(number)] + [self._amount(value) for value in (y, b, a)] + [off_by])
        costs = [f"{HALF_SQUARED_ERROR.of(actual, predictions):.4g}" for predictions in (before, after)]
        rows.append(["cost", ""] + costs + [""])
        unit = ", with y and a in $1000s" if self.experiment.is_housing else ""
        table = text_table(header, rows)
        if self.terminal.is_too_narrow_for(table):
            table = text_table(header[:-1], [row[:-1] for row in rows])
        return table + "\n\n" + self.terminal.fill(f"cost: the mean of {self.cost_formula} over these rows{unit}")

    def scores(self) -> str:
        """R² and the typical error of the network, of one linear layer, and of always predicting the mean."""
        rows = []
        for score in (self.network, self.one_layer, self.mean):
            r_squared = "none" if score.r_squared is None else f"{score.r_squared:.2f}".replace("-0.00", "0.00")
            rows.append([score.name, r_squared, self._amount(score.root_mean_square_error)])
        table = text_table(["", self.terminal.spell("R²"), "typical error"], rows)
        targets = "prices" if self.experiment.is_housing else "targets"
        legend = f"R²: the explained share of the variation in the {targets}"
        if self.network.r_squared is None:
            legend = f"R²: none, as the {targets} do not vary"
        return table + "\n\n" + self.terminal.fill(legend + "; typical error: the root mean square error")

    def _amount(self, value: float) -> str:
        """A target or a prediction as text: dollars for houses, otherwise a plain number."""
        if not self.experiment.is_housing:
            return f"{value:.0f}" if 1e3 <= abs(value) < 1e12 else f"{value:.4g}"
        return ("-" if value < 0 else "") + f"${abs(value) * 1000:,.0f}"
