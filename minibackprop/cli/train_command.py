"""The default command: train a network, and print the report."""

from .experiment import run_experiment
from .options import Options, fill_in_defaults
from .report import as_text
from .report_json import as_json
from .terminal import Terminal


def run(options: Options, terminal: Terminal) -> None:
    """Run the experiment that the options describe, and print its report as text or as JSON."""
    fill_in_defaults(options)
    experiment = run_experiment(options, terminal.width)
    terminal.print(as_json(experiment) if options.json else as_text(experiment, terminal))
