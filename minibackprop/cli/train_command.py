"""The default command: train a network, keep it if asked to, and print the report."""

from ..files.model_file import save_model
from ..files.whole_file import OutputError
from .experiment import Experiment, run_experiment
from .options import Options, fill_in_defaults
from .output_file import check_output_file
from .report import as_text
from .report_json import as_json
from .terminal import Terminal


def run(options: Options, terminal: Terminal) -> None:
    """Run the experiment that the options describe, and print its report as text or as JSON."""
    fill_in_defaults(options)
    if options.save is not None:
        check_output_file(options.save, options.force)  # now, not after a long training
    if options.checkpoint is not None and options.so_far is None:
        check_output_file(options.checkpoint, options.force, f"go on with it: --resume {options.checkpoint}")
    experiment = run_experiment(options, terminal.width)
    problem = None
    try:
        _save(experiment)
    except OutputError as error:
        problem = error  # what was learned is shown all the same
    if options.json:
        terminal.print(as_json(experiment))
    else:
        is_saved = options.save is not None and problem is None
        terminal.print(as_text(experiment, terminal) + (f"\n\nThe network is in {options.save}" if is_saved else ""))
    if problem is not None:
        raise problem


def _save(experiment: Experiment) -> None:
    """Write the network to the file that --save names, with what it takes to predict with it."""
    table = experiment.training_part
    if experiment.options.save is not None:
        save_model(
            experiment.options.save,
            experiment.result.network,
            experiment.cost,
            experiment.X_standardizer,
            None if table.classes else experiment.Y_standardizer,
            table.feature_names,
            table.target_names,
            table.classes,
        )
