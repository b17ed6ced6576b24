"""The default command: train a network, keep it if asked to, and print the report."""

import os

from ..files.model_file import Model, write_model
from ..files.whole_file import OutputError
from ..validation import SettingError
from .experiment import Experiment, run_experiment
from .options import Options, fill_in_defaults
from .output_file import check_output_file, existing_files_need_force
from .report import as_text
from .report_json import as_json
from .terminal import Terminal


def run(options: Options, terminal: Terminal) -> None:
    """Run the experiment that the options describe, and print its report as text or as JSON."""
    fill_in_defaults(options)
    _check_files(options)
    experiment = run_experiment(options, terminal.width)
    problem = experiment.problem  # what was learned is shown all the same
    is_saved = False
    try:
        is_saved = _save(experiment)
    except OutputError as error:
        problem = error
    if options.json:
        terminal.print(as_json(experiment))
    else:
        terminal.print(as_text(experiment, terminal) + (f"\n\nThe network is in {options.save}" if is_saved else ""))
    if problem is not None:
        raise problem


def _check_files(options: Options) -> None:
    """OutputError or SettingError if a file cannot be written: now, not after a long training."""
    if options.save is not None:
        check_output_file(options.save, options.force)
    if options.checkpoint is not None and options.resumed_from is None:
        check_output_file(options.checkpoint, options.force, f"go on with it: --resume {options.checkpoint}")
    if options.save is not None and options.checkpoint is not None:
        if os.path.realpath(options.save) == os.path.realpath(options.checkpoint):
            other = "--checkpoint" if options.resumed_from is None else "--resume"
            raise SettingError(f"--save and {other} need two different files")


def _save(experiment: Experiment) -> bool:
    """Write the network, with what it takes to predict with it, to the file that --save names; return if there is one.
    """
    options, table = experiment.options, experiment.training_part
    if options.save is None:
        return False
    model = Model(
        experiment.result.network,
        experiment.cost,
        experiment.X_standardizer,
        None if table.classes else experiment.Y_standardizer,
        table.feature_names,
        table.target_names,
        table.classes,
    )
    with existing_files_need_force():
        write_model(options.save, model, replace=options.force)
    return True
