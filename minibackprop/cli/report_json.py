"""The result of an experiment as JSON, for other programs."""

import json
from typing import Any, Dict, List

from .. import __version__
from ..classification import actual_and_predicted, confusion_counts
from ..cross_entropy import softmax
from .experiment import Experiment
from .scores import class_scores, number_scores


def as_json(experiment: Experiment) -> str:
    """The result as JSON. The training costs are computed from the scaled targets, all else from the original ones."""
    actual, before, after = experiment.shown
    scores = class_scores(experiment) if experiment.classes else number_scores(experiment)
    result = {
        "minibackprop": __version__,
        "table": _table(experiment),
        "network": _network(experiment),
        "training": _training(experiment),
        "before_and_after": _classes(experiment) if experiment.classes else _numbers(experiment),
        "cost_of_these": {"before": experiment.cost.of(actual, before), "after": experiment.cost.of(actual, after)},
        "scores": [score._asdict() for score in scores],
    }
    if experiment.classes:
        counts = confusion_counts(experiment.actual, experiment.after)
        result["confusion"] = {
            "classes": experiment.classes, "rows": "actual", "columns": "predicted", "counts": counts,
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
        "notes": experiment.training_part.notes,
    }


def _network(experiment: Experiment) -> Dict[str, Any]:
    layers = experiment.result.network.layers
    return {
        "layers": [layer.num_neurons for layer in layers],
        "activations": [layer.activation.name for layer in layers],
        "cost": experiment.cost.name,
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


def _numbers(experiment: Experiment) -> List[Dict[str, float]]:
    return [{"actual": y, "before": b, "after": a} for (y,), (b,), (a,) in zip(*experiment.shown)]


def _classes(experiment: Experiment) -> List[Dict[str, Any]]:
    actual, before, after = experiment.shown
    rows = []
    places, places_before = actual_and_predicted(actual, before)
    _, places_after = actual_and_predicted(actual, after)
    for y, b, a, probabilities in zip(places, places_before, places_after, map(softmax, after)):
        names = {"actual": experiment.classes[y], "before": experiment.classes[b], "after": experiment.classes[a]}
        rows.append({**names, "probability_of_actual": probabilities[y]})
    return rows
