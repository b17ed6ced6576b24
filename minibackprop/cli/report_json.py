"""The result of an experiment as JSON, for other programs."""

import json
from typing import Any, Dict

from .. import __version__
from .experiment import Experiment


def as_json(experiment: Experiment) -> str:
    """The result as JSON. The training costs are computed from the scaled targets, all else from the original ones."""
    sample = experiment.sample
    examples = zip(sample.actual, sample.before, sample.after)
    result = {
        "minibackprop": __version__,
        "table": _table(experiment),
        "network": _network(experiment),
        "training": _training(experiment),
        "before_and_after": [{"actual": y, "before": b, "after": a} for y, b, a in examples],
        "cost_of_these": {"before": sample.cost(sample.before), "after": sample.cost(sample.after)},
        "scores": [score._asdict() for score in experiment.scores],
    }
    return json.dumps(result, allow_nan=False, indent=2)


def _table(experiment: Experiment) -> Dict[str, Any]:
    return {
        "file": experiment.options.data,
        "features": experiment.training_part.feature_names,
        "target": experiment.target_name,
        "training_rows": len(experiment.training_part.X),
        "held_out_rows": len(experiment.actual),
        "scaled": not experiment.options.raw,
    }


def _network(experiment: Experiment) -> Dict[str, Any]:
    layers = experiment.result.network.layers
    return {
        "layers": [layer.num_neurons for layer in layers],
        "activations": [layer.activation.name for layer in layers],
    }


def _training(experiment: Experiment) -> Dict[str, Any]:
    return {
        "learning_rate": experiment.options.learning_rate,
        "batch_size": experiment.batch_size,
        "seed": experiment.options.seed,
        "costs": experiment.result.costs,
        "epoch": experiment.result.epoch,
        "stop_reason": experiment.result.stop_reason,
    }
